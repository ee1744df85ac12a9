using System.Globalization;
using K8sSharpManifests.Core.CustomResources;

namespace K8sSharpManifests.Core.Rules.Validity.CustomResources.Objects;

/// <summary>Whether a value is of the JSON type that a schema names.</summary>
/// <remarks>Upstream: kube-openapi's pkg/validation/validate/type.go (typeValidator): a number without a fraction is a whole one.</remarks>
internal static class SchemaTypes
{
    /// <summary>What is wrong with the type of a value; null for nothing, and for what is not known.</summary>
    public static string? Fault(Node value, JsonSchema schema)
    {
        if (schema.IsIntOrString)
        {
            return IsType(value, "integer") || IsType(value, "string") ? null : $"it has to be a whole number or a text, and is {JsonTypes.Name(value)}";
        }

        return schema.Type.Length == 0 || IsType(value, schema.Type) ? null : $"it has to be {Spoken(schema.Type)}, and is {JsonTypes.Name(value)}{Quoted(value, schema.Type)}";
    }

    private static bool IsType(Node value, string type) => (value, type) switch
    {
        (Unknown or Missing, _) => true,
        (Mapping, _) => type == "object",
        (Sequence, _) => type == "array",
        (Scalar { Kind: ScalarKind.String }, _) => type == "string",
        (Scalar { Kind: ScalarKind.Boolean }, _) => type == "boolean",
        (Scalar { Kind: ScalarKind.Number } number, "integer") => number.Text.IndexOfAny(Fractions) < 0 || (double.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && real == Math.Floor(real)),
        (Scalar { Kind: ScalarKind.Number }, _) => type == "number",
        _ => false,
    };

    private static readonly char[] Fractions = ['.', 'e', 'E'];

    private static string Quoted(Node value, string type) => type == "string" && value is Scalar { Kind: ScalarKind.Number or ScalarKind.Boolean } ? "; put it in quotes, as it is written" : "";

    private static string Spoken(string type) => type switch
    {
        "object" => "an object",
        "array" => "a list",
        "string" => "a text",
        "boolean" => "true or false",
        "integer" => "a whole number",
        "number" => "a number",
        _ => $"of the type '{type}'",
    };
}
