using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>
/// An object with members: a model, whose fields go by their JSON names, or a tuple, a key-value pair or an object of the user's own type, whose members go
/// by their C# names. An open one may have members set that are not seen.
/// </summary>
internal sealed class ObjectValue(
    ModelType? model,
    INamedTypeSymbol? type,
    ImmutableArray<KeyValuePair<string, Value>> fields,
    bool isOpen,
    SourceOrigin? origin,
    ImmutableArray<ItemDefault> defaults) : Value(origin)
{
    public ObjectValue(ModelType? model, bool isOpen, SourceOrigin? origin) : this(model, null, [], isOpen, origin, [])
    {
    }

    /// <summary>The model's type; null for what is none.</summary>
    public ModelType? Model { get; } = model;

    /// <summary>The user's own type; null for models and tuples.</summary>
    public INamedTypeSymbol? Type { get; } = type;

    public ImmutableArray<KeyValuePair<string, Value>> Fields { get; } = fields;

    public bool IsOpen { get; } = isOpen;

    /// <summary>What items of its lists take as they are added.</summary>
    public ImmutableArray<ItemDefault> Defaults { get; } = defaults;

    /// <summary>A tuple or pair.</summary>
    public static ObjectValue Of(SourceOrigin? origin, params (string Name, Value Value)[] members) =>
        new(null, null, [.. members.Select(m => new KeyValuePair<string, Value>(m.Name, m.Value))], isOpen: false, origin, []);

    public Value? Find(string key) => StaticEvaluation.Fields.Find(Fields, key);

    /// <summary>A field of a model: null where it is not set, unknown where it may be.</summary>
    public Value Field(string key) => Find(key) ?? (IsOpen ? new UnknownValue(Origin) : NullValue.Instance);

    public ObjectValue With(string key, Value value) =>
        new(Model, Type, StaticEvaluation.Fields.Put(Fields, key, value), IsOpen, Origin, Defaults);

    public ObjectValue With(ItemDefault item) =>
        new(Model, Type, Fields, IsOpen, Origin, [.. Defaults.Where(d => d.List != item.List || !d.Path.SequenceEqual(item.Path)), item]);

    public ObjectValue Open() => IsOpen ? this : new(Model, Type, Fields, isOpen: true, Origin, Defaults);
}

/// <summary>A value that items of a list take where they do not set it.</summary>
/// <param name="List">The list's field.</param>
/// <param name="Path">The field, from the item.</param>
/// <param name="Value">The value.</param>
internal sealed record ItemDefault(string List, ImmutableArray<string> Path, Value Value);
