using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Texts that are put together: interpolation, concatenation, and what a value's ToString gives.</summary>
internal static class Texts
{
    public static Value Evaluate(IInterpolatedStringOperation operation, Evaluation evaluation, Frame frame)
    {
        var text = new StringBuilder();
        UnknownValue? gap = null;
        var isInput = true;
        foreach (var part in operation.Parts)
        {
            var piece = part switch
            {
                IInterpolatedStringTextOperation literal => evaluation.Evaluate(literal.Text, frame),
                IInterpolationOperation hole => Hole(hole, evaluation, frame),
                _ => evaluation.Unknowns.Deny(part, frame),
            };
            if (piece is ConstantValue { Constant: string known } && text.Length + known.Length <= Evaluation.MaxText)
            {
                text.Append(known);
            }
            else
            {
                gap ??= piece as UnknownValue ?? evaluation.Unknown(part, frame);
                isInput &= UnknownValue.AreInputs(piece);
            }
        }

        return gap is null ? new ConstantValue(text.ToString(), evaluation.Origin(operation, frame)) : new UnknownValue(gap.Origin ?? evaluation.Origin(operation, frame)) { IsInput = isInput };
    }

    /// <summary>The text of a value, where it is the same in every culture and runs no code of the user's own: a minus sign is not.</summary>
    public static string? TextOf(Value value) => value switch
    {
        NullValue => "",
        IntOrStringValue number => number.Text,
        ConstantValue { EnumType: { } type } constant => NameOf(constant, type),
        ConstantValue constant => constant.Constant switch
        {
            string text => text,
            char character => character.ToString(),
            bool known => known.ToString(),
            int and >= 0 or long and >= 0 => ((IFormattable)constant.Constant).ToString(null, CultureInfo.InvariantCulture),
            _ => null,
        },
        _ => null,
    };

    /// <summary>A concatenation of any length, without nesting.</summary>
    public static Value Concatenate(IBinaryOperation operation, Evaluation evaluation, Frame frame)
    {
        var parts = new Stack<IOperation>();
        IOperation current = operation;
        while (current is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null, Type.SpecialType: SpecialType.System_String, ConstantValue.HasValue: false } sum)
        {
            parts.Push(sum.RightOperand);
            current = sum.LeftOperand;
        }

        parts.Push(current);
        var values = new List<(Value, ITypeSymbol?)>();
        foreach (var part in parts)
        {
            if (!evaluation.Count())
            {
                break;
            }

            // A conversion to object is there for ToString only.
            var operand = part is IConversionOperation { OperatorMethod: null, Type.SpecialType: SpecialType.System_Object, IsImplicit: true } boxed ? boxed.Operand : part;
            values.Add((ToText(evaluation.Evaluate(operand, frame), operand.Type, operation, evaluation, frame), operation.Type));
        }

        return Joined(values, operation, evaluation, frame);
    }

    /// <summary>The texts of values, one after the other.</summary>
    public static Value Joined(IReadOnlyList<(Value Value, ITypeSymbol? Type)> values, IOperation operation, Evaluation evaluation, Frame frame)
    {
        var text = new StringBuilder();
        UnknownValue? gap = null;
        var isInput = true;
        foreach (var (value, type) in values)
        {
            var piece = ToText(value, type, operation, evaluation, frame);
            if (piece is ConstantValue { Constant: string known } && text.Length + known.Length <= Evaluation.MaxText)
            {
                text.Append(known);
            }
            else
            {
                gap ??= piece as UnknownValue ?? evaluation.Unknown(operation, frame);
                isInput &= UnknownValue.AreInputs(piece);
            }
        }

        return gap is null ? new ConstantValue(text.ToString(), evaluation.Origin(operation, frame)) : new UnknownValue(gap.Origin ?? evaluation.Origin(operation, frame)) { IsInput = isInput };
    }

    /// <summary>What a value's ToString gives, which may run code.</summary>
    public static Value ToText(Value value, ITypeSymbol? type, IOperation operation, Evaluation evaluation, Frame frame)
    {
        if (TextOf(value) is { } text)
        {
            return new ConstantValue(text, value.Origin);
        }

        switch (value)
        {
            case Reference { Target.State: TextState { Text: { } built } }:
                return new ConstantValue(built, value.Origin);
            case { OwnType: { } own } when ToStringOf(own) is { } method:
                return Text(evaluation.Calls.Method(new(method, value, [], operation, frame)));

            // A model's text is made of its fields, and a collection's is its name.
            case Reference { Target.State: RecordState { Model: not null } or ListState or MapState or BytesState }:
            case ConstantValue or QuantityValue:
                return evaluation.Unknown(operation, frame);
            case UnknownValue when Unknowns.IsImmutable(type):
                return value;
            default:
                return evaluation.Unknowns.Call([value], value.Origin ?? evaluation.Origin(operation, frame));
        }

        static Value Text(Value result) => result is NullValue ? new ConstantValue("", result.Origin) : result;
    }

    /// <summary>A number in one of the few formats that no culture has a say in; null for all others.</summary>
    public static string? Formatted(Value value, string format)
    {
        if (value is not ConstantValue { IsEnum: false, Constant: int or long } constant || Convert.ToInt64(constant.Constant, CultureInfo.InvariantCulture) is var number && number < 0)
        {
            return null;
        }

        var isPlain = format.Length is > 0 and < 4 && ((format[0] is 'D' or 'd' or 'X' or 'x' && format.Skip(1).All(char.IsDigit)) || format.All(c => c == '0'));
        return isPlain ? ((IFormattable)constant.Constant).ToString(format, CultureInfo.InvariantCulture) : null;
    }

    private static Value Hole(IInterpolationOperation hole, Evaluation evaluation, Frame frame)
    {
        // A hole of type object is a box of what is in it.
        var expression = hole.Expression is IConversionOperation { OperatorMethod: null, Type.SpecialType: SpecialType.System_Object, IsImplicit: true } boxed ? boxed.Operand : hole.Expression;
        var value = evaluation.Evaluate(expression, frame);
        var alignment = hole.Alignment is null ? 0 : evaluation.Evaluate(hole.Alignment, frame) is ConstantValue { Constant: int and > -1000 and < 1000 } width ? (int)width.Constant : int.MinValue;
        var text = value.OwnType?.AllInterfaces.Any(i => i.Name == "IFormattable") == true ? evaluation.Unknowns.Call([value], evaluation.Origin(hole, frame))
            : hole.FormatString is null ? ToText(value, expression.Type, hole, evaluation, frame)
            : evaluation.Evaluate(hole.FormatString, frame) is ConstantValue { Constant: string format } && Formatted(value, format) is { } formatted ? new ConstantValue(formatted, value.Origin)
            : value is ConstantValue or NullValue || (value is UnknownValue && Unknowns.IsImmutable(expression.Type)) ? evaluation.Unknown(hole, frame)
            : evaluation.Unknowns.Call([value], evaluation.Origin(hole, frame));
        return (text, alignment) switch
        {
            (_, 0) => text,
            (ConstantValue { Constant: string known }, not int.MinValue) => new ConstantValue(alignment > 0 ? known.PadLeft(alignment) : known.PadRight(-alignment), text.Origin),
            _ => evaluation.Unknown(hole, frame),
        };
    }

    /// <summary>The name of an enum's member; null where several share the number, or it is a combination.</summary>
    private static string? NameOf(ConstantValue constant, INamedTypeSymbol type)
    {
        string? name = null;
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>())
        {
            if (field.HasConstantValue && Equals(field.ConstantValue, constant.Constant))
            {
                if (name is not null)
                {
                    return null;
                }

                name = field.Name;
            }
        }

        return name;
    }

    /// <summary>The ToString that somebody wrote for a type in source.</summary>
    private static IMethodSymbol? ToStringOf(INamedTypeSymbol type)
    {
        for (var declaring = type; declaring is { SpecialType: SpecialType.None }; declaring = declaring.BaseType)
        {
            if (declaring.GetMembers("ToString").OfType<IMethodSymbol>().FirstOrDefault(m => m.Parameters.IsEmpty) is { } method)
            {
                return method.IsImplicitlyDeclared || method.DeclaringSyntaxReferences.IsEmpty ? null : method;
            }
        }

        return null;
    }
}
