using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>
/// Goes through sequences, as foreach and queries do: one item after the other, so that what happens between two of them is seen by the next. A null item says that
/// from there on nothing is known.
/// </summary>
internal sealed class Sequences(Evaluation evaluation)
{
    private readonly Dictionary<IOperation, bool> _changesNothing = [];

    /// <summary>The items that the framework takes of what it is given. What has a count, an indexer or a way to copy itself may be asked for that instead.</summary>
    public IEnumerable<Value?> Given(Value value, IOperation operation, Frame frame)
    {
        if (value is Reference { OwnType: { } own } && own.AllInterfaces.Any(i => i.Name is "ICollection" or "IReadOnlyCollection" or "IList" or "IReadOnlyList"))
        {
            evaluation.Unknowns.Call([value], value.Origin);
            return [null];
        }

        return Items(value, null, operation, frame);
    }

    /// <summary>The items of what can be gone through. Those of an open list are all that is known of it: there may be others anywhere.</summary>
    /// <param name="value">The value.</param>
    /// <param name="declared">What the code says that it is; null where it does not.</param>
    /// <param name="operation">Where this is done.</param>
    /// <param name="frame">The frame of that.</param>
    public IEnumerable<Value?> Items(Value value, ITypeSymbol? declared, IOperation operation, Frame frame)
    {
        switch (value)
        {
            case ConstantValue { Constant: string text }:
                return text.Select(c => (Value?)new ConstantValue(c, value.Origin));
            case SequenceValue sequence:
                return OfSequence(sequence);
            case Reference { Target: { State: ListState } target }:
                return OfList(target);
            case Reference { Target: { State: MapState } target }:
                return OfMap(target);
            case Reference { Target.State: RecordState { Type: not null } }:
                return OfEnumerator(value, declared, operation, frame);
            case ChoiceValue choice when choice.References.Select(r => r.Target.State).Aggregate((a, b) => a is ListState && b is ListState ? evaluation.Heap.Join(a, b, choice.Reason) : new BytesState(null)) is ListState joined:
                return OfList(evaluation.Heap.New(joined, value.Origin).Target);
            case NullValue:
                // It throws.
                return [];
            case StructValue { Type: not null }:
                return OfEnumerator(value, declared, operation, frame);
            default:
                evaluation.Heap.Escape(value);

                // Code of the user's own may stand behind it, which runs at each item.
                if (value is not UnknownValue || !IsFrameworkSequence(declared))
                {
                    evaluation.Unknowns.Call([value], value.Origin);
                }

                return [null];
        }
    }

    /// <summary>All items, where going through them changes nothing that others see; null where it does, or where there may be more. For queries that do not say in which order, or how often, they run code.</summary>
    public IReadOnlyList<Value>? All(Value value, IOperation operation, Frame frame)
    {
        var items = new List<Value>();
        var isWhole = true;
        var written = evaluation.Heap.Written(() =>
        {
            foreach (var item in Given(value, operation, frame))
            {
                if (item is null || items.Count > Evaluation.MaxItems || !evaluation.Count())
                {
                    isWhole = false;
                    break;
                }

                items.Add(item);
            }
        });
        if (written.Count > 0)
        {
            evaluation.Heap.Forget(written.Keys, value.Origin);
            isWhole = false;
        }

        if (!isWhole)
        {
            items.ForEach(evaluation.Heap.Escape);
            evaluation.Heap.Escape(value);
            return null;
        }

        return items;
    }

    /// <summary>A list of the items, which may be open.</summary>
    public (ImmutableArray<Value> Items, bool IsOpen) List(Value value, IOperation operation, Frame frame)
    {
        var items = ImmutableArray.CreateBuilder<Value>();
        foreach (var item in Given(value, operation, frame))
        {
            if (item is null || items.Count >= Evaluation.MaxItems || !evaluation.Count())
            {
                evaluation.Heap.Escape(item);
                return (items.ToImmutable(), true);
            }

            items.Add(item);
        }

        return (items.ToImmutable(), false);
    }

    private static bool IsFrameworkSequence(ITypeSymbol? type) => type is IArrayTypeSymbol or { SpecialType: SpecialType.System_String } || type is INamedTypeSymbol { Name: "List" or "Dictionary", ContainingNamespace: { Name: "Generic", ContainingNamespace.Name: "Collections" } };

    private IEnumerable<Value?> OfSequence(SequenceValue sequence)
    {
        foreach (var item in sequence.Items())
        {
            if (item is null || !evaluation.Count())
            {
                evaluation.Heap.Escape(item);
                Leave(sequence);
                yield return null;
                yield break;
            }

            yield return item;
        }
    }

    /// <summary>The rest of a sequence is not gone through: its code runs, for items that are not known. What it gives may lead to all that it has caught.</summary>
    private void Leave(SequenceValue sequence)
    {
        if (sequence.Frame is null && sequence.Inputs.All(i => i is not FunctionValue function || ChangesNothing(function)))
        {
            evaluation.Heap.Escape(sequence);
        }
        else
        {
            evaluation.Unknowns.Call([sequence], sequence.Origin);
        }
    }

    /// <summary>Whether a function changes nothing that others see, whatever it is called with, and whatever what it has caught holds by then.</summary>
    private bool ChangesNothing(FunctionValue function)
    {
        if (function.Body is null || function.Method.Parameters.Any(p => p.RefKind != RefKind.None))
        {
            return false;
        }

        if (!_changesNothing.TryGetValue(function.Body, out var known))
        {
            _changesNothing[function.Body] = false;
            known = evaluation.Heap.Try(() =>
            {
                evaluation.Unknowns.Call([function], null);
                var frame = evaluation.NewFrame(function.Frame, function.Body, null);
                return evaluation.Heap.Written(() =>
                {
                    foreach (var parameter in function.Method.Parameters)
                    {
                        evaluation.Heap.Set(frame, parameter, new UnknownValue());
                    }

                    evaluation.Calls.Deeper(() => evaluation.Evaluate(function.Body, frame));
                }).Count == 0;
            });
            _changesNothing[function.Body] = known;
        }

        return known;
    }

    private IEnumerable<Value?> OfList(HeapObject target)
    {
        var count = target.State is ListState { IsOpen: false } first ? first.Items.Length : -1;
        for (var i = 0; target.State is ListState list; i++)
        {
            // What there is may be any of what is known, or something else; and a list that has changed cannot be gone through any further.
            if (list.IsOpen || (!list.IsArray && list.Items.Length != count))
            {
                evaluation.Heap.Escape(new Reference(target));
                yield return null;
                yield break;
            }

            if (i >= list.Items.Length)
            {
                yield break;
            }

            yield return list.Items[i];
        }

        yield return null;
    }

    private IEnumerable<Value?> OfMap(HeapObject target)
    {
        var map = (MapState)target.State;
        if (map.IsOpen)
        {
            evaluation.Heap.Escape(new Reference(target));
            yield return null;
            yield break;
        }

        // An entry's value may be another one by the time that its turn comes; where entries come or go, it throws.
        foreach (var key in map.Entries.Select(e => e.Key).ToList())
        {
            if (target.State is not MapState { IsOpen: false } now || now.Find(key.Constant) is not { } entry)
            {
                evaluation.Heap.Escape(new Reference(target));
                yield return null;
                yield break;
            }

            yield return now.IsSet ? entry.Key : StructValue.Of(entry.Value.Origin, ("Key", new ConstantValue(key.Constant, entry.Value.Origin, key.EnumType)), ("Value", entry.Value));
        }
    }

    /// <summary>A sequence of the user's own, by its GetEnumerator, MoveNext and Current.</summary>
    private IEnumerable<Value?> OfEnumerator(Value value, ITypeSymbol? declared, IOperation operation, Frame frame)
    {
        var enumerator = evaluation.Calls.Named("GetEnumerator", value, declared, operation, frame);
        if (enumerator is SequenceValue or Reference { Target.State: ListState or MapState })
        {
            foreach (var item in Items(enumerator, null, operation, frame))
            {
                yield return item;
            }

            yield break;
        }

        var type = (enumerator as Reference)?.OwnType;
        if (type?.GetMembers("Current").OfType<IPropertySymbol>().FirstOrDefault() is not { GetMethod: { } current } property)
        {
            evaluation.Unknowns.Call([value, enumerator], value.Origin);
            yield return null;
            yield break;
        }

        try
        {
            while (evaluation.Count())
            {
                var moved = Conditions.Known(evaluation.Calls.Named("MoveNext", enumerator, type, operation, frame));
                if (moved == false)
                {
                    yield break;
                }

                if (moved is null)
                {
                    evaluation.Unknowns.Call([value, enumerator], value.Origin);
                    yield return null;
                    yield break;
                }

                yield return Members.IsAutomatic(property)
                    ? Members.Read(enumerator, property, evaluation, evaluation.Origin(operation, frame))
                    : evaluation.Calls.Method(new(current, enumerator, [], operation, frame));
            }
        }
        finally
        {
            // However the loop ends. A method of that name does not make it disposable.
            if (type.IsRefLikeType || type.AllInterfaces.Any(i => i.SpecialType == SpecialType.System_IDisposable))
            {
                evaluation.Calls.Named("Dispose", enumerator, type, operation, frame);
            }
        }
    }
}
