namespace K8sSharpManifests.Core;

/// <summary>The schemas in a JSON schema that the models keep as any JSON: of a list's items, and of what is in a dictionary.</summary>
/// <remarks>Upstream: apiextensions-apiserver's pkg/apis/apiextensions/v1/marshal.go (JSONSchemaPropsOrArray, JSONSchemaPropsOrBool).</remarks>
internal static class NestedSchemas
{
    /// <summary>The name of the type of a JSON schema.</summary>
    public const string TypeName = "V1JSONSchemaProps";

    /// <summary>The shape of a value: that of the field, but for a schema where the field may hold anything.</summary>
    public static ApiShape Shape(ApiField field, Node value) =>
        field.Shape.Kind != ApiShapeKind.Any || field.Owner.Name != TypeName || !MayHoldSchema(field.Key) ? field.Shape
        : value is Mapping ? ApiShape.Of(field.Owner)
        : value is Sequence && field.Key == "items" ? new(ApiShapeKind.List, ApiShape.Of(field.Owner))
        : field.Shape;

    /// <summary>Whether a field of a schema may hold schemas without its type saying so.</summary>
    public static bool MayHoldSchema(string key) => key is "items" or "additionalProperties" or "additionalItems";
}
