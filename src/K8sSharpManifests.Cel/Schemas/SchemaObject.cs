using K8sSharpManifests.Cel.Values;
using K8sSharpManifests.Core;
using K8sSharpManifests.Core.CustomResources;
using K8sSharpManifests.Core.Rules.Validity.Cel;

namespace K8sSharpManifests.Cel.Schemas;

/// <summary>An object or a dictionary of a custom resource.</summary>
internal sealed class SchemaObject(Mapping mapping, JsonSchema schema) : CelMapValue
{
    private readonly bool _isObject = schema.Properties.Count > 0 || schema.IsEmbeddedResource;

    public Mapping Mapping { get; } = mapping;

    public override int Count => Mapping.Count;

    public override bool IsOpen => Mapping.IsOpen;

    public override IEnumerable<CelValue> Keys =>
        Mapping.Entries.Where(e => SchemaOf(e.Key) is not null).Select(e => new CelString(_isObject ? FieldNames.Escape(e.Key) ?? e.Key : e.Key));

    /// <summary>The schema of what is under a key, as in YAML; null where CEL knows nothing of it.</summary>
    public JsonSchema? SchemaOf(string key) =>
        !_isObject ? schema.AdditionalProperties
        : schema.IsEmbeddedResource && ObjectSchema.Of(schema, key) is { } known ? known
        : schema.Property(key);

    /// <summary>Whether CEL can speak of a field. In an object the server's type check refuses a rule that speaks of another.</summary>
    public bool Knows(string key) => !_isObject || (FieldNames.Unescape(key) is { } name && SchemaOf(name) is not null);

    public override CelValue? Find(CelValue key) => Look(key, out var property) switch
    {
        Missing => null,
        null => key.IsFailure ? key : CelError.NoSuchOverload,
        var node => SchemaValue.Of(node, property!),
    };

    public override CelValue Has(CelValue key) => Look(key, out _) switch
    {
        Missing => CelBool.False,
        null => key.IsFailure ? key : CelError.NoSuchOverload,
        Unknown => CelUnknown.Data,
        _ => CelBool.True,
    };

    // The node under a key; Missing where CEL sees none, and null where it can be no key.
    private Node? Look(CelValue key, out JsonSchema? property)
    {
        property = null;
        if (key is not CelString text)
        {
            return null;
        }

        if ((_isObject ? FieldNames.Unescape(text.Value) : text.Value) is not { } name || (property = SchemaOf(name)) is null)
        {
            return Missing.Value;
        }

        // A field with null is as one that is not there; a key of a dictionary is there.
        return _isObject && Mapping[name] is Scalar { Kind: ScalarKind.Null } ? Missing.Value : Mapping[name];
    }
}

/// <summary>What each object of the API has, whatever its schema says: apiVersion, kind, and of its metadata name and generateName.</summary>
/// <remarks>Upstream: apiserver's pkg/cel/common/schemas.go (WithTypeAndObjectMeta).</remarks>
internal static class ObjectSchema
{
    private static readonly JsonSchema Text = new() { Type = "string" };
    private static readonly JsonSchema Metadata = new() { Type = "object", Properties = [new("name", Text), new("generateName", Text)] };

    /// <summary>The schema of a field of an object of the API; null for one that not every object has.</summary>
    public static JsonSchema? Of(JsonSchema schema, string field) => field switch
    {
        "apiVersion" or "kind" => Text,

        // A schema that names fields of metadata names no others than these two, for the root; an embedded object's may.
        "metadata" => schema.Property("metadata") is { Properties.Count: > 0 } own ? own : Metadata,
        _ => null,
    };
}
