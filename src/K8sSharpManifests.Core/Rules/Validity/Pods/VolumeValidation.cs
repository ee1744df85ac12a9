namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>A volume: it has one source.</summary>
/// <remarks>Upstream: pkg/apis/core/validation/validation.go (validateVolumeSource, ValidateVolumes, validateISCSIVolumeSource, ValidatePersistentVolumeName, validateImageVolumeSource). One without a source is an emptyDir.</remarks>
internal sealed class VolumeValidation() : Validation("V1Volume")
{
    private const int MaxInitiator = 64;

    // In upstream's order: the first is the one, and what follows is too many.
    private static readonly string[] Sources =
    [
        "emptyDir", "hostPath", "gitRepo", "gcePersistentDisk", "awsElasticBlockStore", "secret", "nfs", "iscsi", "glusterfs", "flocker", "persistentVolumeClaim", "rbd", "cinder", "cephfs", "quobyte",
        "downwardAPI", "fc", "flexVolume", "configMap", "azureFile", "vsphereVolume", "photonPersistentDisk", "portworxVolume", "azureDisk", "storageos", "projected", "scaleIO", "csi", "ephemeral", "image",
    ];

    public override void Validate(Part part)
    {
        PodParts.OnlyOne(part, Sources, "source");
        var name = part.Text("name");
        if (name.Length == 0)
        {
            return;
        }

        var iscsi = part.Child("iscsi");
        part.Invalid("name", part.Has("iscsi") & iscsi.Has("initiatorName") & (name.Length + 1 + iscsi.Text("targetPortal").Length > MaxInitiator),
            $"with an 'initiatorName', it and the 'targetPortal' have at most {MaxInitiator - 1} characters together");
        Claim(part, name);
    }

    // Of a pod's ephemeral volumes the server makes claims, each with the name of the pod and of the volume.
    private static void Claim(Part volume, string name)
    {
        if (volume.Owner?.Owner is not { Type.Name: "V1Pod" } pod || pod.Child("metadata").Text("name") is not { Length: > 0 } podName)
        {
            return;
        }

        if (volume.Has("ephemeral").IsTrue && TextForms.IsDNS1123Subdomain($"{podName}-{name}") is { } fault)
        {
            volume.Invalid("name", Truth.True, $"the claim '{podName}-{name}' would be made of it: {fault}");
        }

        var claim = volume.Child("persistentVolumeClaim");
        if (claim.Text("claimName") is { Length: > 0 } claimName && claimName.StartsWith(podName + "-", StringComparison.Ordinal))
        {
            var made = claimName.Substring(podName.Length + 1);
            claim.Invalid("claimName", Truth.Any(volume.Owner.Items("volumes"), v => v["name"].Is(made) & v.Has("ephemeral")), $"that is the claim that is made of the ephemeral volume '{made}'");
        }
    }
}

/// <summary>An image as a volume.</summary>
/// <remarks>Upstream: pkg/apis/core/validation/validation.go (validateImageVolumeSource).</remarks>
internal sealed class ImageVolumeValidation() : Validation("V1ImageVolumeSource")
{
    public override void Validate(Part part) =>
        part.Required("reference", part.Around(PodParts.Spec) is { } spec ? PodParts.IsOfPod(spec) : Truth.Unknown, "a pod's volume has to name its image; only in a template it may be absent");
}

/// <summary>An empty directory.</summary>
/// <remarks>Upstream: pkg/apis/core/validation/validation.go (validateVolumeSource).</remarks>
internal sealed class EmptyDirValidation() : Validation("V1EmptyDirVolumeSource")
{
    public override void Validate(Part part) =>
        part.Report(NumberOutOfRange.Rule, part.Place.Child("sizeLimit"), part["sizeLimit"] is Unknown ? Truth.Unknown : Quantities.Of(part["sizeLimit"]) < default(Quantity), "it cannot be negative");
}
