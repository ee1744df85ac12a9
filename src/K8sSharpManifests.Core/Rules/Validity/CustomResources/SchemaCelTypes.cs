using K8sSharpManifests.Core.Rules.Validity.Cel;

namespace K8sSharpManifests.Core.Rules.Validity.CustomResources;

/// <summary>What a structural schema is to CEL.</summary>
/// <remarks>
/// Upstream: apiserver's pkg/cel/common/schemas.go (SchemaDeclType) and pkg/cel/escaping.go (Escape), as apiextensions-apiserver's pkg/apiserver/schema/cel/model/schemas.go
/// (SchemaDeclType, WithTypeAndObjectMeta) calls them.
/// </remarks>
internal static class SchemaCelTypes
{
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
            if (property.Key == name || FieldNames.Escape(property.Key) == name)
            {
                return FieldNames.Escape(property.Key) == name ? Of(property, property.IsTrue("x-kubernetes-embedded-resource").IsTrue) : CelType.Unsure;
            }
        }

        return null;
    }
}
