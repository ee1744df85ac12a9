using K8sSharpManifests.Core.CustomResources;

namespace K8sSharpManifests.Core.Rules.Validity.CustomResources.Objects;

/// <summary>Lists of the types set and map, in which no item is there twice.</summary>
/// <remarks>Upstream: apiextensions-apiserver's pkg/apiserver/schema/listtype/validation.go (ValidateListSetsAndMaps).</remarks>
internal static class ListCheck
{
    /// <summary>Finds what is there twice in a value.</summary>
    public static void Check(TreePlace value, JsonSchema schema, List<SchemaFault> faults)
    {
        if (value.Node is Sequence && schema.Items is not null && schema.ListType is ("set" or "map"))
        {
            CheckItems(value, schema, faults);
        }

        foreach (var below in SchemaPlace.Below(value, schema))
        {
            Check(below.Place, below.Schema, faults);
        }
    }

    private static void CheckItems(TreePlace list, JsonSchema schema, List<SchemaFault> faults)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in list.Items)
        {
            if ((schema.ListType == "set" ? NodeText.Of(item.Node) : Keys(item.Node, schema.ListMapKeys)) is { } text && !seen.Add(text))
            {
                faults.Add(new(DuplicateItem.Rule, item, schema.ListType == "set" ? "each stands there once" : $"another item has the same {string.Join(" and ", schema.ListMapKeys.Select(k => $"'{k}'"))}"));
            }
        }
    }

    private static string? Keys(Node item, IReadOnlyList<string> keys)
    {
        if (item is not Mapping map)
        {
            return null;
        }

        var texts = keys.Select(key => map[key] is Missing ? "" : NodeText.Of(map[key])).ToArray();
        return Array.IndexOf(texts, null) >= 0 ? null : string.Join(",", texts);
    }
}
