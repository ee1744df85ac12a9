using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Whatever depends on a condition. Where it is not known, the result is what the branches have in common.</summary>
internal static class Conditions
{
    /// <summary>A boolean; null where it is not known.</summary>
    public static bool? Known(Value value) => value is ConstantValue { Constant: bool known } ? known : null;

    /// <summary>Whether a value is null; null where that is not known.</summary>
    public static bool? IsNull(Value value) => value switch { UnknownValue or ChoiceValue { MayBeNull: true } => null, NullValue => true, _ => false };

    /// <summary>A value where it is not null.</summary>
    public static Value NotNull(Value value) => value is ChoiceValue { MayBeNull: true } choice
        ? choice.References.Skip(1).Any() ? new ChoiceValue([.. choice.References], choice.Origin, choice.Reason) : choice.References.First()
        : value;

    public static Value Evaluate(IConditionalOperation operation, Evaluation evaluation, Frame frame)
    {
        var condition = evaluation.Evaluate(operation.Condition, frame);
        return Known(condition) is { } known
            ? evaluation.Evaluate(known ? operation.WhenTrue : operation.WhenFalse, frame)
            : evaluation.Either([() => Way(operation.WhenTrue, evaluation, frame), () => Way(operation.WhenFalse!, evaluation, frame)], condition.Origin ?? evaluation.Origin(operation.Condition, frame));
    }

    public static Value Evaluate(ICoalesceOperation operation, Evaluation evaluation, Frame frame)
    {
        var value = evaluation.Evaluate(operation.Value, frame);
        return IsNull(value) switch
        {
            false => value,
            true => evaluation.Evaluate(operation.WhenNull, frame),
            null => Either(),
        };

        Value Either()
        {
            Value? other = null;
            var either = evaluation.Either([() => NotNull(value), () => other = Way(operation.WhenNull, evaluation, frame)], value.Origin);
            return UnknownValue.AreInputs(value, other) ? new UnknownValue(value.Origin) { IsInput = true } : either;
        }
    }

    public static Value Evaluate(IConditionalAccessOperation operation, Evaluation evaluation, Frame frame)
    {
        var (value, place) = evaluation.Places.Receiver(operation.Operation, frame);
        return IsNull(value!) switch
        {
            true => new NullValue(value!.Origin),
            false => Access(),
            null => evaluation.Either([Access, () => NullValue.Instance], value!.Origin),
        };

        Value Access()
        {
            // The value of a nullable one is a copy; a struct that a type parameter stands for is the variable itself.
            evaluation.Accessed.Push(value is not StructValue ? new ValuePlace(NotNull(value!))
                : place is not null && operation.Operation.Type is ITypeParameterSymbol ? place
                : new BoxPlace(evaluation.Heap.New(new BoxState(value), value.Origin).Target));
            var result = evaluation.Evaluate(operation.WhenNotNull, frame);
            evaluation.Accessed.Pop();
            return result;
        }
    }

    public static Value Evaluate(ISwitchExpressionOperation operation, Evaluation evaluation, Frame frame)
    {
        var value = evaluation.Evaluate(operation.Value, frame);
        var possible = new List<ISwitchExpressionArmOperation>();
        SourceOrigin? reason = null;
        var isChanged = false;
        foreach (var arm in operation.Arms)
        {
            var matches = Patterns.Asked(arm, () => Matches(arm), evaluation, frame, ref isChanged);

            if (matches != false)
            {
                possible.Add(arm);
            }

            if (matches == true)
            {
                break;
            }
        }

        // Where no arm matches it throws.
        return possible switch
        {
            [] => evaluation.Unknown(operation, frame),
            [var only] => evaluation.Evaluate(only.Value, frame),
            _ => evaluation.Either([.. possible.Select(arm => (Func<Value?>)(() => Way(arm.Value, evaluation, frame)))], reason ?? value.Origin ?? evaluation.Origin(operation.Value, frame)),
        };

        bool? Matches(ISwitchExpressionArmOperation arm)
        {
            var matches = Patterns.Match(value, arm.Pattern, evaluation, frame);
            if (matches == false || arm.Guard is null)
            {
                return matches;
            }

            var guard = evaluation.Evaluate(arm.Guard, frame);
            reason ??= Known(guard) is null ? guard.Origin : null;
            return Known(guard) == false ? false : Known(guard) is null ? null : matches;
        }
    }

    /// <summary>The tests that give a boolean.</summary>
    public static Value Evaluate(IOperation operation, Evaluation evaluation, Frame frame)
    {
        var (value, result) = operation switch
        {
            IIsPatternOperation test when evaluation.Evaluate(test.Value, frame) is var v => (v, Asked(test, v)),
            IIsTypeOperation test when evaluation.Evaluate(test.ValueOperand, frame) is var v => (v, Conversions.IsOfType(v, frame.Resolve(test.TypeOperand), test.ValueOperand.Type, evaluation) is { } holds ? holds != test.IsNegated : null),
            _ => (null, (bool?)null),
        };
        return result is { } known ? new ConstantValue(known, evaluation.Origin(operation, frame)) : new UnknownValue(value is UnknownValue { Origin: { } origin } ? origin : evaluation.Origin(operation, frame));

        bool? Asked(IIsPatternOperation test, Value tested)
        {
            var isChanged = false;
            return Patterns.Asked(test.Pattern, () => Patterns.Match(tested, test.Pattern, evaluation, frame), evaluation, frame, ref isChanged);
        }
    }

    /// <summary>A branch. One that throws gives no value.</summary>
    private static Value? Way(IOperation operation, Evaluation evaluation, Frame frame)
    {
        // What it throws may be made by code that changes something, which whoever catches it finds.
        var value = evaluation.Evaluate(operation, frame);
        return Throws(operation) ? null : value;
    }

    private static bool Throws(IOperation operation) => operation switch
    {
        IThrowOperation => true,
        IConversionOperation conversion => Throws(conversion.Operand),
        _ => false,
    };
}
