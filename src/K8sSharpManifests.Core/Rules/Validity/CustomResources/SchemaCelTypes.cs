using System.Text;
using K8sSharpManifests.Core.Rules.Validity.Cel;

namespace K8sSharpManifests.Core.Rules.Validity.CustomResources;

/// <summary>What a structural schema is to CEL.</summary>
/// <remarks>
/// Upstream: apiserver's pkg/cel/common/schemas.go (SchemaDeclType) and pkg/cel/escaping.go (Escape), as apiextensions-apiserver's pkg/apiserver/schema/cel/model/schemas.go
/// (SchemaDeclType, WithTypeAndObjectMeta) calls them.
/// </remarks>
internal static class SchemaCelTypes
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "true", "false", "null", "in", "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package", "namespace", "return", "var", "void", "while",
    };

    /// <summary>The type of what a schema describes; null where an expression cannot see it.</summary>
    public static CelType? Of(Part schema, bool isResource)
    {
        var isEither = schema.IsTrue("x-kubernetes-int-or-string");
        if (!isEither.IsFalse)
        {
            return isEither.IsTrue ? CelType.Dynamic : CelType.Unsure;
        }

        return schema["type"] is Unknown ? CelType.Unsure : schema.Text("type") switch
        {
            "array" => schema.Schema("items") is { } items ? Of(items, items.IsTrue("x-kubernetes-embedded-resource").IsTrue) is { } item ? CelType.ListOf(item) : null : CelType.Unsure,
            "object" => OfObject(schema, isResource),
            "string" => OfText(schema),
            "boolean" => CelType.Bool,
            "number" => CelType.Double,
            "integer" => CelType.Int,
            _ => null,
        };
    }

    private static CelType? OfObject(Part schema, bool isResource)
    {
        if (schema.Schema("additionalProperties") is { } values)
        {
            return Of(values, values.IsTrue("x-kubernetes-embedded-resource").IsTrue) is { } value ? CelType.MapOf(CelType.String, value) : null;
        }

        return schema["additionalProperties"] is Unknown || schema["properties"] is Unknown || schema.MayHoldMore("properties") ? CelType.Unsure : CelType.ObjectOf(name => Field(schema, name, isResource));
    }

    private static CelType OfText(Part schema) => schema["format"] is Unknown ? CelType.Unsure : schema.Text("format") switch
    {
        "byte" => CelType.Bytes,
        "duration" => CelType.Duration,
        "date" or "date-time" => CelType.Timestamp,
        _ => CelType.String,
    };

    private static CelType? Field(Part schema, string name, bool isResource)
    {
        if (isResource && (name is "apiVersion" or "kind"))
        {
            return CelType.String;
        }

        if (isResource && name == "metadata")
        {
            return CelType.Unsure;
        }

        foreach (var property in schema.DictionaryOf("properties"))
        {
            if (property.Key == name || Escaped(property.Key) == name)
            {
                return Escaped(property.Key) == name ? Of(property, property.IsTrue("x-kubernetes-embedded-resource").IsTrue) : CelType.Unsure;
            }
        }

        return null;
    }

    // How an expression calls a property whose name is no name of CEL.
    private static string Escaped(string name)
    {
        if (Keywords.Contains(name))
        {
            return $"__{name}__";
        }

        if (name.IndexOfAny(Escapes) < 0 && name.IndexOf("__", StringComparison.Ordinal) < 0)
        {
            return name;
        }

        return new StringBuilder(name).Replace("__", "__underscores__").Replace(".", "__dot__").Replace("-", "__dash__").Replace("/", "__slash__").ToString();
    }

    private static readonly char[] Escapes = ['.', '-', '/'];
}
