using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Whatever depends on a condition. Where it is not known, the result is what the branches have in common.</summary>
internal static class Conditions
{
    /// <summary>A boolean; null where it is not known.</summary>
    public static bool? Known(Value value) => value is ConstantValue { Constant: bool known } ? known : null;

    /// <summary>Whether a value is null; null where that is not known.</summary>
    public static bool? IsNull(Value value) => value switch { UnknownValue => null, NullValue => true, _ => false };

    public static Value Evaluate(IConditionalOperation operation, Evaluation evaluation, Frame frame)
    {
        var condition = Known(evaluation.Evaluate(operation.Condition, frame));
        if (condition is { } known)
        {
            return evaluation.Evaluate(known ? operation.WhenTrue : operation.WhenFalse, frame);
        }

        // A branch that throws gives no value.
        if (Throws(operation.WhenTrue))
        {
            return evaluation.Evaluate(operation.WhenFalse, frame);
        }

        var whenTrue = evaluation.Evaluate(operation.WhenTrue, frame);
        return Throws(operation.WhenFalse!) ? whenTrue : Join.Of(whenTrue, evaluation.Evaluate(operation.WhenFalse, frame));
    }

    public static Value Evaluate(ICoalesceOperation operation, Evaluation evaluation, Frame frame)
    {
        var value = evaluation.Evaluate(operation.Value, frame);
        return IsNull(value) switch
        {
            false => value,
            true => evaluation.Evaluate(operation.WhenNull, frame),
            null => evaluation.Unknown(operation, frame),
        };
    }

    public static Value Evaluate(IConditionalAccessOperation operation, Evaluation evaluation, Frame frame)
    {
        var value = evaluation.Evaluate(operation.Operation, frame);
        if (value is NullValue or UnknownValue)
        {
            return value;
        }

        evaluation.Accessed.Push(value);
        var result = evaluation.Evaluate(operation.WhenNotNull, frame);
        evaluation.Accessed.Pop();
        return result;
    }

    public static Value Evaluate(ISwitchExpressionOperation operation, Evaluation evaluation, Frame frame)
    {
        var value = evaluation.Evaluate(operation.Value, frame);
        var possible = new List<ISwitchExpressionArmOperation>();
        foreach (var arm in operation.Arms)
        {
            var matches = Patterns.Match(value, arm.Pattern, evaluation, frame);
            if (matches == true && arm.Guard is not null)
            {
                matches = Known(evaluation.Evaluate(arm.Guard, frame));
            }

            if (matches != false && !Throws(arm.Value))
            {
                possible.Add(arm);
            }

            if (matches == true)
            {
                break;
            }
        }

        // Where no arm matches it throws.
        return possible.Count == 0 ? evaluation.Unknown(operation, frame) : possible.Select(arm => evaluation.Evaluate(arm.Value, frame)).Aggregate(Join.Of);
    }

    /// <summary>The tests that give a boolean.</summary>
    public static Value Evaluate(IOperation operation, Evaluation evaluation, Frame frame)
    {
        var result = operation switch
        {
            IIsPatternOperation test => Patterns.Match(evaluation.Evaluate(test.Value, frame), test.Pattern, evaluation, frame),
            IIsTypeOperation test => Patterns.MatchType(evaluation.Evaluate(test.ValueOperand, frame), test.TypeOperand, test.ValueOperand.Type!),
            _ => null,
        };
        return result is { } known ? new ConstantValue(known, evaluation.Origin(operation, frame)) : evaluation.Unknown(operation, frame);
    }

    private static bool Throws(IOperation operation) => operation switch
    {
        IThrowOperation => true,
        IConversionOperation conversion => Throws(conversion.Operand),
        _ => false,
    };
}
