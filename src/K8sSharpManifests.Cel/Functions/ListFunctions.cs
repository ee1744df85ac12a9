using K8sSharpManifests.Cel.Operators;
using K8sSharpManifests.Cel.Schemas;
using K8sSharpManifests.Cel.Values;

namespace K8sSharpManifests.Cel.Functions;

/// <summary>Functions of lists: Kubernetes' own, version 3 of CEL's library for lists, join, and sets.</summary>
/// <remarks>Upstream: apiserver's pkg/cel/library/lists.go, and cel-go's ext/lists.go, ext/sets.go and ext/strings.go.</remarks>
internal static class ListFunctions
{
    // More would only serve to run out of memory.
    private const int MostOfRange = 1_000_000;

    public static void Register()
    {
        Add("isSorted", list => IsSorted(list.Items));
        Add("sum", Sum);
        Add("min", list => Extreme(list.Items, "min", 1));
        Add("max", list => Extreme(list.Items, "max", -1));
        AddPair("indexOf", (list, item) => IndexOf(list.Items, item, false));
        AddPair("lastIndexOf", (list, item) => IndexOf(list.Items, item, true));
        FunctionTable.AddMember("includes", arguments => arguments switch
        {
            [CelListValue list, var item] => Equality.Contains(list, item),
            [var value, var item] => Equality.Equal(value, item) is var equal && equal is CelUnknown ? equal : CelBool.Of(equal == CelBool.True),
            _ => CelError.NoSuchOverload,
        });
        Add("join", list => Join(list.Items, ""));
        AddPair("join", (list, separator) => separator is CelString text ? Join(list.Items, text.Value) : CelError.NoSuchOverload);
        FunctionTable.AddMember("slice", arguments => arguments is [CelListValue list, CelInt start, CelInt end] ? Slice(list.Items, start.Value, end.Value) : CelError.NoSuchOverload);
        Add("flatten", list => Flatten(list, 1));
        AddPair("flatten", (list, depth) => depth is CelInt number ? Flatten(list, number.Value) : CelError.NoSuchOverload);
        Add("sort", list => Failures.FirstOf([.. list.Items]) ?? Sorted(list.Items, list.Items));
        FunctionTable.AddMember("reverse", arguments => arguments switch
        {
            [CelListValue list] => new CelMadeList([.. list.Items.Reverse()]),
            [CelString] => CelUnknown.Because("Kubernetes' CEL cannot reverse a text"),
            _ => CelError.NoSuchOverload,
        });
        Add("distinct", Distinct);
        FunctionTable.AddGlobal("lists.range", arguments => arguments is not [CelInt count] ? CelError.NoSuchOverload
            : count.Value > MostOfRange ? CelUnknown.Because("a range is too long")
            : new CelMadeList([.. Enumerable.Range(0, (int)Math.Max(0, count.Value)).Select(i => new CelInt(i))]));
        AddSet("sets.contains", Contains);
        AddSet("sets.intersects", Intersects);
        AddSet("sets.equivalent", (left, right) => Contains(left, right) is var contains && contains != CelBool.True ? contains : Contains(right, left));
    }

    /// <summary>A list in the order of keys, of which none is a failure.</summary>
    public static CelValue Sorted(IReadOnlyList<CelValue> items, IReadOnlyList<CelValue> keys)
    {
        if (keys.Any(k => k.TypeName != keys[0].TypeName))
        {
            return new CelError("list elements must have the same type");
        }

        CelValue? failure = null;
        var order = Enumerable.Range(0, items.Count).OrderBy(i => keys[i], Comparer<CelValue>.Create((a, b) =>
        {
            var result = Ordering.Compare(a, b, out var fault);
            failure ??= fault;
            return result;
        })).ToArray();
        return failure is CelUnknown ? failure : failure is not null ? new CelError("list elements must be comparable") : new CelMadeList([.. order.Select(i => items[i])]);
    }

    private static void Add(string name, Func<CelListValue, CelValue> function) => FunctionTable.AddMember(name, arguments => arguments is [CelListValue list] ? function(list) : CelError.NoSuchOverload);

    private static void AddPair(string name, Func<CelListValue, CelValue, CelValue> function) =>
        FunctionTable.AddMember(name, arguments => arguments is [CelListValue list, var other] ? function(list, other) : CelError.NoSuchOverload);

    private static void AddSet(string name, Func<CelListValue, CelListValue, CelValue> function) =>
        FunctionTable.AddGlobal(name, arguments => arguments is [CelListValue left, CelListValue right] ? function(left, right) : CelError.NoSuchOverload);

    private static CelValue IsSorted(IReadOnlyList<CelValue> items)
    {
        CelValue? open = null;
        for (var i = 1; i < items.Count; i++)
        {
            if (Ordering.Compare(items[i - 1], items[i], out var failure) > 0)
            {
                return CelBool.False;
            }

            open = Failures.FirstOf(open, failure);
        }

        return open ?? CelBool.True;
    }

    private static CelValue Sum(CelListValue list)
    {
        CelValue sum = list is SchemaList known ? known.Zero : CelAnyZero.Value;
        return list.Items.Count == 0 ? sum : list.Items.Skip(1).Aggregate(list.Items[0], (s, item) => Arithmetic.Compute("+", s, item));
    }

    private static CelValue Extreme(IReadOnlyList<CelValue> items, string name, int replacing)
    {
        if (items.Count == 0)
        {
            return new CelError($"{name} called on empty list");
        }

        var result = items[0];
        foreach (var item in items.Skip(1))
        {
            var order = Ordering.Compare(result, item, out var failure);
            if (failure is not null)
            {
                return failure;
            }

            result = Math.Sign(order) == replacing ? item : result;
        }

        return result;
    }

    private static CelValue IndexOf(IReadOnlyList<CelValue> items, CelValue item, bool isLast)
    {
        for (var i = 0; i < items.Count; i++)
        {
            var at = isLast ? items.Count - 1 - i : i;
            var equal = Equality.Equal(items[at], item);
            if (equal is CelUnknown)
            {
                return equal;
            }

            if (equal == CelBool.True)
            {
                return new CelInt(at);
            }
        }

        return new CelInt(-1);
    }

    private static CelValue Join(IReadOnlyList<CelValue> items, string separator) =>
        Failures.FirstOf([.. items]) ?? (items.FirstOrDefault(i => i is not CelString) is { } other ? new CelError($"join: invalid input: {Texts.Show(other)}")
            : new CelString(string.Join(separator, items.Select(i => ((CelString)i).Value))));

    private static CelValue Slice(IReadOnlyList<CelValue> items, long start, long end) =>
        start < 0 || end < 0 ? new CelError($"cannot slice({start}, {end}), negative indexes not supported")
        : start > end ? new CelError($"cannot slice({start}, {end}), start index must be less than or equal to end index")
        : items.Count < end ? new CelError($"cannot slice({start}, {end}), list is length {items.Count}")
        : new CelMadeList([.. items.Skip((int)start).Take((int)(end - start))]);

    private static CelValue Flatten(CelListValue list, long depth)
    {
        if (depth < 0)
        {
            return new CelError("level must be non-negative");
        }

        var items = new List<CelValue>();
        foreach (var item in list.Items)
        {
            if (item is CelListValue { IsOpen: true } || item is CelUnknown)
            {
                return CelUnknown.Data;
            }

            if (depth > 0 && item is CelListValue inner)
            {
                var flat = Flatten(inner, depth - 1);
                if (flat is not CelListValue part)
                {
                    return flat;
                }

                items.AddRange(part.Items);
            }
            else
            {
                items.Add(item);
            }
        }

        return new CelMadeList(items);
    }

    private static CelValue Distinct(CelListValue list)
    {
        var items = new List<CelValue>();
        foreach (var item in list.Items)
        {
            var seen = Equality.Contains(new CelMadeList(items), item);
            if (seen is CelUnknown)
            {
                return seen;
            }

            if (seen != CelBool.True)
            {
                items.Add(item);
            }
        }

        return new CelMadeList(items);
    }

    private static CelValue Contains(CelListValue list, CelListValue part)
    {
        foreach (var item in part.Items)
        {
            var contains = Equality.Contains(list, item);
            if (contains != CelBool.True)
            {
                return contains;
            }
        }

        return CelBool.True;
    }

    private static CelValue Intersects(CelListValue left, CelListValue right)
    {
        CelValue result = CelBool.False;
        foreach (var item in left.Items)
        {
            var contains = Equality.Contains(right, item);
            if (contains == CelBool.True)
            {
                return contains;
            }

            result = contains is CelUnknown ? contains : result;
        }

        return result;
    }
}
