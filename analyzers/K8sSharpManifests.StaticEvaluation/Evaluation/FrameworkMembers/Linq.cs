namespace K8sSharpManifests.StaticEvaluation;

/// <summary>
/// Queries. Those that make sequences run when someone goes through them, item by item, as often as that happens. Where the run time does not say how often, or in which
/// order, it calls what it is given, they are known only where that changes nothing.
/// </summary>
internal static class Linq
{
    public static Value? Call(FrameworkCall call) => Sequence(call) ?? Result(call);

    /// <summary>Whether a sequence contains an item, by the equality of constants.</summary>
    public static Value? Contains(Value sequence, Value item, FrameworkCall call)
    {
        if (item is not (ConstantValue { Constant: not double } or NullValue) || call.Evaluation.Sequences.All(sequence, call.Call.Operation, call.Call.Frame) is not { } items)
        {
            return null;
        }

        bool? found = false;
        foreach (var other in items)
        {
            found |= Operators.AreSame(other, item);
        }

        return found is { } known ? call.Of(known) : null;
    }

    private static Value? Sequence(FrameworkCall call)
    {
        var arguments = call.Arguments;
        switch (call.Name, arguments)
        {
            case ("Empty", []):
                return call.List([], isArray: true);
            case ("Range", [ConstantValue { Constant: int start }, ConstantValue { Constant: int and >= 0 and <= Evaluation.MaxItems } count]):
                return call.List(Enumerable.Range(0, (int)count.Constant).Select(i => call.Of(start + i)), isArray: true);
            case ("Repeat", [var repeated, ConstantValue { Constant: int and >= 0 and <= Evaluation.MaxItems } times]):
                return call.List(Enumerable.Repeat(repeated, (int)times.Constant), isArray: true);
            case ("AsEnumerable", [var same]):
                return same;
            case ("Select", [var source, FunctionValue f]) when Takes(f, 1):
                return call.Query(() => call.Items(source).Select(i => i is null ? null : call.Invoke(f, i)));
            case ("Select", [var source, FunctionValue f]) when Takes(f, 2):
                return call.Query(() => Indexed(call.Items(source)).Select(i => i.Item is null ? null : call.Invoke(f, i.Item, call.Of(i.Index))));
            case ("SelectMany", [var source, FunctionValue f]) when Takes(f, 1):
                return call.Query(() => call.Items(source).SelectMany(i => i is null ? [null] : call.Items(call.Invoke(f, i))));
            case ("SelectMany", [var source, FunctionValue f, FunctionValue g]) when Takes(f, 1) && Takes(g, 2):
                return call.Query(() => call.Items(source).SelectMany(i => i is null ? [null] : call.Items(call.Invoke(f, i)).Select(j => j is null ? null : call.Invoke(g, i, j))));
            case ("Where", [var source, FunctionValue f]) when Takes(f, 1):
                return call.Query(() => Where(call.Items(source), i => Conditions.Known(call.Invoke(f, i))));
            case ("TakeWhile", [var source, FunctionValue f]) when Takes(f, 1):
                return call.Query(() => TakeWhile(call.Items(source), i => Conditions.Known(call.Invoke(f, i))));
            case ("Concat", [var first, var second]):
                return call.Query(() => call.Items(first).Concat(call.Items(second)));
            case ("Append", [var source, var item]):
                return call.Query(() => call.Items(source).Append(item));
            case ("Prepend", [var source, var item]):
                return call.Query(() => call.Items(source).Prepend(item));
            case ("DefaultIfEmpty", [var source, var otherwise]):
                return call.Query(() => All(call, source, items => items.Count > 0 ? items : [otherwise]));
            case ("Reverse", [var source]):
                return call.Query(() => All(call, source, items => items.Reverse()));
            case ("Take", [var source, ConstantValue { Constant: int limit }]):
                return call.Query(() => Whole(call, source) is null ? [null] : limit > 0 ? Until(call.Items(source), limit) : []);
            case ("Skip", [var source, ConstantValue { Constant: int limit }]):
                return call.Query(() => Whole(call, source) is null ? [null] : From(call.Items(source), limit));
            case ("Distinct", [var source]):
                return call.Query(() => All(call, source, items => items.All(i => i is ConstantValue { Constant: not double }) ? items.GroupBy(i => ((ConstantValue)i).Constant).Select(g => g.First()) : null));
            case ("Except", [var source, var others]):
                return call.Query(() => All(call, source, items => Constants(items) is not null && Constants(call.Evaluation.Sequences.All(others, call.Call.Operation, call.Call.Frame)) is { } without
                    ? items.Where(i => !without.Contains(((ConstantValue)i).Constant)).GroupBy(i => ((ConstantValue)i).Constant).Select(g => g.First()) : null));
            case ("Zip", [var first, var second]):
                return call.Query(() => All(call, first, items => Whole(call, second) is { } others
                    ? items.Zip(others, (x, y) => (Value)StructValue.Of(call.Origin, ("Item1", x), ("Item2", y))) : null, second));
            case ("Index", [var source]):
                return call.Query(() => Indexed(call.Items(source)).Select(i => i.Item is null ? null : StructValue.Of(call.Origin, ("Item1", call.Of(i.Index)), ("Item2", i.Item))));
            case ("OrderBy" or "OrderByDescending", [var source, FunctionValue f, ..]) when Takes(f, 1) && IsPlain(arguments, 2):
                return Orderings.Query(call, new(source, [(f, call.Name == "OrderByDescending", arguments.Length > 2)]));
            case ("ThenBy" or "ThenByDescending", [SequenceValue { Ordering: { } ordering }, FunctionValue f, ..]) when Takes(f, 1) && IsPlain(arguments, 2):
                return Orderings.Query(call, ordering with { Keys = ordering.Keys.Add((f, call.Name == "ThenByDescending", arguments.Length > 2)) });
            case ("Order" or "OrderDescending", [var source, ..]) when IsPlain(arguments, 1):
                return Orderings.Query(call, new(source, [(null, call.Name == "OrderDescending", arguments.Length > 1)]));
            case ("GroupBy", [var source, FunctionValue f]) when Takes(f, 1):
                return call.Query(() => All(call, source, items => Orderings.Grouped(call, items, f, null)));
            case ("GroupBy", [var source, FunctionValue f, FunctionValue g]) when Takes(f, 1) && Takes(g, 1):
                return call.Query(() => All(call, source, items => Orderings.Grouped(call, items, f, g)));
            case ("DistinctBy", [var source, FunctionValue f]) when Takes(f, 1):
                return call.Query(() => All(call, source, items => Orderings.Grouped(call, items, f, null)?.Select(g => ((ListState)((Reference)g).Target.State).Items[0])));
            case ("Union", [var first, var second]):
                return call.Query(() => All(call, first, items => Constants(items) is not null && Constants(Whole(call, second)) is not null
                    ? items.Concat(Whole(call, second)!).GroupBy(i => ((ConstantValue)i).Constant).Select(g => g.First()) : null, second));
            case ("Intersect", [var first, var second]):
                return call.Query(() => All(call, first, items => Constants(items) is not null && Constants(Whole(call, second)) is { } both
                    ? items.Where(i => both.Contains(((ConstantValue)i).Constant)).GroupBy(i => ((ConstantValue)i).Constant).Select(g => g.First()) : null));
            case ("SkipWhile", [var source, FunctionValue f]) when Takes(f, 1):
                return call.Query(() => SkipWhile(call.Items(source), i => Conditions.Known(call.Invoke(f, i))));
            case ("SkipLast", [var source, ConstantValue { Constant: int limit }]):
                return call.Query(() => All(call, source, items => items.Take(Math.Max(0, items.Count - limit))));
            case ("TakeLast", [var source, ConstantValue { Constant: int limit }]):
                return call.Query(() => All(call, source, items => items.Skip(Math.Max(0, items.Count - limit))));
            case ("OfType", [var source]) when call.Call.Frame.Resolve(call.Call.Method.TypeArguments[0]) is { } type:
                return call.Query(() => Where(call.Items(source), i => Conversions.IsOfType(i, type, null, call.Evaluation)));
            case ("Cast", [var source]) when call.Call.Frame.Resolve(call.Call.Method.TypeArguments[0]) is { } type:
                return call.Query(() => call.Items(source).Select(i => i is not null && (i is NullValue || Conversions.IsOfType(i, type, null, call.Evaluation) == true) ? i : null));
            default:
                return null;
        }
    }

    private static Value? Result(FrameworkCall call)
    {
        var arguments = call.Arguments;
        switch (call.Name, arguments)
        {
            case ("ToList" or "ToArray", [var source]):
                var (items, isOpen) = call.Evaluation.Sequences.List(source, call.Call.Operation, call.Call.Frame);
                return call.List(items, isOpen, call.Name == "ToArray");
            case ("ToHashSet", [var source]):
                return Maps.Of(source, isSet: true, call);
            case ("ToDictionary", [var source]):
                return Maps.Of(source, isSet: false, call);
            case ("ToDictionary", [var source, FunctionValue key]) when Takes(key, 1):
                return Maps.Of(call.Query(() => call.Items(source).Select(i => i is null ? null : StructValue.Of(call.Origin, ("Key", call.Invoke(key, i)), ("Value", i)))), isSet: false, call);
            case ("ToDictionary", [var source, FunctionValue key, FunctionValue value]) when Takes(key, 1) && Takes(value, 1):
                return Maps.Of(call.Query(() => call.Items(source).Select(i => i is null ? null : StructValue.Of(call.Origin, ("Key", call.Invoke(key, i)), ("Value", call.Invoke(value, i))))), isSet: false, call);
            case ("Contains", [var source, var item]):
                return Contains(source, item, call);
            case ("Any", [var source]):
                return Known(call, source) is { } any ? any.Items.Count > 0 ? call.Of(true) : any.IsOpen ? null : call.Of(false) : null;
            case ("Any", [var source, FunctionValue f]) when Takes(f, 1):
                return Quantified(call, source, f, end: true);
            case ("All", [var source, FunctionValue f]) when Takes(f, 1):
                return Quantified(call, source, f, end: false);
            case ("Count", [var source]):
                return Whole(call, source) is { } counted ? call.Of(counted.Count) : null;
            case ("Count", [var source, FunctionValue f]) when Takes(f, 1):
                return Whole(call, call.Query(() => Where(call.Items(source), i => Conditions.Known(call.Invoke(f, i))))) is { } kept ? call.Of(kept.Count) : null;
            case ("Sum", [var source]):
                return Whole(call, source) is { } numbers ? Sum(call, numbers) : null;
            case ("Sum", [var source, FunctionValue f]) when Takes(f, 1):
                return Whole(call, call.Query(() => call.Items(source).Select(i => i is null ? null : call.Invoke(f, i)))) is { } selected ? Sum(call, selected) : null;
            case ("MaxBy" or "MinBy", [var source, FunctionValue f]) when Takes(f, 1):
                return Whole(call, Orderings.Query(call, new(source, [(f, call.Name == "MaxBy", false)]))) is { Count: > 0 } extreme ? extreme[0] : null;
            case ("SequenceEqual", [var first, var second]):
                return Constants(Whole(call, first)) is not null && Constants(Whole(call, second)) is not null
                    ? call.Of(Whole(call, first)!.Select(i => ((ConstantValue)i).Constant).SequenceEqual(Whole(call, second)!.Select(i => ((ConstantValue)i).Constant))) : null;
            case ("Max" or "Min", [var source]):
                return Whole(call, source) is { Count: > 0 } compared ? Extreme(call, compared) : null;
            case ("Max" or "Min", [var source, FunctionValue f]) when Takes(f, 1):
                return Whole(call, call.Query(() => call.Items(source).Select(i => i is null ? null : call.Invoke(f, i)))) is { Count: > 0 } chosen ? Extreme(call, chosen) : null;
            case ("First" or "FirstOrDefault", [var source]):
                return First(call, source);
            case ("First" or "FirstOrDefault", [var source, FunctionValue f]) when Takes(f, 1):
                return First(call, call.Query(() => Where(call.Items(source), i => Conditions.Known(call.Invoke(f, i)))));
            case ("Last" or "LastOrDefault" or "Single" or "SingleOrDefault", [var source]):
                return One(call, source);
            case ("Last" or "LastOrDefault" or "Single" or "SingleOrDefault", [var source, FunctionValue f]) when Takes(f, 1):
                return One(call, call.Query(() => Where(call.Items(source), i => Conditions.Known(call.Invoke(f, i)))));
            case ("ElementAt", [var source, ConstantValue { Constant: int at }]):
                return Whole(call, source) is { } all && at >= 0 && at < all.Count ? all[at] : null;
            case ("Aggregate", [var source, var seed, FunctionValue f]) when Takes(f, 2):
                return Aggregate(call, call.Items(source), seed, f);
            case ("Aggregate", [var source, FunctionValue f]) when Takes(f, 2):
                return Aggregate(call, call.Items(source), null, f);
            default:
                return null;
        }
    }

    // With an index as second parameter they are other methods.
    private static bool Takes(FunctionValue function, int count) => function.Method.Parameters.Length - (function is { Method.IsStatic: true, Instance: not null } ? 1 : 0) == count;

    private static IEnumerable<(int Index, Value? Item)> Indexed(IEnumerable<Value?> items) => items.Select((item, index) => (index, item));

    private static IEnumerable<Value?> Where(IEnumerable<Value?> items, Func<Value, bool?> predicate)
    {
        foreach (var item in items)
        {
            var isKept = item is null ? null : predicate(item);
            if (isKept == true)
            {
                yield return item;
            }
            else if (isKept is null)
            {
                yield return null;
                yield break;
            }
        }
    }

    private static IEnumerable<Value?> SkipWhile(IEnumerable<Value?> items, Func<Value, bool?> predicate)
    {
        var isSkipping = true;
        foreach (var item in items)
        {
            var isSkipped = isSkipping ? item is null ? null : predicate(item) : false;
            if (isSkipped is null)
            {
                yield return null;
                yield break;
            }

            isSkipping = isSkipped == true;
            if (!isSkipping)
            {
                yield return item;
            }
        }
    }

    private static IEnumerable<Value?> TakeWhile(IEnumerable<Value?> items, Func<Value, bool?> predicate)
    {
        foreach (var item in items)
        {
            var isTaken = item is null ? null : predicate(item);
            if (isTaken != true)
            {
                if (isTaken is null)
                {
                    yield return null;
                }

                yield break;
            }

            yield return item;
        }
    }

    /// <summary>
    /// A sequence of what a function makes of all items; unknown where those are, or where the function gives null. Most of it is made item by item, so where the items
    /// of a source are not the same any more by then, nothing is known.
    /// </summary>
    private static IEnumerable<Value?> All(FrameworkCall call, Value source, Func<IReadOnlyList<Value>, IEnumerable<Value>?> make, Value? other = null)
    {
        if (Whole(call, source) is { } items)
        {
            if (make(items)?.ToList() is { } made)
            {
                var others = other is null ? null : Whole(call, other);
                var version = call.Heap.Version;
                for (var i = 0; i < made.Count; i++)
                {
                    if (i > 0 && version != call.Heap.Version && !AreUnchanged(items, others))
                    {
                        call.Evaluation.Unknowns.Call(items, call.Origin);
                        break;
                    }

                    version = call.Heap.Version;
                    yield return made[i];
                }

                if (version == call.Heap.Version || AreUnchanged(items, others))
                {
                    yield break;
                }
            }
            else
            {
                // What they are compared by may be code of the user's own.
                call.Evaluation.Unknowns.Call(items, call.Origin);
            }
        }

        yield return null;

        bool AreUnchanged(IReadOnlyList<Value> before, IReadOnlyList<Value>? othersBefore) =>
            AreSame(before, Whole(call, source)) && (othersBefore is null || AreSame(othersBefore, Whole(call, other!)));
    }

    private static bool AreSame(IReadOnlyList<Value> items, IReadOnlyList<Value>? others) =>
        others?.Count == items.Count && items.Zip(others, AreSame).All(same => same);

    private static bool AreSame(Value left, Value right) => (left, right) switch
    {
        _ when ReferenceEquals(left, right) => true,
        (StructValue a, StructValue b) => a.Fields.Length == b.Fields.Length && a.Fields.All(f => b.Find(f.Key) is { } other && AreSame(f.Value, other)),
        _ => Operators.AreSame(left, right) == true,
    };

    /// <summary>So many items: the next one is not asked for. Where the run time goes by indexes, it need not go through those before, but they run no code that anyone sees.</summary>
    private static IEnumerable<Value?> Until(IEnumerable<Value?> items, int count)
    {
        foreach (var item in items)
        {
            yield return item;
            if (item is null || --count == 0)
            {
                yield break;
            }
        }
    }

    private static IEnumerable<Value?> From(IEnumerable<Value?> items, int count)
    {
        foreach (var item in items)
        {
            if (item is null || count-- <= 0)
            {
                yield return item;
            }
        }
    }

    private static IReadOnlyList<Value>? Whole(FrameworkCall call, Value source) => call.Evaluation.Sequences.All(source, call.Call.Operation, call.Call.Frame);

    private static (IReadOnlyList<Value> Items, bool IsOpen)? Known(FrameworkCall call, Value source) => source is Reference { Target.State: ListState list }
        ? (list.Items, list.IsOpen)
        : Whole(call, source) is { } items ? (items, false) : null;

    private static HashSet<object>? Constants(IReadOnlyList<Value>? items) =>
        items?.All(i => i is ConstantValue { Constant: not double }) == true ? [.. items.Select(i => ((ConstantValue)i).Constant)] : null;

    private static Value? Quantified(FrameworkCall call, Value source, FunctionValue predicate, bool end)
    {
        var isKnown = true;
        foreach (var item in call.Items(source))
        {
            var holds = item is null ? null : Conditions.Known(call.Invoke(predicate, item));
            if (holds == end && isKnown)
            {
                return call.Of(end);
            }

            isKnown &= holds is not null;
            if (holds == end || item is null)
            {
                // It may have ended before.
                return call.Unknown();
            }
        }

        return isKnown ? call.Of(!end) : call.Unknown();
    }

    private static Value? First(FrameworkCall call, Value source)
    {
        foreach (var item in call.Items(source))
        {
            return item ?? call.Unknown();
        }

        return null;
    }

    /// <summary>The one item that is asked for; null where there may be none, or another.</summary>
    private static Value? One(FrameworkCall call, Value source) => Whole(call, source) switch
    {
        null or { Count: 0 } => null,
        { Count: > 1 } when call.Name is "Single" or "SingleOrDefault" => null,
        var items => items[items.Count - 1],
    };

    private static Value? Aggregate(FrameworkCall call, IEnumerable<Value?> items, Value? seed, FunctionValue function)
    {
        var sum = seed;
        foreach (var item in items)
        {
            if (item is null)
            {
                call.Heap.Escape(sum);
                return call.Unknown();
            }

            sum = sum is null ? item : call.Invoke(function, sum, item);
        }

        return sum;
    }

    private static Value? Sum(FrameworkCall call, IReadOnlyList<Value> items)
    {
        if (!items.All(i => i is ConstantValue { IsEnum: false, Constant: int }))
        {
            return null;
        }

        var sum = items.Sum(i => (long)(int)((ConstantValue)i).Constant);
        return sum is >= int.MinValue and <= int.MaxValue ? call.Of((int)sum) : null;
    }

    private static Value? Extreme(FrameworkCall call, IReadOnlyList<Value> items) => !items.All(i => i is ConstantValue { IsEnum: false, Constant: int })
        ? null
        : call.Of(call.Name == "Max" ? items.Max(i => (int)((ConstantValue)i).Constant) : items.Min(i => (int)((ConstantValue)i).Constant));

    /// <summary>Whether the arguments end with the one comparer that is understood, or with none.</summary>
    private static bool IsPlain(Value[] arguments, int count) => arguments.Length == count || (arguments.Length == count + 1 && arguments[count] is OrdinalComparer);
}

/// <summary>StringComparer.Ordinal.</summary>
internal sealed class OrdinalComparer(SourceOrigin? origin) : Value(origin);
