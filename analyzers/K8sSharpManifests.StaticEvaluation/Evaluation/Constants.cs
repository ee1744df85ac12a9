using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Constants, and the values that nothing set.</summary>
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
            ? new ConstantValue(constant, origin, operation.Type is INamedTypeSymbol { TypeKind: TypeKind.Enum } type ? type : null)
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
        INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType.SpecialType: SpecialType.System_Int32 } named => new ConstantValue(0, origin, named),
        INamedTypeSymbol { IsTupleType: true } tuple => StructValue.Of(origin, [.. tuple.TupleElements.Select((e, i) => ($"Item{i + 1}", Default(e.Type, origin)))]),
        INamedTypeSymbol { IsValueType: true, DeclaringSyntaxReferences.IsEmpty: false, TypeKind: TypeKind.Struct } own => new StructValue(own, [], isOpen: false, origin),
        _ => new UnknownValue(origin),
    };
}
