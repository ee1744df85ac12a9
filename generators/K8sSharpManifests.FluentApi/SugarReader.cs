using System.Xml.Linq;
using K8sSharpManifests.FluentApi.Emit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace K8sSharpManifests.FluentApi;

/// <summary>
/// Finds the hand-written methods. The text of classes marked [EmbedSource] is embedded in the assembly, so that the static evaluator reads their meaning
/// where it stands; and methods on a part of a kind get forwards on the kind.
/// </summary>
internal static class SugarReader
{
    /// <summary>The hand-written class declarations, in the order of their files.</summary>
    public static IReadOnlyList<ClassDeclarationSyntax> Classes(Compilation compilation, CancellationToken cancellationToken) =>
    [
        .. compilation.SyntaxTrees
            .OrderBy(t => t.FilePath, StringComparer.Ordinal)
            .SelectMany(t => t.GetRoot(cancellationToken).DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax))
            .OfType<ClassDeclarationSyntax>()
            .Where(c => c.Modifiers.Any(SyntaxKind.StaticKeyword)),
    ];

    /// <summary>Whether a class is marked for its text to be embedded.</summary>
    public static bool IsEmbedded(ClassDeclarationSyntax type) =>
        type.AttributeLists.SelectMany(l => l.Attributes).Any(a => a.Name.ToString() == "EmbedSource");

    /// <summary>The extension methods that change a record, by the record's name.</summary>
    public static ILookup<string, FluentMethod> Methods(
        Compilation compilation, IEnumerable<ClassDeclarationSyntax> classes, CancellationToken cancellationToken) =>
        classes
            .SelectMany(c => c.Members.OfType<MethodDeclarationSyntax>())
            .Select(m => (Syntax: m, Symbol: compilation.GetSemanticModel(m.SyntaxTree).GetDeclaredSymbol(m, cancellationToken)))
            .Where(m => m.Symbol is { IsExtensionMethod: true, IsGenericMethod: false, DeclaredAccessibility: Accessibility.Public }
                && SymbolEqualityComparer.Default.Equals(m.Symbol.ReturnType, m.Symbol.Parameters[0].Type))
            .ToLookup(m => m.Symbol!.Parameters[0].Type.Name, m => Method(m.Syntax, m.Symbol!));

    private static FluentMethod Method(MethodDeclarationSyntax syntax, IMethodSymbol symbol)
    {
        var parameters = syntax.ParameterList.Parameters.Skip(1).Select(p => p.NormalizeWhitespace().ToFullString());
        var arguments = symbol.Parameters.Skip(1).Select(p => SyntaxFacts.GetKeywordKind(p.Name) == SyntaxKind.None ? p.Name : "@" + p.Name);
        return new(
            symbol.Name, string.Join(", ", parameters), string.Join(", ", arguments), "", [$"<inheritdoc cref=\"{Documented(symbol)}\"/>"])
        {
            Priority = symbol.GetAttributes().FirstOrDefault(a => a.AttributeClass?.Name == "OverloadResolutionPriorityAttribute")?.ConstructorArguments[0].Value as int? ?? 0,
        };
    }

    /// <summary>The member whose comment a method has: its own, or the one that it names.</summary>
    private static string Documented(IMethodSymbol symbol) =>
        XElement.Parse(symbol.GetDocumentationCommentXml() is { Length: > 0 } xml ? xml : "<member/>").Element("inheritdoc")?.Attribute("cref")?.Value ?? symbol.GetDocumentationCommentId()!;
}
