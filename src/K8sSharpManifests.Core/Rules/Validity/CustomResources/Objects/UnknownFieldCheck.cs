using K8sSharpManifests.Core.CustomResources;

namespace K8sSharpManifests.Core.Rules.Validity.CustomResources.Objects;

/// <summary>Fields that a definition does not have: the API server would drop them, and refuses them where it is asked to be strict, as kubectl does.</summary>
/// <remarks>Upstream: apiextensions-apiserver's pkg/apiserver/schema/pruning/algorithm.go (PruneWithOptions).</remarks>
internal static class UnknownFieldCheck
{
    /// <summary>Finds the fields of a value that the definition does not have.</summary>
    public static void Check(TreePlace value, JsonSchema schema, List<SchemaFault> faults)
    {
        switch (value.Node)
        {
            case Sequence when schema.Items is { } items:
                foreach (var item in value.Items)
                {
                    Check(item, items, faults);
                }

                break;
            case Mapping map:
                foreach (var entry in map.EntryArray)
                {
                    if (schema.IsEmbeddedResource && entry.Key is "apiVersion" or "kind" or "metadata")
                    {
                        continue;
                    }

                    if (schema.Below(entry.Key) is { } inner)
                    {
                        Check(value.Entry(entry), inner, faults);
                    }
                    else if (!schema.PreservesUnknownFields && !schema.AllowsAnyProperties)
                    {
                        faults.Add(new(UnknownField.Rule, value.Entry(entry), Near(schema, entry.Key)));
                    }
                }

                break;
        }
    }

    private static string Near(JsonSchema schema, string key) => Spelling.AmongFields(key, [.. schema.Properties.Select(p => p.Key)]);
}
