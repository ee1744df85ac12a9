using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>Volumes that no container of their pod uses.</summary>
/// <remarks>No function of upstream's: the kubelet leaves such a volume out (processPodVolumes), and a claim is attached all the same.</remarks>
internal sealed class VolumeUseValidation() : Validation(PodParts.Spec)
{
    public override void Validate(Part spec)
    {
        if (spec.Node.Get("volumes") is not Sequence { Count: > 0 })
        {
            return;
        }

        var used = new HashSet<string>(StringComparer.Ordinal);
        var mayBeMore = PodParts.MayHaveMoreContainers(spec);
        foreach (var container in PodParts.Containers(spec))
        {
            Add(container, "volumeMounts", used, ref mayBeMore);
            Add(container, "volumeDevices", used, ref mayBeMore);
            AddFiles(container, used, ref mayBeMore);
        }

        foreach (var volume in spec.Items("volumes"))
        {
            if (volume.Text("name") is { Length: > 0 } name && !used.Contains(name))
            {
                var place = volume.Place.Child("name");
                spec.Report(UnusedVolume.Rule, place, mayBeMore ? Truth.Unknown : Truth.True, "mount it ('volumeMounts'), or remove it", Fix.Remove(volume.Place, $"Remove the volume '{name}'", isSafeForFixAll: false));
            }
        }
    }

    private static void Add(Part container, string key, HashSet<string> used, ref bool mayBeMore)
    {
        mayBeMore |= container.MayHoldMore(key);
        foreach (var mount in container.Items(key))
        {
            Add(mount["name"], used, ref mayBeMore);
        }
    }

    private static void AddFiles(Part container, HashSet<string> used, ref bool mayBeMore)
    {
        mayBeMore |= container.MayHoldMore("env");
        if (container.Node.Get("env") is not Sequence variables)
        {
            return;
        }

        foreach (var variable in variables.ItemArray)
        {
            var source = variable.Get("valueFrom");
            if (source is not Missing)
            {
                Add(source.Get("fileKeyRef").Get("volumeName"), used, ref mayBeMore);
            }
        }
    }

    private static void Add(Node name, HashSet<string> used, ref bool mayBeMore)
    {
        mayBeMore |= name is Unknown;
        if (name is Scalar { Text: { Length: > 0 } text })
        {
            used.Add(text);
        }
    }
}
