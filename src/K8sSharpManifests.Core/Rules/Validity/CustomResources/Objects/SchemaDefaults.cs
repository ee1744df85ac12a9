using K8sSharpManifests.Core.CustomResources;

namespace K8sSharpManifests.Core.Rules.Validity.CustomResources.Objects;

/// <summary>A custom resource as the API server sees it: with the defaults of its definition, and without a null where that may not be.</summary>
/// <remarks>Upstream: apiextensions-apiserver's pkg/apiserver/schema/defaulting/algorithm.go (Default, PruneNonNullableNullsWithoutDefaults).</remarks>
internal static class SchemaDefaults
{
    /// <summary>The value with defaults; the same one where there is nothing to set.</summary>
    public static Node Apply(Node node, JsonSchema schema) => node switch
    {
        Mapping mapping => Apply(mapping, schema),
        Sequence list when schema.Items is { } items => Apply(list, items),
        _ => node,
    };

    private static Mapping Apply(Mapping mapping, JsonSchema schema)
    {
        var entries = new List<KeyValuePair<string, Node>>(mapping.Count);
        var isChanged = false;
        foreach (var entry in mapping.EntryArray)
        {
            var inner = schema.Below(entry.Key);
            if (inner is not null && IsRefusedNull(entry.Value, inner))
            {
                isChanged = true;
                if (inner.Default is { } instead)
                {
                    entries.Add(new(entry.Key, Apply(WithoutOrigin(instead), inner)));
                }
            }
            else
            {
                var value = inner is null ? entry.Value : Apply(entry.Value, inner);
                isChanged |= !ReferenceEquals(value, entry.Value);
                entries.Add(new(entry.Key, value));
            }
        }

        foreach (var property in schema.Properties)
        {
            if (property.Value.Default is { } value && mapping[property.Key] is var known and (Missing or Unknown) && !mapping.Entries.Any(e => e.Key == property.Key))
            {
                // What an open object may hold is not absent for certain.
                if (known is Missing)
                {
                    isChanged = true;
                    entries.Add(new(property.Key, Apply(WithoutOrigin(value), property.Value)));
                }
            }
        }

        return isChanged ? mapping.WithEntries(entries) : mapping;
    }

    private static Sequence Apply(Sequence list, JsonSchema schema)
    {
        var items = list.Items.Select(item => IsRefusedNull(item, schema) && schema.Default is { } instead ? WithoutOrigin(instead) : Apply(item, schema)).ToArray();
        return items.Where((item, i) => !ReferenceEquals(item, list.Items[i])).Any() ? new(items, list.IsOpen, list.Origin) : list;
    }

    private static bool IsRefusedNull(Node value, JsonSchema schema) => value is Scalar { Kind: ScalarKind.Null } && !schema.IsNullable;

    // A finding about a default belongs to the object that lacks a value, and not to the definition.
    private static Node WithoutOrigin(Node node) => node switch
    {
        Mapping mapping => new Mapping([.. mapping.Entries.Select(e => new KeyValuePair<string, Node>(e.Key, WithoutOrigin(e.Value)))]),
        Sequence list => new Sequence([.. list.Items.Select(WithoutOrigin)]),
        Scalar scalar => new Scalar(scalar.Kind, scalar.Text),
        _ => node,
    };
}
