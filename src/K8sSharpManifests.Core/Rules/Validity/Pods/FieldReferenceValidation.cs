namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>Fields of its pod that a container reads.</summary>
/// <remarks>Upstream: pkg/apis/core/validation/validation.go (validateObjectFieldSelector), pkg/apis/core/pods/helpers.go (ConvertDownwardAPIFieldLabel), pkg/fieldpath/fieldpath.go (SplitMaybeSubscriptedPath).</remarks>
internal sealed class FieldReferenceValidation() : Validation("V1ObjectFieldSelector")
{
    private static readonly string[] OfEnv =
    [
        "metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName", "spec.serviceAccountName", "status.hostIP", "status.hostIPs", "status.podIP", "status.podIPs",
    ];

    private static readonly string[] OfVolumes = ["metadata.name", "metadata.namespace", "metadata.labels", "metadata.annotations", "metadata.uid"];

    public override void Validate(Part part)
    {
        var path = part.Text("fieldPath");
        if (path.Length == 0)
        {
            if (part["fieldPath"] is Unknown)
            {
                part.Report(Fault.Invalid, "fieldPath", Truth.Unknown, "");
            }

            return;
        }

        if (part.Text("apiVersion") is { Length: > 0 } version && version != "v1")
        {
            part.Invalid("fieldPath", Truth.True, "fields are read by 'apiVersion: v1' only");
        }
        else if (Subscripted(path) is var (field, key))
        {
            var fault = field switch
            {
                "metadata.annotations" => TextForms.IsQualifiedName(key.ToLowerInvariant()),
                "metadata.labels" => TextForms.IsQualifiedName(key),
                _ => null,
            };
            part.ReportAt(InvalidText.Rule, part.Place, part.Place.Child("fieldPath"), fault is not null, fault ?? "");
            part.Invalid("fieldPath", field is not ("metadata.annotations" or "metadata.labels"), "only a label or an annotation can be named so, like metadata.labels['app']");
        }
        else
        {
            var isEnv = part.Owner?.Type?.Name == "V1EnvVarSource";
            var known = isEnv ? OfEnv : OfVolumes;
            if (Array.IndexOf(known, path) < 0 && !(isEnv && path == "spec.host") && part.Owner is not null)
            {
                part.Report(Fault.NotSupported, "fieldPath", Truth.True, ValidityRules.Supported(known, path), ValidityRules.Respelt(part.Place.Child("fieldPath"), path, known));
            }
        }
    }

    // metadata.labels['app']
    private static (string Field, string Key)? Subscripted(string path)
    {
        var open = path.IndexOf("['", StringComparison.Ordinal);
        return open > 0 && path.EndsWith("']", StringComparison.Ordinal) && path.Length - 2 >= open + 2 ? (path.Substring(0, open), path.Substring(open + 2, path.Length - open - 4)) : null;
    }
}

/// <summary>Resources of a container that it reads.</summary>
/// <remarks>Upstream: pkg/apis/core/validation/validation.go (validateContainerResourceFieldSelector, validateContainerResourceDivisor).</remarks>
internal sealed class ResourceReferenceValidation() : Validation("V1ResourceFieldSelector")
{
    private static readonly string[] Resources = ["limits.cpu", "limits.memory", "limits.ephemeral-storage", "requests.cpu", "requests.memory", "requests.ephemeral-storage"];
    private static readonly string[] OfCpu = ["1m", "1"];
    private static readonly string[] OfBytes = ["1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei"];

    public override void Validate(Part part)
    {
        part.Required("containerName", part.Owner?.Type?.Name == "V1DownwardAPIVolumeFile", "a volume has to say of which container");
        var resource = part.Text("resource");
        if (resource.Length == 0)
        {
            return;
        }

        var isHugePages = resource.StartsWith("limits.hugepages-", StringComparison.Ordinal) || resource.StartsWith("requests.hugepages-", StringComparison.Ordinal);
        if (!isHugePages)
        {
            part.OneOf("resource", Truth.True, Resources);
        }

        if ((isHugePages || Array.IndexOf(Resources, resource) >= 0) && part["divisor"] is Scalar divisor && Quantity.TryParse(divisor.Text, out var quantity) && quantity != default)
        {
            var allowed = resource.EndsWith(".cpu", StringComparison.Ordinal) ? OfCpu : OfBytes;
            part.Invalid("divisor", Array.IndexOf(allowed, quantity.ToString()) < 0, $"it has to be one of {string.Join(", ", allowed)}");
        }
    }
}
