using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Arrays and collection expressions, and the elements of lists, arrays, dictionaries and texts.</summary>
internal static class Collections
{
    /// <summary>An index counted from the end, or a slice: it needs the length of what it is applied to.</summary>
    private sealed class IndexValue(int? start, bool isFromEnd, int? end, bool isEndFromEnd, bool isRange) : Value(null)
    {
        public bool IsRange { get; } = isRange;

        public (int Start, int End)? In(int length)
        {
            if (start is not { } from || end is not { } to)
            {
                return null;
            }

            var (first, last) = (isFromEnd ? length - from : from, isEndFromEnd ? length - to : to);
            return first >= 0 && first <= last && last <= length ? (first, last) : null;
        }
    }

    public static Value Evaluate(ICollectionExpressionOperation operation, Evaluation evaluation, Frame frame)
    {
        var origin = evaluation.Origin(operation, frame);
        var items = ImmutableArray.CreateBuilder<Value>();
        var isOpen = false;
        var written = evaluation.Heap.Written(() => isOpen = Add(operation, items, evaluation, frame));
        if (written.Count > 0 && operation.Elements.Any(e => e is ISpreadOperation))
        {
            // Whether elements are evaluated before others are spread depends on what the compiler knows of their number.
            evaluation.Heap.Forget(written.Keys, origin);
            items.ToList().ForEach(evaluation.Heap.Escape);
            items.Clear();
            isOpen = true;
        }

        if (IsBytes(operation.Type))
        {
            return evaluation.Heap.New(new BytesState(null), origin);
        }

        var kind = operation.Type as INamedTypeSymbol;
        if (operation.Elements.IsEmpty && kind is { Name: "Dictionary", Arity: 2 } && evaluation.Facts.IsFramework(kind))
        {
            return evaluation.Heap.New(MapState.Empty(), origin);
        }

        return operation.Type is IArrayTypeSymbol || IsFrameworkList(kind, evaluation.Facts)
            ? evaluation.Heap.New(new ListState(items.ToImmutable(), isOpen, operation.Type is IArrayTypeSymbol), origin)
            : evaluation.Unknowns.Call(items, origin);
    }

    /// <summary>Adds the elements of a collection expression; true where there may be others.</summary>
    private static bool Add(ICollectionExpressionOperation operation, ImmutableArray<Value>.Builder items, Evaluation evaluation, Frame frame)
    {
        var isOpen = false;
        foreach (var element in operation.Elements)
        {
            if (element is not ISpreadOperation spread)
            {
                items.Add(evaluation.Evaluate(element, frame));
                continue;
            }

            var source = evaluation.Evaluate(spread.Operand, frame);
            foreach (var item in evaluation.Sequences.Given(source, spread.Operand, frame))
            {
                if (item is null || items.Count >= Evaluation.MaxItems)
                {
                    isOpen = true;
                    if (item is not null)
                    {
                        evaluation.Heap.Escape(item);
                        break;
                    }
                }
                else
                {
                    items.Add(Conversions.OfElement(item, spread.ElementConversion, ItemType(operation.Type), spread, evaluation, frame));
                }
            }
        }

        return isOpen;
    }

    public static Value Evaluate(IArrayCreationOperation operation, Evaluation evaluation, Frame frame)
    {
        var origin = evaluation.Origin(operation, frame);
        Value[] sizes = [.. operation.DimensionSizes.Select(size => evaluation.Evaluate(size, frame))];
        if (operation.Initializer is { } initializer && operation.DimensionSizes.Length == 1)
        {
            ImmutableArray<Value> items = [.. initializer.ElementValues.Select(v => evaluation.Evaluate(v, frame))];
            return evaluation.Heap.New(IsBytes(operation.Type) ? new BytesState(null) : new ListState(items, isOpen: false, isArray: true), origin);
        }

        if (operation.Initializer is not null)
        {
            return evaluation.Unknowns.Deny(operation.Initializer, frame);
        }

        var element = (operation.Type as IArrayTypeSymbol)?.ElementType;
        return sizes is [ConstantValue { Constant: int and >= 0 and <= Evaluation.MaxItems } count] && !IsBytes(operation.Type)
            ? evaluation.Heap.New(new ListState([.. Enumerable.Repeat(Constants.Default(frame.Resolve(element), origin), (int)count.Constant)], isOpen: false, isArray: true), origin)
            : new UnknownValue(origin);
    }

    /// <summary>The value of an index, a key or a range.</summary>
    public static Value Index(IOperation operation, Evaluation evaluation, Frame frame)
    {
        switch (operation)
        {
            case IRangeOperation range:
                var (start, isStartFromEnd) = range.LeftOperand is null ? (0, false) : Position(range.LeftOperand, evaluation, frame);
                var (end, isEndFromEnd) = range.RightOperand is null ? (0, true) : Position(range.RightOperand, evaluation, frame);
                return new IndexValue(start, isStartFromEnd, end, isEndFromEnd, isRange: true);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat }:
            case IConversionOperation { OperatorMethod.ContainingType: { Name: "Index", ContainingNamespace.Name: "System" } }:
                var (position, isFromEnd) = Position(operation, evaluation, frame);
                return new IndexValue(position, isFromEnd, 0, isEndFromEnd: true, isRange: false);
            default:
                return evaluation.Evaluate(operation, frame);
        }
    }

    /// <summary>What a collection holds at an index or key.</summary>
    public static Value Element(Value collection, Value index, Evaluation evaluation, SourceOrigin origin)
    {
        switch (collection)
        {
            case ConstantValue { Constant: string text }:
                return Range(index, text.Length) is not var (from, to) ? new UnknownValue(origin)
                    : index is IndexValue { IsRange: true } ? new ConstantValue(text.Substring(from, to - from), collection.Origin)
                    : new ConstantValue(text[from], collection.Origin);
            case Reference { Target.State: ListState { IsOpen: false } list } when Range(index, list.Items.Length) is var (first, last):
                return index is IndexValue { IsRange: true }
                    ? evaluation.Heap.New(new ListState(list.Items.Slice(first, last - first), isOpen: false, list.IsArray), collection.Origin)
                    : list.Items[first];
            case Reference { Target.State: MapState { IsSet: false } map } when index is ConstantValue key && map.Find(key.Constant) is { } entry:
                return entry.Value;
            case ChoiceValue choice:
                return choice.References.Select(r => Element(r, index, evaluation, origin)).Aggregate((a, b) => evaluation.Heap.Join(a, b, choice.Reason));
            case Reference { Target.State: ListState or MapState or BytesState }:
                // It may be any of them.
                evaluation.Heap.Escape(collection);
                return new UnknownValue(index is UnknownValue { Origin: { } reason } ? reason : collection.Origin ?? origin);
            default:
                return evaluation.Unknowns.Call([collection, index], collection.Origin ?? origin);
        }
    }

    /// <summary>Gives an element another value.</summary>
    public static void SetElement(Value collection, Value index, Value value, Evaluation evaluation)
    {
        switch (collection)
        {
            case Reference { Target: { State: ListState { IsOpen: false } list } target } when index is not IndexValue { IsRange: true } && Range(index, list.Items.Length) is var (at, _):
                evaluation.Heap.Set(target, list.With(list.Items.SetItem(at, value)));
                break;
            case Reference { Target: { State: ListState list } target }:
                // Any of them, or one that is not seen.
                list.Items.ToList().ForEach(evaluation.Heap.Escape);
                evaluation.Heap.Escape(value);
                evaluation.Heap.Set(target, list.IsOpen ? list.Forgotten() : list.With([.. list.Items.Select(i => (Value)new UnknownValue(i.Origin))]));
                break;
            case Reference { Target: { State: MapState { IsSet: false } map } target } when index is ConstantValue key:
                evaluation.Heap.Set(target, map.Put(key, value));
                break;
            case Reference { Target: { State: MapState map } target }:
                map.Parts.ToList().ForEach(evaluation.Heap.Escape);
                evaluation.Unknowns.Call([index, value], value.Origin);
                evaluation.Heap.Set(target, ((MapState)target.State).PutUnknown());
                break;
            case Reference { Target: { State: BytesState } target }:
                evaluation.Heap.Set(target, new BytesState(null));
                break;
            case ChoiceValue choice:
                evaluation.Either(choice, r =>
                {
                    SetElement(r, index, value, evaluation);
                    return NullValue.Instance;
                });
                break;
            case NullValue:
                break;
            default:
                evaluation.Unknowns.Call([collection, index, value], value.Origin);
                break;
        }
    }

    /// <summary>Whether a type is one whose indexer reads and writes elements: a list, a dictionary, an array, a text, or a span of one.</summary>
    public static bool IsCollection(ITypeSymbol type, CompilationFacts facts) => type.SpecialType == SpecialType.System_String || type is INamedTypeSymbol
    {
        Name: "List" or "IList" or "IReadOnlyList" or "Dictionary" or "IDictionary" or "IReadOnlyDictionary" or "Span" or "ReadOnlySpan",
    } named && facts.IsFramework(named);

    private static (int? Position, bool IsFromEnd) Position(IOperation operation, Evaluation evaluation, Frame frame) => operation switch
    {
        IConversionOperation { OperatorMethod.ContainingType: { Name: "Index", ContainingNamespace.Name: "System" }, Operand: var start } => Position(start, evaluation, frame),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand: var fromEnd } => (Position(fromEnd, evaluation, frame).Position, true),
        _ => (evaluation.Evaluate(operation, frame) is ConstantValue { Constant: int number } ? number : null, false),
    };

    private static (int Start, int End)? Range(Value index, int length) => index switch
    {
        ConstantValue { Constant: int number } => number >= 0 && number < length ? (number, number + 1) : null,
        IndexValue { IsRange: true } range => range.In(length),
        IndexValue position when position.In(length) is var (at, _) && at < length => (at, at + 1),
        _ => null,
    };

    private static bool IsBytes(ITypeSymbol? type) => type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte };

    private static ITypeSymbol? ItemType(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [var item] } => item,
        _ => null,
    };

    // Other collections may drop items, or order them.
    private static bool IsFrameworkList(INamedTypeSymbol? type, CompilationFacts facts) => type is
    {
        Name: "List" or "IList" or "IEnumerable" or "ICollection" or "IReadOnlyList" or "IReadOnlyCollection" or "ImmutableArray" or "Span" or "ReadOnlySpan",
    } && facts.IsFramework(type);
}
