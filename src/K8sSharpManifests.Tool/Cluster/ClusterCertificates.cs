using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using k8s;
using K8sSharpManifests.Tool.Registry;

namespace K8sSharpManifests.Tool.Cluster;

/// <summary>Judges the certificate of a cluster's server, and that of who asks it.</summary>
internal static class ClusterCertificates
{
    /// <summary>Judges the server's as kubectl does, and says what is wrong. The client does neither: with authorities of a kubeconfig it takes a certificate for another host.</summary>
    /// <param name="authorities">Who may have signed it; null for whom this machine trusts.</param>
    public static RemoteCertificateValidationCallback Judge(X509Certificate2Collection? authorities) => (_, certificate, chain, errors) =>
    {
        if (authorities is not null && certificate is X509Certificate2 shown && chain is not null && errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors))
        {
            chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
            errors &= chain.Build(shown) ? ~SslPolicyErrors.RemoteCertificateChainErrors : errors;
        }

        return CertificateException.Of(certificate, chain, errors) is { } problem ? throw problem : true;
    };

    /// <summary>Why a server may not take the certificate of who asks, to follow what it says; empty for no reason.</summary>
    public static string ClientProblem(KubernetesClientConfiguration configuration)
    {
        var pem = !string.IsNullOrEmpty(configuration.ClientCertificateFilePath) ? File.ReadAllText(configuration.ClientCertificateFilePath)
            : configuration.ClientCertificateData is { Length: > 0 } data ? Encoding.UTF8.GetString(Convert.FromBase64String(data))
            : "";
        if (pem.Length == 0)
        {
            return "";
        }

        try
        {
            using var certificate = X509Certificate2.CreateFromPem(pem);
            return CertificateException.OutOfTime(certificate) is { } time ? $"; the client certificate {time}" : "";
        }
        catch (CryptographicException)
        {
            // The client says so itself.
            return "";
        }
    }
}
