using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.CodeFixes;

/// <summary>Takes items out of lists: out of a collection expression or an initialiser, with what separates them, or the call that adds them out of its chain.</summary>
internal static class ItemRemover
{
    /// <summary>The change; none where the item stands in no list.</summary>
    public static IReadOnlyList<TextChange> Remove(ExpressionSyntax? item) => item switch
    {
        { Parent: ExpressionElementSyntax { Parent: CollectionExpressionSyntax list } element } => [new(SpanOf(list.Elements, element), "")],
        { Parent: InitializerExpressionSyntax list } => [new(SpanOf(list.Expressions, item), "")],
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call when access.Name.Identifier.ValueText.StartsWith("Add", StringComparison.Ordinal) =>
            [new(TextSpan.FromBounds(access.Expression.Span.End, call.Span.End), "")],
        { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 1 } call } } => Remove(call),
        _ => [],
    };

    // Up to the next item, or from the one before.
    private static TextSpan SpanOf<T>(SeparatedSyntaxList<T> list, T item)
        where T : SyntaxNode
    {
        var index = list.IndexOf(item);
        return index + 1 < list.Count ? TextSpan.FromBounds(item.SpanStart, list[index + 1].SpanStart)
            : index > 0 ? TextSpan.FromBounds(list[index - 1].Span.End, item.Span.End)
            : item.Span;
    }
}
