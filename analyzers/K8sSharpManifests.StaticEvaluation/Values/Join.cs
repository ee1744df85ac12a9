using System.Collections.Immutable;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>What is known where either of two values may be: what they have in common.</summary>
internal sealed class Join
{
    private const int MaxDepth = 128;

    // An object that stands in several places of a value does so in what comes of it, or changing one of them would leave the other as it was.
    private readonly Dictionary<Value, (Value Partner, Value Result)> _left = [];
    private readonly Dictionary<Value, Value> _right = [];
    private bool _isAmbiguous;

    public static Value Of(Value left, Value right)
    {
        var join = new Join();
        var value = join.Of(left, right, 0);
        return join._isAmbiguous ? new UnknownValue(left.Origin) : value;
    }

    private Value Of(Value left, Value right, int depth)
    {
        switch (left, right)
        {
            case var _ when depth > MaxDepth:
                return new UnknownValue(left.Origin);
            case var _ when ReferenceEquals(left, right):
            case (NullValue, NullValue):
            case (ConstantValue a, ConstantValue b) when a.Constant.Equals(b.Constant):
            case (QuantityValue c, QuantityValue d) when c.Text == d.Text:
            case (IntOrStringValue e, IntOrStringValue f) when e.Text == f.Text:
                return left;
            case (ObjectValue or ListValue or MapValue, ObjectValue or ListValue or MapValue):
                return Containers(left, right, depth + 1);
            default:
                return new UnknownValue(left.Origin);
        }
    }

    private Value Containers(Value left, Value right, int depth)
    {
        if (_left.TryGetValue(left, out var known) && ReferenceEquals(known.Partner, right))
        {
            return known.Result;
        }

        _isAmbiguous |= known.Partner is not null || (_right.TryGetValue(right, out var partner) && !ReferenceEquals(partner, left));
        var result = (left, right) switch
        {
            (ObjectValue a, ObjectValue b) when a.Model?.Name == b.Model?.Name && ReferenceEquals(a.Type, b.Type) => Objects(a, b, depth),
            (ListValue a, ListValue b) => Lists(a, b, depth),
            (MapValue a, MapValue b) => new MapValue(Entries(a.Entries, b.Entries, depth), a.IsOpen || b.IsOpen, a.Origin) { Joined = (a, b) },
            _ => (Value)new UnknownValue(left.Origin),
        };
        _left[left] = (right, result);
        _right[right] = left;
        return result;
    }

    private ObjectValue Objects(ObjectValue left, ObjectValue right, int depth)
    {
        // Defaults that only one branch remembers may or may not apply to what is added later, which is what an open object says.
        var sameDefaults = left.Defaults.SequenceEqual(right.Defaults);
        return new(
            left.Model,
            left.Type,
            Entries(left.Fields, right.Fields, depth),
            left.IsOpen || right.IsOpen || !sameDefaults,
            left.Origin,
            sameDefaults ? left.Defaults : [])
        { Joined = (left, right) };
    }

    private ListValue Lists(ListValue left, ListValue right, int depth) =>
        left.IsOpen || right.IsOpen || left.Items.Length != right.Items.Length
            ? new ListValue([], isOpen: true, left.Origin) { Joined = (left, right) }
            : new ListValue([.. left.Items.Zip(right.Items, (a, b) => Of(a, b, depth))], isOpen: false, left.Origin) { Joined = (left, right) };

    /// <summary>A key that only one side has is there or not: it stays, with an unknown value.</summary>
    private ImmutableArray<KeyValuePair<string, Value>> Entries(
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
