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
    private static readonly ConditionalWeakTable<MetadataReference, HashSet<string>> OfReferences = new();

    private readonly HashSet<string> _ofReferences;
    private readonly HashSet<string> _declared = new(StringComparer.Ordinal);
    private readonly bool _mayBeAnything;

    public ModelNames(Compilation compilation, CancellationToken cancellationToken)
    {
        var pod = compilation.GetTypeByMetadataName("k8s.Models.V1Pod");
        var fluent = compilation.GetTypeByMetadataName("K8sSharpManifests.Fluent");
        _ofReferences = pod is null || compilation.GetMetadataReference((fluent ?? pod).ContainingAssembly) is not { } reference ? [] : OfReferences.GetValue(reference, _ => Find(pod, fluent));

        // Another assembly may have helpers of any name that give models.
        _mayBeAnything = pod is null || compilation.SourceModule.ReferencedAssemblySymbols.Any(a =>
            !SymbolEqualityComparer.Default.Equals(a, pod.ContainingAssembly) && !SymbolEqualityComparer.Default.Equals(a, fluent?.ContainingAssembly)
            && a.Modules.Any(m => m.ReferencedAssemblies.Contains(pod.ContainingAssembly.Identity)));
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var file = Files.GetValue(tree, t => new(t.GetRoot(cancellationToken)));
            _declared.UnionWith(file.OfModels(_ofReferences));
        }
    }

    /// <summary>Whether a file may have anything to do with models.</summary>
    public bool MayConcern(SyntaxTree tree) => _mayBeAnything || (Files.TryGetValue(tree, out var file) && (file.Names.Overlaps(_ofReferences) || file.Names.Overlaps(_declared)));

    /// <summary>Whether a method of a name is known not to change what it is given: it is the DSL's, or reads.</summary>
    public bool IsOfDsl(string name) => _ofReferences.Contains(name) || WrittenInFile.Reads(name);

    /// <summary>Whether a member of a name may give a model.</summary>
    public bool MayGive(string name) => _mayBeAnything || _ofReferences.Contains(name) || _declared.Contains(name);

    private static HashSet<string> Find(INamedTypeSymbol pod, INamedTypeSymbol? fluent)
    {
        var names = new HashSet<string>(pod.ContainingNamespace.GetTypeMembers().Select(t => t.Name), StringComparer.Ordinal) { "K8s", "Manifest", "External" };
        foreach (var type in fluent?.ContainingNamespace.GetTypeMembers() ?? [])
        {
            names.UnionWith(type.IsStatic ? type.GetMembers().OfType<IMethodSymbol>().Where(m => m.DeclaredAccessibility == Accessibility.Public).Select(m => m.Name) : []);
        }

        return names;
    }

    /// <summary>The names that a file has, and those that it declares, with the names in their types: null where that is a type parameter.</summary>
    private sealed class OfFile
    {
        private readonly List<KeyValuePair<string, HashSet<string>?>> _declared = [];

        // One object, so that other threads see both or none.
        private Tuple<HashSet<string>, IReadOnlyCollection<string>>? _ofModels;

        public OfFile(SyntaxNode root)
        {
            foreach (var node in root.DescendantNodes())
            {
                switch (node)
                {
                    case SimpleNameSyntax name:
                        Names.Add(name.Identifier.ValueText);
                        break;
                    case MethodDeclarationSyntax method:
                        Declare(method.Identifier.ValueText, method.ReturnType, method.TypeParameterList);
                        break;
                    case LocalFunctionStatementSyntax function:
                        Declare(function.Identifier.ValueText, function.ReturnType, function.TypeParameterList);
                        break;
                    case PropertyDeclarationSyntax property:
                        Declare(property.Identifier.ValueText, property.Type, null);
                        break;
                    case FieldDeclarationSyntax field:
                        foreach (var variable in field.Declaration.Variables)
                        {
                            Declare(variable.Identifier.ValueText, field.Declaration.Type, null);
                        }

                        break;
                    case DelegateDeclarationSyntax function:
                        Declare(function.Identifier.ValueText, function.ReturnType, function.TypeParameterList);
                        break;
                }
            }
        }

        public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

        /// <summary>The names that it declares with a type that has one of these names.</summary>
        public IReadOnlyCollection<string> OfModels(HashSet<string> models)
        {
            // Those of the references are the same from compilation to compilation.
            if (_ofModels is not { } known || !ReferenceEquals(known.Item1, models))
            {
                _ofModels = known = Tuple.Create(models, (IReadOnlyCollection<string>)[.. _declared.Where(d => d.Value is null || d.Value.Overlaps(models)).Select(d => d.Key)]);
            }

            return known.Item2;
        }

        private void Declare(string name, TypeSyntax type, TypeParameterListSyntax? parameters)
        {
            HashSet<string> names = [.. type.DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken)).Select(t => t.ValueText)];
            if (names.Count > 0)
            {
                _declared.Add(new(name, parameters?.Parameters.Any(p => names.Contains(p.Identifier.ValueText)) == true ? null : names));
            }
        }
    }
}
