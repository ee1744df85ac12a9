using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace K8sSharpManifests.CodeFixes;

/// <summary>By which names other files can get at what a file declares.</summary>
internal static class DeclaredNames
{
    private static readonly ConditionalWeakTable<SyntaxTree, HashSet<string>> Words = new();

    public static IEnumerable<string> Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        foreach (var node in tree.GetRoot(cancellationToken).DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax or FieldDeclarationSyntax or VariableDeclarationSyntax))
        {
            var name = node switch
            {
                BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
                MethodDeclarationSyntax method => method.Identifier.ValueText,
                PropertyDeclarationSyntax property => property.Identifier.ValueText,
                VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
                _ => null,
            };
            if (name is not null)
            {
                yield return name;
            }
        }
    }

    public static bool Mentions(SyntaxTree tree, HashSet<string> names, CancellationToken cancellationToken) =>
        Words.GetValue(tree, t => [.. t.GetRoot(cancellationToken).DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText)]).Overlaps(names);
}
