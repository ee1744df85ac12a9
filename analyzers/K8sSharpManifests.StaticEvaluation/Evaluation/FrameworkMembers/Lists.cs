using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Lists and arrays.</summary>
internal static class Lists
{
    public static Value? New(FrameworkCall call)
    {
        switch (call.Call.Method.Parameters is [{ Type.SpecialType: SpecialType.System_Int32 }] ? [] : call.Arguments)
        {
            case []:
                return call.List([]);
            case [var source]:
                var (items, isOpen) = call.Evaluation.Sequences.List(source, call.Call.Operation, call.Call.Frame);
                return call.List(items, isOpen);
            default:
                return null;
        }
    }

    public static Value? Call(FrameworkCall call)
    {
        // An ICollection may be a dictionary or a set.
        if (call.Instance is Reference { Target.State: MapState })
        {
            return Maps.Call(call);
        }

        if (call.Type == "System.Array" && call.Name == "Empty")
        {
            return call.List([], isArray: true);
        }

        if (call.Instance is ConstantValue or SequenceValue)
        {
            return null;
        }

        if (call.Instance is not Reference { Target: { State: ListState list } target })
        {
            return null;
        }

        return Read(call, list) ?? Change(call, target, list);
    }

    private static Value? Read(FrameworkCall call, ListState list) => (call.Name, call.Arguments) switch
    {
        ("get_Count" or "get_Length", []) => list.IsOpen ? new UnknownValue(call.Instance!.Origin) : call.Of(list.Items.Length),
        ("ToArray", []) when !list.IsOpen => call.List(list.Items, isArray: true),
        ("Contains", [var item]) => Linq.Contains(call.Instance!, item, call),
        ("IndexOf", [ConstantValue sought]) when !list.IsOpen && list.Items.All(i => i is ConstantValue) =>
            call.Of(list.Items.Select(i => Operators.AreSame(i, sought) == true).ToList().IndexOf(true)),
        ("GetEnumerator", []) => call.Instance,
        ("ForEach", [FunctionValue function]) when !list.IsOpen => ForEach(call, function),
        ("AsReadOnly", []) => call.Instance,
        ("Exists", [FunctionValue]) => Linq.Call(call with { Name = "Any", Call = call.Call with { Instance = null, Arguments = [call.Instance!, call.Arguments[0]] } }),
        _ => null,
    };

    private static Value? Change(FrameworkCall call, HeapObject target, ListState list)
    {
        if (list.IsArray)
        {
            return null;
        }

        var result = (Value)new UnknownValue(call.Origin);
        ListState? changed = null;
        switch (call.Name, call.Arguments)
        {
            case ("Add", [var item]) when list.Items.Length < Evaluation.MaxItems:
                changed = list.With(list.Items.Add(item));
                break;
            case ("AddRange", [var more]):
                var (added, isOpen) = call.Evaluation.Sequences.List(more, call.Call.Operation, call.Call.Frame);
                list = (ListState)target.State;
                changed = list.Items.Length + added.Length <= Evaluation.MaxItems ? new(list.Items.AddRange(added), list.IsOpen || isOpen, isArray: false) : null;
                break;
            case ("Insert", [ConstantValue { Constant: int index }, var item]) when !list.IsOpen && index >= 0 && index <= list.Items.Length:
                changed = list.With(list.Items.Insert(index, item));
                break;
            case ("RemoveAt", [ConstantValue { Constant: int index }]) when !list.IsOpen && index >= 0 && index < list.Items.Length:
                changed = list.With(list.Items.RemoveAt(index));
                break;
            case ("Remove", [ConstantValue item]) when !list.IsOpen && list.Items.All(i => i is ConstantValue && Operators.AreSame(i, item) is not null):
                var at = list.Items.Select(i => Operators.AreSame(i, item) == true).ToList().IndexOf(true);
                changed = at < 0 ? list : list.With(list.Items.RemoveAt(at));
                result = call.Of(at >= 0);
                break;
            case ("RemoveAll", [FunctionValue function]) when !list.IsOpen:
                return RemoveAll(call, target, function);
            case ("InsertRange", [ConstantValue { Constant: int place }, var more]):
                var (inserted, isMore) = call.Evaluation.Sequences.List(more, call.Call.Operation, call.Call.Frame);
                list = (ListState)target.State;
                changed = !list.IsOpen && !isMore && place >= 0 && place <= list.Items.Length && list.Items.Length + inserted.Length <= Evaluation.MaxItems ? list.With(list.Items.InsertRange(place, inserted)) : null;
                break;
            case ("Sort", []) when !list.IsOpen && list.Items.All(i => i is ConstantValue { IsEnum: false, Constant: int }):
                changed = list.With([.. list.Items.OrderBy(i => (int)((ConstantValue)i).Constant)]);
                break;
            case ("Reverse", []) when !list.IsOpen:
                changed = list.With([.. list.Items.Reverse()]);
                break;
            case ("Clear", []):
                changed = new([], isOpen: false, isArray: false);
                break;
        }

        if (changed is null)
        {
            return null;
        }

        call.Heap.Set(target, changed);
        return result;
    }

    private static Value ForEach(FrameworkCall call, FunctionValue function)
    {
        foreach (var item in call.Items(call.Instance!))
        {
            if (item is null)
            {
                return call.Unknown();
            }

            call.Invoke(function, item);
        }

        return new UnknownValue(call.Origin);
    }

    private static Value RemoveAll(FrameworkCall call, HeapObject target, FunctionValue function)
    {
        var kept = ImmutableArray.CreateBuilder<Value>();
        foreach (var item in ((ListState)target.State).Items)
        {
            switch (Conditions.Known(call.Invoke(function, item)))
            {
                case null:
                    return call.Unknown();
                case false:
                    kept.Add(item);
                    break;
            }
        }

        if (target.State is not ListState { IsOpen: false } list)
        {
            return call.Unknown();
        }

        call.Heap.Set(target, list.With(kept.ToImmutable()));
        return call.Of(list.Items.Length - kept.Count);
    }
}
