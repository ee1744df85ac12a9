using K8sSharpManifests.Core.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.CodeFixes;

/// <summary>Takes items out of lists: out of a collection expression or an initialiser, with what separates them, or the call that adds them out of its chain.</summary>
internal sealed class ItemRemover(JudgedProject project, Dsl dsl, CancellationToken cancellationToken)
{
    /// <summary>The ways to remove an item, the best first; none where it stands in no list.</summary>
    public IEnumerable<Edit> Remove(ExpressionSyntax item, Fix fix, DocumentId file)
    {
        var model = project.Compilation.GetSemanticModel(item.SyntaxTree);
        return !DoesNothingElse(item, model) ? [] : Spans().Where(spans => spans.All(span => !HasComment(item.SyntaxTree.GetRoot(cancellationToken), span))).Select(spans => new Edit(file, [.. spans.Select(s => new TextChange(s, ""))], item));

        IEnumerable<TextSpan[]> Spans()
        {
            switch (item)
            {
                case InvocationExpressionSyntax added when dsl.Called(added, model, cancellationToken)?.Name == Dsl.MethodName(fix):
                    return Calls(added);
                case { Parent: ExpressionElementSyntax { Parent: CollectionExpressionSyntax list } element }:
                    return [[SpanOf(list.Elements, element, list.OpenBracketToken, list.CloseBracketToken)]];
                case { Parent: InitializerExpressionSyntax list }:
                    return [[SpanOf(list.Expressions, item, list.OpenBraceToken, list.CloseBraceToken)]];
                case { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax around } }:
                    return Calls(around);
                default:
                    return [];
            }
        }

        IEnumerable<TextSpan[]> Calls(InvocationExpressionSyntax call)
        {
            if (Statement(call) is { } statement)
            {
                yield return [statement];
            }

            if (dsl.Called(call, model, cancellationToken)?.Name != Dsl.MethodName(fix))
            {
                yield break;
            }

            if (model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol { ReducedFrom: null } method)
            {
                // Called as a static method, it gives its first argument instead.
                if (call.ArgumentList.Arguments.FirstOrDefault(a => IsSelf(a, method)) is { } self)
                {
                    yield return [TextSpan.FromBounds(call.SpanStart, self.Expression.SpanStart), TextSpan.FromBounds(self.Expression.Span.End, call.Span.End)];
                }

                yield break;
            }

            // A lambda that does nothing more goes with the call that it configures.
            if (call is { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax }, Parent: LambdaExpressionSyntax { Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Arguments.Count: 1, Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax outer } shell } } } })
            {
                yield return [TextSpan.FromBounds(outer.Expression.Span.End, shell.Span.End)];
            }

            if (call.Expression is MemberAccessExpressionSyntax access)
            {
                yield return [TextSpan.FromBounds(access.Expression.Span.End, call.Span.End)];
            }
        }
    }

    /// <summary>Whether what goes with an item only names and makes values: else something would not be done any more.</summary>
    private bool DoesNothingElse(ExpressionSyntax item, SemanticModel model)
    {
        if (item is not InvocationExpressionSyntax call || dsl.Called(call, model, cancellationToken) is not { } method)
        {
            return IsValue(item);
        }

        return call.ArgumentList.Arguments.All(argument => IsSelf(argument, method) || IsValue(argument.Expression));
    }

    private static bool IsValue(ExpressionSyntax expression) => expression.DescendantNodesAndSelf().OfType<ExpressionSyntax>().All(e => e
        is LiteralExpressionSyntax or TypeSyntax or MemberAccessExpressionSyntax or BaseObjectCreationExpressionSyntax or InitializerExpressionSyntax or ParenthesizedExpressionSyntax or ThisExpressionSyntax
        or AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax });

    private static bool IsSelf(ArgumentSyntax argument, IMethodSymbol method) => method.ReducedFrom is null
        && (argument.NameColon is { Name.Identifier.ValueText: var name } ? name == method.Parameters[0].Name : argument == ((ArgumentListSyntax)argument.Parent!).Arguments[0]);

    /// <summary>The lines of a statement that does nothing but add the item; null where it shares them.</summary>
    private static TextSpan? Statement(InvocationExpressionSyntax call)
    {
        var statement = call.Parent switch
        {
            ExpressionStatementSyntax added when call.Expression is MemberAccessExpressionSyntax { Expression: var list } && IsValue(list) => added,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var changed }, Parent: ExpressionStatementSyntax assigned }
                when call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var same } } && same == changed => assigned,
            _ => null,
        };
        if (statement is not { Parent: BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax })
        {
            return null;
        }

        var text = statement.SyntaxTree.GetText();
        var (first, last) = (text.Lines.GetLineFromPosition(statement.SpanStart), text.Lines.GetLineFromPosition(statement.Span.End));
        return text.ToString(TextSpan.FromBounds(first.Start, statement.SpanStart)).Trim().Length == 0 && text.ToString(TextSpan.FromBounds(statement.Span.End, last.End)).Trim().Length == 0
            ? TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak)
            : null;
    }

    // Up to the next item, or from the one before. The only one leaves an empty list.
    private static TextSpan SpanOf<T>(SeparatedSyntaxList<T> list, T item, SyntaxToken open, SyntaxToken close)
        where T : SyntaxNode
    {
        var index = list.IndexOf(item);
        return index + 1 < list.Count ? TextSpan.FromBounds(item.SpanStart, list[index + 1].SpanStart)
            : index > 0 ? TextSpan.FromBounds(list[index - 1].Span.End, item.Span.End)
            : TextSpan.FromBounds(open.Span.End, close.SpanStart);
    }

    /// <summary>Whether a comment stands in what is removed, or beside it on its last line, where it would be taken for one on something else.</summary>
    private static bool HasComment(SyntaxNode root, TextSpan removed)
    {
        var text = root.SyntaxTree.GetText();
        var first = text.Lines.GetLineFromPosition(removed.Start);
        var last = text.Lines.GetLineFromPosition(removed.End);
        var end = last.Start > removed.Start || text.ToString(TextSpan.FromBounds(first.Start, removed.Start)).Trim().Length == 0 ? last.End : removed.End;
        var span = TextSpan.FromBounds(removed.Start, Math.Max(end, removed.End));
        return root.DescendantTrivia(span).Any(t => span.IntersectsWith(t.Span) && !t.IsKind(SyntaxKind.WhitespaceTrivia) && !t.IsKind(SyntaxKind.EndOfLineTrivia));
    }
}
