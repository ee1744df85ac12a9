using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.CodeFixes;

/// <summary>Which expression stands at a place, and how often it runs.</summary>
internal static class PlaceInCode
{
    /// <summary>The expression that an origin means: a value, a creation, or a call, of which an origin in a chain is only the name and the arguments.</summary>
    public static ExpressionSyntax? Expression(Location place)
    {
        var (root, span) = (place.SourceTree!.GetRoot(), place.SourceSpan);
        if (!root.FullSpan.Contains(span))
        {
            return null;
        }

        if (root.FindNode(span, getInnermostNodeForTie: true) is ExpressionSyntax whole && whole.Span == span)
        {
            return whole;
        }

        ExpressionSyntax? found = null;
        for (var node = root.FindToken(span.Start).Parent; node is not null && node.Span.End <= span.End; node = node.Parent)
        {
            var start = node switch
            {
                InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name.SpanStart,
                MemberAccessExpressionSyntax access => access.Name.SpanStart,
                _ => node.SpanStart,
            };
            found = node is ExpressionSyntax expression && node.Span.End == span.End && start == span.Start ? expression : found;
        }

        return found;
    }

    /// <summary>The member that a node stands in.</summary>
    public static SyntaxNode? Member(SyntaxNode? node) => node?.FirstAncestorOrSelf<SyntaxNode>(n => n is MemberDeclarationSyntax and not BaseTypeDeclarationSyntax);

    /// <summary>The members of a file, in their order.</summary>
    public static List<SyntaxNode> Members(SyntaxNode root) => [.. root.DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).Where(n => Member(n) == n)];

    /// <summary>Whether an expression runs once whenever its member does: not in a loop, a query or a function, but in a lambda that the DSL calls for the one object that it configures.</summary>
    public static bool RunsOnce(SyntaxNode expression, Dsl dsl, SemanticModel model, CancellationToken cancellationToken)
    {
        for (var node = expression.Parent; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case AnonymousFunctionExpressionSyntax when dsl.Called(node.Parent?.Parent?.Parent as ExpressionSyntax, model, cancellationToken) is null:
                case LocalFunctionStatementSyntax or CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax or QueryExpressionSyntax or LabeledStatementSyntax:
                    return false;
                case MemberDeclarationSyntax:
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether text around a directive would be changed: from where the object is made up to what follows the change.</summary>
    public static bool HasDirective(SyntaxNode root, SyntaxNode? place, TextChange change)
    {
        if (!root.ContainsDirectives)
        {
            return false;
        }

        // One expression takes the place of another; nothing moves.
        if (change.Span.Length > 0 && !string.IsNullOrEmpty(change.NewText))
        {
            return root.DescendantTrivia(change.Span).Any(t => t.IsDirective && change.Span.Contains(t.Span));
        }

        var next = root.FindToken(change.Span.End).GetNextToken();
        var span = TextSpan.FromBounds(Math.Min(place?.SpanStart ?? change.Span.Start, change.Span.Start), Math.Max(change.Span.End, next.SpanStart));
        return root.DescendantTrivia(span).Any(t => t.IsDirective && span.IntersectsWith(t.FullSpan));
    }
}
