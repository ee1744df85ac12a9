namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>Kinds of volumes that are deprecated, most of which do nothing any more.</summary>
/// <remarks>
/// Upstream: pkg/api/pod/warnings.go (warningsForPodSpecAndMeta), pkg/api/persistentvolume/util.go (warningsForPersistentVolumeSpecAndMeta).
/// </remarks>
internal sealed class VolumeWarnings() : Validation("V1Volume", "V1PersistentVolumeSpec")
{
    public override void Validate(Part volume)
    {
        if (volume.Node is not Mapping mapping)
        {
            return;
        }

        foreach (var entry in mapping.EntryArray)
        {
            if (entry.Value is Mapping && Deprecated(entry.Key, volume.Type!.Name == "V1Volume") is var (since, because))
            {
                volume.Warn(volume.Place.Entry(entry), volume.WarnsSince(since), because);
            }
        }

        if (volume.Is("persistentVolumeReclaimPolicy", "Recycle") is { IsFalse: false } isRecycled)
        {
            volume.Warn(volume.Place.Child("persistentVolumeReclaimPolicy"), isRecycled, "this policy is deprecated; let a StorageClass provision volumes, and write 'Delete' or 'Retain'");
        }
    }

    private static (int Since, string Because)? Deprecated(string source, bool isOfPod) => source switch
    {
        "photonPersistentDisk" => (11, "it is deprecated since Kubernetes 1.11, and without effect since 1.16; use a CSI driver"),
        "scaleIO" => (16, "it is deprecated since Kubernetes 1.16, and without effect since 1.22; use a CSI driver"),
        "storageos" => (22, "it is deprecated since Kubernetes 1.22, and without effect since 1.25; use a CSI driver"),
        "glusterfs" => (25, "it is deprecated since Kubernetes 1.25, and without effect since 1.26; use a CSI driver"),
        "cephfs" or "rbd" => (28, "it is deprecated since Kubernetes 1.28, and without effect since 1.31; use a CSI driver"),
        "gitRepo" when isOfPod => (11, "it is deprecated since Kubernetes 1.11, and switched off by default since 1.33; let an init container clone into an 'emptyDir'"),
        "flocker" or "quobyte" when isOfPod => (22, "it is deprecated since Kubernetes 1.22, and without effect since 1.25; use a CSI driver"),
        _ => null,
    };
}

/// <summary>Files of a volume of which one lies where another one is.</summary>
/// <remarks>Upstream: pkg/api/pod/warnings.go (warningsForOverlappingVirtualPaths). Of two files of a projected volume with the same path, K8S211 tells.</remarks>
internal sealed class FilePathWarnings() : Validation("V1ConfigMapVolumeSource", "V1SecretVolumeSource", "V1DownwardAPIVolumeSource", "V1ProjectedVolumeSource")
{
    private static readonly string[] WithItems = ["configMap", "secret", "downwardAPI"];

    public override void Validate(Part volume)
    {
        var paths = new List<string>();
        if (volume.Type!.Name != "V1ProjectedVolumeSource")
        {
            Check(volume, paths, isProjected: false);
            return;
        }

        foreach (var source in volume.Items("sources"))
        {
            if (source.Node is Mapping { IsOpen: false } mapping && !mapping.Entries.Any(e => e.Value is Mapping or Unknown))
            {
                source.Warn(source.Place, Truth.True, "it has no source, so that it adds no files; remove it, or name one");
            }

            foreach (var key in WithItems)
            {
                if (source.Node is Mapping sources && sources[key] is Mapping)
                {
                    Check(source.Child(key), paths, isProjected: true);
                    break;
                }
            }

            if (source.Node is Mapping { } token && token["serviceAccountToken"] is Mapping)
            {
                Check(source.Child("serviceAccountToken"), source.Child("serviceAccountToken").Place.Child("path"), paths, isProjected: false);
            }
        }
    }

    private static void Check(Part source, List<string> paths, bool isProjected)
    {
        foreach (var item in source.Items("items"))
        {
            Check(item, item.Place.Child("path"), paths, isProjected);
        }
    }

    private static void Check(Part part, TreePlace place, List<string> paths, bool isProjected)
    {
        if (place.Node is not Scalar { Kind: ScalarKind.String } text || text.Text.TrimEnd('/') is not { Length: > 0 } path)
        {
            return;
        }

        foreach (var other in paths)
        {
            if (path == other ? !isProjected : IsIn(path, other) || IsIn(other, path))
            {
                part.Warn(place, Truth.True, path == other ? "another file of the volume has that path, and only one of them is there" : $"a file of the volume is '{other}', and none can be a file and a folder; give one of them another path");
                break;
            }
        }

        paths.Add(path);
    }

    private static bool IsIn(string path, string folder) => path.Length > folder.Length && path[folder.Length] == '/' && path.StartsWith(folder, StringComparison.Ordinal);
}

/// <summary>Claims with parts of a byte.</summary>
/// <remarks>Upstream: pkg/api/persistentvolumeclaim/util.go (GetWarningsForPersistentVolumeClaimSpec).</remarks>
internal sealed class ClaimWarnings() : Validation("V1PersistentVolumeClaimSpec")
{
    public override void Validate(Part claim)
    {
        if (claim.Node is Mapping mapping && mapping["resources"] is Mapping)
        {
            var resources = claim.Child("resources");
            Fractions.Check(resources, "requests", "storage");
            Fractions.Check(resources, "limits", "storage");
        }
    }
}
