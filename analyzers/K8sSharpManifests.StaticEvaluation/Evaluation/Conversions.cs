using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Conversions, and whether a value is of a type.</summary>
internal static class Conversions
{
    private static readonly Core.Quantity Largest = Core.Quantity.From(long.MaxValue, Core.QuantityFormat.DecimalSI);
    private static readonly Core.Quantity Smallest = Core.Quantity.From(-long.MaxValue, Core.QuantityFormat.DecimalSI);

    public static Value Evaluate(IConversionOperation conversion, Evaluation evaluation, Frame frame)
    {
        var target = frame.Resolve(conversion.Type);
        if (target is { Name: "FormattableString" or "IFormattable" } && conversion.Operand is IInterpolatedStringOperation)
        {
            // It keeps what is in it.
            return evaluation.Unknowns.Deny(conversion.Operand, frame);
        }

        var operand = evaluation.Evaluate(conversion.Operand, frame);
        if (conversion.OperatorMethod is { } method)
        {
            return UserDefined(method, operand, conversion, evaluation, frame);
        }

        if (target is { TypeKind: TypeKind.Dynamic } or { Name: "FormattableString" or "IFormattable" or "Expression" } || conversion.Operand is IInterpolatedStringOperation && target?.SpecialType != SpecialType.System_String)
        {
            // A text that is put together later, for another culture, or code that another program reads.
            return evaluation.Unknowns.Call([operand], evaluation.Origin(conversion, frame));
        }

        if (conversion.IsTryCast && !conversion.Conversion.IsImplicit)
        {
            return IsOfType(operand, target, conversion.Operand.Type, evaluation) switch
            {
                true => operand,
                false => new NullValue(evaluation.Origin(conversion, frame)),
                null when operand is NullValue => operand,
                null => Lose(operand, evaluation.Origin(conversion, frame), evaluation),
            };
        }

        switch (operand)
        {
            case ConstantValue { Constant: string } when target is { Name: "ReadOnlySpan" } && evaluation.Facts.IsFramework(target):
                return operand;
            case ConstantValue constant:
                return Numeric(constant, target, evaluation.Origin(conversion, frame));
            case StructValue when target?.IsReferenceType == true:
                return evaluation.Heap.New(new BoxState(operand), operand.Origin);
            case Reference { Target.State: BoxState box } when target?.IsValueType == true:
                return box.Value;
            default:
                return operand;
        }
    }

    /// <summary>An item of a sequence, or a part of a tuple, as the variable holds that gets it; there is no operation for the conversion in between.</summary>
    public static Value OfElement(Value value, CommonConversion conversion, ITypeSymbol? type, IOperation operation, Evaluation evaluation, Frame frame)
    {
        if (conversion.MethodSymbol is { } method)
        {
            return UserDefined(method, value, operation, evaluation, frame);
        }

        return (value, frame.Resolve(type)) switch
        {
            _ when conversion.IsIdentity => value,
            (ConstantValue constant, { } target) => Numeric(constant, target, constant.Origin ?? new(operation.Syntax)),
            (StructValue, { IsReferenceType: true }) => evaluation.Heap.New(new BoxState(value), value.Origin),
            (_, { IsReferenceType: true }) when conversion.IsReference => value,
            _ => evaluation.Unknowns.Call([value], value.Origin),
        };
    }

    /// <summary>Whether a value is of a type; null where that is not known.</summary>
    public static bool? IsOfType(Value value, ITypeSymbol? type, ITypeSymbol? declared, Evaluation evaluation)
    {
        if (Conditions.IsNull(value) is not false || type is null or ITypeParameterSymbol)
        {
            return value is NullValue ? false : null;
        }

        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] })
        {
            type = inner;
        }

        if (type.SpecialType == SpecialType.System_Object)
        {
            return true;
        }

        declared = declared is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var underlying] } ? underlying : declared;
        if (declared is not null and not ITypeParameterSymbol && Derives(declared, type))
        {
            return true;
        }

        return value switch
        {
            ConstantValue constant => OfConstant(constant, type),
            Reference { Target.State: RecordState { Type: { IsAnonymousType: false } own } } when !HasParameters(own) => Derives(own, type),
            Reference { Target.State: BoxState { Value: StructValue { Type: { } own } } } when !HasParameters(own) => Derives(own, type),
            StructValue { Type: { } own } when !HasParameters(own) => Derives(own, type),
            Reference { Target.State: RecordState { Model: { } model } } => evaluation.Facts.Models.Of(type) is { } sought ? sought.Name == model.Name
                : type.TypeKind == TypeKind.Class || type.SpecialType == SpecialType.System_String ? false : null,
            ChoiceValue choice => choice.References.Select(r => IsOfType(r, type, declared, evaluation)).Aggregate((a, b) => a == b ? a : null),
            _ => null,
        };
    }

    /// <summary>A quantity as both front ends show it, or the text that the API server refuses; null for what is another one when it runs, or none.</summary>
    public static Value? Quantity(ConstantValue text) => text.Constant switch
    {
        string s when Core.Quantity.TryParse(s, out var quantity) => quantity.ToString() is var canonical && !IsCapped(quantity, canonical) ? new QuantityValue(canonical, text.Origin) : null,
        string s when Core.Quantity.IsRefused(s) => new QuantityValue(s, text.Origin),
        _ => null,
    };

    /// <summary>What the DSL makes of a text where a quantity is wanted.</summary>
    public static Value ParsedQuantity(Value text, SourceOrigin? origin) => text switch
    {
        NullValue => text,
        ConstantValue constant => Quantity(constant) ?? new UnknownValue(constant.Origin ?? origin),
        _ => new UnknownValue(text.Origin ?? origin),
    };

    /// <summary>The largest quantities are others when they run, or are refused, since the models keep a decimal: of those nothing is said.</summary>
    private static bool IsCapped(Core.Quantity quantity, string canonical) => Largest < quantity || quantity < Smallest
        || canonical.EndsWith("Ei", StringComparison.Ordinal) || canonical.EndsWith("E", StringComparison.Ordinal) || canonical.Length > 18;

    public static bool Derives(ITypeSymbol type, ITypeSymbol from)
    {
        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(candidate, from))
            {
                return true;
            }
        }

        return from.TypeKind == TypeKind.Interface && type.AllInterfaces.Any(i => SymbolEqualityComparer.Default.Equals(i, from));
    }

    private static bool HasParameters(INamedTypeSymbol type) => type.TypeArguments.Any(a => a is ITypeParameterSymbol || (a is INamedTypeSymbol inner && HasParameters(inner)));

    private static bool? OfConstant(ConstantValue constant, ITypeSymbol type)
    {
        if (constant.EnumType is { } own)
        {
            return SymbolEqualityComparer.Default.Equals(own, type) ? true : type.TypeKind is TypeKind.Interface or TypeKind.Class ? null : false;
        }

        SpecialType? known = constant.Constant switch
        {
            string => SpecialType.System_String,
            bool => SpecialType.System_Boolean,
            char => SpecialType.System_Char,
            int => SpecialType.System_Int32,
            long => SpecialType.System_Int64,
            double => SpecialType.System_Double,
            _ => null,
        };
        return known is null ? null : type.SpecialType == known ? true : type.TypeKind is TypeKind.Interface or TypeKind.TypeParameter || type.SpecialType == SpecialType.System_ValueType ? null : false;
    }

    private static Value UserDefined(IMethodSymbol method, Value operand, IOperation conversion, Evaluation evaluation, Frame frame)
    {
        var origin = evaluation.Origin(conversion, frame);
        if (method.ContainingNamespace is { Name: "Models", ContainingNamespace.Name: "k8s" } && method.DeclaringSyntaxReferences.IsEmpty)
        {
            return (method.ContainingType.Name, operand) switch
            {
                ("ResourceQuantity", ConstantValue text) => Quantity(text) ?? new UnknownValue(origin),
                ("IntOrString", IntOrStringValue number) when method.ReturnType.SpecialType == SpecialType.System_String => new ConstantValue(number.Text, number.Origin),
                ("IntOrString", ConstantValue { Constant: string text }) => new IntOrStringValue(text, operand.Origin),
                ("IntOrString", ConstantValue { Constant: int and >= 0 or long and >= 0 } number) =>
                    new IntOrStringValue(((IFormattable)number.Constant).ToString(null, CultureInfo.InvariantCulture), operand.Origin),
                _ => new UnknownValue(operand.Origin ?? origin),
            };
        }

        // A lifted conversion of null is none.
        if (operand is NullValue && method.Parameters[0].Type.IsValueType)
        {
            return operand;
        }

        // A span of an array or text is that, to whoever reads or writes it.
        if (evaluation.Facts.IsFramework(method))
        {
            return method.ContainingType is { Name: "Span" or "ReadOnlySpan" or "String" } && method.Name == "op_Implicit" ? operand : evaluation.Unknowns.Framework([(operand, method.Parameters[0].Type)], origin);
        }

        return evaluation.Calls.Method(new(method, null, [operand], conversion, frame));
    }

    private static Value Numeric(ConstantValue constant, ITypeSymbol? type, SourceOrigin origin)
    {
        var target = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } ? inner : type;
        if (target is null or { IsReferenceType: true } or ITypeParameterSymbol)
        {
            return constant;
        }

        var underlying = target is INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } e } ? e : target;
        object? converted = (underlying.SpecialType, constant.Constant) switch
        {
            (SpecialType.System_Int32, int) or (SpecialType.System_Int64, long) or (SpecialType.System_Double, double) => constant.Constant,
            (SpecialType.System_Int32, long and >= int.MinValue and <= int.MaxValue) => (int)(long)constant.Constant,
            (SpecialType.System_Int32, char value) => (int)value,
            (SpecialType.System_Char, int and >= char.MinValue and <= char.MaxValue) => (char)(int)constant.Constant,
            (SpecialType.System_Int64, int value) => (long)value,
            (SpecialType.System_Double, int value) => (double)value,
            (SpecialType.System_Double, long value) => (double)value,
            (SpecialType.System_Boolean, bool) or (SpecialType.System_Char, char) => constant.Constant,
            _ => null,
        };
        var enumType = target.TypeKind == TypeKind.Enum ? (INamedTypeSymbol)target : null;
        return converted is null ? new UnknownValue(origin)
            : ReferenceEquals(converted, constant.Constant) && SymbolEqualityComparer.Default.Equals(enumType, constant.EnumType) ? constant
            : new ConstantValue(converted, constant.Origin, enumType);
    }

    private static UnknownValue Lose(Value value, SourceOrigin origin, Evaluation evaluation)
    {
        evaluation.Heap.Escape(value);
        return new(origin);
    }
}
