using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.FolderAnalysis;

/// <summary>Files as they are while someone types in them.</summary>
internal static class FileVariants
{
    public static SyntaxTree Of(SyntaxTree tree, Random random)
    {
        var tokens = tree.GetRoot().DescendantTokens().Where(t => t.Span.Length > 0).ToArray();
        if (tokens.Length < 2)
        {
            return tree;
        }

        var start = random.Next(tokens.Length - 1);
        IEnumerable<TextChange> changes = random.Next(6) switch
        {
            // One token, a few here and there, or the rest of an expression is missing.
            0 => [Without(tokens[start])],
            1 => Enumerable.Range(0, random.Next(2, 6)).Select(_ => tokens[random.Next(tokens.Length)]).Distinct().OrderBy(t => t.SpanStart).Select(Without),
            2 => tokens.Skip(start).Take(random.Next(2, 12)).Select(Without),
            3 => [new(tokens[start].Span, tokens[start].Text + " " + tokens[start].Text)],
            4 => [new(tokens[start].Span, tokens[start + 1].Text), new(tokens[start + 1].Span, tokens[start].Text)],
            _ => [new(TextSpan.FromBounds(tokens[start].SpanStart, tree.Length), "")],
        };
        return CSharpSyntaxTree.ParseText(tree.GetText().WithChanges(changes), SourceFolder.ParseOptions, tree.FilePath);
    }

    private static TextChange Without(SyntaxToken token) => new(token.Span, "");
}
