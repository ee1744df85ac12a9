namespace K8sSharpManifests.Core.CustomResources;

/// <summary>
/// A structural schema of a CustomResourceDefinition: what the API server knows of a value of a custom resource. It is made by <see cref="JsonSchemaReader"/> of a definition's tree.
/// </summary>
/// <remarks>Upstream: apiextensions-apiserver's pkg/apis/apiextensions/v1/types_jsonschema.go (JSONSchemaProps) and pkg/apiserver/schema/structural.go (Structural).</remarks>
public sealed class JsonSchema
{
    private Dictionary<string, JsonSchema>? _properties;

    /// <summary>The JSON type, like <c>object</c>; empty where none is said.</summary>
    public string Type { get; init; } = "";

    /// <summary>What a text or a number has to look like, like <c>date-time</c>; empty for anything.</summary>
    public string Format { get; init; } = "";

    /// <summary>What people are told of it; empty for nothing.</summary>
    public string Description { get; init; } = "";

    /// <summary>The fields of an object, in the order of the schema.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonSchema>> Properties { get; init; } = [];

    /// <summary>The schema of each item of a list; null where none is said.</summary>
    public JsonSchema? Items { get; init; }

    /// <summary>The schema of each value of a dictionary; null where it is none.</summary>
    public JsonSchema? AdditionalProperties { get; init; }

    /// <summary>Whether an object may hold values of any key, of which nothing is said.</summary>
    public bool AllowsAnyProperties { get; init; }

    /// <summary>The fields that have to be there.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>The values that are allowed; empty for all.</summary>
    public IReadOnlyList<Node> Enum { get; init; } = [];

    /// <summary>The regular expression, in RE2's syntax, that matches somewhere in the text; empty for none.</summary>
    public string Pattern { get; init; } = "";

    /// <summary>The least number, as the schema writes it; null for none.</summary>
    public string? Minimum { get; init; }

    /// <summary>Whether the least number itself is too small.</summary>
    public bool IsMinimumExclusive { get; init; }

    /// <summary>The largest number, as the schema writes it; null for none.</summary>
    public string? Maximum { get; init; }

    /// <summary>Whether the largest number itself is too large.</summary>
    public bool IsMaximumExclusive { get; init; }

    /// <summary>Of what a number has to be a multiple, as the schema writes it; null for nothing.</summary>
    public string? MultipleOf { get; init; }

    /// <summary>How many characters (code points) a text has at least; null for no limit.</summary>
    public long? MinLength { get; init; }

    /// <summary>How many characters (code points) a text has at most; null for no limit.</summary>
    public long? MaxLength { get; init; }

    /// <summary>How many items a list has at least; null for no limit.</summary>
    public long? MinItems { get; init; }

    /// <summary>How many items a list has at most; null for no limit.</summary>
    public long? MaxItems { get; init; }

    /// <summary>How many fields an object has at least; null for no limit.</summary>
    public long? MinProperties { get; init; }

    /// <summary>How many fields an object has at most; null for no limit.</summary>
    public long? MaxProperties { get; init; }

    /// <summary>Whether no item of a list may be there twice.</summary>
    public bool HasUniqueItems { get; init; }

    /// <summary>Whether null is a value like another.</summary>
    public bool IsNullable { get; init; }

    /// <summary>Whether it is a whole number or a text: x-kubernetes-int-or-string.</summary>
    public bool IsIntOrString { get; init; }

    /// <summary>Whether fields that the schema does not have are kept: x-kubernetes-preserve-unknown-fields.</summary>
    public bool PreservesUnknownFields { get; init; }

    /// <summary>Whether it is an object with apiVersion, kind and metadata of its own: the custom resource itself, and what has x-kubernetes-embedded-resource.</summary>
    public bool IsEmbeddedResource { get; init; }

    /// <summary>x-kubernetes-list-type: <c>atomic</c>, <c>set</c> or <c>map</c>; empty where none is said.</summary>
    public string ListType { get; init; } = "";

    /// <summary>x-kubernetes-list-map-keys: the fields that tell the items of a list of the type map apart.</summary>
    public IReadOnlyList<string> ListMapKeys { get; init; } = [];

    /// <summary>x-kubernetes-map-type: <c>granular</c> or <c>atomic</c>; empty where none is said.</summary>
    public string MapType { get; init; } = "";

    /// <summary>Schemas all of which hold for the value.</summary>
    public IReadOnlyList<JsonSchema> AllOf { get; init; } = [];

    /// <summary>Schemas one of which holds for the value at least.</summary>
    public IReadOnlyList<JsonSchema> AnyOf { get; init; } = [];

    /// <summary>Schemas exactly one of which holds for the value.</summary>
    public IReadOnlyList<JsonSchema> OneOf { get; init; } = [];

    /// <summary>A schema that does not hold for the value; null for none.</summary>
    public JsonSchema? Not { get; init; }

    /// <summary>x-kubernetes-validations: what expressions in CEL say of the value.</summary>
    public IReadOnlyList<JsonSchemaRule> Rules { get; init; } = [];

    /// <summary>What the API server sets where the value is absent; null for nothing.</summary>
    public Node? Default { get; init; }

    /// <summary>The schema as the definition has it, with its place.</summary>
    public Mapping Node { get; init; } = new([]);

    /// <summary>The schema of a field.</summary>
    /// <param name="key">The field.</param>
    /// <returns>Null where the schema does not have it.</returns>
    public JsonSchema? Property(string key)
    {
        if (_properties is null)
        {
            var properties = new Dictionary<string, JsonSchema>(Properties.Count, StringComparer.Ordinal);
            foreach (var property in Properties)
            {
                properties[property.Key] = property.Value;
            }

            _properties = properties;
        }

        return _properties.TryGetValue(key, out var schema) ? schema : null;
    }

    /// <summary>The schema of what stands under a key of an object or a dictionary.</summary>
    /// <param name="key">The key.</param>
    /// <returns>Null where nothing is said of it.</returns>
    public JsonSchema? Below(string key) => Property(key) ?? AdditionalProperties;
}
