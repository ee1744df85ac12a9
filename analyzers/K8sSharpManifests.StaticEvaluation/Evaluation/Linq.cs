using System.Collections.Immutable;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Queries over known sequences.</summary>
internal static class Linq
{
    public static Value? Call(string name, IReadOnlyList<Value> arguments, Evaluation evaluation, SourceOrigin origin)
    {
        if (arguments.Count == 0)
        {
            return name == "Empty" ? new ListValue([], isOpen: false, origin) : null;
        }

        if (name == "Range" && arguments is [ConstantValue { Constant: int start }, ConstantValue { Constant: int and >= 0 and <= Evaluation.MaxItems } count])
        {
            return new ListValue([.. Enumerable.Range(0, (int)count.Constant).Select(i => new ConstantValue(start + i, origin))], isOpen: false, origin);
        }

        if (name == "Repeat" && arguments is [var repeated, ConstantValue { Constant: int and >= 0 and <= Evaluation.MaxItems } times])
        {
            return new ListValue([.. Enumerable.Repeat(repeated, (int)times.Constant)], isOpen: false, origin);
        }

        if (Collections.ToList(arguments[0]) is not { } list)
        {
            return null;
        }

        Value Apply(Value function, params Value[] items) => function is FunctionValue known ? evaluation.Invoke(known, items, origin) : new UnknownValue(origin);

        // With an index as second parameter they are other methods.
        bool Takes(int count) => arguments.Count == 2 && arguments[1] is FunctionValue { Method.Parameters.Length: var length } && length == count;

        switch (name)
        {
            case "Select" when Takes(1):
                return new ListValue([.. list.Items.Select(i => Apply(arguments[1], i))], list.IsOpen, origin);
            case "Select" when Takes(2):
                return new ListValue([.. list.Items.Select((item, index) => list.IsOpen ? new UnknownValue(origin) : Apply(arguments[1], item, new ConstantValue(index, origin)))], list.IsOpen, origin);
            case "SelectMany" when Takes(1):
                return Concat([.. list.Items.Select(i => Apply(arguments[1], i))], list.IsOpen, origin);
            case "Where" when Takes(1):
                return Where(list, i => Conditions.Known(Apply(arguments[1], i)), origin);
            case "Concat" when arguments.Count == 2:
                return Concat([list, arguments[1]], isOpen: false, origin);
            case "Append" when arguments.Count == 2:
                return list.Add(arguments[1]);
            case "Prepend" when arguments.Count == 2:
                return new ListValue([arguments[1], .. list.Items], list.IsOpen, origin);
            case "ToList" or "ToArray" or "AsEnumerable" when arguments.Count == 1:
                return list;
            case "Reverse" when arguments.Count == 1:
                return new ListValue([.. list.Items.Reverse()], list.IsOpen, origin);
            case "Take" or "Skip" when !list.IsOpen && arguments is [_, ConstantValue { Constant: int limit }]:
                return new ListValue([.. name == "Take" ? list.Items.Take(limit) : list.Items.Skip(limit)], isOpen: false, origin);
            case "Zip" when !list.IsOpen && arguments.Count == 2 && Collections.ToList(arguments[1]) is { IsOpen: false } second:
                return new ListValue([.. list.Items.Zip(second.Items, (x, y) => (Value)ObjectValue.Of(origin, ("Item1", x), ("Item2", y)))], isOpen: false, origin);
            case "Index" when !list.IsOpen && arguments.Count == 1:
                return new ListValue([.. list.Items.Select((item, index) => (Value)ObjectValue.Of(origin, ("Item1", new ConstantValue(index, origin)), ("Item2", item)))], isOpen: false, origin);
            case "Distinct" when !list.IsOpen && arguments.Count == 1 && list.Items.All(i => i is ConstantValue):
                return new ListValue([.. list.Items.GroupBy(i => ((ConstantValue)i).Constant).Select(g => g.First())], isOpen: false, origin);
            case "Contains" when arguments.Count == 2:
                return Any(list, i => Texts.AreEqual(i, arguments[1]), isAll: false, origin);
            case "Any" when arguments.Count == 1:
                return list.Items.Length > 0 || !list.IsOpen ? new ConstantValue(list.Items.Length > 0, origin) : null;
            case "Any" when Takes(1):
                return Any(list, i => Conditions.Known(Apply(arguments[1], i)), isAll: false, origin);
            case "All" when Takes(1):
                return Any(list, i => !Conditions.Known(Apply(arguments[1], i)), isAll: true, origin);
            case "Count" when arguments.Count == 1 && !list.IsOpen:
                return new ConstantValue(list.Items.Length, origin);
            case "Count" when Takes(1) && Where(list, i => Conditions.Known(Apply(arguments[1], i)), origin) is { IsOpen: false } counted:
                return new ConstantValue(counted.Items.Length, origin);
            case "First" or "Single" or "FirstOrDefault" or "SingleOrDefault" or "Last" or "LastOrDefault" when arguments.Count == 1:
                return One(name, list);
            case "First" or "Single" or "FirstOrDefault" or "SingleOrDefault" or "Last" or "LastOrDefault" when Takes(1):
                return One(name, Where(list, i => Conditions.Known(Apply(arguments[1], i)), origin));
            case "Aggregate" when arguments.Count == 3 && !list.IsOpen:
                return list.Items.Aggregate(arguments[1], (sum, item) => Apply(arguments[2], sum, item));
            case "ToDictionary" when arguments.Count == 3 && arguments[1] is FunctionValue && arguments[2] is FunctionValue:
                return Collections.ToMap(new ListValue(
                    [.. list.Items.Select(i => (Value)ObjectValue.Of(origin, ("Key", Apply(arguments[1], i)), ("Value", Apply(arguments[2], i))))], list.IsOpen, origin));
            case "ToDictionary" when Takes(1):
                return Collections.ToMap(new ListValue([.. list.Items.Select(i => (Value)ObjectValue.Of(origin, ("Key", Apply(arguments[1], i)), ("Value", i)))], list.IsOpen, origin));
            case "ToDictionary" when arguments.Count == 1:
                return Collections.ToMap(list);
            default:
                return null;
        }
    }

    /// <summary>The one item that is asked for; null where there may be none, or another.</summary>
    private static Value? One(string name, ListValue list) => (list.IsOpen, list.Items.Length) switch
    {
        (true, _) or (_, 0) => null,
        (_, > 1) when name is "Single" or "SingleOrDefault" => null,
        _ => name is "Last" or "LastOrDefault" ? list.Items[list.Items.Length - 1] : list.Items[0],
    };

    private static ListValue Concat(ImmutableArray<Value> parts, bool isOpen, SourceOrigin origin)
    {
        var lists = parts.Select(Collections.ToList).ToArray();
        if (lists.Sum(l => (long)(l?.Items.Length ?? 0)) > Evaluation.MaxItems)
        {
            return new([], isOpen: true, origin);
        }

        return new([.. lists.SelectMany(l => l?.Items ?? [])], isOpen || lists.Any(l => l?.IsOpen != false), origin);
    }

    private static ListValue Where(ListValue list, Func<Value, bool?> predicate, SourceOrigin origin)
    {
        var kept = list.Items.Select(item => (Item: item, IsKept: predicate(item))).ToArray();
        return new([.. kept.Where(k => k.IsKept == true).Select(k => k.Item)], list.IsOpen || kept.Any(k => k.IsKept is null), origin);
    }

    /// <summary>Whether one item fulfils the predicate; for "all", whether none fails it.</summary>
    private static Value? Any(ListValue list, Func<Value, bool?> predicate, bool isAll, SourceOrigin origin)
    {
        bool? found = list.IsOpen ? null : false;
        foreach (var item in list.Items)
        {
            found |= predicate(item);
        }

        return found is { } known ? new ConstantValue(known != isAll, origin) : null;
    }
}
