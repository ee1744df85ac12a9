using K8sSharpManifests.Core.Rules;

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

    /// <summary>Whether the API server takes an object with fields that it does not know: it reads the schemas in a schema on its own, without being strict.</summary>
    public static bool IsReadLeniently(TreePlace place)
    {
        for (var at = place; at.Parent is { } parent; at = parent)
        {
            if (MayHoldSchema(at.Key) && parent.Node is Mapping { Type.Name: TypeName })
            {
                return true;
            }
        }

        return false;
    }

    private static bool MayHoldSchema(string key) => key is "items" or "additionalProperties" or "additionalItems";
}
