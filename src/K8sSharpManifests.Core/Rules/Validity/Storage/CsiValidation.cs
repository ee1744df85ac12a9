namespace K8sSharpManifests.Core.Rules.Validity.Storage;

/// <summary>Drivers of storage, the nodes that have them, and what they attach.</summary>
/// <remarks>
/// Upstream: pkg/apis/storage/validation/validation.go (validateCSIDriverSpec, validateTokenRequests, validateCSINodeDriver, ValidateVolumeAttachment, validateVolumeAttachmentSource).
/// </remarks>
internal sealed class CsiValidation() : Validation("V1CSIDriverSpec", "V1CSINodeSpec", "V1CSINodeDriver", "V1VolumeAttachmentSource")
{
    private const int LongestNodeId = 256;

    public override void Validate(Part part)
    {
        switch (part.Type!.Name)
        {
            case "V1CSIDriverSpec":
                part.Invalid("serviceAccountTokenInSecrets", part["serviceAccountTokenInSecrets"].Exists & !part.Has("tokenRequests"), "it may only be set where there are token requests");
                CheckAudiences(part);
                break;
            case "V1CSINodeSpec":
                CheckDrivers(part);
                break;
            case "V1CSINodeDriver":
                part.Form("name", Devices.DeviceNames.DriverFault);
                part.Form("nodeID", text => text.Length > LongestNodeId ? TextForms.TooLong(text.Length, LongestNodeId) : null);
                CheckTopologyKeys(part);
                break;
            default:
                var hasInline = part["inlineVolumeSpec"].Exists;
                var hasName = part["persistentVolumeName"].Exists;
                part.Report(Fault.Required, part.Place, !hasInline & !hasName, "it needs a 'persistentVolumeName' or an 'inlineVolumeSpec'");
                part.Report(Fault.Forbidden, part.Place, hasInline & hasName, "it can have either a 'persistentVolumeName' or an 'inlineVolumeSpec'");
                part.Report(Fault.Required, "persistentVolumeName", part["persistentVolumeName"].Is(""), "it has to name a volume");
                break;
        }
    }

    private static void CheckAudiences(Part part)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var request in part.Items("tokenRequests"))
        {
            if (request["audience"] is not Unknown && !seen.Add(request.Text("audience")))
            {
                request.Report(Fault.Duplicate, "audience", Truth.True, "another token is for the same audience");
            }
        }
    }

    private static void CheckDrivers(Part part)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var driver in part.Items("drivers"))
        {
            if (driver.Text("name") is { Length: > 0 } name && !seen.Add(name))
            {
                driver.Report(Fault.Duplicate, "name", Truth.True, "another driver has the same name");
            }
        }
    }

    private static void CheckTopologyKeys(Part part)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in part.Place.Child("topologyKeys").Items)
        {
            if (item.Node is not Scalar { Kind: ScalarKind.String } key)
            {
                continue;
            }

            if (!seen.Add(key.Text))
            {
                part.ReportAt(DuplicateItem.Rule, part.Place, item, Truth.True, "each stands there once");
            }
            else if (TextForms.IsQualifiedName(key.Text) is { } fault)
            {
                part.ReportAt(InvalidText.Rule, part.Place, item, Truth.True, fault);
            }
        }
    }
}
