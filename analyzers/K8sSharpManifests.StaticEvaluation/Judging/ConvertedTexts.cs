using K8sSharpManifests.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>
/// The constant texts of a file that become a quantity right there, by the models' conversion or constructor. Wherever that quantity goes, through code that nobody can see through too, the
/// models have read the text by then and forgotten it.
/// </summary>
/// <param name="facts">What is known of the compilation.</param>
/// <param name="model">The file's semantic model.</param>
/// <param name="cancellationToken">Ends the search.</param>
internal sealed class ConvertedTexts(CompilationFacts facts, SemanticModel model, CancellationToken cancellationToken)
{
    // An object that is known to hold a quantity, and of which nothing else is known.
    private const string HolderName = "V1ResourceFieldSelector";
    private const string HolderKey = "divisor";

    /// <summary>Finds them, in the order of the source, each as a part of an object of which nothing else is known.</summary>
    public IEnumerable<(EvaluationRoot Root, Mapping Tree)> Find()
    {
        if (!facts.Names.MayConvertQuantities(model.SyntaxTree))
        {
            yield break;
        }

        foreach (var expression in model.SyntaxTree.GetRoot(cancellationToken).DescendantNodes(n => n is not TypeSyntax).OfType<ExpressionSyntax>().Where(MayBeText))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (QuantityConversion.IsOf(expression, model, cancellationToken) && model.GetConstantValue(expression, cancellationToken).Value is string text
                && model.GetOperation(expression, cancellationToken) is { } operation)
            {
                var origin = new SourceOrigin(expression);
                var shown = Quantity.TryParse(text, out var quantity) ? quantity.ToString() : text;
                yield return (
                    new(operation, IsFinished: false, HolderName),
                    new([new(HolderKey, Scalar.Quantity(shown, origin))], isOpen: true, null, ApiSchema.Kubernetes.Type(HolderName)));
            }
        }
    }

    // What is a part of a text, or names what a member is asked of, is not converted itself.
    private static bool MayBeText(ExpressionSyntax expression) => expression.Kind() switch
    {
        SyntaxKind.StringLiteralExpression or SyntaxKind.InterpolatedStringExpression or SyntaxKind.AddExpression => !expression.Parent.IsKind(SyntaxKind.AddExpression),
        SyntaxKind.IdentifierName or SyntaxKind.SimpleMemberAccessExpression => expression.Parent is ArgumentSyntax or EqualsValueClauseSyntax or ArrowExpressionClauseSyntax or ReturnStatementSyntax
            or YieldStatementSyntax or InitializerExpressionSyntax or ExpressionElementSyntax or CastExpressionSyntax or ParenthesizedExpressionSyntax or LambdaExpressionSyntax
            or SwitchExpressionArmSyntax or ConditionalExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression }
            || (expression.Parent is AssignmentExpressionSyntax assignment && assignment.Right == expression),
        _ => false,
    };
}
