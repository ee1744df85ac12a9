using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace K8sSharpManifests.CodeFixes;

/// <summary>By which names other files can get at what a file declares: those of its types, and of what extends others. Who gets at an object in another way does so by way of a file that names its type.</summary>
internal static class DeclaredNames
{
    private static readonly ConditionalWeakTable<SyntaxTree, HashSet<string>> Words = new();

    public static IEnumerable<string> Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        foreach (var node in tree.GetRoot(cancellationToken).DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
        {
            // A block of extensions is a type without a name.
            var isExtension = node.Parent is TypeDeclarationSyntax { Identifier.ValueText: "" };
            var name = node switch
            {
                BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
                MethodDeclarationSyntax method when isExtension || method.ParameterList.Parameters.FirstOrDefault()?.Modifiers.Any(SyntaxKind.ThisKeyword) == true => method.Identifier.ValueText,
                PropertyDeclarationSyntax property when isExtension => property.Identifier.ValueText,
                _ => null,
            };
            if (name is { Length: > 0 })
            {
                yield return name;
            }
        }
    }

    public static bool Mentions(SyntaxTree tree, HashSet<string> names, CancellationToken cancellationToken) =>
        Words.GetValue(tree, t => [.. t.GetRoot(cancellationToken).DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText)]).Overlaps(names);
}
