namespace K8sSharpManifests.Core.Rules.Validity.Workloads;

/// <summary>The name of a Job, of which labels and host names are made.</summary>
/// <remarks>Upstream: pkg/apis/batch/validation/validation.go (ValidateJob, validateGeneratedSelector), apiserver's pkg/storage/names/generate.go.</remarks>
internal sealed class JobNameValidation() : Validation("V1Job")
{
    private const int MaxLabel = 63;
    private const int MaxPrefix = 58;

    public override void Validate(Part job)
    {
        var metadata = job.Child("metadata");
        var spec = job.Child("spec");
        var place = metadata.Place.Child(metadata.Has("name").IsFalse ? "generateName" : "name");
        var prefix = metadata.Text("generateName");

        // What is made of a prefix has five characters more, and never too many.
        var name = metadata.Has("name").IsFalse && prefix.Length > 0 ? prefix.Substring(0, Math.Min(prefix.Length, MaxPrefix)) + "aaaaa" : metadata.Text("name");
        if (name.Length == 0)
        {
            return;
        }

        var hasHostnames = spec.Is("completionMode", "Indexed");
        if (hasHostnames.IsTrue && spec.Number("completions").Value is > 0 and { } completions && TextForms.IsDNS1123Label($"{name}-{completions - 1}") is { } fault)
        {
            metadata.Report(InvalidName.Rule, place, Truth.True, $"the host name of its last pod, '{name}-{completions - 1}', would be none: {fault}");
        }

        metadata.Report(InvalidName.Rule, place, !spec.IsTrue("manualSelector") & name.Length > MaxLabel, $"it has {name.Length} characters, and a label is made of it, which has at most {MaxLabel}");
    }
}
