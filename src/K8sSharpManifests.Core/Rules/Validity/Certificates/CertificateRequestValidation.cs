using System.Text;

namespace K8sSharpManifests.Core.Rules.Validity.Certificates;

/// <summary>Requests for certificates, and bundles of those whom one trusts. Signatures are left to the server.</summary>
/// <remarks>
/// Upstream: pkg/apis/certificates/validation/validation.go (validateCertificateSigningRequest, ValidateClusterTrustBundle, validateTrustBundle) and pkg/apis/certificates/helpers.go
/// (ParseCSR).
/// </remarks>
internal sealed class CertificateRequestValidation() : Validation("V1CertificateSigningRequestSpec", "V1ClusterTrustBundleSpec", "V1beta1ClusterTrustBundleSpec")
{
    private const string Legacy = "kubernetes.io/legacy-unknown";

    public override void Validate(Part part)
    {
        part.Form("signerName", SignerNames.Fault);
        if (part.Type!.Name != "V1CertificateSigningRequestSpec")
        {
            part.Form("trustBundle", BundleFault);
            return;
        }

        part.Invalid("signerName", part.Is("signerName", Legacy), "this signer is of an API that is no more");
        part.Form("request", RequestFault);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in part.Place.Child("usages").Items)
        {
            if (item.Node is Scalar { Kind: ScalarKind.String } usage && !seen.Add(usage.Text))
            {
                part.Report(Fault.Duplicate, item, Truth.True, "each stands there once");
            }
        }
    }

    private static string? RequestFault(string base64)
    {
        if (Base64.Decode(base64) is not { } bytes)
        {
            return null;
        }

        return Pem.First(Encoding.ASCII.GetString(bytes)) is not { } block || block.Label != "CERTIFICATE REQUEST" ? "it has to be a request as PEM has it: '-----BEGIN CERTIFICATE REQUEST-----' and so on"
            : block.IsSequence ? null : "what is in its PEM is no request for a certificate";
    }

    private static string? BundleFault(string text) => Pem.First(text) is not { } block ? "it has to hold a certificate as PEM has it: '-----BEGIN CERTIFICATE-----' and so on"
        : block.Label != "CERTIFICATE" ? $"it can hold certificates only, and no '{block.Label}'"
        : block.IsSequence ? null : "what is in its PEM is no certificate";
}
