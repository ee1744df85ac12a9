using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <content>What is known where either of two may be: what they have in common. Where that is the left one, it is the same object.</content>
internal sealed partial class Heap
{
    /// <summary>How many objects one value may be one of.</summary>
    private const int MaxAlternatives = 8;

    public Value Join(Value left, Value right, SourceOrigin? reason)
    {
        switch (left, right)
        {
            case var _ when ReferenceEquals(left, right):
            case (NullValue, NullValue):
            case (ConstantValue a, ConstantValue b) when a.Constant.Equals(b.Constant):
            case (QuantityValue c, QuantityValue d) when c.Text == d.Text:
            case (IntOrStringValue e, IntOrStringValue f) when e.Text == f.Text:
            case (Reference r, Reference s) when r.Target == s.Target:
                return left;
            case (Reference or ChoiceValue or NullValue, Reference or ChoiceValue) or (Reference or ChoiceValue, NullValue):
                return Choice(left, right, reason);
            case (StructValue a, StructValue b) when SymbolEqualityComparer.Default.Equals(a.Type, b.Type):
                var fields = Entries(a.Fields, b.Fields, a.Type is null || a.IsOpen, a.Type is null || b.IsOpen, reason);
                return fields == a.Fields && (a.IsOpen || !b.IsOpen) ? a : new StructValue(a.Type, fields, a.IsOpen || b.IsOpen, a.Origin);
            default:
                Escape(left);
                Escape(right);
                return Unknown(left) ?? Unknown(right) ?? new UnknownValue(reason ?? left.Origin);
        }
    }

    private Value Choice(Value left, Value right, SourceOrigin? reason)
    {
        var alternatives = Alternatives(left);
        foreach (var other in Alternatives(right))
        {
            if (!alternatives.Any(a => a is NullValue ? other is NullValue : other is Reference r && r.Target == ((Reference)a).Target))
            {
                alternatives = alternatives.Add(other);
            }
        }

        if (alternatives.Length == Alternatives(left).Length)
        {
            return left;
        }

        if (alternatives.Length <= MaxAlternatives)
        {
            return new ChoiceValue(alternatives, left.Origin, reason);
        }

        Escape(left);
        Escape(right);
        return new UnknownValue(reason ?? left.Origin);
    }

    private static ImmutableArray<Value> Alternatives(Value value) => value is ChoiceValue choice ? choice.Alternatives : [value];

    public ObjectState Join(ObjectState left, ObjectState right, SourceOrigin? reason)
    {
        if (ReferenceEquals(left, right))
        {
            return left;
        }

        switch (left, right)
        {
            case (RecordState a, RecordState b) when a.Model?.Name == b.Model?.Name && SymbolEqualityComparer.Default.Equals(a.Type, b.Type):
                return Records(a, b, reason);
            case (ListState a, ListState b) when a.IsArray == b.IsArray && Equals(a.Key?.Constant, b.Key?.Constant):
                return Lists(a, b, reason);
            case (MapState a, MapState b) when a.IsSet == b.IsSet:
                return Maps(a, b, reason);
            case (BytesState a, BytesState b):
                return a.Base64 is null || a.Base64 == b.Base64 ? a : new BytesState(null);
            case (TextState a, TextState b):
                return a.Text is null || a.Text == b.Text ? a : new TextState(null);
            case (BoxState a, BoxState b):
                var value = Join(a.Value, b.Value, reason);
                return ReferenceEquals(value, a.Value) ? a : new BoxState(value);
            default:
                foreach (var part in left.Parts.Concat(right.Parts))
                {
                    Escape(part);
                }

                return left.Forgotten();
        }
    }

    private RecordState Records(RecordState left, RecordState right, SourceOrigin? reason)
    {
        // Defaults that only one branch remembers may or may not apply to what is added later, which is what an open object says.
        var sameDefaults = left.Defaults.SequenceEqual(right.Defaults);
        var isOpen = left.IsOpen || right.IsOpen || !sameDefaults;
        var fields = Entries(left.Fields, right.Fields, left.IsOpen, right.IsOpen, reason);
        return fields == left.Fields && isOpen == left.IsOpen && sameDefaults
            ? left
            : new(left.Model, left.Type, fields, isOpen, sameDefaults ? left.Defaults : []);
    }

    /// <summary>Items that both begin with are there; what comes after them is another matter.</summary>
    private ListState Lists(ListState left, ListState right, SourceOrigin? reason)
    {
        if (!left.IsOpen && !right.IsOpen && left.Items.Length == right.Items.Length)
        {
            ImmutableArray<Value> items = [.. left.Items.Zip(right.Items, (a, b) => Join(a, b, reason))];
            return items.SequenceEqual(left.Items) ? left : left.With(items);
        }

        var same = left.Items.Zip(right.Items, AreSame).TakeWhile(s => s).Count();
        foreach (var lost in left.Items.Skip(same).Concat(right.Items.Skip(same)))
        {
            Escape(lost);
        }

        return left.IsOpen && same == left.Items.Length ? left : new(left.Items.RemoveRange(same, left.Items.Length - same), isOpen: true, left.IsArray);
    }

    private static bool AreSame(Value left, Value right) => (left, right) switch
    {
        (ConstantValue a, ConstantValue b) => a.Constant.Equals(b.Constant),
        (Reference a, Reference b) => a.Target == b.Target,
        _ => ReferenceEquals(left, right),
    };

    /// <summary>What all objects that a value may be have in common.</summary>
    public ObjectState StateOf(ChoiceValue choice) => choice.References.Select(r => r.Target.State).Aggregate((a, b) => Join(a, b, choice.Reason));

    /// <summary>A key that only one side has is there or not: it stays, with an unknown value.</summary>
    private MapState Maps(MapState left, MapState right, SourceOrigin? reason)
    {
        var entries = new List<MapEntry>();
        var isChanged = right.HasOthers && !left.HasOthers;
        var isUncertain = left.IsUncertain || right.IsUncertain || left.HasGaps || right.HasGaps || left.Count != right.Count;
        foreach (var entry in left.Entries)
        {
            var joined = right.Find(entry.Key.Constant) is { } other
                ? new MapEntry(entry.Key, Join(entry.Value, other.Value, reason), entry.MayBeMissing || other.MayBeMissing)
                : new MapEntry(entry.Key, Lost(entry.Value, reason), MayBeMissing: true);
            isChanged |= joined.MayBeMissing != entry.MayBeMissing || !ReferenceEquals(joined.Value, entry.Value);
            entries.Add(joined);
        }

        foreach (var entry in right.Entries.Where(e => left.Find(e.Key.Constant) is null))
        {
            isChanged = true;
            entries.Add(new(entry.Key, Lost(entry.Value, reason), MayBeMissing: true));
        }

        // Where their orders contradict each other, it is not known what comes where.
        var isOrdered = right.Entries.Select(e => e.Key.Constant).SequenceEqual(entries.Select(e => e.Key.Constant).Where(key => right.Find(key) is not null));
        return isChanged || !isOrdered || isUncertain != left.IsUncertain ? left.With(entries, left.HasOthers || right.HasOthers || !isOrdered, isUncertain) : left;
    }

    private ImmutableArray<KeyValuePair<string, Value>> Entries(
        ImmutableArray<KeyValuePair<string, Value>> left, ImmutableArray<KeyValuePair<string, Value>> right, bool isLeftOpen, bool isRightOpen, SourceOrigin? reason)
    {
        var joined = ImmutableArray.CreateBuilder<KeyValuePair<string, Value>>();
        var isChanged = false;
        foreach (var entry in left)
        {
            var value = StaticEvaluation.Fields.Find(right, entry.Key) is { } other ? Join(entry.Value, other, reason)
                : isRightOpen ? Lost(entry.Value, reason) : OneSided(entry.Value, reason);
            isChanged |= !ReferenceEquals(value, entry.Value);
            joined.Add(new(entry.Key, value));
        }

        foreach (var entry in right)
        {
            if (StaticEvaluation.Fields.Find(left, entry.Key) is null)
            {
                isChanged |= !isLeftOpen;
                var value = isLeftOpen ? Lost(entry.Value, reason) : OneSided(entry.Value, reason);
                if (!isLeftOpen)
                {
                    joined.Add(new(entry.Key, value));
                }
            }
        }

        return isChanged ? joined.ToImmutable() : left;
    }

    /// <summary>A member that only one side has set. Where nobody has, it holds what its type begins with, which need not be null.</summary>
    private Value OneSided(Value value, SourceOrigin? reason) => value switch
    {
        NullValue => value,
        Reference or ChoiceValue => Join(value, NullValue.Instance, reason),
        _ => Lost(value, reason),
    };

    private Value Lost(Value value, SourceOrigin? reason)
    {
        Escape(value);
        return Unknown(value) ?? new UnknownValue(reason ?? value.Origin);
    }

    // Which of two it is depends on more than the two.
    private static UnknownValue? Unknown(Value value) => value is UnknownValue unknown ? unknown.IsInput ? new UnknownValue(unknown.Origin) : unknown : null;
}
