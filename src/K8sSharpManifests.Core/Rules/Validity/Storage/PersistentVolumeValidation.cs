namespace K8sSharpManifests.Core.Rules.Validity.Storage;

/// <summary>A PersistentVolume.</summary>
/// <remarks>Upstream: pkg/apis/core/validation/validation.go (ValidatePersistentVolumeSpec, validateVolumeNodeAffinity).</remarks>
internal sealed class PersistentVolumeValidation() : Validation("V1PersistentVolumeSpec")
{
    // In upstream's order: of several, it looks into the first and forbids the others.
    private static readonly string[] Sources =
    [
        "hostPath", "gcePersistentDisk", "awsElasticBlockStore", "glusterfs", "flocker", "nfs", "rbd", "quobyte", "cephfs", "iscsi", "cinder", "fc", "flexVolume", "azureFile", "vsphereVolume",
        "photonPersistentDisk", "portworxVolume", "azureDisk", "scaleIO", "local", "storageos", "csi",
    ];

    public override void Validate(Part spec)
    {
        if (spec.Owner?.Type?.Kind is null)
        {
            // Inline in a VolumeAttachment, where other rules hold.
            return;
        }

        spec.Required("accessModes", "a volume has one access mode at least");
        AccessModes.Validate(spec);
        Capacity(spec);
        Source(spec);
        spec.Form("storageClassName", TextForms.IsDNS1123Subdomain);
        spec.Form("volumeAttributesClassName", TextForms.IsDNS1123Subdomain);
        spec.Report(Fault.Required, "volumeAttributesClassName", spec["volumeAttributesClassName"].Is(""), "it cannot be empty; leave it out");
        spec.Required("csi", spec["volumeAttributesClassName"].Exists, "only a CSI volume has a volumeAttributesClassName");
        var affinity = spec.Child("nodeAffinity");
        if (spec.Has("nodeAffinity").IsTrue)
        {
            affinity.Required("required", "it has to say which nodes reach the volume");
        }

        spec.Report(Fault.Forbidden, "persistentVolumeReclaimPolicy", spec.Is("persistentVolumeReclaimPolicy", "Recycle") & spec.Has("hostPath") & spec.Child("hostPath").Is("path", "/", "//", "/."), "the root of a node cannot be recycled");
    }

    private static void Capacity(Part spec)
    {
        var place = spec.Place.Child("capacity");
        spec.Required("capacity", "it has to say how large the volume is, as storage");
        if (place.Node is not Mapping { IsOpen: false } capacity || capacity.Count == 0)
        {
            return;
        }

        spec.Report(Fault.NotSupported, place, capacity["storage"] is Missing || capacity.Count > 1, "it has 'storage', and nothing else");
        foreach (var entry in spec.Entries("capacity"))
        {
            if (Quantities.Of(entry.Node) is { } quantity)
            {
                spec.Report(Fault.OutOfRange, entry.Place, quantity <= default(Quantity), "it has to be more than 0");
            }
        }
    }

    private static void Source(Part spec)
    {
        var (set, mayBeMore) = spec.SetOf(Sources);
        spec.Report(InvalidVolume.Rule, spec.Place, set.Count > 0 ? Truth.False : mayBeMore ? Truth.Unknown : Truth.True, "it has to say where the volume is, as csi, nfs or another source");

        // Upstream forgets to forbid this one.
        foreach (var key in set.Skip(1).Where(key => key != "flexVolume"))
        {
            spec.Report(InvalidVolume.Rule, spec.Place.Child(key), Truth.True, $"a volume is in one place, and '{set[0]}' says another", Fix.Remove(spec.Place.Child(key), $"Remove '{key}'", isSafeForFixAll: false));
        }

        spec.Required("nodeAffinity", spec.Has("local"), "a local volume has to say on which node it is");
    }
}
