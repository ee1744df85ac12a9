using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.Analyzers.Tests.Fixes;

/// <summary>Compares texts before and after a fix.</summary>
internal static class FixedText
{
    /// <summary>What has become of the text that no fix may do.</summary>
    /// <param name="before">The project before.</param>
    /// <param name="after">The project after.</param>
    /// <param name="finding">The finding that was fixed; null for several.</param>
    public static IEnumerable<string> Faults(Project before, Project after, Diagnostic? finding)
    {
        foreach (var document in before.Documents)
        {
            var (old, changed) = (Root(document), Root(after.GetDocument(document.Id)!));
            var (oldText, newText) = (old.ToFullString(), changed.ToFullString());
            if (!Said(old).SequenceEqual(Said(changed)))
            {
                yield return "loses a comment or a directive";
            }

            if (oldText.Contains("\r\n", StringComparison.Ordinal) != newText.Contains("\r\n", StringComparison.Ordinal) || Lone(newText) != Lone(oldText))
            {
                yield return "mixes line endings";
            }

            var oldLines = oldText.Split('\n');
            var added = newText.Split('\n').Except(oldLines).ToList();
            if (added.Any(line => line.TrimEnd('\r').TrimEnd() is var trimmed && trimmed != line.TrimEnd('\r') || trimmed is [] or [','] || Indent(line) is var indent && !oldLines.Any(o => Indent(o) == indent)))
            {
                yield return "leaves odd lines";
            }

            if (finding is not null && Text(after.GetDocument(document.Id)!).GetTextChanges(Text(document)).Any(change => !IsAt(old, change.Span, finding)))
            {
                yield return "changes another place";
            }
        }
    }

    private static SourceText Text(Document document) => document.GetTextAsync().Result;

    private static SyntaxNode Root(Document document) => document.GetSyntaxRootAsync().Result!;

    private static IEnumerable<string> Said(SyntaxNode root) => root.DescendantTrivia(descendIntoTrivia: false)
        .Where(t => !t.IsKind(SyntaxKind.WhitespaceTrivia) && !t.IsKind(SyntaxKind.EndOfLineTrivia)).Select(t => t.ToFullString());

    private static int Lone(string text) => text.Contains("\r\n", StringComparison.Ordinal) ? text.Replace("\r\n", "", StringComparison.Ordinal).Count(c => c == '\n') : 0;

    private static string Indent(string line) => line[..^line.TrimStart().Length];

    // In the member that the finding is in, or in the declaration of a constant or local that is nothing but the value. Of an object that has its value from such a declaration, the finding is there.
    private static bool IsAt(SyntaxNode root, TextSpan changed, Diagnostic finding)
    {
        var place = Member(root.FindToken(changed.Start).Parent!);
        if (Value(place) is { } value && value.FullSpan.Contains(changed))
        {
            return true;
        }

        if (finding.Location.SourceTree != root.SyntaxTree)
        {
            return false;
        }

        var reported = Member(root.FindToken(finding.Location.SourceSpan.Start).Parent!);
        return reported.FullSpan.Contains(changed)
            || (Value(reported) is not null && place.ToString().Contains(((FieldDeclarationSyntax)reported).Declaration.Variables[0].Identifier.ValueText, StringComparison.Ordinal) && place.FullSpan.Contains(changed));
    }

    private static LiteralExpressionSyntax? Value(SyntaxNode member) => (member as FieldDeclarationSyntax)?.Declaration.Variables is [{ Initializer.Value: LiteralExpressionSyntax value }] ? value : null;

    private static SyntaxNode Member(SyntaxNode node) => node.FirstAncestorOrSelf<SyntaxNode>(n => n is MemberDeclarationSyntax and not BaseTypeDeclarationSyntax) ?? node;
}
