using System.Globalization;
using K8sSharpManifests.Cel.Functions;
using K8sSharpManifests.Cel.Values;
using K8sSharpManifests.Core;
using K8sSharpManifests.Core.CustomResources;

namespace K8sSharpManifests.Cel.Schemas;

/// <summary>What CEL sees of a node of a tree, by its schema.</summary>
/// <remarks>Upstream: apiserver's pkg/cel/common/valuesunstructured.go (UnstructuredToVal).</remarks>
internal static class SchemaValue
{
    /// <summary>The value of a node.</summary>
    /// <param name="node">The node, which is there.</param>
    /// <param name="schema">Its schema.</param>
    /// <returns>The value; an error where the node is nothing that the schema allows, and unknown where it is not known.</returns>
    public static CelValue Of(Node node, JsonSchema schema)
    {
        if (node is Unknown or Missing)
        {
            return CelUnknown.Data;
        }

        var scalar = node as Scalar;
        if (scalar?.Kind == ScalarKind.Null)
        {
            return schema.IsNullable ? CelNull.Value : new CelError("invalid data, got null for schema with nullable=false");
        }

        if (schema.IsIntOrString)
        {
            return scalar?.Kind == ScalarKind.String ? new CelString(scalar.Text)
                : (scalar is null ? null : Int(scalar)) ?? new CelError("invalid data, expected XIntOrString value to be either a string or integer");
        }

        return schema.Type switch
        {
            "object" => node is Mapping mapping ? new SchemaObject(mapping, schema) : new CelError("invalid data, expected a map for the provided schema with type=object"),
            "array" => List(node, schema),
            "string" => scalar?.Kind == ScalarKind.String ? Text(scalar.Text, schema.Format) : new CelError($"invalid data, expected string, got {GoType(node)}"),
            "number" => (scalar is null ? null : Double(scalar)) ?? new CelError($"invalid data, expected float, got {GoType(node)}"),
            "integer" => (scalar is null ? null : Int(scalar)) ?? new CelError($"invalid data, expected int, got {GoType(node)}"),
            "boolean" => scalar?.Kind == ScalarKind.Boolean ? CelBool.Of(scalar.Text == "true") : new CelError($"invalid data, expected bool, got {GoType(node)}"),
            _ => schema.PreservesUnknownFields ? new PreservedValue(node) : new CelError("invalid type, expected object, array, number, integer, boolean or string, or no type with x-kubernetes-int-or-string or x-kubernetes-preserve-unknown-fields is true, got " + schema.Type),
        };
    }

    private static CelValue List(Node node, JsonSchema schema) =>
        node is not Sequence sequence ? new CelError("invalid data, expected an array for the provided schema with type=array")
        : schema.Items is null ? new CelError("invalid array type, expected Items with a non-empty Schema")
        : new SchemaList(sequence, schema);

    private static CelValue Text(string text, string format)
    {
        switch (format)
        {
            case "date-time":
                return GoTime.ParseTimestamp(text) ?? NotRead(text, format);
            case "date":
                return GoTime.ParseTimestamp(text + "T00:00:00Z") ?? NotRead(text, format);
            case "duration":
                return GoTime.ParseDuration(text) ?? (CelValue)NotRead(text, format);
            case "byte":
                try
                {
                    return new CelBytes(Convert.FromBase64String(text));
                }
                catch (FormatException)
                {
                    return NotRead(text, format);
                }

            default:
                return new CelString(text);
        }
    }

    // The server's library of formats reads more than these, so that this is no error.
    private static CelUnknown NotRead(string text, string format) => CelUnknown.Because($"'{text}' is not read as a value of the format '{format}' here");

    private static CelValue? Int(Scalar scalar) =>
        scalar.Kind == ScalarKind.Number && long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? new CelInt(number) : null;

    private static CelValue? Double(Scalar scalar) =>
        scalar.Kind == ScalarKind.Number && double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? new CelDouble(number) : null;

    private static string GoType(Node node) => node switch
    {
        Mapping => "map[string]interface {}",
        Sequence => "[]interface {}",
        Scalar { Kind: ScalarKind.Boolean } => "bool",
        Scalar { Kind: ScalarKind.Number } number => Int(number) is null ? "float64" : "int64",
        _ => "string",
    };
}

/// <summary>A value that x-kubernetes-preserve-unknown-fields keeps, of no type: CEL can compare it, and nothing else.</summary>
internal sealed class PreservedValue(Node node) : CelValue
{
    public Node Node { get; } = node;

    public override string TypeName => "unknown";
}
