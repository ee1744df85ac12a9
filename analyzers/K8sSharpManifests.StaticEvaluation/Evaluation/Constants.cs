using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Constants, the values that nothing set, and conversions between them.</summary>
internal static class Constants
{
    public static Value Of(IOperation operation, Evaluation evaluation, Frame frame)
    {
        var origin = evaluation.Origin(operation, frame);
        if (operation is IFieldReferenceOperation { Field.DeclaringSyntaxReferences: [var declaration] } && origin.Additional.IsEmpty
            && evaluation.Facts.Compilation.ContainsSyntaxTree(declaration.SyntaxTree))
        {
            origin = new(origin.Location, [Location.Create(declaration.SyntaxTree, declaration.Span)]);
        }

        return operation.ConstantValue.Value is { } constant
            ? new ConstantValue(constant, origin, operation.Type?.TypeKind == TypeKind.Enum)
            : new NullValue(origin);
    }

    /// <summary>What a variable of a type holds before anything is assigned.</summary>
    public static Value Default(ITypeSymbol? type, SourceOrigin? origin) => type switch
    {
        { IsReferenceType: true } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => new NullValue(origin),
        { SpecialType: SpecialType.System_Boolean } => new ConstantValue(false, origin),
        { SpecialType: SpecialType.System_Int32 } => new ConstantValue(0, origin),
        { SpecialType: SpecialType.System_Int64 } => new ConstantValue(0L, origin),
        { SpecialType: SpecialType.System_Double } => new ConstantValue(0d, origin),
        _ => new UnknownValue(origin),
    };

    public static Value Convert(IConversionOperation conversion, Evaluation evaluation, Frame frame)
    {
        var operand = evaluation.Evaluate(conversion.Operand, frame);
        if (operand is UnknownValue)
        {
            return operand;
        }

        if (conversion.OperatorMethod is { } method)
        {
            return UserDefined(method, operand) ?? evaluation.Unknown(conversion, frame);
        }

        return operand switch
        {
            ConstantValue { IsEnum: false } constant => Numeric(constant, conversion.Type, evaluation, frame, conversion),
            _ when conversion.IsTryCast && !conversion.Conversion.IsImplicit => evaluation.Unknown(conversion, frame),
            _ => operand,
        };
    }

    /// <summary>A quantity as both front ends show it; null for a text that is none, which fails when it runs.</summary>
    public static Value? Quantity(ConstantValue text) => text.Constant is string s && Core.Quantity.TryParse(s, out var quantity)
        ? new QuantityValue(quantity.ToString(), text.Origin)
        : null;

    private static Value? UserDefined(IMethodSymbol method, Value operand) => (method.ContainingType.Name, operand) switch
    {
        _ when method.ContainingNamespace is not { Name: "Models", ContainingNamespace.Name: "k8s" } => null,
        ("ResourceQuantity", ConstantValue text) => Quantity(text),
        ("IntOrString", IntOrStringValue number) when method.ReturnType.SpecialType == SpecialType.System_String => new ConstantValue(number.Text, number.Origin),
        ("IntOrString", ConstantValue { Constant: string text }) => new IntOrStringValue(text, operand.Origin),
        ("IntOrString", ConstantValue { Constant: int or long } number) =>
            new IntOrStringValue(((IFormattable)number.Constant).ToString(null, CultureInfo.InvariantCulture), operand.Origin),
        _ => null,
    };

    private static Value Numeric(ConstantValue constant, ITypeSymbol? type, Evaluation evaluation, Frame frame, IConversionOperation conversion)
    {
        var target = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } ? inner : type;
        object? converted = (target?.SpecialType, constant.Constant) switch
        {
            (SpecialType.System_Int32, int) or (SpecialType.System_Int64, long) or (SpecialType.System_Double, double) => constant.Constant,
            (SpecialType.System_Int32, long and >= int.MinValue and <= int.MaxValue) => (int)(long)constant.Constant,
            (SpecialType.System_Int64, int value) => (long)value,
            (SpecialType.System_Double, int value) => (double)value,
            (SpecialType.System_Double, long value) => (double)value,
            (SpecialType.System_Boolean, bool) or (SpecialType.System_Char, char) => constant.Constant,
            _ when target is { IsReferenceType: true } => constant.Constant,
            _ => null,
        };

        // A string of this type is text that is put together for another culture later.
        return converted is null || target is { Name: "FormattableString" or "IFormattable" }
            ? evaluation.Unknown(conversion, frame)
            : ReferenceEquals(converted, constant.Constant) ? constant : new ConstantValue(converted, constant.Origin);
    }
}
