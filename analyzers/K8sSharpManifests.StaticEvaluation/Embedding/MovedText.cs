using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Writes a part of a class as a file of its own in the namespace <c>Embedded</c> below that of the class.</summary>
internal static class MovedText
{
    /// <summary>The text of a part: what the compiler saw of it, without comments and without what <c>#if</c> left out.</summary>
    /// <param name="part">The part.</param>
    /// <param name="globalUsings">The project's global usings.</param>
    /// <returns>The text.</returns>
    public static string Of(ClassDeclarationSyntax part, IEnumerable<UsingDirectiveSyntax> globalUsings)
    {
        var around = part.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Reverse().ToList();
        var file = part.SyntaxTree.GetCompilationUnitRoot();
        var text = new StringBuilder();
        AppendUsings(text, globalUsings.Concat(file.Usings.Where(u => u.GlobalKeyword.IsKind(SyntaxKind.None))));
        text.Append("namespace ").Append(string.Concat(around.Select(n => n.Name + "."))).Append(EmbeddedAssembly.Namespace).Append(";\n");
        AppendUsings(text, around.SelectMany(n => n.Usings));
        return text.Append(Bare(part).ToFullString()).Append('\n').Replace("\r\n", "\n").ToString();
    }

    /// <summary>The global usings of a compilation.</summary>
    public static IReadOnlyList<UsingDirectiveSyntax> GlobalUsings(Compilation compilation, CancellationToken cancellationToken) =>
    [
        .. compilation.SyntaxTrees
            .Select(t => t.GetRoot(cancellationToken)).OfType<CompilationUnitSyntax>()
            .SelectMany(r => r.Usings.Where(u => !u.GlobalKeyword.IsKind(SyntaxKind.None))),
    ];

    private static void AppendUsings(StringBuilder text, IEnumerable<UsingDirectiveSyntax> usings)
    {
        foreach (var line in usings.Select(u => u.WithGlobalKeyword(default).WithoutTrivia().NormalizeWhitespace().ToString()).Distinct(StringComparer.Ordinal))
        {
            text.Append(line).Append('\n');
        }
    }

    private static ClassDeclarationSyntax Bare(ClassDeclarationSyntax part) => part.ReplaceTokens(
        part.DescendantTokens(),
        (token, _) => token.WithLeadingTrivia(Bare(token.LeadingTrivia, isLeading: true)).WithTrailingTrivia(Bare(token.TrailingTrivia, isLeading: false)));

    // A leading end of line is a line that is empty, or had a comment; the indentation is what comes last.
    private static SyntaxTriviaList Bare(SyntaxTriviaList trivia, bool isLeading)
    {
        if (!isLeading && trivia.Any(t => t.IsKind(SyntaxKind.EndOfLineTrivia) || t.IsKind(SyntaxKind.SingleLineCommentTrivia)))
        {
            return [SyntaxFactory.LineFeed];
        }

        return trivia.Count == 0 ? trivia : isLeading && trivia.Last() is var last && last.IsKind(SyntaxKind.WhitespaceTrivia) ? [last] : [SyntaxFactory.Space];
    }
}
