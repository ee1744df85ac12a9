using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>An object: an identity, and what it holds at this moment.</summary>
internal sealed class HeapObject(int id, ObjectState state, SourceOrigin? origin)
{
    /// <summary>Counts up: what is made later has a higher one. 0 for what static members hold, which is older than everything.</summary>
    public int Id { get; set; } = id;

    /// <summary>What it is told from others by, quickly.</summary>
    public int Hash { get; } = id;

    /// <summary>Where the heap has written down last that it changes.</summary>
    public int Logged { get; set; } = -1;

    /// <summary>What it holds. Only the <see cref="Heap"/> gives it another one.</summary>
    public ObjectState State { get; set; } = state;

    public SourceOrigin? Origin { get; } = origin;

    /// <summary>Whether code that is not understood may have it.</summary>
    public bool IsEscaped { get; set; }

    /// <summary>Whether a static member leads to it.</summary>
    public bool IsStatic { get; set; }
}

/// <summary>What an object holds. States never change; an object gets another one.</summary>
internal abstract class ObjectState
{
    /// <summary>All values that it holds.</summary>
    public abstract IEnumerable<Value> Parts { get; }

    /// <summary>Whether nothing is known but what kind of object it is.</summary>
    public abstract bool IsForgotten { get; }

    /// <summary>The same object when nothing is known of what it holds.</summary>
    public abstract ObjectState Forgotten();
}

/// <summary>An object with members: a model, whose fields go by their JSON names, or one of the user's own, whose members go by <see cref="Members.KeyOf"/>.</summary>
internal sealed class RecordState(
    ModelType? model, INamedTypeSymbol? type, ImmutableArray<KeyValuePair<string, Value>> fields, bool isOpen, ImmutableArray<ItemDefault> defaults) : ObjectState
{
    /// <summary>The model's type; null for an object of the user's own.</summary>
    public ModelType? Model { get; } = model;

    /// <summary>The user's own type; null for a model.</summary>
    public INamedTypeSymbol? Type { get; } = type;

    public ImmutableArray<KeyValuePair<string, Value>> Fields { get; } = fields;

    /// <summary>Whether members that are not seen hold anything; else they hold what nobody has set.</summary>
    public bool IsOpen { get; } = isOpen;

    /// <summary>What items of its lists take as they are added.</summary>
    public ImmutableArray<ItemDefault> Defaults { get; } = defaults;

    public override IEnumerable<Value> Parts => Fields.Select(f => f.Value).Concat(Defaults.Select(d => d.Value));

    public override bool IsForgotten => IsOpen && Fields.IsEmpty && Defaults.IsEmpty;

    public static RecordState Of(ModelType model) => new(model, null, [], isOpen: false, []);

    public static RecordState OfUnknown(ModelType model) => new(model, null, [], isOpen: true, []);

    public Value? Find(string key) => StaticEvaluation.Fields.Find(Fields, key);

    /// <summary>A field of a model: null where it is not set, unknown where it may be.</summary>
    public Value Field(string key) => Find(key) ?? (IsOpen ? new UnknownValue() : NullValue.Instance);

    public RecordState With(string key, Value value) => new(Model, Type, StaticEvaluation.Fields.Put(Fields, key, value), IsOpen, Defaults);

    public RecordState With(ItemDefault item) =>
        new(Model, Type, Fields, IsOpen, [.. Defaults.Where(d => d.List != item.List || !d.Path.SequenceEqual(item.Path)), item]);

    public RecordState Open() => IsOpen ? this : new(Model, Type, Fields, isOpen: true, Defaults);

    public override ObjectState Forgotten() => new RecordState(Model, Type, [], isOpen: true, []);
}

/// <summary>A value that items of a list take where they do not set it.</summary>
/// <param name="List">The list's field.</param>
/// <param name="Path">The field, from the item.</param>
/// <param name="Value">The value.</param>
internal sealed record ItemDefault(string List, ImmutableArray<string> Path, Value Value);

/// <summary>A list or an array. An open one may hold more than is seen, anywhere.</summary>
internal sealed class ListState(ImmutableArray<Value> items, bool isOpen, bool isArray) : ObjectState
{
    public ImmutableArray<Value> Items { get; } = items;

    public bool IsOpen { get; } = isOpen;

    public bool IsArray { get; } = isArray;

    /// <summary>The key that the items of a group share; null for what is no group.</summary>
    public ConstantValue? Key { get; init; }

    public override IEnumerable<Value> Parts => Items;

    public override bool IsForgotten => IsArray && !IsOpen ? Items.All(i => i is UnknownValue) : IsOpen && Items.IsEmpty;

    public ListState With(ImmutableArray<Value> items) => new(items, IsOpen, IsArray) { Key = Key };

    /// <summary>An array keeps its length.</summary>
    public override ObjectState Forgotten() => IsArray && !IsOpen
        ? new ListState([.. Items.Select(i => (Value)new UnknownValue(i.Origin))], isOpen: false, isArray: true)
        : new ListState([], isOpen: true, IsArray);
}

/// <summary>
/// A dictionary, or a set, whose entries have no values of their own. Entries are where .NET puts them: what is added after something was removed takes its place.
/// An open one may hold more than is seen.
/// </summary>
internal sealed class MapState(ImmutableArray<MapEntry?> slots, ImmutableArray<int> free, bool hasOthers, bool isSet) : ObjectState
{
    private readonly ImmutableArray<MapEntry?> _slots = slots;
    private readonly ImmutableArray<int> _free = free;

    /// <summary>Whether there may be entries whose keys are not seen, or in another order.</summary>
    public bool HasOthers { get; } = hasOthers;

    /// <summary>Whether it is not known which entries there are.</summary>
    public bool IsOpen => HasOthers || IsUncertain;

    public bool IsSet { get; } = isSet;

    /// <summary>Whether an entry may be missing, or a place be free, so that it is not known where the next one comes.</summary>
    public bool IsUncertain { get; init; }

    public bool HasGaps => !_free.IsEmpty;

    public IEnumerable<MapEntry> Entries => _slots.OfType<MapEntry>();

    public int Count => _slots.Length - _free.Length;

    public override IEnumerable<Value> Parts => Entries.Select(e => e.Value);

    public override bool IsForgotten => IsOpen && Count == 0;

    public static MapState Empty(bool isSet = false) => new([], [], hasOthers: false, isSet);

    public MapEntry? Find(object key)
    {
        foreach (var entry in _slots)
        {
            if (entry is not null && entry.Key.Constant.Equals(key))
            {
                return entry;
            }
        }

        return null;
    }

    /// <summary>Whether there is an entry with a key; null where that is not known.</summary>
    public bool? Has(object key) => Find(key) is { } entry ? entry.MayBeMissing ? null : true : HasOthers ? null : false;

    public MapState Put(ConstantValue key, Value value)
    {
        for (var i = 0; i < _slots.Length; i++)
        {
            if (_slots[i] is { } entry && entry.Key.Constant.Equals(key.Constant))
            {
                return new(_slots.SetItem(i, new(entry.Key, value)), _free, IsOpen, IsSet) { IsUncertain = IsUncertain };
            }
        }

        return _free.IsEmpty
            ? new(_slots.Add(new(key, value)), _free, IsOpen, IsSet) { IsUncertain = IsUncertain }
            : new(_slots.SetItem(_free[_free.Length - 1], new(key, value)), _free.RemoveAt(_free.Length - 1), IsOpen, IsSet) { IsUncertain = IsUncertain };
    }

    public MapState Remove(object key)
    {
        for (var i = 0; i < _slots.Length; i++)
        {
            if (_slots[i] is { } entry && entry.Key.Constant.Equals(key))
            {
                return new(_slots.SetItem(i, null), _free.Add(i), HasOthers, IsSet) { IsUncertain = IsUncertain };
            }
        }

        return this;
    }

    /// <summary>An entry is put under a key that is not known: it may be any of those that are there, or a new one.</summary>
    public MapState PutUnknown() =>
        new([.. _slots.Select(e => e is null ? null : e with { Value = new UnknownValue(e.Value.Origin) })], _free, hasOthers: true, IsSet) { IsUncertain = true };

    /// <summary>A copy without gaps, with other values.</summary>
    public MapState With(IEnumerable<MapEntry> entries, bool hasOthers, bool isUncertain) => new([.. entries], [], hasOthers, IsSet) { IsUncertain = isUncertain };

    public override ObjectState Forgotten() => new MapState([], [], hasOthers: true, IsSet);
}

/// <summary>An entry of a dictionary.</summary>
internal sealed record MapEntry(ConstantValue Key, Value Value, bool MayBeMissing = false);

/// <summary>An array of bytes, by its base64 text: nothing but the whole is understood. Null where it is not known.</summary>
internal sealed class BytesState(string? base64) : ObjectState
{
    public string? Base64 { get; } = base64;

    public override IEnumerable<Value> Parts => [];

    public override bool IsForgotten => Base64 is null;

    public override ObjectState Forgotten() => new BytesState(null);
}

/// <summary>A StringBuilder. Null where its text is not known.</summary>
internal sealed class TextState(string? text) : ObjectState
{
    public string? Text { get; } = text;

    public override IEnumerable<Value> Parts => [];

    public override bool IsForgotten => Text is null;

    public override ObjectState Forgotten() => new TextState(null);
}

/// <summary>A struct that stands for itself: boxed, or while its own methods run.</summary>
internal sealed class BoxState(Value value) : ObjectState
{
    public Value Value { get; } = value;

    public override IEnumerable<Value> Parts => [Value];

    public override bool IsForgotten => Value is UnknownValue;

    public override ObjectState Forgotten() => new BoxState(new UnknownValue(Value.Origin));
}
