using K8sSharpManifests.Core.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>
/// What is embedded of the classes that are marked [EmbedSource]. The text is bound as those who use the package will bind it; where that gives anything else than
/// the compiled code, nothing of the class is embedded, since proofs would be wrong. The generator writes it, the analyzer reports what cannot be embedded.
/// </summary>
public static class SourceEmbedding
{
    /// <summary>The attribute's metadata name.</summary>
    public const string AttributeName = "K8sSharpManifests.EmbedSourceAttribute";

    /// <summary>The rule's id.</summary>
    public const string Id = "K8S913";

    /// <summary>The rule.</summary>
    public static DiagnosticDescriptor Rule { get; } = new(
        Id,
        "Source cannot be embedded",
        "Nothing of '{0}' is embedded: {1}",
        RuleInfo.CategoryOf(Id),
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleInfo.PageOf(Id),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>The classes that are marked. Names are asked first: nearly all compilations have no such class, and binding costs.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The classes, once for each of their parts that is marked.</returns>
    public static IEnumerable<INamedTypeSymbol> Marked(Compilation compilation, CancellationToken cancellationToken)
    {
        // An alias of the attribute may stand in another file than the class.
        if (KnownTypes.Find(compilation, AttributeName) is not { } attribute || !compilation.SyntaxTrees.Any(t => ModelNames.NamesEmbedding(t, cancellationToken)))
        {
            return [];
        }

        return
            from tree in compilation.SyntaxTrees
            from node in tree.GetRoot(cancellationToken).DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            where node is TypeDeclarationSyntax { AttributeLists.Count: > 0 }
            let type = compilation.GetSemanticModel(tree).GetDeclaredSymbol(node, cancellationToken) as INamedTypeSymbol
            where type?.GetAttributes().Any(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, attribute)) == true
            select type;
    }

    /// <summary>Looks at marked classes.</summary>
    /// <param name="compilation">The compilation that declares them.</param>
    /// <param name="types">The classes.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The texts to embed, and why others cannot be.</returns>
    public static (IReadOnlyList<EmbeddedPart> Texts, IReadOnlyList<Diagnostic> Problems) Of(
        Compilation compilation, IEnumerable<INamedTypeSymbol> types, CancellationToken cancellationToken)
    {
        var problems = new List<Diagnostic>();
        var globalUsings = MovedText.GlobalUsings(compilation, cancellationToken);
        var sources = new List<EmbeddableClass>();
        foreach (var type in types.Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default))
        {
            if (ShapeProblem(type) is { } problem)
            {
                problems.Add(Diagnostic.Create(Rule, problem.Place, type.Name, problem.Text));
            }
            else
            {
                sources.Add(new(type, compilation, globalUsings, cancellationToken));
            }
        }

        // What one class says may stand for something else once another one is not embedded.
        MetadataReference[] references = [.. compilation.References, compilation.ToMetadataReference()];
        while (sources.Count > 0)
        {
            var bound = new EmbeddedAssembly(compilation.Assembly.Identity, [.. sources.SelectMany(s => s.Texts)], references, hasBindings: false, cancellationToken);
            var trees = new Queue<SyntaxTree>(bound.Trees);
            var refused = sources.Where(s => s.Compare(bound, [.. s.Texts.Select(_ => trees.Dequeue())]) is { } problem && Add(s, problem)).ToList();
            if (refused.Count == 0)
            {
                return ([.. sources.SelectMany(s => s.BoundTexts())], problems);
            }

            sources.RemoveAll(refused.Contains);
        }

        return ([], problems);

        bool Add(EmbeddableClass source, EmbeddingProblem problem)
        {
            // What does not compile has its own errors.
            if (!source.HasErrors)
            {
                problems.Add(Diagnostic.Create(Rule, problem.Place, source.Type.Name, problem.Text));
            }

            return true;
        }
    }

    private static EmbeddingProblem? ShapeProblem(INamedTypeSymbol type)
    {
        if (type is not { IsStatic: true, ContainingType: null, IsFileLocal: false, TypeParameters.IsEmpty: true })
        {
            return new(type.Locations[0], "only a static class without type parameters that stands in no other type and is not local to its file can be");
        }

        foreach (var member in type.GetMembers())
        {
            var problem = member switch
            {
                IFieldSymbol { IsConst: true } or IPropertySymbol => null,
                IFieldSymbol => "a field holds one object for the compiled code and another one for the text: make it a constant or a computed property, or move it to a class of its own",
                IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.PropertyGet or MethodKind.PropertySet } => null,
                IMethodSymbol { MethodKind: MethodKind.StaticConstructor } => "it has a static constructor, which would not run",
                INamedTypeSymbol { IsExtension: true } => "it has an extension block: write extension methods with 'this'",
                INamedTypeSymbol => "a type inside it would be two types: move it out of the class",
                _ => "it holds more than methods, computed properties and constants",
            };
            if (problem is not null)
            {
                return new(((member as IFieldSymbol)?.AssociatedSymbol ?? member).Locations.FirstOrDefault(l => l.IsInSource) ?? type.Locations[0], problem);
            }
        }

        return type.DeclaringSyntaxReferences.FirstOrDefault(r => IsGenerated(r.SyntaxTree)) is not null
            ? new(type.Locations[0], "a source generator writes a part of it, which the text would lack")
            : null;
    }

    /// <summary>Whether a file was written by a generator, which other generators do not see; they name their files so.</summary>
    internal static bool IsGenerated(SyntaxTree tree) => tree.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Why a class cannot be embedded.</summary>
/// <param name="Place">The code at fault.</param>
/// <param name="Text">What is wrong, and the way out.</param>
internal sealed record EmbeddingProblem(Location Place, string Text);
