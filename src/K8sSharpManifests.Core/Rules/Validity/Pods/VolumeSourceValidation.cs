using System.Text.RegularExpressions;
using K8sSharpManifests.Core.Rules.Validity.Storage;

namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>The sources of volumes, where one field depends on another.</summary>
/// <remarks>
/// Upstream: pkg/apis/core/validation/validation.go (validateFCVolumeSource, validateFlockerVolumeSource, validateNFSVolumeSource, validateQuobyteVolumeSource, validateFlexVolumeSource, validateAzureDisk,
/// validateCSIVolumeSource, validateCinderVolumeSource, validateStorageOSVolumeSource).
/// </remarks>
internal sealed class VolumeSourceValidation() : Validation(
    "V1FCVolumeSource", "V1FlockerVolumeSource", "V1NFSVolumeSource", "V1QuobyteVolumeSource", "V1FlexVolumeSource", "V1AzureDiskVolumeSource", "V1CSIVolumeSource", "V1CinderVolumeSource", "V1StorageOSVolumeSource")
{
    private const long MaxLun = 255;
    private const int MaxTenant = 64;

    public override void Validate(Part part)
    {
        switch (part.Type!.Name)
        {
            case "V1FCVolumeSource":
                FibreChannel(part);
                break;
            case "V1FlockerVolumeSource":
                var (hasName, hasUuid) = (part.Has("datasetName"), part.Has("datasetUUID"));
                part.Report(Fault.Required, part.Place, !hasName & !hasUuid, "it needs a 'datasetName' or a 'datasetUUID'");
                part.Report(Fault.Invalid, part.Place, hasName & hasUuid, "it cannot have both 'datasetName' and 'datasetUUID'");
                part.Form("datasetName", name => name.IndexOf('/') >= 0 ? "it cannot have a '/'" : null);
                break;
            case "V1NFSVolumeSource":
                part.Form("path", path => path[0] != '/' ? "it has to be an absolute path, with a '/' before it" : null);
                break;
            case "V1QuobyteVolumeSource":
                Quobyte(part);
                break;
            case "V1FlexVolumeSource":
                PersistentVolumeSourceValidation.FlexOptions(part);
                break;
            case "V1AzureDiskVolumeSource":
                var isManaged = part.Is("kind", "Managed");
                var uri = part.Text("diskURI");
                if (uri.Length > 0)
                {
                    part.Report(Fault.NotSupported, "diskURI", isManaged & !uri.StartsWith("/subscriptions/", StringComparison.Ordinal), "a managed disk's URI has to begin with '/subscriptions/'");
                    part.Report(Fault.NotSupported, "diskURI", !isManaged & !uri.StartsWith("https://", StringComparison.Ordinal), "a blob's URI has to begin with 'https://'; for a managed disk, 'kind' has to be 'Managed'");
                }

                break;
            case "V1CSIVolumeSource":
                SecretName(part, "nodePublishSecretRef");
                part.Child("nodePublishSecretRef").Form("name", TextForms.IsDNS1123Subdomain);
                break;
            default:
                SecretName(part, "secretRef");
                break;
        }
    }

    private static void SecretName(Part source, string key) => source.Child(key).Required("name", source.Has(key), "it has to name the secret");

    private static void FibreChannel(Part source)
    {
        var (hasNames, hasIds) = (source.Has("targetWWNs"), source.Has("wwids"));
        source.Required("targetWWNs", !hasIds, "it needs 'targetWWNs' or 'wwids'");
        source.Invalid("targetWWNs", hasNames & hasIds, "it cannot be set beside 'wwids'");
        source.Required("lun", hasNames, "it is needed with 'targetWWNs'");
        var lun = source.Number("lun");
        source.OutOfRange("lun", hasNames & (lun < 0 | lun > MaxLun), $"it has to be a number from 0 to {MaxLun}");
    }

    private static void Quobyte(Part source)
    {
        if (source.Text("registry").Length == 0)
        {
            return;
        }

        var tenant = source.Text("tenant");
        if (tenant.Length > MaxTenant)
        {
            source.Report(Fault.Required, "tenant", Truth.True, TextForms.TooLong(tenant.Length, MaxTenant));
            return;
        }

        source.Form("registry", registry => registry.Split(',').All(IsHostAndPort) ? null : "it has to be 'host:port', or several of them with ',' between");
    }

    // Go's net.SplitHostPort.
    private static bool IsHostAndPort(string text)
    {
        var colon = text.LastIndexOf(':');
        if (colon < 0)
        {
            return false;
        }

        if (text[0] == '[')
        {
            var end = text.IndexOf(']');
            return end == colon - 1 && text.IndexOf('[', 1) < 0 && text.IndexOf(']', end + 1) < 0;
        }

        return text.IndexOf(':') == colon && text.IndexOf('[') < 0 && text.IndexOf(']') < 0;
    }
}

/// <summary>An iSCSI volume.</summary>
/// <remarks>Upstream: pkg/apis/core/validation/validation.go (validateISCSIVolumeSource, validateISCSIPersistentVolumeSource).</remarks>
internal sealed class IscsiValidation() : Validation("V1ISCSIVolumeSource", "V1ISCSIPersistentVolumeSource")
{
    private const RegexOptions Options = RegexOptions.CultureInvariant;

    private static readonly Regex Iqn = new(@"iqn\.[0-9]{4}-[0-9]{2}\.([A-Za-z0-9\-.]+)(:[^,;*&$|\t\n\f\r ]+)\z", Options);
    private static readonly Regex Eui = new(@"^eui.[A-Za-z0-9]{16}\z", Options);
    private static readonly Regex Naa = new(@"^naa.[A-Za-z0-9]{32}\z", Options);

    /// <summary>What is wrong with the name of a target or an initiator.</summary>
    public static string? NameFault(string name) =>
        name.StartsWith("iqn", StringComparison.Ordinal) ? (Iqn.IsMatch(name) ? null : "it has to look like 'iqn.2001-04.com.example:storage'")
        : name.StartsWith("eui", StringComparison.Ordinal) ? (Eui.IsMatch(name) ? null : "it has to be 'eui.' and 16 letters and digits")
        : name.StartsWith("naa", StringComparison.Ordinal) ? (Naa.IsMatch(name) ? null : "it has to be 'naa.' and 32 letters and digits")
        : "it has to begin with 'iqn', 'eui' or 'naa'";

    public override void Validate(Part part)
    {
        part.Form("iqn", NameFault);
        if (part["initiatorName"] is Scalar { Kind: ScalarKind.String } initiator && NameFault(initiator.Text) is { } fault)
        {
            part.ReportAt(InvalidVolume.Rule, part.Place.Child("initiatorname"), part.Place.Child("initiatorName"), Truth.True, fault);
        }

        part.Required("secretRef", part.IsTrue("chapAuthDiscovery") | part.IsTrue("chapAuthSession"), "CHAP needs a secret");
    }
}
