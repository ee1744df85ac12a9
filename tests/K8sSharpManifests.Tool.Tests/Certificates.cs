using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace K8sSharpManifests.Tool.Tests;

/// <summary>Makes certificates that nobody trusts.</summary>
internal static class Certificates
{
    /// <summary>A certificate that is signed by itself.</summary>
    /// <param name="host">The host that it is for.</param>
    /// <param name="days">In how many days it expires; none are left where it is below zero.</param>
    public static X509Certificate2 Make(string host = "localhost", int days = 1)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(Math.Min(-1, days - 1)), DateTimeOffset.UtcNow.AddDays(days));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable);
    }
}
