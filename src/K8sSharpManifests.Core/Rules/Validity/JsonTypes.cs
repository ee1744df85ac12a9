using System.Globalization;

namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>Which JSON the API server can decode into a field.</summary>
internal static class JsonTypes
{
    /// <summary>What is wrong with the type of a value; null for nothing, and for what is not known.</summary>
    /// <param name="node">The value, not null.</param>
    /// <param name="shape">The shape of the field, or of its items.</param>
    public static string? Fault(Node node, ApiShape shape) => (node, shape.Kind) switch
    {
        (Unknown or Missing, _) or (_, ApiShapeKind.Any) => null,
        (Mapping, ApiShapeKind.Object or ApiShapeKind.Map) or (Sequence, ApiShapeKind.List) => null,
        (Sequence list, ApiShapeKind.Bytes) when list.Items.All(IsByte) => null,
        (Scalar scalar, var kind) when IsDecoded(scalar, kind) => null,
        (Scalar { Kind: ScalarKind.String } text, ApiShapeKind.Time) => $"'{text.Text}' is no time as RFC 3339 has it, like 2026-01-31T12:00:00Z",
        (Scalar { Kind: ScalarKind.String } text, ApiShapeKind.MicroTime) => $"'{text.Text}' is no time as RFC 3339 has it with microseconds, like 2026-01-31T12:00:00.000000Z",
        (Scalar { Kind: ScalarKind.String }, ApiShapeKind.Bytes) => "it has to be base64",
        _ => $"it has to be {Name(shape.Kind)}, and is {Name(node)}{Quoted(node, shape.Kind)}",
    };

    private static bool IsDecoded(Scalar scalar, ApiShapeKind kind) => kind switch
    {
        ApiShapeKind.String => scalar.Kind == ScalarKind.String,
        ApiShapeKind.Boolean => scalar.Kind == ScalarKind.Boolean,
        ApiShapeKind.Int32 => scalar.Kind == ScalarKind.Number && int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        ApiShapeKind.Int64 => scalar.Kind == ScalarKind.Number && long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        ApiShapeKind.Double => scalar.Kind == ScalarKind.Number,
        ApiShapeKind.Quantity => scalar.Kind is ScalarKind.String || (scalar.Kind == ScalarKind.Number && !Quantity.IsRefused(scalar.Text)),
        ApiShapeKind.IntOrString => scalar.Kind == ScalarKind.String || (scalar.Kind == ScalarKind.Number && int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)),
        ApiShapeKind.Time => scalar.Kind == ScalarKind.String && GoTime.IsTime(scalar.Text),
        ApiShapeKind.MicroTime => scalar.Kind == ScalarKind.String && GoTime.HasMicroseconds(scalar.Text),
        ApiShapeKind.Bytes => scalar.Kind == ScalarKind.String && Base64.Decode(scalar.Text) is not null,
        _ => false,
    };

    // Go decodes a list of numbers into bytes, too.
    private static bool IsByte(Node node) => node is Unknown or Scalar { Kind: ScalarKind.Null }
        || (node is Scalar { Kind: ScalarKind.Number } number && byte.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out _));

    // What YAML makes of a text without quotes. How that was written is not known: 08057 is 8057 here, and 123e4 is 1230000.
    private static string Quoted(Node node, ApiShapeKind kind) =>
        kind == ApiShapeKind.String && node is Scalar { Kind: ScalarKind.Number or ScalarKind.Boolean } ? "; put it in quotes, as it is written" : "";

    private static string Name(ApiShapeKind kind) => kind switch
    {
        ApiShapeKind.String => "a text",
        ApiShapeKind.Boolean => "true or false",
        ApiShapeKind.Int32 => "a whole number of 32 bits",
        ApiShapeKind.Int64 => "a whole number of 64 bits",
        ApiShapeKind.Double => "a number",
        ApiShapeKind.Quantity => "a quantity",
        ApiShapeKind.IntOrString => "a whole number or a text",
        ApiShapeKind.Time or ApiShapeKind.MicroTime => "a time",
        ApiShapeKind.Bytes => "base64",
        ApiShapeKind.List => "a list",
        _ => "an object",
    };

    /// <summary>What messages call the type of a value: of a number, true, false and null the value itself.</summary>
    public static string Name(Node node) => node switch
    {
        Mapping => "an object",
        Sequence => "a list",
        Scalar { Kind: not ScalarKind.String } scalar => scalar.Text,
        Scalar => "a text",
        _ => "nothing",
    };
}
