using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Lists, arrays, dictionaries: how they are made, and their elements.</summary>
internal static class Collections
{
    public static Value Evaluate(ICollectionExpressionOperation operation, Evaluation evaluation, Frame frame)
    {
        var origin = evaluation.Origin(operation, frame);
        if (!IsList(operation.Type))
        {
            return new UnknownValue(origin);
        }

        var items = ImmutableArray.CreateBuilder<Value>();
        var isOpen = false;
        foreach (var element in operation.Elements)
        {
            if (element is not ISpreadOperation spread)
            {
                items.Add(evaluation.Evaluate(element, frame));
            }
            else if (ToList(evaluation.Evaluate(spread.Operand, frame)) is { } list && items.Count + list.Items.Length <= Evaluation.MaxItems)
            {
                items.AddRange(list.Items);
                isOpen |= list.IsOpen;
            }
            else
            {
                isOpen = true;
            }
        }

        return new ListValue(items.ToImmutable(), isOpen, origin);
    }

    public static Value Evaluate(IArrayCreationOperation operation, Evaluation evaluation, Frame frame)
    {
        var origin = evaluation.Origin(operation, frame);
        if (operation.Initializer is { } initializer && operation.DimensionSizes.Length == 1)
        {
            return new ListValue([.. initializer.ElementValues.Select(v => evaluation.Evaluate(v, frame))], isOpen: false, origin);
        }

        return operation.DimensionSizes is [{ ConstantValue: { HasValue: true, Value: 0 } }]
            ? new ListValue([], isOpen: false, origin)
            : new UnknownValue(origin);
    }

    /// <summary>A new List or Dictionary.</summary>
    public static Value Evaluate(IObjectCreationOperation operation, INamedTypeSymbol type, Evaluation evaluation, Frame frame)
    {
        var origin = evaluation.Origin(operation, frame);
        var isMap = type.Name == "Dictionary";
        Value start = isMap ? new MapValue([], isOpen: false, origin) : new ListValue([], isOpen: false, origin);
        foreach (var argument in operation.Arguments)
        {
            // A capacity says nothing; a comparer may take two keys for one.
            if (argument.Parameter is { Ordinal: 0, Type.SpecialType: not SpecialType.System_Int32 } parameter)
            {
                var content = evaluation.Evaluate(argument.Value, frame);
                start = parameter.Name == "comparer" ? new UnknownValue(origin) : isMap ? ToMap(content) : (Value?)ToList(content) ?? new UnknownValue(origin);
            }
            else if (argument.Parameter?.Ordinal != 0)
            {
                return new UnknownValue(origin);
            }
        }

        return Initialize(start, type, operation.Initializer, evaluation, frame);
    }

    /// <summary>Adds what a collection initialiser adds, or sets what an indexer in it sets.</summary>
    public static Value Initialize(
        Value value, ITypeSymbol type, IObjectOrCollectionInitializerOperation? initializer, Evaluation evaluation, Frame frame)
    {
        foreach (var part in initializer?.Initializers ?? [])
        {
            if (value is UnknownValue)
            {
                value = IsMap(type) ? new MapValue([], isOpen: true, value.Origin) : IsList(type) ? new ListValue([], isOpen: true, value.Origin) : value;
            }

            var arguments = part switch
            {
                IInvocationOperation { TargetMethod.Name: "Add", TargetMethod.IsExtensionMethod: false, Arguments: var added } => added.Select(a => a.Value).ToArray(),
                ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [var key] }, Value: var set } => [key.Value, set],
                _ => [],
            };
            var values = arguments.Select(a => evaluation.Evaluate(a, frame)).ToArray();
            value = (value, values) switch
            {
                (MapValue map, [ConstantValue { Constant: string key }, var entry]) => map.Put(key, entry),
                (MapValue map, _) => map.PutUnknown(),
                (ListValue list, [var item]) => list.Add(item),
                _ => evaluation.Unknown(part, frame),
            };
        }

        return value;
    }

    /// <summary>An element by index or key.</summary>
    public static Value Element(IPropertyReferenceOperation operation, Evaluation evaluation, Frame frame)
    {
        var instance = evaluation.Evaluate(operation.Instance, frame);
        return operation.Arguments is [var argument]
            ? Element(instance, argument.Value, evaluation, frame) ?? evaluation.Unknown(operation, frame)
            : evaluation.Unknown(operation, frame);
    }

    /// <summary>An element counted from the end, or a slice, of what only has an index from the start.</summary>
    public static Value Evaluate(IImplicitIndexerReferenceOperation operation, Evaluation evaluation, Frame frame) =>
        Element(evaluation.Evaluate(operation.Instance, frame), operation.Argument, evaluation, frame) ?? evaluation.Unknown(operation, frame);

    public static Value Evaluate(IArrayElementReferenceOperation operation, Evaluation evaluation, Frame frame) =>
        operation.Indices is [var index]
            ? Element(evaluation.Evaluate(operation.ArrayReference, frame), index, evaluation, frame) ?? evaluation.Unknown(operation, frame)
            : evaluation.Unknown(operation, frame);

    /// <summary>A sequence as a list; null where it is none that is known.</summary>
    public static ListValue? ToList(Value value) => value switch
    {
        ListValue list => list,
        MapValue map => new ListValue(
            [.. map.Entries.Select(e => (Value)ObjectValue.Of(e.Value.Origin, ("Key", new ConstantValue(e.Key, e.Value.Origin)), ("Value", e.Value)))],
            map.IsOpen,
            map.Origin),
        _ => null,
    };

    /// <summary>A dictionary of what is a dictionary or a sequence of pairs.</summary>
    public static Value ToMap(Value value)
    {
        if (value is not ListValue list)
        {
            return value is UnknownValue ? new MapValue([], isOpen: true, value.Origin) : value;
        }

        var map = new MapValue([], list.IsOpen, list.Origin);
        foreach (var item in list.Items)
        {
            map = item is ObjectValue pair && pair.Find("Key") is ConstantValue { Constant: string key } && pair.Find("Value") is { } entry
                ? map.Put(key, entry)
                : map.PutUnknown();
        }

        return map;
    }

    /// <summary>Whether a type is a list or dictionary that can be added to.</summary>
    public static bool IsMutable(ITypeSymbol? type) => type is INamedTypeSymbol
    {
        Name: "List" or "IList" or "ICollection" or "Dictionary" or "IDictionary",
        ContainingNamespace: { Name: "Generic", ContainingNamespace.Name: "Collections" },
    };

    /// <summary>What a collection is after a method has changed it; null where that is not known.</summary>
    public static Value? Changed(Value value, ITypeSymbol? type, string method, IReadOnlyList<Value> arguments)
    {
        if (value is UnknownValue)
        {
            value = IsMap(type) ? new MapValue([], isOpen: true, value.Origin) : IsList(type) ? new ListValue([], isOpen: true, value.Origin) : value;
        }

        return (value, method, arguments) switch
        {
            (ListValue list, "Add", [var item]) => list.Add(item),
            (ListValue list, "AddRange", [var items]) when list.Items.Length < Evaluation.MaxItems => ToList(items) is { } more
                ? new ListValue(list.Items.AddRange(more.Items), list.IsOpen || more.IsOpen, list.Origin)
                : new ListValue(list.Items, isOpen: true, list.Origin),
            (ListValue { IsOpen: false } list, "Insert", [ConstantValue { Constant: int index }, var item]) when index >= 0 && index <= list.Items.Length =>
                new ListValue(list.Items.Insert(index, item), isOpen: false, list.Origin),
            (ListValue { IsOpen: false } list, "RemoveAt", [ConstantValue { Constant: int index }]) when index >= 0 && index < list.Items.Length =>
                new ListValue(list.Items.RemoveAt(index), isOpen: false, list.Origin),
            (ListValue list, "Clear", []) => new ListValue([], isOpen: false, list.Origin),
            (MapValue map, "Add", [ConstantValue { Constant: string key }, var entry]) => map.Put(key, entry),
            (MapValue map, "Add", [_, _]) => map.PutUnknown(),
            (MapValue map, "Remove", [ConstantValue { Constant: string key }]) =>
                new MapValue([.. map.Entries.Where(e => e.Key != key)], map.IsOpen, map.Origin),
            (MapValue map, "Clear", []) => new MapValue([], isOpen: false, map.Origin),
            _ => null,
        };
    }

    /// <summary>A collection in which an element is another one; null where that is not known.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="index">The element's index or key.</param>
    /// <param name="change">What becomes of the element; takes null where there is none, or none that is known.</param>
    public static Value? WithElement(Value collection, Value index, Func<Value?, Value> change) => (collection, index) switch
    {
        (ListValue { IsOpen: false } list, ConstantValue { Constant: int number }) when number >= 0 && number < list.Items.Length =>
            new ListValue(list.Items.SetItem(number, change(list.Items[number])), isOpen: false, list.Origin),
        (MapValue map, ConstantValue { Constant: string key }) => map.Put(key, change(Fields.Find(map.Entries, key))),
        (MapValue map, _) => map.PutUnknown(),
        _ => null,
    };

    private static Value? Element(Value collection, IOperation index, Evaluation evaluation, Frame frame)
    {
        if (collection is MapValue map)
        {
            return evaluation.Evaluate(index, frame) is ConstantValue { Constant: string key } ? Fields.Find(map.Entries, key) : null;
        }

        var (length, text) = collection switch
        {
            ListValue { IsOpen: false } list => (list.Items.Length, null),
            ConstantValue { Constant: string s } => (s.Length, s),
            _ => (-1, (string?)null),
        };
        if (index is IRangeOperation range)
        {
            var start = range.LeftOperand is null ? 0 : Position(range.LeftOperand);
            var end = range.RightOperand is null ? length : Position(range.RightOperand);
            return start < 0 || end is null || start > end || end > length ? null
                : start is not { } from ? null
                : text is null ? new ListValue(((ListValue)collection).Items.Slice(from, end.Value - from), isOpen: false, collection.Origin)
                : new ConstantValue(text.Substring(from, end.Value - from), collection.Origin);
        }

        return Position(index) is { } number && number >= 0 && number < length
            ? text is null ? ((ListValue)collection).Items[number] : new ConstantValue(text[number], collection.Origin)
            : null;

        int? Position(IOperation operation) => operation switch
        {
            IConversionOperation { OperatorMethod.ContainingType.Name: "Index", Operand: var start } => Position(start),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand: var fromEnd } => length - Position(fromEnd),
            _ => evaluation.Evaluate(operation, frame) is ConstantValue { Constant: int number } ? number : null,
        };
    }

    private static bool IsMap(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "Dictionary" or "IDictionary", TypeArguments: [{ SpecialType: SpecialType.System_String }, _] };

    // Other collections may drop items, or order them.
    private static bool IsList(ITypeSymbol? type) => type is IArrayTypeSymbol or INamedTypeSymbol
    {
        Name: "List" or "IList" or "IEnumerable" or "ICollection" or "IReadOnlyList" or "IReadOnlyCollection" or "ImmutableArray" or "Span" or "ReadOnlySpan",
    };
}
