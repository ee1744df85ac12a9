using System.Globalization;

namespace K8sSharpManifests.Core.CustomResources;

/// <summary>Makes a <see cref="JsonSchema"/> of what stands in a CustomResourceDefinition. What is of the wrong type there, the rules about definitions tell; here it is as if it were absent.</summary>
public static class JsonSchemaReader
{
    private const int MaxDepth = 200;

    /// <summary>Reads a schema.</summary>
    /// <param name="node">What stands under <c>openAPIV3Schema</c>, say.</param>
    /// <param name="isResource">Whether it is the schema of a whole custom resource.</param>
    /// <returns>Null where it is no object, and where it nests too deep.</returns>
    public static JsonSchema? Read(Node node, bool isResource = false) => node is Mapping mapping && IsShallow(mapping, 0) ? Schema(mapping, isResource) : null;

    private static JsonSchema Schema(Mapping node, bool isResource = false) => new()
    {
        Type = Text(node["type"]),
        Format = Text(node["format"]),
        Description = Text(node["description"]),
        Properties = node["properties"] is Mapping properties ? [.. properties.Entries.Where(e => e.Value is Mapping).Select(e => new KeyValuePair<string, JsonSchema>(e.Key, Schema((Mapping)e.Value)))] : [],
        Items = Child(node["items"]),
        AdditionalProperties = Child(node["additionalProperties"]),
        AllowsAnyProperties = IsTrue(node["additionalProperties"]),
        Required = Texts(node["required"]),
        Enum = node["enum"] is Sequence values ? values.Items : [],
        Pattern = Text(node["pattern"]),
        Minimum = Number(node["minimum"]),
        IsMinimumExclusive = IsTrue(node["exclusiveMinimum"]),
        Maximum = Number(node["maximum"]),
        IsMaximumExclusive = IsTrue(node["exclusiveMaximum"]),
        MultipleOf = Number(node["multipleOf"]),
        MinLength = Count(node["minLength"]),
        MaxLength = Count(node["maxLength"]),
        MinItems = Count(node["minItems"]),
        MaxItems = Count(node["maxItems"]),
        MinProperties = Count(node["minProperties"]),
        MaxProperties = Count(node["maxProperties"]),
        HasUniqueItems = IsTrue(node["uniqueItems"]),
        IsNullable = IsTrue(node["nullable"]),
        IsIntOrString = IsTrue(node["x-kubernetes-int-or-string"]),
        PreservesUnknownFields = IsTrue(node["x-kubernetes-preserve-unknown-fields"]),
        IsEmbeddedResource = isResource || IsTrue(node["x-kubernetes-embedded-resource"]),
        ListType = Text(node["x-kubernetes-list-type"]),
        ListMapKeys = Texts(node["x-kubernetes-list-map-keys"]),
        MapType = Text(node["x-kubernetes-map-type"]),
        AllOf = Children(node["allOf"]),
        AnyOf = Children(node["anyOf"]),
        OneOf = Children(node["oneOf"]),
        Not = Child(node["not"]),
        Rules = node["x-kubernetes-validations"] is Sequence rules ? [.. rules.Items.OfType<Mapping>().Select(Rule)] : [],
        Default = node["default"] is Missing or Scalar { Kind: ScalarKind.Null } ? null : node["default"],
        Node = node,
    };

    private static JsonSchemaRule Rule(Mapping rule) => new(
        Text(rule["rule"]), Text(rule["message"]), Text(rule["messageExpression"]), Text(rule["fieldPath"]), Text(rule["reason"]), IsTrue(rule["optionalOldSelf"]), rule);

    private static JsonSchema? Child(Node node) => node is Mapping mapping ? Schema(mapping) : null;

    private static IReadOnlyList<JsonSchema> Children(Node node) => node is Sequence list ? [.. list.Items.OfType<Mapping>().Select(item => Schema(item))] : [];

    private static string Text(Node node) => node is Scalar { Kind: ScalarKind.String } text ? text.Text : "";

    private static IReadOnlyList<string> Texts(Node node) => node is Sequence list ? [.. list.Items.Select(Text).Where(t => t.Length > 0)] : [];

    private static bool IsTrue(Node node) => node is Scalar { Kind: ScalarKind.Boolean, Text: "true" };

    private static string? Number(Node node) => node is Scalar { Kind: ScalarKind.Number } number ? number.Text : null;

    private static long? Count(Node node) => Number(node) is { } text && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) ? count : null;

    private static bool IsShallow(Node node, int depth) => depth < MaxDepth && node switch
    {
        Mapping mapping => mapping.Entries.All(e => IsShallow(e.Value, depth + 1)),
        Sequence list => list.Items.All(item => IsShallow(item, depth + 1)),
        _ => true,
    };
}
