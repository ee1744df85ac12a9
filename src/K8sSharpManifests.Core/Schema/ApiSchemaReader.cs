using System.Globalization;

namespace K8sSharpManifests.Core;

/// <summary>Reads the lines of ApiSchema.txt, whose head says what they mean, and adds what the overlay knows.</summary>
internal static class ApiSchemaReader
{
    private static readonly Dictionary<string, ApiShape> Scalars = new(StringComparer.Ordinal)
    {
        ["any"] = new(ApiShapeKind.Any),
        ["string"] = new(ApiShapeKind.String),
        ["bool"] = new(ApiShapeKind.Boolean),
        ["int32"] = new(ApiShapeKind.Int32),
        ["int64"] = new(ApiShapeKind.Int64),
        ["double"] = new(ApiShapeKind.Double),
        ["quantity"] = new(ApiShapeKind.Quantity),
        ["int-or-string"] = new(ApiShapeKind.IntOrString),
        ["time"] = new(ApiShapeKind.Time),
        ["micro-time"] = new(ApiShapeKind.MicroTime),
        ["bytes"] = new(ApiShapeKind.Bytes),
    };

    /// <summary>A type, by its first line.</summary>
    public static ApiType Type(ApiSchema schema, string line, int start, int end)
    {
        var words = line.Split(' ');
        var isKind = words.Length > 1 && words[1].IndexOf('=') < 0;
        var flags = Flags(words, isKind ? 5 : 1);
        return new(words[0], isKind ? new(words[1], words[2], words[3], words[4] == "namespaced") : null, type => schema.Fields(type, start, end))
        {
            Since = Minor(flags, "since"),
            DeprecatedSince = Minor(flags, "deprecated"),
            Until = Minor(flags, "removed"),
        };
    }

    /// <summary>The fields of a type, by the lines that follow.</summary>
    public static IReadOnlyList<ApiField> Fields(ApiSchema schema, ApiType type, string table, int start, int end)
    {
        var lines = table.Substring(start, end - start).Split(['\n'], StringSplitOptions.RemoveEmptyEntries);
        var fields = new ApiField[lines.Length - 1];
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = Field(schema, type, lines[i + 1].Substring(1).Split(' '), i);
        }

        return fields;
    }

    private static ApiField Field(ApiSchema schema, ApiType type, string[] words, int index)
    {
        var key = words[0];
        var shape = Shape(schema, words[1]);
        var flags = Flags(words, 2);
        var isKind = type.Kind is not null;
        return new(type, key, Text(flags, "as") ?? char.ToUpperInvariant(key[0]) + key.Substring(1), shape)
        {
            IsRequired = flags.ContainsKey("required"),
            IsAlwaysPresent = flags.ContainsKey("value"),
            IsPointer = flags.ContainsKey("pointer"),
            IsServerSet = ServerSetFields.Contains(type.Name, isKind, key),
            MapKeys = Text(flags, "keys")?.Split(',') ?? [],
            IsSet = flags.ContainsKey("set"),
            Format = Text(flags, "format") ?? FieldFormats.Of(type.Name, key),
            Minimum = Number(flags, "min") ?? FieldFormats.Minimum(type.Name, key),
            Maximum = Number(flags, "max") ?? FieldFormats.Maximum(type.Name, key),
            MaxItems = (int?)Number(flags, "max-items"),
            MaxLength = (int?)Number(flags, "max-length"),
            MaxBytes = (int?)Number(flags, "max-bytes"),
            Default = Text(flags, "default") ?? FieldDefaults.Of(type.Name, key),
            KeepsZero = KeptValues.KeepsZero(type.Name, key),
            KeepsEmpty = KeptValues.KeepsEmpty(type.Name, key, shape.Type?.Name),
            Position = Math.Min(FieldOrder.Position(type.Name, isKind, key), FirstPositions + index),
            Since = Minor(flags, "since"),
        };
    }

    // More than there are positions before the schema's order.
    private const int FirstPositions = 8;

    private static ApiShape Shape(ApiSchema schema, string text) =>
        text.StartsWith("[]", StringComparison.Ordinal) ? new(ApiShapeKind.List, Shape(schema, text.Substring(2)))
        : text.StartsWith("{}", StringComparison.Ordinal) ? new(ApiShapeKind.Map, Shape(schema, text.Substring(2)))
        : Scalars.TryGetValue(text, out var scalar) ? scalar
        : new(ApiShapeKind.Object, Type: schema.Type(text));

    private static Dictionary<string, string> Flags(string[] words, int first)
    {
        var flags = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = first; i < words.Length; i++)
        {
            var equals = words[i].IndexOf('=');
            flags[equals < 0 ? words[i] : words[i].Substring(0, equals)] = equals < 0 ? "" : words[i].Substring(equals + 1);
        }

        return flags;
    }

    private static string? Text(Dictionary<string, string> flags, string name) => flags.TryGetValue(name, out var text) ? text : null;

    private static long? Number(Dictionary<string, string> flags, string name) => Text(flags, name) is { } text ? long.Parse(text, CultureInfo.InvariantCulture) : null;

    // Of 1.31, the 31.
    private static int? Minor(Dictionary<string, string> flags, string name) =>
        Text(flags, name) is { } text ? int.Parse(text.Substring(text.IndexOf('.') + 1), CultureInfo.InvariantCulture) : null;
}
