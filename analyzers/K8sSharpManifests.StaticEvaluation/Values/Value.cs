using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>
/// What an expression evaluates to: a C# value, as far as it is known. Only <see cref="TreeBuilder"/> makes nodes of the manifest tree of it, at the end, since
/// much that leads to a manifest is none (tuples, lambdas, a team's own records). Values never change.
/// </summary>
internal abstract class Value(SourceOrigin? origin)
{
    /// <summary>Where the value stands in source.</summary>
    public SourceOrigin? Origin { get; } = origin;

    /// <summary>The two that it is what they have in common of; null for what is one object.</summary>
    public (Value Left, Value Right)? Joined { get; init; }
}

/// <summary>Anything, null included.</summary>
internal sealed class UnknownValue(SourceOrigin? origin = null) : Value(origin)
{
    /// <summary>Whether other code has the same object: what is set on it may be set again from there.</summary>
    public bool IsShared { get; init; }
}

/// <summary>null.</summary>
internal sealed class NullValue(SourceOrigin? origin = null) : Value(origin)
{
    public static readonly NullValue Instance = new();
}

/// <summary>A string, boolean, number or character.</summary>
internal sealed class ConstantValue(object constant, SourceOrigin? origin, bool isEnum = false) : Value(origin)
{
    public object Constant { get; } = constant;

    /// <summary>Whether the number stands for a member of an enum, which has another text.</summary>
    public bool IsEnum { get; } = isEnum;
}

/// <summary>An array of bytes, by its base64 text. Nothing but the whole is understood.</summary>
internal sealed class BytesValue(string base64, SourceOrigin? origin) : Value(origin)
{
    public string Base64 { get; } = base64;
}

/// <summary>A ResourceQuantity, by its canonical text.</summary>
internal sealed class QuantityValue(string text, SourceOrigin? origin) : Value(origin)
{
    public string Text { get; } = text;
}

/// <summary>An IntOrString, by the text that it keeps.</summary>
internal sealed class IntOrStringValue(string text, SourceOrigin? origin) : Value(origin)
{
    public string Text { get; } = text;
}

/// <summary>A list, an array or any other sequence. An open one may hold more than is seen, anywhere.</summary>
internal sealed class ListValue(ImmutableArray<Value> items, bool isOpen, SourceOrigin? origin) : Value(origin)
{
    public ImmutableArray<Value> Items { get; } = items;

    public bool IsOpen { get; } = isOpen;

    public ListValue Add(Value item) => new(Items.Add(item), IsOpen, Origin);
}

/// <summary>A dictionary from strings.</summary>
internal sealed class MapValue(ImmutableArray<KeyValuePair<string, Value>> entries, bool isOpen, SourceOrigin? origin) : Value(origin)
{
    public ImmutableArray<KeyValuePair<string, Value>> Entries { get; } = entries;

    public bool IsOpen { get; } = isOpen;

    public MapValue Put(string key, Value value) => new(Fields.Put(Entries, key, value), IsOpen, Origin);

    /// <summary>An entry is put under a key that is not known: it may be any of those that are there, or a new one.</summary>
    public MapValue PutUnknown() =>
        new([.. Entries.Select(e => new KeyValuePair<string, Value>(e.Key, new UnknownValue(e.Value.Origin)))], isOpen: true, Origin);
}

/// <summary>A lambda or a method group, with the frame that it sees.</summary>
internal sealed class FunctionValue(IMethodSymbol method, IBlockOperation? body, Frame frame, SourceOrigin? origin) : Value(origin)
{
    public IMethodSymbol Method { get; } = method;

    /// <summary>The lambda's body; null for a method group.</summary>
    public IBlockOperation? Body { get; } = body;

    public Frame Frame { get; } = frame;
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
