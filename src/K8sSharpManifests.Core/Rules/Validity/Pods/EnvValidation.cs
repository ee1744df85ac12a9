namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>Environment variables and where their values come from.</summary>
/// <remarks>Upstream: pkg/apis/core/validation/validation.go (ValidateEnv, validateEnvVarValueFrom).</remarks>
internal sealed class EnvValidation() : Validation("V1EnvVar")
{
    private static readonly string[] Sources = ["fieldRef", "resourceFieldRef", "configMapKeyRef", "secretKeyRef", "fileKeyRef"];

    public override void Validate(Part part)
    {
        var hasSource = part.Has("valueFrom");
        if (hasSource.IsFalse)
        {
            return;
        }

        var (set, mayBeMore) = part.Child("valueFrom").SetOf(Sources);
        part.Invalid("valueFrom", hasSource & set.Count == 0 & (mayBeMore ? Truth.Unknown : Truth.True), "it has to name one source: 'fieldRef', 'resourceFieldRef', 'configMapKeyRef', 'secretKeyRef' or 'fileKeyRef'");
        if (set.Count > 0)
        {
            if (part.Has("value") is { IsFalse: false } hasValue)
            {
                part.Invalid("valueFrom", hasValue, "it cannot be set where there is a 'value'", Fix.Remove(part.Place.Child("value"), "Remove 'value'", isSafeForFixAll: false));
            }

            if (set.Count > 1)
            {
                part.Invalid("valueFrom", Truth.True, $"it has more than one source: {string.Join(", ", set)}");
            }
        }
    }
}

/// <summary>Sources of many environment variables at once.</summary>
/// <remarks>Upstream: pkg/apis/core/validation/validation.go (ValidateEnvFrom).</remarks>
internal sealed class EnvFromValidation() : Validation("V1EnvFromSource")
{
    public override void Validate(Part part)
    {
        var hasConfigMap = part.Has("configMapRef");
        var hasSecret = part.Has("secretRef");

        // The server names the list.
        var list = part.Place.Parent is { Node: Sequence } parent ? parent : part.Place;
        part.ReportAt(InvalidText.Rule, list, part.Place, !hasConfigMap & !hasSecret, "each of its items has to name a source: 'configMapRef' or 'secretRef'");
        part.ReportAt(InvalidText.Rule, list, part.Place, hasConfigMap & hasSecret, "each of its items names one source, and not both 'configMapRef' and 'secretRef'");
    }
}

/// <summary>Variables that come from a file: it lies in an emptyDir of the pod.</summary>
/// <remarks>Upstream: pkg/apis/core/validation/validation.go (validateFileKeyRefVolumes).</remarks>
internal sealed class FileKeyValidation() : Validation("V1FileKeySelector")
{
    public override void Validate(Part part)
    {
        if (part.Text("volumeName") is not { Length: > 0 } name || part.Around(PodParts.Spec) is not { } spec)
        {
            return;
        }

        var isThere = Truth.False;
        foreach (var volume in spec.Items("volumes"))
        {
            var isIt = volume["name"].Is(name);
            isThere |= isIt;
            part.Invalid("volumeName", isIt & !volume.Has("emptyDir") & HasAnotherSource(volume), $"the volume '{name}' is no 'emptyDir', and only in one a container can leave such a file");
        }

        part.Invalid("volumeName", !isThere & (spec.MayHoldMore("volumes") ? Truth.Unknown : Truth.True), $"the pod has no volume '{name}'");
    }

    // Without any source, a volume is an emptyDir.
    private static Truth HasAnotherSource(Part volume) => volume.Node is Mapping source ? Truth.Any(source.Entries.Where(entry => entry.Key != "name"), entry => entry.Value.Exists) : Truth.Unknown;
}
