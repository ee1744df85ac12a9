using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Questions to syntax.</summary>
internal static class Syntax
{
    /// <summary>Whether a property has no code of its own: a record's parameter, or accessors without bodies.</summary>
    public static bool HasNoCode(SyntaxNode property) =>
        property is ParameterSyntax
        || (property is PropertyDeclarationSyntax { ExpressionBody: null, AccessorList.Accessors: var accessors }
            && accessors.All(a => a.Body is null && a.ExpressionBody is null));

    /// <summary>The name of the method that a call calls, or of the member that an access reads.</summary>
    public static SyntaxNode? NameOfCall(SyntaxNode call) => call switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name,
        MemberAccessExpressionSyntax access => access.Name,
        _ => null,
    };

    /// <summary>The simple name of what is called or created; null where it has none.</summary>
    public static string? NameOf(ExpressionSyntax call) => call switch
    {
        InvocationExpressionSyntax { Expression: SimpleNameSyntax simple } => simple.Identifier.ValueText,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name.Identifier.ValueText,
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } => binding.Name.Identifier.ValueText,
        ObjectCreationExpressionSyntax { Type: SimpleNameSyntax type } => type.Identifier.ValueText,
        ObjectCreationExpressionSyntax { Type: QualifiedNameSyntax type } => type.Right.Identifier.ValueText,
        _ => null,
    };

    /// <summary>An operation without the conversions around it that the compiler adds.</summary>
    public static IOperation Bare(IOperation operation)
    {
        while (operation is IConversionOperation { IsImplicit: true, OperatorMethod: null, Operand: var inner })
        {
            operation = inner;
        }

        return operation;
    }

    /// <summary>What becomes of each item before a loop's variable holds it.</summary>
    public static CommonConversion ElementConversion(IForEachLoopOperation loop) =>
        loop is { Syntax: CommonForEachStatementSyntax syntax, SemanticModel: { } model } ? model.GetForEachStatementInfo(syntax).ElementConversion.ToCommonConversion() : default;

    /// <summary>The Deconstruct that a deconstruction calls, and what becomes of each part before its variable holds it.</summary>
    public static DeconstructionInfo Deconstruction(IOperation target) => target.Parent switch
    {
        IDeconstructionAssignmentOperation { Syntax: AssignmentExpressionSyntax syntax, SemanticModel: { } model } => model.GetDeconstructionInfo(syntax),
        IForEachLoopOperation { Syntax: ForEachVariableStatementSyntax loop, SemanticModel: { } model } => model.GetDeconstructionInfo(loop),
        _ => default,
    };

    /// <summary>Whether a member is called on <c>base</c>: it is that very one which runs, and none that overrides it.</summary>
    public static bool IsBase(SyntaxNode? instance) => instance is BaseExpressionSyntax;
}
