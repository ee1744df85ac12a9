using System.Collections.Immutable;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>What is known where either of two values may be: what they have in common.</summary>
internal static class Join
{
    private const int MaxDepth = 128;

    public static Value Of(Value left, Value right) => Of(left, right, 0);

    private static Value Of(Value left, Value right, int depth) => (left, right) switch
    {
        _ when depth > MaxDepth => new UnknownValue(left.Origin),
        _ when ReferenceEquals(left, right) => left,
        (NullValue, NullValue) => left,
        (ConstantValue a, ConstantValue b) when a.Constant.Equals(b.Constant) => a,
        (QuantityValue a, QuantityValue b) when a.Text == b.Text => a,
        (IntOrStringValue a, IntOrStringValue b) when a.Text == b.Text => a,
        (ObjectValue a, ObjectValue b) when SameType(a, b) => Objects(a, b, depth + 1),
        (ListValue a, ListValue b) => Lists(a, b, depth + 1),
        (MapValue a, MapValue b) => new MapValue(Entries(a.Entries, b.Entries, depth + 1), a.IsOpen || b.IsOpen, a.Origin),
        _ => new UnknownValue(left.Origin),
    };

    private static bool SameType(ObjectValue left, ObjectValue right) =>
        left.Model?.Name == right.Model?.Name && ReferenceEquals(left.Type, right.Type);

    private static ObjectValue Objects(ObjectValue left, ObjectValue right, int depth)
    {
        // Defaults that only one branch remembers may or may not apply to what is added later, which is what an open object says.
        var sameDefaults = left.Defaults.SequenceEqual(right.Defaults);
        return new(
            left.Model,
            left.Type,
            Entries(left.Fields, right.Fields, depth),
            left.IsOpen || right.IsOpen || !sameDefaults,
            left.Origin,
            sameDefaults ? left.Defaults : []);
    }

    private static Value Lists(ListValue left, ListValue right, int depth)
    {
        if (left.IsOpen || right.IsOpen || left.Items.Length != right.Items.Length)
        {
            return new ListValue([], isOpen: true, left.Origin);
        }

        return new ListValue([.. left.Items.Zip(right.Items, (a, b) => Of(a, b, depth))], isOpen: false, left.Origin);
    }

    /// <summary>A key that only one side has is there or not: it stays, with an unknown value.</summary>
    private static ImmutableArray<KeyValuePair<string, Value>> Entries(
        ImmutableArray<KeyValuePair<string, Value>> left, ImmutableArray<KeyValuePair<string, Value>> right, int depth)
    {
        var joined = ImmutableArray.CreateBuilder<KeyValuePair<string, Value>>();
        foreach (var entry in left)
        {
            joined.Add(new(entry.Key, Fields.Find(right, entry.Key) is { } other ? Of(entry.Value, other, depth) : new UnknownValue(entry.Value.Origin)));
        }

        foreach (var entry in right)
        {
            if (Fields.Find(left, entry.Key) is null)
            {
                joined.Add(new(entry.Key, new UnknownValue(entry.Value.Origin)));
            }
        }

        return joined.ToImmutable();
    }
}
