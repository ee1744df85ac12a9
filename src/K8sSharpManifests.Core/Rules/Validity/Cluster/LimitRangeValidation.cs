namespace K8sSharpManifests.Core.Rules.Validity.Cluster;

/// <summary>The bounds and the defaults of the resources in a namespace.</summary>
/// <remarks>Upstream: pkg/apis/core/validation/validation.go (ValidateLimitRange, validateLimitRangeTypeName, validateLimitRangeResourceName).</remarks>
internal sealed class LimitRangeValidation() : Validation("V1LimitRangeSpec")
{
    private static readonly Quantity One = Quantity.From(1, QuantityFormat.DecimalSI);
    private static readonly string[] Dictionaries = ["max", "min", "default", "defaultRequest", "maxLimitRequestRatio"];

    public override void Validate(Part part)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var limit in part.Items("limits"))
        {
            limit.Form("type", TypeFault);
            if (limit["type"] is Scalar type && !seen.Add(type.Text))
            {
                limit.Report(Fault.Duplicate, "type", Truth.True, "another limit is of the same type");
            }

            CheckLimit(limit);
        }
    }

    private static string? TypeFault(string text) =>
        TextForms.IsQualifiedName(text) ?? (text.IndexOf('/') < 0 && text is not ("Pod" or "Container" or "PersistentVolumeClaim") ? "it has to be 'Pod', 'Container' or 'PersistentVolumeClaim', or to have a DNS name before it" : null);

    private static void CheckLimit(Part limit)
    {
        var isPod = limit.Is("type", "Pod");
        limit.Forbidden("default", isPod, "it cannot be set where the type is 'Pod'");
        limit.Forbidden("defaultRequest", isPod, "it cannot be set where the type is 'Pod'");
        limit.Report(Fault.Required, "limits", limit.Is("type", "PersistentVolumeClaim") & !limit.Child("min")["storage"].Exists & !limit.Child("max")["storage"].Exists, "a limit of claims needs 'storage' in 'min' or 'max'");
        var ofContainers = isPod | limit.Is("type", "Container");
        var resources = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in Dictionaries)
        {
            if (isPod.IsTrue && (key is "default" or "defaultRequest"))
            {
                continue;
            }

            foreach (var entry in limit.Entries(key))
            {
                resources.Add(entry.Key);
                if (!ofContainers.IsUnknown && (ofContainers.IsTrue ? ResourceNames.ContainerFault(entry.Key) : ResourceNames.Fault(entry.Key)) is { } fault)
                {
                    limit.Report(Fault.Invalid, entry.Place, Truth.True, $"'{entry.Key}' cannot be limited: {fault}");
                }
            }
        }

        foreach (var resource in resources)
        {
            CheckResource(limit, resource, isPod.IsTrue);
        }
    }

    private static void CheckResource(Part limit, string resource, bool isPod)
    {
        Quantity? Of(string key) => isPod && (key is "default" or "defaultRequest") ? null : Quantities.Of(limit.Child(key)[resource]);
        var (min, max, limits, requests, ratio) = (Of("min"), Of("max"), Of("default"), Of("defaultRequest"), Of("maxLimitRequestRatio"));
        Report("min", min > max, "it is more than 'max'");
        Report("defaultRequest", min > requests, "it is less than 'min'");
        Report("defaultRequest", requests > max, "it is more than 'max'");
        Report("defaultRequest", requests > limits, "it is more than 'default'");
        Report("default", min > limits, "it is less than 'min'");
        Report("default", limits > max, "it is more than 'max'");
        Report("defaultRequest", !ResourceNames.MayBeOvercommitted(resource) && limits is not null && requests is not null && limits != requests, "it has to be the same as 'default': it cannot be overcommitted");
        Report("maxLimitRequestRatio", ratio < One, "it has to be at least 1");
        Report("maxLimitRequestRatio", ratio is { } r && min is { } least && max is { } most && r.IsMoreThanRatio(most, least), "it is more than 'max' divided by 'min'");

        void Report(string key, bool isFault, string because)
        {
            if (isFault)
            {
                limit.Report(Fault.Invalid, limit.Place.Child(key).Child(resource), Truth.True, because);
            }
        }
    }
}
