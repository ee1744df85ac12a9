using K8sSharpManifests.Core.CustomResources;

namespace K8sSharpManifests.Core.Rules.Validity.CustomResources.Objects;

/// <summary>Objects in a custom resource that say themselves what they are.</summary>
/// <remarks>Upstream: apiextensions-apiserver's pkg/apiserver/schema/objectmeta/validation.go (Validate).</remarks>
internal static class EmbeddedCheck
{
    /// <summary>Finds those that do not say what they are.</summary>
    public static void Check(TreePlace value, JsonSchema schema, bool isRoot, List<SchemaFault> faults)
    {
        if (value.Node is Mapping map && schema.IsEmbeddedResource && !isRoot)
        {
            Demand(value, map, "apiVersion", faults);
            Demand(value, map, "kind", faults);
        }

        foreach (var below in SchemaPlace.Below(value, schema))
        {
            Check(below.Place, below.Schema, isRoot: false, faults);
        }
    }

    private static void Demand(TreePlace value, Mapping map, string key, List<SchemaFault> faults)
    {
        if (map[key] is Missing || map[key].Is("").IsTrue)
        {
            faults.Add(new(MissingField.Rule, value.Child(key), "an object in a custom resource says what it is by apiVersion and kind"));
        }
    }
}
