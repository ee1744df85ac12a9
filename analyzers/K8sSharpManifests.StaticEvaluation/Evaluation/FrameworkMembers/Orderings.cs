using System.Collections.Immutable;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Queries that put items in order, or into groups. The functions that they are given are called in an order that nobody promises: they must change nothing.</summary>
internal static class Orderings
{
    /// <summary>A sequence of items in an order.</summary>
    public static SequenceValue Query(FrameworkCall call, Ordering ordering) => new(() => Ordered(call, ordering), [ordering.Source, .. ordering.Keys.Select(k => k.Key).OfType<Value>()], null, call.Origin) { Ordering = ordering };

    /// <summary>Groups of items, in the order in which their keys come; null where keys are not known.</summary>
    public static IEnumerable<Value>? Grouped(FrameworkCall call, IReadOnlyList<Value> items, FunctionValue key, FunctionValue? element)
    {
        if (Called(call, items, key) is not { } keys || !keys.All(k => k is ConstantValue { Constant: not double }) || (element is null ? items : Called(call, items, element)) is not { } elements)
        {
            return null;
        }

        return keys.Zip(elements, (k, e) => (Key: (ConstantValue)k, Element: e)).GroupBy(p => p.Key.Constant)
            .Select(g => (Value)call.Heap.New(new ListState([.. g.Select(p => p.Element)], isOpen: false, isArray: true) { Key = g.First().Key }, call.Origin));
    }

    private static IEnumerable<Value?> Ordered(FrameworkCall call, Ordering ordering)
    {
        if (call.Evaluation.Sequences.All(ordering.Source, call.Call.Operation, call.Call.Frame) is not { } items)
        {
            return [null];
        }

        var order = Enumerable.Range(0, items.Count).OrderBy(_ => 0);
        foreach (var (key, isDescending, isOrdinal) in ordering.Keys)
        {
            var keys = (key is null ? items : Called(call, items, key))?.Select(k => (k as ConstantValue)?.Constant).ToList();

            // Numbers by their size; texts only by the order of their characters, since cultures have orders of their own.
            IComparer<object?>? comparer = keys?.All(k => k is int) == true || keys?.All(k => k is bool) == true ? Comparer<object?>.Default
                : isOrdinal && keys?.All(k => k is string) == true ? Comparer<object?>.Create((a, b) => string.CompareOrdinal((string)a!, (string)b!)) : null;
            if (comparer is null)
            {
                // What they are compared by may be code of the user's own.
                call.Evaluation.Unknowns.Call(items, call.Origin);
                return [null];
            }

            order = isDescending ? order.ThenByDescending(i => keys![i], comparer) : order.ThenBy(i => keys![i], comparer);
        }

        return order.Select(i => (Value?)items[i]).ToList();
    }

    /// <summary>What a function gives for each item; null where it changes something.</summary>
    private static ImmutableArray<Value>? Called(FrameworkCall call, IReadOnlyList<Value> items, FunctionValue function)
    {
        var results = ImmutableArray.CreateBuilder<Value>();
        var written = call.Heap.Written(() =>
        {
            foreach (var item in items)
            {
                results.Add(call.Invoke(function, item));
            }
        });
        call.Heap.Forget(written.Keys, call.Origin);
        return written.Count > 0 ? null : results.ToImmutable();
    }
}
