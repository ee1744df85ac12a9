using K8sSharpManifests.Core.Rules.Validity.Storage;

namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>What a claim asks for.</summary>
/// <remarks>Upstream: pkg/apis/core/validation/validation.go (ValidatePersistentVolumeClaimSpec, validateDataSource, validateDataSourceRef).</remarks>
internal sealed class ClaimSpecValidation() : Validation("V1PersistentVolumeClaimSpec")
{
    public override void Validate(Part part)
    {
        AccessModes.Validate(part);
        Storage(part);
        part.Form("storageClassName", TextForms.IsDNS1123Subdomain);
        part.Form("volumeAttributesClassName", TextForms.IsDNS1123Subdomain);
        DataSource(part, "dataSource");
        DataSource(part, "dataSourceRef");
        part.Child("dataSourceRef").Form("namespace", TextForms.IsDNS1123Label);

        var (source, reference) = (part.Child("dataSource"), part.Child("dataSourceRef"));
        var hasBoth = part.Has("dataSource") & part.Has("dataSourceRef");
        if (hasBoth.IsFalse || UnreadFields.Contains(reference.Place))
        {
            return;
        }

        var hasNamespace = reference.Has("namespace") & !reference.Is("namespace", "");
        var areSame = Same(source, reference, "apiGroup") & Same(source, reference, "kind") & Same(source, reference, "name");
        part.ReportAt(InvalidText.Rule, part.Place, source.Place, hasBoth & hasNamespace, "'dataSource' cannot be set where 'dataSourceRef' has a namespace");
        part.ReportAt(InvalidText.Rule, part.Place, source.Place, hasBoth & !hasNamespace & !areSame, "'dataSource' and 'dataSourceRef' have to name the same object");
    }

    // The server names the resource as one of 'resources' itself.
    private static void Storage(Part spec)
    {
        var requests = spec.Child("resources").Child("requests");
        var storage = requests["storage"];
        var place = spec.Place.Child("resources").Child("storage");
        if (storage is Missing)
        {
            spec.ReportAt(MissingField.Rule, place, requests.Place, spec.MayHoldMore("resources") || spec.Child("resources").MayHoldMore("requests") ? Truth.Unknown : Truth.True, "it has to say how much storage is needed: 'resources.requests.storage'");
        }
        else if (Quantities.Of(storage) is { } quantity)
        {
            spec.ReportAt(NumberOutOfRange.Rule, place, requests.Place.Child("storage"), quantity <= default(Quantity), "it has to be more than zero");
        }
    }

    private static void DataSource(Part spec, string key)
    {
        var source = spec.Child(key);
        if (spec.Has(key).IsFalse)
        {
            return;
        }

        var hasGroup = source.Has("apiGroup") & !source.Is("apiGroup", "");
        spec.Report(Fault.Invalid, key, spec.Has(key) & !hasGroup & !source.Is("kind", "PersistentVolumeClaim"), "without an 'apiGroup', its kind has to be 'PersistentVolumeClaim'");
        source.Form("apiGroup", TextForms.IsDNS1123Subdomain);
    }

    private static Truth Same(Part left, Part right, string key) => left[key] is Unknown || right[key] is Unknown ? Truth.Unknown : left[key].Exists == right[key].Exists && left.Text(key) == right.Text(key);
}

/// <summary>The metadata of a claim's template: only labels and annotations.</summary>
/// <remarks>Upstream: pkg/apis/core/validation/validation.go (ValidateTemplateObjectMeta, validateFieldAllowList).</remarks>
internal sealed class ClaimTemplateValidation() : Validation("V1PersistentVolumeClaimTemplate")
{
    public override void Validate(Part part)
    {
        var metadata = part.Child("metadata");
        if (metadata.Node is not Mapping map)
        {
            return;
        }

        foreach (var entry in map.Entries)
        {
            if (entry.Key is not ("labels" or "annotations") && metadata.Type?.Field(entry.Key) is not null)
            {
                metadata.Forbidden(entry.Key, Truth.True, "the metadata of a claim's template may only have labels and annotations");
            }
        }
    }
}
