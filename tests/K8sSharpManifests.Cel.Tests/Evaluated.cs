using K8sSharpManifests.Cel.Evaluation;
using K8sSharpManifests.Cel.Schemas;
using K8sSharpManifests.Cel.Values;
using K8sSharpManifests.Core;
using K8sSharpManifests.Core.CustomResources;
using K8sSharpManifests.Yaml;

namespace K8sSharpManifests.Cel.Tests;

/// <summary>What becomes of expressions.</summary>
internal static class Evaluated
{
    /// <summary>true, false, an error's message, "unknown", or why nobody here can tell.</summary>
    public static string Outcome(string expression) => Outcome(expression, CelNull.Value);

    /// <summary>The same, for a value with a schema, both in YAML.</summary>
    public static string Outcome(string expression, string value, string schema) => Outcome(expression, Tree(value), Schema(schema));

    /// <summary>The same, for a tree that may have unknown parts.</summary>
    public static string Outcome(string expression, Node value, JsonSchema schema) => Outcome(expression, SchemaValue.Of(value, schema));

    public static Node Tree(string yaml) => TreeReader.Read(yaml).Roots[0];

    public static JsonSchema Schema(string yaml, bool isRoot = false) => JsonSchemaReader.Read(Tree(yaml), isRoot)!;

    private static string Outcome(string expression, CelValue self) => CelProgram.Of(expression).Run(self) switch
    {
        CelBool flag => flag.Value ? "true" : "false",
        CelError error => error.Message,
        CelUnknown { Reason: { } reason } => $"not evaluated: {reason}",
        CelUnknown => "unknown",
        var other => $"a value of the type {other.TypeName}",
    };
}
