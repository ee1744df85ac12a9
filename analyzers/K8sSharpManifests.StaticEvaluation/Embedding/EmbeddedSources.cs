using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>The source text that the DSL, and packages like it, embed in their assemblies: it tells what their methods do.</summary>
internal sealed class EmbeddedSources
{
    private const string AttributeName = "K8sSharpManifests.EmbeddedSourceAttribute";

    /// <summary>An editor makes a compilation for every key that is pressed, but its references stay the same objects: so does what is bound here.</summary>
    private static readonly ConditionalWeakTable<MetadataReference, EmbeddedSources> Shared = new();

    private readonly ConditionalWeakTable<IMethodSymbol, IMethodSymbol[]> _twins = new();
    private readonly ImmutableArray<EmbeddedAssembly> _assemblies;
    private readonly ImmutableArray<MetadataReference> _references;
    private readonly MetadataReference? _models;

    private EmbeddedSources(ImmutableArray<EmbeddedAssembly> assemblies, ImmutableArray<MetadataReference> references, MetadataReference? models)
    {
        _assemblies = assemblies;
        _references = references;
        _models = models;
    }

    /// <summary>The models, which are the same for all compilations that share this.</summary>
    public ModelTypes Models { get; } = new();

    /// <summary>The embedded sources that a compilation's references bring.</summary>
    public static EmbeddedSources Of(Compilation compilation, CancellationToken cancellationToken)
    {
        if (KnownTypes.Find(compilation, AttributeName) is not { } attribute
            || compilation.GetMetadataReference(attribute.ContainingAssembly) is not { } dsl)
        {
            return new([], [], null);
        }

        var assemblies = Assemblies(compilation, attribute.ContainingAssembly);
        var references = assemblies.Select(compilation.GetMetadataReference).OfType<MetadataReference>().ToImmutableArray();
        var models = KnownTypes.Pod(compilation) is { } pod ? compilation.GetMetadataReference(pod.ContainingAssembly) : null;
        if (Shared.TryGetValue(dsl, out var known) && ReferenceEquals(known._models, models) && known._references.SequenceEqual(references))
        {
            return known;
        }

        var embedded = assemblies.Select(assembly => Bind(compilation, assembly, attribute, cancellationToken)).OfType<EmbeddedAssembly>();
        var made = new EmbeddedSources([.. embedded], references, models);
        lock (Shared)
        {
            Shared.Remove(dsl);
            Shared.Add(dsl, made);
        }

        return made;
    }

    /// <summary>The body of a method that is embedded; null for every other one.</summary>
    public IOperation? BodyOf(ISymbol member)
    {
        foreach (var assembly in _assemblies)
        {
            if (ReferenceEquals(member.ContainingAssembly, assembly.Twin))
            {
                return assembly.BodyOf(member);
            }
        }

        return null;
    }

    /// <summary>Whether it is known what a method of the DSL, or of a package like it, does.</summary>
    public bool IsUnderstood(IMethodSymbol method) =>
        method.ContainingType is { } type && (ManifestMembers.IsOurs(type) || (TwinOf(method.ReducedFrom ?? method) is { } twin && BodyOf(twin) is not null));

    /// <summary>The method's twin in the embedded text; null where there is none.</summary>
    public IMethodSymbol? TwinOf(IMethodSymbol method)
    {
        method = method.OriginalDefinition;
        return method.DeclaringSyntaxReferences.IsEmpty && method.IsStatic && Embedding(method.ContainingAssembly) is not null && _twins.GetValue(method, FindTwin) is [var twin] ? twin : null;
    }

    private IMethodSymbol[] FindTwin(IMethodSymbol method) => Embedding(method.ContainingAssembly)?.TwinOf(method) is { } twin ? [twin] : [];

    private EmbeddedAssembly? Embedding(IAssemblySymbol? assembly)
    {
        foreach (var candidate in _assemblies)
        {
            if (assembly is not null && candidate.Identity.Equals(assembly.Identity))
            {
                return candidate;
            }
        }

        return null;
    }

    /// <summary>The DSL, and what refers to it, of whatever version: only there can such attributes be.</summary>
    private static IReadOnlyList<IAssemblySymbol> Assemblies(Compilation compilation, IAssemblySymbol dsl) =>
    [
        dsl,
        .. compilation.SourceModule.ReferencedAssemblySymbols.Where(a => a.Modules.Any(m => m.ReferencedAssemblies.Any(r => r.Name == dsl.Name))),
    ];

    // What is bound here outlives the compilation. In an editor other projects are references that hold all of their code, as it was when somebody first asked.
    private static IEnumerable<MetadataReference> ReferencesOf(Compilation compilation, IAssemblySymbol assembly) =>
        compilation.References.Where(r => r is PortableExecutableReference || SymbolEqualityComparer.Default.Equals(compilation.GetAssemblyOrModuleSymbol(r), assembly));

    private static EmbeddedAssembly? Bind(Compilation compilation, IAssemblySymbol assembly, INamedTypeSymbol attribute, CancellationToken cancellationToken)
    {
        var texts = new List<EmbeddedPart>();
        foreach (var embedded in assembly.GetAttributes())
        {
            if (SymbolEqualityComparer.Default.Equals(embedded.AttributeClass, attribute)
                && embedded.ConstructorArguments is [{ Value: string name }, { Value: string text }, .. var more])
            {
                texts.Add(new(name, text, more is [{ Value: string bindings }] ? bindings : ""));
            }
        }

        // The DSL's own text is bound by its own tests; what was bound elsewhere has to be bound to the same here.
        var isOwn = SymbolEqualityComparer.Default.Equals(assembly, attribute.ContainingAssembly);
        return texts.Count == 0 ? null : new(assembly.Identity, texts, ReferencesOf(compilation, assembly), hasBindings: !isOwn, cancellationToken);
    }
}
