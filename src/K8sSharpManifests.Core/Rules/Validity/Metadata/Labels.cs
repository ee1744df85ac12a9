namespace K8sSharpManifests.Core.Rules.Validity.Metadata;

/// <summary>A dictionary of labels.</summary>
/// <remarks>Upstream: apimachinery's pkg/apis/meta/v1/validation/validation.go (ValidateLabels). The API server names the dictionary; we point at the entry.</remarks>
internal static class Labels
{
    /// <summary>Says what is wrong with the keys and values of a dictionary.</summary>
    /// <param name="owner">The object that has it.</param>
    /// <param name="key">Its key.</param>
    /// <param name="rule">The rule; null for that of labels.</param>
    /// <param name="named">What the server calls it; null for its place.</param>
    public static void Validate(Part owner, string key, RuleInfo? rule = null, TreePlace? named = null)
    {
        rule ??= InvalidMetadata.Rule;
        var place = owner.Place.Child(key);
        named ??= place;
        if (place.Node is Unknown)
        {
            owner.Report(rule, named, Truth.Unknown, "");
        }

        if (place.Node is not Mapping labels)
        {
            return;
        }

        foreach (var entry in labels.EntryArray)
        {
            if (TextForms.IsLabelKey(entry.Key) is { } keyFault)
            {
                owner.ReportAt(rule, named, place.KeyOf(entry), Truth.True, keyFault);
            }
            else if (entry.Value is Unknown)
            {
                owner.Report(rule, named, Truth.Unknown, "");
            }
            else if (entry.Value is Scalar { Kind: ScalarKind.String, Text: var value } && TextForms.IsValidLabelValue(value) is { } fault)
            {
                owner.ReportAt(rule, named, place.Entry(entry), Truth.True, fault);
            }
        }
    }
}
