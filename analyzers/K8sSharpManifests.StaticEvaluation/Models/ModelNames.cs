using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>
/// The names by which code gets at models: those of the models, of the DSL, and of what source declares with such a type. A file that has none of them needs no binding,
/// nor does a call of another name.
/// </summary>
internal sealed class ModelNames
{
    // An editor makes a compilation for every key that is pressed, but only one of its files is another then.
    private static readonly ConditionalWeakTable<SyntaxTree, OfFile> Files = new();
    private static readonly ConditionalWeakTable<MetadataReference, Names> OfReferences = new();
    private static readonly ConditionalWeakTable<IAssemblySymbol, HashSet<string>> ReferencedBy = new();

    private static readonly string[] ManifestNames = ["Manifest", "ManifestAttribute"];
    private static readonly string[] SurroundingNames =
    [
        .. new[] { EnclosingAttributes.NamespaceAttribute, EnclosingAttributes.LabelAttribute, EnclosingAttributes.AnnotationAttribute }
            .SelectMany(name => new[] { name, name.Substring(0, name.Length - "Attribute".Length) }),
    ];

    private static readonly Words ManifestWords = new(ManifestNames);
    private static readonly Words SurroundingWords = new(SurroundingNames);
    private static readonly Words EmbeddingWords = new(["EmbedSource", "EmbedSourceAttribute"]);
    private static readonly Words QuantityWords = new(QuantityNames.Members);
    private static readonly string[] Attributes = [.. ManifestNames.Concat(SurroundingNames).Where(n => n.EndsWith("Attribute", StringComparison.Ordinal))];

    private readonly Names _ofReferences;
    private readonly HashSet<string> _declared = new(StringComparer.Ordinal);
    private readonly Words _declaredWords;
    private readonly Words _quantityWords;
    private readonly bool _mayBeAnything;

    public ModelNames(Compilation compilation, CancellationToken cancellationToken)
    {
        var pod = KnownTypes.Pod(compilation);
        var fluent = KnownTypes.Find(compilation, "K8sSharpManifests.Fluent");
        _ofReferences = pod is null || compilation.GetMetadataReference((fluent ?? pod).ContainingAssembly) is not { } reference ? new([]) : OfReferences.GetValue(reference, _ => new(Find(pod, fluent)));

        // Another assembly may have helpers of any name that give models.
        _mayBeAnything = pod is null || compilation.SourceModule.ReferencedAssemblySymbols.Any(a =>
            !SymbolEqualityComparer.Default.Equals(a, pod.ContainingAssembly) && !SymbolEqualityComparer.Default.Equals(a, fluent?.ContainingAssembly)
            && ReferencedBy.GetValue(a, x => [.. x.Modules.SelectMany(m => m.ReferencedAssemblies).Select(r => r.Name)]).Contains(pod.ContainingAssembly.Name));
        var quantities = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var file = OfFile.Of(tree, cancellationToken);
            _declared.UnionWith(file.OfModels(_ofReferences, cancellationToken).Declared);
            quantities.UnionWith(file.Quantities(cancellationToken));
        }

        _declaredWords = new(_declared);
        _quantityWords = new(quantities);
    }

    /// <summary>Whether a file may have anything to do with models.</summary>
    public bool MayConcern(SyntaxTree tree) => _mayBeAnything || (Files.TryGetValue(tree, out var file) && (file.OfModels(_ofReferences, default).HasModels || file.Words.Overlaps(_declaredWords)));

    /// <summary>Whether a text in a file may become a quantity.</summary>
    public bool MayConvertQuantities(SyntaxTree tree) =>
        _mayBeAnything || (Files.TryGetValue(tree, out var file) && (file.Words.Overlaps(_quantityWords) || (file.Words.Overlaps(QuantityWords) && MayConcern(tree))));

    /// <summary>Whether a file names the [Manifest] attribute.</summary>
    public static bool NamesManifest(SyntaxTree tree, CancellationToken cancellationToken) => OfFile.Of(tree, cancellationToken).Words.Overlaps(ManifestWords);

    /// <summary>Whether a file names an attribute that says something of all manifests around it.</summary>
    public static bool NamesSurroundings(SyntaxTree tree, CancellationToken cancellationToken) => OfFile.Of(tree, cancellationToken).Words.Overlaps(SurroundingWords);

    /// <summary>Whether a file names the attribute that has source embedded.</summary>
    public static bool NamesEmbedding(SyntaxTree tree, CancellationToken cancellationToken) => OfFile.Of(tree, cancellationToken).Words.Overlaps(EmbeddingWords);

    /// <summary>Whether a file names any of some words.</summary>
    public static bool NamesAny(SyntaxTree tree, Words words, CancellationToken cancellationToken) => OfFile.Of(tree, cancellationToken).Words.Overlaps(words);

    /// <summary>Whether any file may call an attribute of the DSL by another name.</summary>
    public static bool HasGlobalAlias(Compilation compilation, CancellationToken cancellationToken) =>
        compilation.SyntaxTrees.Any(t => OfFile.Of(t, cancellationToken).HasGlobalAlias);

    /// <summary>Whether a method of a name is known not to change what it is given: it is the DSL's, or reads.</summary>
    public bool IsOfDsl(string name) => _ofReferences.All.Contains(name) || WrittenInFile.Reads(name);

    /// <summary>Whether a member of a name may give a model.</summary>
    public bool MayGive(string name) => _mayBeAnything || _ofReferences.All.Contains(name) || _declared.Contains(name);

    private static HashSet<string> Find(INamedTypeSymbol pod, INamedTypeSymbol? fluent)
    {
        var names = new HashSet<string>(pod.ContainingNamespace.GetTypeMembers().Select(t => t.Name).Concat(ManifestNames), StringComparer.Ordinal) { "K8s", "External", ModelType.Untyped };
        foreach (var type in fluent?.ContainingNamespace.GetTypeMembers() ?? [])
        {
            names.UnionWith(type.IsStatic ? type.GetMembers().OfType<IMethodSymbol>().Where(m => m.DeclaredAccessibility == Accessibility.Public).Select(m => m.Name) : []);
        }

        return names;
    }

    private sealed class Names(HashSet<string> names)
    {
        public HashSet<string> All { get; } = names;

        public Words Words { get; } = new(names);
    }

    /// <summary>What a file has of the names of models.</summary>
    /// <param name="Models">The names.</param>
    /// <param name="HasModels">Whether it has any of them.</param>
    /// <param name="Declared">The names that it declares with a type that has one of them, or that is a type parameter.</param>
    private sealed record NamesOfModels(Names Models, bool HasModels, IReadOnlyCollection<string> Declared);

    /// <summary>The words of a file, and the names that it declares with the type of a model. Nodes cost ten times what the text does, so most files are read as text alone.</summary>
    private sealed class OfFile
    {
        private readonly SyntaxTree _tree;

        // One object, so that other threads see both or none.
        private NamesOfModels? _ofModels;
        private string[]? _quantities;

        private OfFile(SyntaxTree tree, CancellationToken cancellationToken)
        {
            _tree = tree;
            Words = new(tree.GetText(cancellationToken));
            HasGlobalAlias = Words.Contains("global") && Attributes.Any(Words.Contains)
                && Root(cancellationToken).Usings.Any(u => u.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword) && u.Alias is not null && Attributes.Any(u.Name!.ToString().Contains));
        }

        public Words Words { get; }

        public bool HasGlobalAlias { get; }

        public static OfFile Of(SyntaxTree tree, CancellationToken cancellationToken) => Files.TryGetValue(tree, out var known) ? known : Files.GetValue(tree, t => new(t, cancellationToken));

        /// <summary>What it has of the names of models.</summary>
        public NamesOfModels OfModels(Names models, CancellationToken cancellationToken)
        {
            // Those of the references are the same from compilation to compilation.
            if (_ofModels is not { } known || known.Models != models)
            {
                var hasModels = Words.Overlaps(models.Words);
                _ofModels = known = new(models, hasModels, [.. Declared(models.All, hasModels, cancellationToken)]);
            }

            return known;
        }

        /// <summary>The names that it declares with a quantity in their declaration.</summary>
        public IReadOnlyList<string> Quantities(CancellationToken cancellationToken) =>
            _quantities ??= Words.Contains(QuantityNames.Class) ? [.. QuantityNames.Declared(Root(cancellationToken))] : [];

        private CompilationUnitSyntax Root(CancellationToken cancellationToken) => (CompilationUnitSyntax)_tree.GetRoot(cancellationToken);

        private IEnumerable<string> Declared(HashSet<string> models, bool hasModels, CancellationToken cancellationToken)
        {
            // Where no model is named, only what is generic counts, and of that only what other files can call.
            bool Gives(TypeSyntax type, TypeParameterListSyntax? parameters) => type.DescendantTokens().Any(t => t.IsKind(SyntaxKind.IdentifierToken)
                && (models.Contains(t.ValueText) || parameters?.Parameters.Any(p => p.Identifier.ValueText == t.ValueText) == true));

            foreach (var node in Root(cancellationToken).DescendantNodes(n => hasModels || n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
            {
                switch (node)
                {
                    // The records of custom resources, and their parts, have the models behind their methods.
                    case RecordDeclarationSyntax { BaseList.Types: var bases } record when bases.Any(b => b.Type.ToString().EndsWith("IManifestPart", StringComparison.Ordinal)):
                        yield return record.Identifier.ValueText;
                        break;
                    case MethodDeclarationSyntax method when Gives(method.ReturnType, method.TypeParameterList):
                        yield return method.Identifier.ValueText;
                        break;
                    case LocalFunctionStatementSyntax function when Gives(function.ReturnType, function.TypeParameterList):
                        yield return function.Identifier.ValueText;
                        break;
                    case PropertyDeclarationSyntax property when Gives(property.Type, null):
                        yield return property.Identifier.ValueText;
                        break;
                    case FieldDeclarationSyntax field when Gives(field.Declaration.Type, null):
                        foreach (var variable in field.Declaration.Variables)
                        {
                            yield return variable.Identifier.ValueText;
                        }

                        break;
                    case DelegateDeclarationSyntax function when Gives(function.ReturnType, function.TypeParameterList):
                        yield return function.Identifier.ValueText;
                        break;
                    case UsingDirectiveSyntax { Alias: { } alias, Name: { } type } when Gives(type, null):
                        yield return alias.Name.Identifier.ValueText;
                        break;
                }
            }
        }
    }
}
