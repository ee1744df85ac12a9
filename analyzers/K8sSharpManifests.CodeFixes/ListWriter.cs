using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.CodeFixes;

/// <summary>Extends lists: of arguments, of items, of members of an initialiser.</summary>
internal static class ListWriter
{
    /// <summary>Adds an item at the end: on a line of its own where the last one has one.</summary>
    public static IReadOnlyList<TextChange> Append<T>(SeparatedSyntaxList<T> items, string item)
        where T : SyntaxNode
    {
        var last = items.Last();
        var text = last.SyntaxTree.GetText();
        var hasTrailingComma = items.SeparatorCount == items.Count;
        var lastToken = hasTrailingComma ? items.GetSeparators().Last() : last.GetLastToken();
        var line = text.Lines.GetLineFromPosition(last.SpanStart);
        var before = text.ToString(TextSpan.FromBounds(line.Start, last.SpanStart));
        if (before.Trim().Length > 0)
        {
            return [ChainWriter.Insert(lastToken.Span.End, (hasTrailingComma ? " " : ", ") + item + (hasTrailingComma ? "," : ""))];
        }

        // A comment beside the last item stays beside it.
        var comment = lastToken.TrailingTrivia.LastOrDefault(t => !t.IsKind(SyntaxKind.EndOfLineTrivia) && !t.IsKind(SyntaxKind.WhitespaceTrivia));
        var end = comment == default ? lastToken.Span.End : comment.Span.End;
        var added = ChainWriter.NewLine(text) + before + item + (hasTrailingComma ? "," : "");
        return hasTrailingComma ? [ChainWriter.Insert(end, added)]
            : end == lastToken.Span.End ? [ChainWriter.Insert(end, "," + added)]
            : [ChainWriter.Insert(lastToken.Span.End, ","), ChainWriter.Insert(end, added)];
    }
}
