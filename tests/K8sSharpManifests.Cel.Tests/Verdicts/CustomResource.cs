using K8sSharpManifests.Core;
using K8sSharpManifests.Core.CustomResources;
using K8sSharpManifests.Core.Rules.Validity.CustomResources.Objects;

namespace K8sSharpManifests.Cel.Tests.Verdicts;

/// <summary>What the rules of a schema say of a custom resource with the schema's defaults.</summary>
internal static class CustomResource
{
    private static readonly CelRules Evaluator = new();

    /// <summary>Evaluates all rules for all values that they are about.</summary>
    public static IEnumerable<(string Path, JsonSchemaRule Rule, CelResult Result)> Evaluate(JsonSchema schema, Node resource) => Walk(schema, SchemaDefaults.Apply(resource, schema), "");

    private static IEnumerable<(string Path, JsonSchemaRule Rule, CelResult Result)> Walk(JsonSchema schema, Node node, string path)
    {
        if (node is Scalar { Kind: ScalarKind.Null })
        {
            return [];
        }

        var own = schema.Rules.Select(r => (path + r.FieldPath, r, Evaluator.Evaluate(r, node, schema)));
        var inner = node switch
        {
            Mapping mapping => mapping.Entries.SelectMany(e =>
                schema.Property(e.Key) is { } property ? Walk(property, e.Value, TreePath.Child(path, e.Key))
                : schema.AdditionalProperties is { } values ? Walk(values, e.Value, $"{path}[{e.Key}]") : []),
            Sequence list when schema.Items is { } items => list.Items.SelectMany((item, i) => Walk(items, item, TreePath.Item(path, i))),
            _ => [],
        };
        return own.Concat(inner);
    }
}
