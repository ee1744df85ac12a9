using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>
/// The source text that the DSL, and packages like it, embed in their assemblies: it is bound beside them in a compilation of its own, where the methods are
/// found whose source is wanted.
/// </summary>
internal sealed class EmbeddedSources
{
    private const string AttributeName = "K8sSharpManifests.EmbeddedSourceAttribute";

    private const string Namespace = "K8sSharpManifests.Embedded";

    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        """;

    /// <summary>An editor makes a compilation for every key that is pressed, but its references stay the same objects: so does what is bound here.</summary>
    private static readonly ConditionalWeakTable<MetadataReference, EmbeddedSources> Shared = new();

    private readonly ConditionalWeakTable<IMethodSymbol, IMethodSymbol[]> _twins = new();
    private readonly Compilation? _compilation;
    private readonly ImmutableHashSet<string> _assemblies;
    private readonly MetadataReference? _models;

    private EmbeddedSources(Compilation? compilation, ImmutableHashSet<string> assemblies, MetadataReference? models)
    {
        _compilation = compilation;
        _assemblies = assemblies;
        _models = models;

        // What is shared must not end with the compilation that first asked for it.
        Bodies = compilation is null ? null : new(compilation, CancellationToken.None);
    }

    /// <summary>The models, which are the same for all compilations that share this.</summary>
    public ModelTypes Models { get; } = new();

    private Bodies? Bodies { get; }

    /// <summary>The embedded sources that a compilation's references bring.</summary>
    public static EmbeddedSources Of(Compilation compilation, CancellationToken cancellationToken)
    {
        if (compilation.GetTypeByMetadataName(AttributeName) is not { } attribute
            || compilation.GetMetadataReference(attribute.ContainingAssembly) is not { } dsl)
        {
            return new(null, [], null);
        }

        var assemblies = Assemblies(compilation, attribute.ContainingAssembly);
        var names = assemblies.Select(a => a.Identity.ToString()).ToImmutableHashSet();
        var models = compilation.GetTypeByMetadataName("k8s.Models.V1Pod") is { } pod ? compilation.GetMetadataReference(pod.ContainingAssembly) : null;
        if (Shared.TryGetValue(dsl, out var known) && ReferenceEquals(known._models, models) && known._assemblies.SetEquals(names))
        {
            return known;
        }

        var made = Bind(compilation, assemblies, attribute, names, models, cancellationToken);
        lock (Shared)
        {
            Shared.Remove(dsl);
            Shared.Add(dsl, made);
        }

        return made;
    }

    /// <summary>The body of a method that is embedded; null for every other one.</summary>
    public IOperation? BodyOf(ISymbol member) =>
        Bodies is not null && ReferenceEquals(member.ContainingAssembly, _compilation?.Assembly) ? Bodies.Of(member) : null;

    /// <summary>Whether an assembly embeds its source.</summary>
    public bool IsEmbedding(IAssemblySymbol? assembly) =>
        assembly is not null && (_assemblies.Contains(assembly.Identity.ToString()) || ReferenceEquals(assembly, _compilation?.Assembly));

    /// <summary>The method's twin in the embedded text; null where there is none.</summary>
    public IMethodSymbol? TwinOf(IMethodSymbol method)
    {
        method = method.OriginalDefinition;
        if (_compilation is null || !method.DeclaringSyntaxReferences.IsEmpty || !method.IsStatic || !IsEmbedding(method.ContainingAssembly))
        {
            return null;
        }

        return _twins.GetValue(method, FindTwin) is [var twin] ? twin : null;
    }

    private IMethodSymbol[] FindTwin(IMethodSymbol method)
    {
        var signature = Signature(method);
        return [.. _compilation?.GetTypeByMetadataName($"{Namespace}.{method.ContainingType.MetadataName}")?.GetMembers(method.Name).OfType<IMethodSymbol>().Where(m => Signature(m) == signature).Take(1) ?? []];
    }

    private static string Signature(IMethodSymbol method) =>
        $"{method.ContainingType.Name}.{method.Name}({string.Join(",", method.Parameters.Select(p => p.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)))})";

    /// <summary>The DSL, and what refers to it: only there can such attributes be.</summary>
    private static IReadOnlyList<IAssemblySymbol> Assemblies(Compilation compilation, IAssemblySymbol dsl) =>
    [
        dsl,
        .. compilation.SourceModule.ReferencedAssemblySymbols.Where(a => a.Modules.Any(m => m.ReferencedAssemblies.Contains(dsl.Identity))),
    ];

    private static EmbeddedSources Bind(
        Compilation compilation,
        IReadOnlyList<IAssemblySymbol> assemblies,
        INamedTypeSymbol attribute,
        ImmutableHashSet<string> names,
        MetadataReference? models,
        CancellationToken cancellationToken)
    {
        // Newer than the user's own language version: the text was written for the DSL's.
        var options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
        var trees = new List<SyntaxTree> { CSharpSyntaxTree.ParseText(Usings, options, cancellationToken: cancellationToken) };
        foreach (var embedded in assemblies.SelectMany(a => a.GetAttributes()))
        {
            if (SymbolEqualityComparer.Default.Equals(embedded.AttributeClass, attribute)
                && embedded.ConstructorArguments is [{ Value: string name }, { Value: string text }])
            {
                trees.Add(CSharpSyntaxTree.ParseText(text, options, name, cancellationToken: cancellationToken));
            }
        }

        return new(
            CSharpCompilation.Create(
                Namespace,
                trees,
                compilation.References,
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)),
            names,
            models);
    }
}
