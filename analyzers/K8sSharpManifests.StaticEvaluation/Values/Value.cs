using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>
/// What an expression evaluates to: a C# value, as far as it is known. Values never change: what has an identity is a <see cref="HeapObject"/>, to which a
/// <see cref="Reference"/> leads. Only <see cref="TreeBuilder"/> makes nodes of the manifest tree of it, at the end, since much that leads to a manifest is none.
/// </summary>
internal abstract class Value(SourceOrigin? origin)
{
    /// <summary>Where the value stands in source.</summary>
    public SourceOrigin? Origin { get; } = origin;

    /// <summary>The user's own type of an object or struct, which may have code of its own; null for all else.</summary>
    public INamedTypeSymbol? OwnType => this switch
    {
        Reference { Target.State: RecordState { Type: { } own } } => own,
        StructValue { Type: { } own } => own,
        _ => null,
    };
}

/// <summary>Anything, null included, and any object that has escaped (see <see cref="Heap.Escape"/>).</summary>
internal sealed class UnknownValue(SourceOrigin? origin = null) : Value(origin)
{
    /// <summary>
    /// Whether it is the build's ManifestContext, or made of what that gives and of known values alone: then it is the same whenever that gives the same. Whoever
    /// makes a value of others has to say so; of an unknown one nothing is said.
    /// </summary>
    public bool IsInput { get; init; }

    /// <summary>The environment that it names, where it is the build's ManifestContext and that is known.</summary>
    public string? Environment { get; init; }

    /// <summary>Whether values are known, or inputs.</summary>
    public static bool AreInputs(params IEnumerable<Value?> values) => values.All(v => v is ConstantValue or NullValue or UnknownValue { IsInput: true });
}

/// <summary>null.</summary>
internal sealed class NullValue(SourceOrigin? origin = null) : Value(origin)
{
    public static readonly NullValue Instance = new();
}

/// <summary>A string, boolean, number or character.</summary>
internal sealed class ConstantValue(object constant, SourceOrigin? origin, INamedTypeSymbol? enumType = null) : Value(origin)
{
    public object Constant { get; } = constant;

    /// <summary>The enum that the number stands for a member of; null for what is none.</summary>
    public INamedTypeSymbol? EnumType { get; } = enumType;

    public bool IsEnum => EnumType is not null;
}

/// <summary>A ResourceQuantity, by its canonical text, or by one that the API server refuses: what the models make of that nobody shall see.</summary>
internal sealed class QuantityValue(string text, SourceOrigin? origin) : Value(origin)
{
    public string Text { get; } = text;
}

/// <summary>An IntOrString, by the text that it keeps.</summary>
internal sealed class IntOrStringValue(string text, SourceOrigin? origin) : Value(origin)
{
    public string Text { get; } = text;
}

/// <summary>A tuple, a key-value pair or a struct of the user's own: what is copied when it is assigned.</summary>
/// <param name="type">The user's own type; null for tuples and pairs.</param>
/// <param name="fields">Its members: Item1, Item2 … of a tuple, however they are named.</param>
/// <param name="isOpen">Whether members that are not seen hold anything; else they hold their type's default.</param>
/// <param name="origin">Where it was made.</param>
internal sealed class StructValue(INamedTypeSymbol? type, ImmutableArray<KeyValuePair<string, Value>> fields, bool isOpen, SourceOrigin? origin) : Value(origin)
{
    public INamedTypeSymbol? Type { get; } = type;

    public ImmutableArray<KeyValuePair<string, Value>> Fields { get; } = fields;

    public bool IsOpen { get; } = isOpen;

    /// <summary>A tuple or pair.</summary>
    public static StructValue Of(SourceOrigin? origin, params (string Name, Value Value)[] members) =>
        new(null, [.. members.Select(m => new KeyValuePair<string, Value>(m.Name, m.Value))], isOpen: false, origin);

    public Value? Find(string key) => StaticEvaluation.Fields.Find(Fields, key);

    public StructValue With(string key, Value value) => new(Type, StaticEvaluation.Fields.Put(Fields, key, value), IsOpen, Origin);
}

/// <summary>An object.</summary>
internal sealed class Reference(HeapObject target, SourceOrigin? origin) : Value(origin)
{
    public Reference(HeapObject target) : this(target, target.Origin)
    {
    }

    public HeapObject Target { get; } = target;
}

/// <summary>One of several objects, or null: what a condition that is not known has left.</summary>
/// <param name="alternatives">References to different objects, and at most one null.</param>
/// <param name="origin">Where the first of them was made.</param>
/// <param name="reason">What is not known.</param>
internal sealed class ChoiceValue(ImmutableArray<Value> alternatives, SourceOrigin? origin, SourceOrigin? reason) : Value(origin)
{
    public ImmutableArray<Value> Alternatives { get; } = alternatives;

    public SourceOrigin? Reason { get; } = reason;

    public bool MayBeNull => Alternatives.Any(a => a is NullValue);

    public IEnumerable<Reference> References => Alternatives.OfType<Reference>();
}

/// <summary>A lambda, a local function or a method group.</summary>
internal sealed class FunctionValue(IMethodSymbol method, IOperation? body, Frame frame, Value? instance, SourceOrigin? origin) : Value(origin)
{
    public IMethodSymbol Method { get; } = method;

    /// <summary>The body of a lambda or local function; null for a method.</summary>
    public IOperation? Body { get; } = body;

    /// <summary>What a lambda or local function sees around it.</summary>
    public Frame Frame { get; } = frame;

    /// <summary>The object whose method it is.</summary>
    public Value? Instance { get; } = instance;
}

/// <summary>A sequence whose items are made as often as someone goes through it: a query, or what an iterator yields.</summary>
/// <param name="items">Goes through it once. A null item says that from there on nothing is known.</param>
/// <param name="inputs">All that the items are made of.</param>
/// <param name="frame">The variables of an iterator.</param>
/// <param name="origin">Where it was made.</param>
internal sealed class SequenceValue(Func<IEnumerable<Value?>> items, ImmutableArray<Value> inputs, Frame? frame, SourceOrigin? origin) : Value(origin)
{
    public Func<IEnumerable<Value?>> Items { get; } = items;

    public ImmutableArray<Value> Inputs { get; } = inputs;

    public Frame? Frame { get; } = frame;

    /// <summary>What it is ordered by, the first first; null where it is in no order that others can refine.</summary>
    public Ordering? Ordering { get; init; }
}

/// <summary>How a query orders items.</summary>
/// <param name="Source">The items.</param>
/// <param name="Keys">What they are compared by.</param>
internal sealed record Ordering(Value Source, ImmutableArray<(FunctionValue? Key, bool IsDescending, bool IsOrdinal)> Keys);

/// <summary>A ref: what a ref local, a ref parameter or a method that returns by reference stands for.</summary>
internal sealed class PlaceValue(Place place) : Value(null)
{
    public Place Place { get; } = place;
}

/// <summary>Named values in the order in which they were set.</summary>
internal static class Fields
{
    public static Value? Find(ImmutableArray<KeyValuePair<string, Value>> fields, string key)
    {
        foreach (var field in fields)
        {
            if (field.Key == key)
            {
                return field.Value;
            }
        }

        return null;
    }

    public static ImmutableArray<KeyValuePair<string, Value>> Put(ImmutableArray<KeyValuePair<string, Value>> fields, string key, Value value)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            if (fields[i].Key == key)
            {
                return fields.SetItem(i, new(key, value));
            }
        }

        return fields.Add(new(key, value));
    }
}
