using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Interpolation, and the operators on strings, numbers and booleans.</summary>
internal static class Texts
{
    public static Value Evaluate(IInterpolatedStringOperation operation, Evaluation evaluation, Frame frame)
    {
        var text = new StringBuilder();
        foreach (var part in operation.Parts)
        {
            var piece = part switch
            {
                IInterpolatedStringTextOperation literal => evaluation.Evaluate(literal.Text, frame),
                IInterpolationOperation { Alignment: null, FormatString: null } hole => evaluation.Evaluate(hole.Expression, frame),
                _ => null,
            };
            if (piece is null || Of(piece) is not { } known || text.Length + known.Length > Evaluation.MaxText)
            {
                return evaluation.Unknown(operation, frame);
            }

            text.Append(known);
        }

        return new ConstantValue(text.ToString(), evaluation.Origin(operation, frame));
    }

    /// <summary>The text of a value, where it is the same in every culture: a minus sign is not.</summary>
    public static string? Of(Value value) => value switch
    {
        NullValue => "",
        IntOrStringValue number => number.Text,
        ConstantValue { IsEnum: false } constant => constant.Constant switch
        {
            string text => text,
            char character => character.ToString(),
            bool known => known.ToString(),
            int and >= 0 or long and >= 0 => ((IFormattable)constant.Constant).ToString(null, CultureInfo.InvariantCulture),
            _ => null,
        },
        _ => null,
    };

    public static Value Evaluate(IBinaryOperation operation, Evaluation evaluation, Frame frame)
    {
        var left = evaluation.Evaluate(operation.LeftOperand, frame);
        if (operation.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr)
        {
            return Logical(operation, left, evaluation, frame);
        }

        var right = evaluation.Evaluate(operation.RightOperand, frame);
        object? result = operation.OperatorKind switch
        {
            BinaryOperatorKind.Equals => AreEqual(left, right, operation),
            BinaryOperatorKind.NotEquals => AreEqual(left, right, operation) is { } equal ? !equal : null,
            _ => Combine(operation.OperatorKind, operation.OperatorMethod, operation.Type, left, right),
        };
        return result is null ? evaluation.Unknown(operation, frame) : new ConstantValue(result, evaluation.Origin(operation, frame));
    }

    /// <summary>What an operator makes of two texts or numbers; null where that is not known.</summary>
    public static object? Combine(BinaryOperatorKind kind, IMethodSymbol? method, ITypeSymbol? type, Value left, Value right) =>
        kind == BinaryOperatorKind.Add && type?.SpecialType == SpecialType.System_String
            ? Of(left) is { } a && Of(right) is { } b && a.Length + b.Length <= Evaluation.MaxText ? a + b : null
            : method is null ? Arithmetic(kind, type, left, right) : null;

    public static Value Evaluate(IUnaryOperation operation, Evaluation evaluation, Frame frame)
    {
        var operand = evaluation.Evaluate(operation.Operand, frame) as ConstantValue;
        object? result = (operation.OperatorKind, operand?.Constant) switch
        {
            (UnaryOperatorKind.Not, bool value) => !value,
            (UnaryOperatorKind.Minus, int and not int.MinValue) => -(int)operand!.Constant,
            (UnaryOperatorKind.Minus, long and not long.MinValue) => -(long)operand!.Constant,
            _ => null,
        };
        return result is null ? evaluation.Unknown(operation, frame) : new ConstantValue(result, evaluation.Origin(operation, frame));
    }

    /// <summary>Whether two values are the same; null where that is not known.</summary>
    public static bool? AreEqual(Value left, Value right) => (left, right) switch
    {
        (UnknownValue, _) or (_, UnknownValue) => null,
        (NullValue, NullValue) => true,
        (NullValue, _) or (_, NullValue) => false,
        (ConstantValue a, ConstantValue b) when a.Constant.GetType() == b.Constant.GetType() => a.Constant.Equals(b.Constant),
        _ => null,
    };

    /// <summary>Whether an operator is one that somebody wrote, and not a record's.</summary>
    public static bool IsWritten(IMethodSymbol? method) => method is { IsImplicitlyDeclared: false, DeclaringSyntaxReferences.Length: > 0 };

    // An operator that somebody wrote may say anything. To those of a record and of another assembly null is null.
    private static bool? AreEqual(Value left, Value right, IBinaryOperation operation) => operation.OperatorMethod switch
    {
        null => AreEqual(left, right),
        { } method when IsWritten(method) => null,
        _ => left is NullValue || right is NullValue ? AreEqual(left, right) : null,
    };

    private static Value Logical(IBinaryOperation operation, Value left, Evaluation evaluation, Frame frame)
    {
        // "or" ends at true, "and" at false.
        var end = operation.OperatorKind == BinaryOperatorKind.ConditionalOr;
        var first = Conditions.Known(left);
        if (first == end)
        {
            return left;
        }

        var right = evaluation.Evaluate(operation.RightOperand, frame);
        return first is not null || Conditions.Known(right) == end ? right : evaluation.Unknown(operation, frame);
    }

    private static object? Arithmetic(BinaryOperatorKind kind, ITypeSymbol? type, Value left, Value right)
    {
        if (left is not ConstantValue { IsEnum: false, Constant: int or long } a || right is not ConstantValue { IsEnum: false, Constant: int or long } b)
        {
            return null;
        }

        decimal x = System.Convert.ToInt64(a.Constant, CultureInfo.InvariantCulture);
        decimal y = System.Convert.ToInt64(b.Constant, CultureInfo.InvariantCulture);
        switch (kind)
        {
            case BinaryOperatorKind.LessThan: return x < y;
            case BinaryOperatorKind.LessThanOrEqual: return x <= y;
            case BinaryOperatorKind.GreaterThan: return x > y;
            case BinaryOperatorKind.GreaterThanOrEqual: return x >= y;
        }

        decimal? result = kind switch
        {
            BinaryOperatorKind.Add => x + y,
            BinaryOperatorKind.Subtract => x - y,
            // The product of two of these can be more than a decimal holds; both within 32 bits cannot.
            BinaryOperatorKind.Multiply when Math.Abs(x) <= int.MaxValue && Math.Abs(y) <= int.MaxValue => x * y,
            BinaryOperatorKind.Divide when y != 0 => decimal.Truncate(x / y),
            BinaryOperatorKind.Remainder when y != 0 => x % y,
            _ => null,
        };

        // What overflows is not worth knowing.
        return (result, type?.SpecialType) switch
        {
            ({ } value, SpecialType.System_Int32) when value is >= int.MinValue and <= int.MaxValue => (int)value,
            ({ } value, SpecialType.System_Int64) when value is >= long.MinValue and <= long.MaxValue => (long)value,
            _ => null,
        };
    }
}
