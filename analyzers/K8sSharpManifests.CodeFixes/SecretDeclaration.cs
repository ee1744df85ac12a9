using System.Globalization;
using K8sSharpManifests.StaticEvaluation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.CodeFixes;

/// <summary>Writes a [Manifest] member that declares a secret to live elsewhere.</summary>
internal static class SecretDeclaration
{
    /// <summary>The declaration, before the member that names the secret and in the style of its line; null where there is no room for one.</summary>
    public static (string Name, TextChange Change)? Of(LiteralExpressionSyntax name, SemanticModel model)
    {
        if (name.FirstAncestorOrSelf<MemberDeclarationSyntax>(m => m.Parent is TypeDeclarationSyntax) is not { } member || model.GetDeclaredSymbol((TypeDeclarationSyntax)member.Parent!) is not INamedTypeSymbol type)
        {
            return null;
        }

        var words = name.Token.ValueText.Split(['-', '.'], StringSplitOptions.RemoveEmptyEntries).Select(Dsl.Pascal);
        var identifier = string.Concat(words) + "Secret";
        identifier = SyntaxFacts.IsValidIdentifier(identifier) ? identifier : "PullSecret";
        var unique = identifier;
        for (var i = 2; !type.GetMembers(unique).IsEmpty; i++)
        {
            unique = identifier + i.ToString(CultureInfo.InvariantCulture);
        }

        // Before its comments; where directives stand between, nobody knows to what they belong.
        var leading = member.GetLeadingTrivia();
        if (leading.Any(t => t.IsDirective))
        {
            return null;
        }

        var comment = leading.FirstOrDefault(t => !t.IsKind(SyntaxKind.WhitespaceTrivia) && !t.IsKind(SyntaxKind.EndOfLineTrivia));
        var start = comment == default ? member.SpanStart : comment.FullSpan.Start;
        var text = member.SyntaxTree.GetText();
        var before = text.ToString(TextSpan.FromBounds(text.Lines.GetLineFromPosition(start).Start, start));
        var isOnALine = before.Trim().Length == 0;
        var newLine = ChainWriter.NewLine(text);
        var attribute = Dsl.Type("Manifest", start, model, "ManifestAttribute");
        var declaration = $"public static {Dsl.Type("ExternalObject", start, model)} {unique} => {Dsl.Type("External", start, model)}.Secret({Dsl.Literal(name.Token.ValueText)});";
        return (unique, ChainWriter.Insert(start, isOnALine ? $"[{attribute}]{newLine}{before}{declaration}{newLine}{newLine}{before}" : $"[{attribute}] {declaration} "));
    }

    /// <summary>Whether the build can run what was declared.</summary>
    public static bool IsMember(string name, JudgedProject after, DocumentId file, CancellationToken cancellationToken)
    {
        var tree = after.Tree(file);
        var model = after.Compilation.GetSemanticModel(tree);
        return tree.GetRoot(cancellationToken).DescendantNodes().OfType<PropertyDeclarationSyntax>()
            .Any(p => p.Identifier.ValueText == name && model.GetDeclaredSymbol(p, cancellationToken) is { } symbol && ManifestMembers.IsManifest(symbol) && ManifestMembers.Classify(symbol).Member is not null);
    }
}
