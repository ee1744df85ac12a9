using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>The operators on strings, numbers, booleans and objects. Those that somebody wrote are calls.</summary>
internal static class Operators
{
    public static Value Evaluate(IBinaryOperation operation, Evaluation evaluation, Frame frame)
    {
        if (operation.OperatorKind == BinaryOperatorKind.Add && operation.Type?.SpecialType == SpecialType.System_String && operation.OperatorMethod is null)
        {
            return Texts.Concatenate(operation, evaluation, frame);
        }

        var left = evaluation.Evaluate(operation.LeftOperand, frame);
        return operation.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr
            ? Logical(operation, left, evaluation, frame)
            : Combine(operation.OperatorKind, operation.OperatorMethod, operation.Type, left, evaluation.Evaluate(operation.RightOperand, frame), operation, evaluation, frame,
                operation.LeftOperand.Type, operation.RightOperand.Type);
    }

    /// <summary>What an operator makes of two values.</summary>
    public static Value Combine(
        BinaryOperatorKind kind, IMethodSymbol? method, ITypeSymbol? type, Value left, Value right, IOperation operation, Evaluation evaluation, Frame frame, ITypeSymbol? leftType, ITypeSymbol? rightType)
    {
        var origin = evaluation.Origin(operation, frame);
        if (method is { IsImplicitlyDeclared: false, DeclaringSyntaxReferences.IsEmpty: false })
        {
            // A lifted operator of null is not called.
            var isLifted = operation is IBinaryOperation { IsLifted: true } or ICompoundAssignmentOperation { IsLifted: true };
            return !isLifted || (IsValue(left) && IsValue(right)) ? evaluation.Calls.Method(new(method, null, [left, right], operation, frame))
                : left is NullValue || right is NullValue ? new UnknownValue(origin)
                : evaluation.Unknowns.Call([left, right], origin);
        }

        if (kind == BinaryOperatorKind.Add && type?.SpecialType == SpecialType.System_String)
        {
            return Texts.Joined([(left, leftType), (right, rightType)], operation, evaluation, frame);
        }

        if (kind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals)
        {
            var equal = method is null ? AreIdentical(left, right, leftType, rightType) : AreEqual(left, right, method, evaluation);
            return equal is { } known ? new ConstantValue(known == (kind == BinaryOperatorKind.Equals), origin) : Unknown();
        }

        return (method is null ? Compare(kind, left, right, origin) ?? Arithmetic(kind, type, left, right, origin) : null) ?? Unknown();

        Value Unknown()
        {
            // Operators of the language run no code; delegates that they put together are caught in what they give.
            if (method is null || evaluation.Facts.IsFramework(method) || evaluation.Facts.Models.Of(method.ContainingType) is not null)
            {
                evaluation.Heap.Escape(left);
                evaluation.Heap.Escape(right);
                return new UnknownValue(left is UnknownValue { Origin: { } first } ? first : right is UnknownValue { Origin: { } second } ? second : origin);
            }

            return evaluation.Unknowns.Call([left, right], origin);
        }
    }

    public static Value Evaluate(IUnaryOperation operation, Evaluation evaluation, Frame frame)
    {
        var value = evaluation.Evaluate(operation.Operand, frame);
        if (operation.OperatorMethod is { } method)
        {
            if (operation.IsLifted && !IsValue(value))
            {
                return value is NullValue ? value : evaluation.Unknowns.Call([value], evaluation.Origin(operation, frame));
            }

            return evaluation.Calls.Method(new(method, null, [value], operation, frame));
        }

        var operand = value as ConstantValue;
        object? result = (operation.OperatorKind, operand?.Constant) switch
        {
            (UnaryOperatorKind.Not, bool known) => !known,
            (UnaryOperatorKind.Minus, int and not int.MinValue) => -(int)operand!.Constant,
            (UnaryOperatorKind.Minus, long and not long.MinValue) => -(long)operand!.Constant,
            _ => null,
        };
        return result is null ? new UnknownValue(value is UnknownValue ? value.Origin : evaluation.Origin(operation, frame)) : new ConstantValue(result, evaluation.Origin(operation, frame));
    }

    /// <summary>Whether a nullable value is one.</summary>
    private static bool IsValue(Value value) => Conditions.IsNull(value) == false;

    /// <summary>Equality of tuples, part by part.</summary>
    public static Value Evaluate(ITupleBinaryOperation operation, Evaluation evaluation, Frame frame)
    {
        var left = evaluation.Evaluate(operation.LeftOperand, frame);
        var right = evaluation.Evaluate(operation.RightOperand, frame);
        if (left is StructValue { Type: null } a && right is StructValue { Type: null } b && a.Fields.All(f => f.Value is ConstantValue) && b.Fields.All(f => f.Value is ConstantValue)
            && a.Fields.Length == b.Fields.Length)
        {
            bool? equal = true;
            for (var i = 0; i < a.Fields.Length; i++)
            {
                equal &= a.Fields[i].Value is ConstantValue x && b.Fields[i].Value is ConstantValue y && x.Constant.GetType() == y.Constant.GetType() && x.Constant is not double
                    ? x.Constant.Equals(y.Constant) : null;
            }

            if (equal is { } known)
            {
                return new ConstantValue(known == (operation.OperatorKind == BinaryOperatorKind.Equals), evaluation.Origin(operation, frame));
            }
        }

        // Parts may have operators of their own.
        return evaluation.Unknowns.Call([left, right], evaluation.Origin(operation, frame));
    }

    /// <summary>Whether a value is the constant of a pattern; null where that is not known.</summary>
    public static bool? AreSame(Value left, Value right) => (left, right) switch
    {
        (UnknownValue, _) or (_, UnknownValue) => null,
        (NullValue, NullValue) => true,
        (ChoiceValue { MayBeNull: true }, NullValue) => null,
        (NullValue, _) or (_, NullValue) => false,
        (ConstantValue a, ConstantValue b) when a.Constant.GetType() == b.Constant.GetType() && SymbolEqualityComparer.Default.Equals(a.EnumType, b.EnumType) => a.Constant.Equals(b.Constant),
        _ => null,
    };

    /// <summary>Less and greater, of numbers; null where that is not known.</summary>
    public static Value? Compare(BinaryOperatorKind kind, Value left, Value right, SourceOrigin? origin)
    {
        if (Number(left) is not { } x || Number(right) is not { } y)
        {
            return null;
        }

        bool? result = kind switch
        {
            BinaryOperatorKind.LessThan => x < y,
            BinaryOperatorKind.LessThanOrEqual => x <= y,
            BinaryOperatorKind.GreaterThan => x > y,
            BinaryOperatorKind.GreaterThanOrEqual => x >= y,
            _ => null,
        };
        return result is { } known ? new ConstantValue(known, origin) : null;
    }

    /// <summary>Whether two objects may be one after all: empty arrays are shared.</summary>
    public static bool MayBeOne(Reference left, Reference right) => left.Target != right.Target
        && left.Target.State is ListState { IsArray: true, Items.IsEmpty: true } && right.Target.State is ListState { IsArray: true, Items.IsEmpty: true };

    /// <summary>What == of the language says: of values whether they are equal, of objects whether they are the same one.</summary>
    private static bool? AreIdentical(Value left, Value right, ITypeSymbol? leftType, ITypeSymbol? rightType)
    {
        if (left is NullValue || right is NullValue)
        {
            return AreSame(left, right);
        }

        // Two boxes may hold the same, and two strings that nobody knows to be strings may be one.
        var areObjects = leftType is { IsValueType: false, SpecialType: not SpecialType.System_String } || rightType is { IsValueType: false, SpecialType: not SpecialType.System_String };
        return (left, right) switch
        {
            (Reference a, Reference b) => MayBeOne(a, b) ? null : a.Target == b.Target,
            (ConstantValue { Constant: double }, ConstantValue { Constant: double }) => null,
            (ConstantValue, ConstantValue) when !areObjects => AreSame(left, right),
            _ => null,
        };
    }

    /// <summary>What == of a string, a record or another type says that nobody wrote in source.</summary>
    private static bool? AreEqual(Value left, Value right, IMethodSymbol method, Evaluation evaluation) => (left, right) switch
    {
        (NullValue, _) or (_, NullValue) => AreSame(left, right),
        (Reference a, Reference b) when a.Target == b.Target && method.ContainingType.IsRecord => true,
        (ConstantValue { Constant: string }, ConstantValue { Constant: string }) when evaluation.Facts.IsFramework(method) => AreSame(left, right),
        (Reference { Target.State: RecordState { Type: { IsRecord: true } x, IsOpen: false } a }, Reference { Target.State: RecordState { Type: { IsRecord: true } y, IsOpen: false } b })
            when SymbolEqualityComparer.Default.Equals(x, y) && !HasOwnEquals(x) && a.Fields.Length == b.Fields.Length
                && a.Fields.All(f => f.Value is ConstantValue { Constant: not double } && b.Find(f.Key) is ConstantValue) =>
            a.Fields.All(f => AreSame(f.Value, b.Find(f.Key)!) == true),
        _ => null,
    };

    private static bool HasOwnEquals(INamedTypeSymbol type)
    {
        for (var declaring = type; declaring is { SpecialType: SpecialType.None }; declaring = declaring.BaseType)
        {
            if (declaring.GetMembers().Any(m => m is { IsImplicitlyDeclared: false, Name: "Equals" or "EqualityContract" }))
            {
                return true;
            }
        }

        return false;
    }

    private static Value Logical(IBinaryOperation operation, Value left, Evaluation evaluation, Frame frame)
    {
        if (operation.OperatorMethod is not null)
        {
            evaluation.Heap.Escape(left);
            return evaluation.Unknowns.Deny(operation.RightOperand, frame);
        }

        // "or" ends at true, "and" at false.
        var end = operation.OperatorKind == BinaryOperatorKind.ConditionalOr;
        var first = Conditions.Known(left);
        if (first == end)
        {
            return left;
        }

        if (first is not null)
        {
            return evaluation.Evaluate(operation.RightOperand, frame);
        }

        // The right side may run or not. Where it gives what ends, that is the result in either case.
        Value? right = null;
        evaluation.Either(
            [
                () => right = evaluation.Evaluate(operation.RightOperand, frame),
                () => NullValue.Instance,
            ], left.Origin);
        return Conditions.Known(right!) == end ? right! : new UnknownValue(left.Origin ?? evaluation.Origin(operation, frame));
    }

    private static decimal? Number(Value value) => value is not ConstantValue { IsEnum: false } constant ? null : constant.Constant switch
    {
        int number => number,
        long number => number,
        char character => character,
        _ => null,
    };

    private static ConstantValue? Arithmetic(BinaryOperatorKind kind, ITypeSymbol? type, Value left, Value right, SourceOrigin origin)
    {
        if (left is ConstantValue { Constant: bool a } && right is ConstantValue { Constant: bool b })
        {
            bool? logical = kind switch
            {
                BinaryOperatorKind.And => a & b,
                BinaryOperatorKind.Or => a | b,
                BinaryOperatorKind.ExclusiveOr => a ^ b,
                _ => null,
            };
            return logical is { } known ? new(known, origin) : null;
        }

        if (Number(left) is not { } x || Number(right) is not { } y)
        {
            return null;
        }

        decimal? result = kind switch
        {
            BinaryOperatorKind.Add => x + y,
            BinaryOperatorKind.Subtract => x - y,
            // The product of two of these can be more than a decimal holds; both within 32 bits cannot.
            BinaryOperatorKind.Multiply when Math.Abs(x) <= int.MaxValue && Math.Abs(y) <= int.MaxValue => x * y,
            BinaryOperatorKind.Divide when y != 0 => decimal.Truncate(x / y),
            BinaryOperatorKind.Remainder when y != 0 => x % y,
            BinaryOperatorKind.And => (long)x & (long)y,
            BinaryOperatorKind.Or => (long)x | (long)y,
            BinaryOperatorKind.LeftShift when type?.SpecialType == SpecialType.System_Int32 && x is >= 0 and < 1 << 16 && y is >= 0 and < 15 => (long)x << (int)y,
            _ => null,
        };

        // What overflows is not worth knowing.
        object? converted = (result, type?.SpecialType) switch
        {
            ({ } value, SpecialType.System_Int32) when value is >= int.MinValue and <= int.MaxValue => (int)value,
            ({ } value, SpecialType.System_Int64) when value is >= long.MinValue and <= long.MaxValue => (long)value,
            ({ } value, SpecialType.System_Char) when value is >= char.MinValue and <= char.MaxValue => (char)value,
            _ => null,
        };
        return converted is null ? null : new ConstantValue(converted, origin);
    }
}
