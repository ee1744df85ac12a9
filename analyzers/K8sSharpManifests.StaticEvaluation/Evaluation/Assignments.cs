using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Assignments. The target's receiver and indexes come first, then the value, then the target gets it.</summary>
internal sealed class Assignments(Evaluation evaluation)
{
    public Value Evaluate(IOperation operation, Frame frame) => operation switch
    {
        ISimpleAssignmentOperation { IsRef: true } o => Bind(o, frame),
        ISimpleAssignmentOperation o => Assign(o, frame),
        ICoalesceAssignmentOperation o => Coalesce(o, frame),
        ICompoundAssignmentOperation o => Compound(o, frame),
        IIncrementOrDecrementOperation o => Increment(o, frame),
        IDeconstructionAssignmentOperation o => Deconstruct(o, frame),
        _ => evaluation.Unknowns.Deny(operation, frame),
    };

    /// <summary>Binds the variables of <c>var (a, b)</c>, or assigns to those of <c>(a, b)</c>.</summary>
    public void Deconstruct(IOperation target, Value value, Frame frame)
    {
        var places = new List<(Place Place, Value Value)>();
        Collect(target, value, Syntax.Deconstruction(target), places, frame, Targets(target, frame));
        foreach (var (place, part) in places)
        {
            place.Set(evaluation, part);
        }
    }

    /// <summary>The parts of a tuple or pair, or what a Deconstruct of the user's own gives; null where that is not known.</summary>
    public Value[]? Parts(Value value, int count, ITypeSymbol? type, IMethodSymbol? deconstruct, IOperation operation, Frame frame)
    {
        if (value is StructValue { Type: null } s)
        {
            return count == 2 && s.Find("Key") is { } key && s.Find("Value") is { } entry
                ? [key, entry]
                : [.. Enumerable.Range(1, count).Select(i => s.Find($"Item{i}") ?? new UnknownValue(value.Origin))];
        }

        var own = value.OwnType;
        deconstruct ??= Declared(own ?? type, count);
        if (deconstruct is { IsImplicitlyDeclared: true, ContainingType: { IsRecord: true } record } && own is not null && Constructors.Primary(record) is { Parameters: var parameters } && parameters.Length == count)
        {
            return [.. parameters.Select(p => record.GetMembers(p.Name).FirstOrDefault() is IPropertySymbol property
                ? Members.IsAutomatic(property)
                    ? Members.Read(value, property, evaluation, evaluation.Origin(operation, frame))
                    : evaluation.Calls.Method(new(property.GetMethod!, value, [], operation, frame))
                : new UnknownValue(value.Origin))];
        }

        if (deconstruct is null || deconstruct.IsImplicitlyDeclared)
        {
            return null;
        }

        Value[] outs = [.. Enumerable.Range(0, count).Select(_ => new PlaceValue(new BoxPlace(evaluation.Heap.New(new BoxState(new UnknownValue()), null).Target)))];
        evaluation.Calls.Method(deconstruct.IsStatic
            ? new(deconstruct, null, [value, .. outs], operation, frame)
            : new(deconstruct, value, outs, operation, frame));
        return [.. outs.Select(o => ((PlaceValue)o).Place.Get(evaluation))];
    }

    private Value Assign(ISimpleAssignmentOperation operation, Frame frame)
    {
        var place = evaluation.Places.Of(operation.Target, frame);
        var value = evaluation.Evaluate(operation.Value, frame);
        place.Set(evaluation, value);
        return value;
    }

    /// <summary><c>r = ref x</c>.</summary>
    private Value Bind(ISimpleAssignmentOperation operation, Frame frame)
    {
        ISymbol? variable = operation.Target switch
        {
            ILocalReferenceOperation o => o.Local,
            IParameterReferenceOperation o => o.Parameter,
            _ => null,
        };
        if (variable is null)
        {
            return evaluation.Unknowns.Deny(operation, frame);
        }

        var place = new PlaceValue(evaluation.Places.Of(operation.Value, frame));
        evaluation.Heap.Set(frame.Holder(variable), variable, place);
        return place;
    }

    private Value Coalesce(ICoalesceAssignmentOperation operation, Frame frame)
    {
        var place = evaluation.Places.Of(operation.Target, frame);
        var current = place.Get(evaluation);
        return Conditions.IsNull(current) switch
        {
            false => current,
            true => Set(),
            null => evaluation.Either([() => Conditions.NotNull(current), Set], current.Origin),
        };

        Value Set()
        {
            var value = evaluation.Evaluate(operation.Value, frame);
            place.Set(evaluation, value);
            return value;
        }
    }

    private Value Compound(ICompoundAssignmentOperation operation, Frame frame)
    {
        var place = evaluation.Places.Of(operation.Target, frame);
        var left = place.Get(evaluation);
        var right = evaluation.Evaluate(operation.Value, frame);
        if (operation.OperatorMethod is { IsStatic: false } own)
        {
            evaluation.Calls.Method(new(own, left, [right], operation, frame) { InstancePlace = place });
            return place.Get(evaluation);
        }

        if (operation.IsLifted && Conditions.IsNull(left) != false && (operation.InConversion.IsUserDefined || operation.OutConversion.IsUserDefined))
        {
            place.Set(evaluation, evaluation.Unknowns.Call([left, right], evaluation.Origin(operation, frame)));
            return place.Get(evaluation);
        }

        if (operation.InConversion.MethodSymbol is { } before)
        {
            left = evaluation.Calls.Method(new(before, null, [left], operation, frame));
        }

        var value = Operators.Combine(operation.OperatorKind, operation.OperatorMethod, operation.Type, left, right, operation, evaluation, frame, operation.Target.Type, operation.Value.Type);
        if (operation.OutConversion.MethodSymbol is { } after)
        {
            value = evaluation.Calls.Method(new(after, null, [value], operation, frame));
        }

        place.Set(evaluation, value);
        return value;
    }

    private Value Increment(IIncrementOrDecrementOperation operation, Frame frame)
    {
        var place = evaluation.Places.Of(operation.Target, frame);
        var before = place.Get(evaluation);
        if (operation.OperatorMethod is { IsStatic: false } own)
        {
            evaluation.Calls.Method(new(own, before, [], operation, frame) { InstancePlace = place });
            return operation.IsPostfix ? before : place.Get(evaluation);
        }

        // A lifted operator of null is not called.
        if (operation.IsLifted && Conditions.IsNull(before) != false)
        {
            place.Set(evaluation, before is NullValue ? before : evaluation.Unknowns.Call([before], evaluation.Origin(operation, frame)));
            return operation.IsPostfix ? before : place.Get(evaluation);
        }

        var step = new ConstantValue(operation.Kind == OperationKind.Increment ? 1 : -1, null);
        var after = operation.OperatorMethod is { } method
            ? evaluation.Calls.Method(new(method, null, [before], operation, frame))
            : Operators.Combine(BinaryOperatorKind.Add, null, operation.Type, before, step, operation, evaluation, frame, operation.Target.Type, null);
        place.Set(evaluation, after);
        return operation.IsPostfix ? before : after;
    }

    private Value Deconstruct(IDeconstructionAssignmentOperation operation, Frame frame)
    {
        // All places come first, then the value, then its parts, then they are assigned.
        var targets = Targets(operation.Target, frame);
        var value = evaluation.Evaluate(operation.Value, frame);
        var places = new List<(Place Place, Value Value)>();
        Collect(operation.Target, value, Syntax.Deconstruction(operation.Target), places, frame, targets);
        foreach (var (place, part) in places)
        {
            place.Set(evaluation, part);
        }

        return value;
    }

    private Queue<Place> Targets(IOperation target, Frame frame)
    {
        var places = new Queue<Place>();
        Add(target);
        return places;

        void Add(IOperation operation)
        {
            switch (operation)
            {
                case IDeclarationExpressionOperation { Expression: ITupleOperation inner }:
                    Add(inner);
                    break;
                case ITupleOperation tuple:
                    foreach (var element in tuple.Elements)
                    {
                        Add(element);
                    }

                    break;
                default:
                    places.Enqueue(evaluation.Places.Of(operation, frame));
                    break;
            }
        }
    }

    private void Collect(IOperation target, Value value, DeconstructionInfo info, List<(Place Place, Value Value)> places, Frame frame, Queue<Place> targets)
    {
        switch (target)
        {
            case IDeclarationExpressionOperation { Expression: ITupleOperation inner }:
                Collect(inner, value, info, places, frame, targets);
                break;
            case ITupleOperation tuple:
                var parts = info.Nested.Length == tuple.Elements.Length ? Parts(value, tuple.Elements.Length, null, info.Method, target, frame) : null;
                if (parts is null)
                {
                    evaluation.Unknowns.Call([value], evaluation.Origin(target, frame));
                }

                for (var i = 0; i < tuple.Elements.Length; i++)
                {
                    Collect(tuple.Elements[i], parts is null ? new UnknownValue(value.Origin) : parts[i], parts is null ? default : info.Nested[i], places, frame, targets);
                }

                break;
            default:
                // A conversion that is not the identity may run code, or make another value.
                places.Add((targets.Dequeue(), info.Conversion is { } conversion
                    ? Conversions.OfElement(value, conversion.ToCommonConversion(), target.Type, target, evaluation, frame)
                    : evaluation.Unknowns.Call([value], value.Origin)));
                break;
        }
    }

    private static IMethodSymbol? Declared(ITypeSymbol? type, int count)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.GetMembers("Deconstruct").OfType<IMethodSymbol>().Where(m => m.Parameters.Length == count).ToList() is { Count: > 0 } found)
            {
                return found.Count == 1 ? found[0] : null;
            }
        }

        return null;
    }
}
