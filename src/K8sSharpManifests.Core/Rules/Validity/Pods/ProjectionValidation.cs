namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>Volumes of files from several sources.</summary>
/// <remarks>Upstream: pkg/apis/core/validation/validation.go (validateProjectedVolumeSource, validateProjectionSources).</remarks>
internal sealed class ProjectionValidation() : Validation("V1ProjectedVolumeSource")
{
    private static readonly string[] Sources = ["secret", "configMap", "downwardAPI", "serviceAccountToken"];
    private static readonly string[] WithItems = ["secret", "configMap", "downwardAPI"];

    public override void Validate(Part part)
    {
        HashSet<string>? paths = null;
        foreach (var source in part.Items("sources"))
        {
            var (set, _) = source.SetOf(Sources);
            if (set.Count > 1)
            {
                source.Report(Fault.Forbidden, source.Place, Truth.True, $"each of 'sources' is one source, and this one has {string.Join(", ", set)}");
            }

            foreach (var item in WithItems.SelectMany(key => source.Child(key).Items("items")))
            {
                if (item.Text("path") is { Length: > 0 } path && !(paths ??= new(StringComparer.Ordinal)).Add(path))
                {
                    part.ReportAt(InvalidVolume.Rule, part.Place, item.Place.Child("path"), Truth.True, $"two of its files have the path '{path}'");
                }
            }
        }
    }
}

/// <summary>Files that hold fields of the pod.</summary>
/// <remarks>Upstream: pkg/apis/core/validation/validation.go (validateDownwardAPIVolumeFile).</remarks>
internal sealed class DownwardFileValidation() : Validation("V1DownwardAPIVolumeFile")
{
    public override void Validate(Part part)
    {
        var (hasField, hasResource) = (part.Has("fieldRef"), part.Has("resourceFieldRef"));

        // The server names what has the list.
        var volume = part.Place.Parent is { Node: Sequence, Parent: { } around } ? around : part.Place;
        part.ReportAt(InvalidVolume.Rule, volume, part.Place, hasField & hasResource, "each of its files holds one of 'fieldRef' and 'resourceFieldRef', and not both");
        part.ReportAt(InvalidVolume.Rule, volume, part.Place, !hasField & !hasResource, "each of its files needs a 'fieldRef' or a 'resourceFieldRef'");
    }
}
