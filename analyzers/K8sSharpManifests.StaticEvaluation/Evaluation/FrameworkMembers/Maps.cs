using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Dictionaries and sets, whose keys are constants. Other keys have an equality of their own.</summary>
internal static class Maps
{
    public static Value? New(FrameworkCall call)
    {
        var isSet = call.Type.EndsWith("HashSet", StringComparison.Ordinal);

        // A comparer may take two keys for one.
        if (call.Call.Method.Parameters.Any(p => p.Name == "comparer") && call.Arguments[call.Arguments.Length - 1] is not (NullValue or OrdinalComparer))
        {
            return null;
        }

        return call.Call.Method.Parameters.Length == 0 || call.Call.Method.Parameters[0].Name == "comparer" || call.Call.Method.Parameters[0].Type.SpecialType == SpecialType.System_Int32
            ? call.Heap.New(MapState.Empty(isSet), call.Origin)
            : Of(call.Arguments[0], isSet, call);
    }

    /// <summary>A new dictionary of what is a dictionary or a sequence of pairs; a set of what is a sequence.</summary>
    public static Value Of(Value source, bool isSet, FrameworkCall call)
    {
        if (source is Reference { Target.State: MapState { IsOpen: true } open } && open.IsSet == isSet)
        {
            open.Parts.ToList().ForEach(call.Heap.Escape);
            return call.Heap.New(open, call.Origin);
        }

        // The copy of a set may keep the places that are free.
        if (isSet && source is Reference { Target.State: MapState { IsSet: true, HasGaps: true } })
        {
            return call.Heap.New(MapState.Empty(isSet).Forgotten(), call.Origin);
        }

        var map = MapState.Empty(isSet);
        foreach (var item in call.Items(source))
        {
            map = (isSet, item) switch
            {
                (_, null) => (MapState)map.Forgotten(),
                (true, ConstantValue { Constant: not double } key) => map.Find(key.Constant) is null ? map.Put(key, NullValue.Instance) : map,
                (false, StructValue pair) when pair.Find("Key") is ConstantValue { Constant: not double } key && pair.Find("Value") is { } entry => map.Put(key, entry),
                (false, StructValue pair) when pair.Find("Item1") is ConstantValue { Constant: not double } key && pair.Find("Item2") is { } entry => map.Put(key, entry),
                _ => PutUnknown(map, [item], call),
            };
        }

        return call.Heap.New(map, call.Origin);
    }

    public static Value? Call(FrameworkCall call)
    {
        if (call is { Name: "Create", Type: "System.Collections.Generic.KeyValuePair", Arguments: [var first, var second] })
        {
            return StructValue.Of(call.Origin, ("Key", first), ("Value", second));
        }

        if (call.Instance is StructValue pair && call.Arguments is [])
        {
            return pair.Find(call.Name.Replace("get_", ""));
        }

        // An extension of the framework.
        if (call is { Name: "GetValueOrDefault", Arguments: [Reference { Target.State: MapState { IsSet: false } found }, ConstantValue key, ..] })
        {
            return found.Has(key.Constant) is not { } isThere ? null : isThere ? found.Find(key.Constant)!.Value : (call.Arguments.Length > 2 ? call.Arguments[2] : Constants.Default(call.Call.Frame.Resolve(call.Call.Method.ReturnType), call.Origin));
        }

        return call.Instance is Reference { Target: { State: MapState map } target } ? Read(call, map) ?? Change(call, target, map) : null;
    }

    private static Value? Read(FrameworkCall call, MapState map) => (call.Name, call.Arguments) switch
    {
        ("get_Count", []) => map.IsOpen ? new UnknownValue(call.Instance!.Origin) : call.Of(map.Count),
        ("get_Keys", []) => call.Query(() => call.Items(call.Instance!).Select(i => i is StructValue pair ? pair.Find("Key") : null)) is SequenceValue keys
            ? new SequenceValue(keys.Items, [call.Instance!], null, call.Origin) : null,
        ("get_Values", []) => new SequenceValue(() => call.Items(call.Instance!).Select(i => i is StructValue pair ? pair.Find("Value") : null), [call.Instance!], null, call.Origin),
        ("ContainsKey", [ConstantValue key]) when !map.IsSet => map.Has(key.Constant) is { } isThere ? call.Of(isThere) : new UnknownValue(call.Origin),
        ("Contains", [ConstantValue key]) when map.IsSet => map.Has(key.Constant) is { } isThere ? call.Of(isThere) : new UnknownValue(call.Origin),
        ("TryGetValue", [ConstantValue key, PlaceValue { Place: var place }]) when !map.IsSet => TryGetValue(call, map, key, place),
        ("ContainsValue", [ConstantValue { Constant: not double } sought]) when !map.IsOpen && map.Entries.All(e => e.Value is ConstantValue) => call.Of(map.Entries.Any(e => Operators.AreSame(e.Value, sought) == true)),
        ("GetEnumerator", []) => call.Instance,
        _ => null,
    };

    private static Value? TryGetValue(FrameworkCall call, MapState map, ConstantValue key, Place place)
    {
        if (map.Has(key.Constant) is not { } isThere)
        {
            return null;
        }

        if (isThere)
        {
            place.Set(call.Evaluation, map.Find(key.Constant)!.Value);
            return call.Of(true);
        }

        place.Set(call.Evaluation, Constants.Default(call.Call.Method.Parameters[1].Type, call.Origin));
        return call.Of(false);
    }

    private static Value? Change(FrameworkCall call, HeapObject target, MapState map)
    {
        switch (call.Name, call.Arguments)
        {
            case ("Add", [ConstantValue { Constant: not double } key]) when map.IsSet && !map.IsOpen:
                var isNew = map.Find(key.Constant) is null;
                call.Heap.Set(target, isNew ? map.Put(key, NullValue.Instance) : map);
                return call.Of(isNew);
            case ("Add", [ConstantValue { Constant: not double } key, var value]) when !map.IsSet:
                call.Heap.Set(target, map.Put(key, value));
                return new UnknownValue(call.Origin);
            case ("TryAdd", [ConstantValue { Constant: not double } key, var value]) when !map.IsSet && !map.IsOpen:
                var isAdded = map.Find(key.Constant) is null;
                call.Heap.Set(target, isAdded ? map.Put(key, value) : map);
                return call.Of(isAdded);
            case ("Add", [UnknownValue key, var value]) when !map.IsSet && Unknowns.IsImmutable(call.Call.Method.Parameters[0].Type):
                call.Heap.Set(target, PutUnknown(map, [key, value], call));
                return new UnknownValue(call.Origin);
            case ("Remove", [ConstantValue { Constant: not double } key]) when !map.IsOpen:
                var isThere = map.Find(key.Constant) is not null;
                call.Heap.Escape(map.Find(key.Constant)?.Value);
                call.Heap.Set(target, map.Remove(key.Constant));
                return call.Of(isThere);
            case ("Clear", []):
                map.Parts.ToList().ForEach(call.Heap.Escape);
                call.Heap.Set(target, MapState.Empty(map.IsSet));
                return new UnknownValue(call.Origin);
            default:
                return null;
        }
    }

    private static MapState PutUnknown(MapState map, IEnumerable<Value?> given, FrameworkCall call)
    {
        foreach (var value in map.Parts.Concat(given.OfType<Value>()))
        {
            call.Heap.Escape(value);
        }

        return map.PutUnknown();
    }
}
