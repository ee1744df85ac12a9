using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Where a text becomes a quantity: by the conversion or the constructor of the models, or by the DSL's method.</summary>
public static class QuantityConversion
{
    /// <summary>Whether a text becomes a quantity where it stands, and so nothing else.</summary>
    /// <param name="text">The text's expression, or one that may be what a conditional expression around it gives.</param>
    /// <param name="model">The semantic model of its file.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>True where it does.</returns>
    public static bool IsOf(ExpressionSyntax text, SemanticModel model, CancellationToken cancellationToken)
    {
        for (var expression = text; expression is not null; expression = Whole(expression))
        {
            if (IsConverted(expression, model, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    // What may be the expression, and is then all of it.
    private static ExpressionSyntax? Whole(ExpressionSyntax expression) => expression.Parent switch
    {
        ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } => (ExpressionSyntax)expression.Parent,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } either => either,
        ConditionalExpressionSyntax choice => choice.Condition == expression ? null : choice,
        SwitchExpressionArmSyntax arm => arm.Expression == expression ? arm.Parent as ExpressionSyntax : null,
        _ => null,
    };

    private static bool IsConverted(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken)
    {
        var type = model.GetTypeInfo(expression, cancellationToken);
        return type.Type?.SpecialType == SpecialType.System_String && (IsQuantity(type.ConvertedType) || expression.Parent switch
        {
            CastExpressionSyntax cast => IsQuantity(model.GetTypeInfo(cast, cancellationToken).Type),
            ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax creation } => IsQuantity(model.GetTypeInfo(creation, cancellationToken).Type),
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => Syntax.NameOf(call) == QuantityNames.Parse
                && model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol method && CompilationFacts.IsQuantityParser(method),
            _ => false,
        });
    }

    private static bool IsQuantity(ITypeSymbol? type) => type is
    {
        Name: QuantityNames.Class,
        ContainingNamespace: { Name: "Models", ContainingNamespace: { Name: "k8s", ContainingNamespace.IsGlobalNamespace: true } },
    };
}
