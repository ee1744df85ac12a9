using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>What the evaluations of one compilation share. Everything is found when it is first asked for.</summary>
internal sealed class CompilationFacts
{
    // Whose keys a framework's assemblies are signed with.
    private static readonly ConditionalWeakTable<IOperation, BodyTraits> KnownTraits = new();

    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _runStaticCode = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<FluentMeaning>> _fluent = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, bool?> _factories = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _frameworks = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, (string Type, string Member)?> _frameworkNames = new(SymbolEqualityComparer.Default);
    private readonly Lazy<ModelNames> _names;
    private readonly Lazy<WrittenNames> _written;

    public CompilationFacts(Compilation compilation, CancellationToken cancellationToken)
    {
        Compilation = compilation;
        Bodies = new(compilation, cancellationToken);
        Embedded = EmbeddedSources.Of(compilation, cancellationToken);
        Models = new(Embedded.Models);
        Captures = new(BodyOf);
        _names = new(() => new(compilation, cancellationToken), LazyThreadSafetyMode.PublicationOnly);
        _written = new(() => new(compilation, Bodies.ModelOf, cancellationToken), LazyThreadSafetyMode.PublicationOnly);
    }

    public Compilation Compilation { get; }

    public ModelTypes Models { get; }

    /// <summary>The code of the user's own members.</summary>
    public Bodies Bodies { get; }

    public EmbeddedSources Embedded { get; }

    public Captures Captures { get; }

    /// <summary>The names by which code gets at models.</summary>
    public ModelNames Names => _names.Value;

    /// <summary>What any code of the compilation writes, by name.</summary>
    public WrittenNames Written => _written.Value;

    /// <summary>The code of a member, the user's own or embedded; null for what is in no source.</summary>
    public IOperation? BodyOf(ISymbol member) => Embedded.BodyOf(member) ?? Bodies.BodyOf(member);

    /// <summary>What there is to know of a body before it is run.</summary>
    public BodyTraits Traits(IOperation body) => KnownTraits.GetValue(body, BodyTraits.Of);

    /// <summary>Whether a member or type is the framework's, by its assembly.</summary>
    public bool IsFramework(ISymbol symbol) => symbol.ContainingAssembly is { } assembly && _frameworks.GetOrAdd(assembly, a =>
        Core.TypeForms.IsFramework(string.Concat(a.Identity.PublicKeyToken.Select(b => b.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)))));

    /// <summary>The full name of a method of the framework; null for every other one.</summary>
    public (string Type, string Member)? FrameworkName(IMethodSymbol method) => _frameworkNames.GetOrAdd(method.OriginalDefinition, m =>
        m.ContainingType is { } type && IsFramework(m)
            ? ($"{type.ContainingNamespace.ToDisplayString()}.{(type.ContainingType is null ? "" : type.ContainingType.Name + ".")}{type.Name}", m.Name)
            : null);

    /// <summary>Whether using a class runs code of its own: a static constructor, or initialisers that call something.</summary>
    public bool RunsStaticCode(INamedTypeSymbol type) => _runStaticCode.TryGetValue(type, out var known) ? known : _runStaticCode.GetOrAdd(type, FindStaticCode);

    private bool FindStaticCode(INamedTypeSymbol type) => type.StaticConstructors.Any(c => !c.IsImplicitlyDeclared)
        || type.GetMembers().Any(m => m.IsStatic && m is IFieldSymbol { IsConst: false } or IPropertySymbol && BodyOf(m) is ISymbolInitializerOperation initializer
            && initializer.Descendants().Any(o => o is IInvocationOperation or IObjectCreationOperation { Type.DeclaringSyntaxReferences.IsEmpty: false } or IPropertyReferenceOperation));

    /// <summary>Whether the static initialisers of one class name another one.</summary>
    public bool InitializersName(INamedTypeSymbol type, INamedTypeSymbol named) =>
        type.DeclaringSyntaxReferences.Any(r => r.GetSyntax().DescendantTokens().Any(t => t.ValueText == named.Name));

    /// <summary>What a method says that it does; empty for all but the fluent ones.</summary>
    public ImmutableArray<FluentMeaning> Fluent(IMethodSymbol method) =>
        method.IsStatic && method.IsExtensionMethod && (method.DeclaringSyntaxReferences.IsEmpty || CustomModel.HasMethods(method.ContainingType)) ? _fluent.GetOrAdd(method.OriginalDefinition, ReadMeanings) : [];

    /// <summary>Whether what a factory of a custom resource makes has a spec; null for every other method.</summary>
    public bool? Factory(IMethodSymbol method) => _factories.GetOrAdd(method.OriginalDefinition, m => CustomModel.Factory(m) is { ConstructorArguments: [{ Value: bool hasSpec }] } ? hasSpec : null);

    /// <summary>Whether a method is the DSL's, which reads a text as a quantity.</summary>
    public static bool IsQuantityParser(IMethodSymbol method) => method is { Name: "ParseQuantity", DeclaringSyntaxReferences.IsEmpty: true, ContainingType: { Name: "K8s" } type } && ManifestMembers.IsOurs(type);

    private static ImmutableArray<FluentMeaning> ReadMeanings(IMethodSymbol method)
    {
        var meanings = ImmutableArray.CreateBuilder<FluentMeaning>();
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute is { AttributeClass: { Name: "FluentMethodAttribute" } type, ConstructorArguments: [{ Kind: TypedConstantKind.Enum } operation, { Value: string path }] }
                && ManifestMembers.IsOurs(type) && operation is { Value: int number, Type: INamedTypeSymbol operations }
                && operations.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => Equals(f.ConstantValue, number)) is { } named)
            {
                meanings.Add(new(named.Name, FluentMeaning.Keys(path)));
            }
        }

        return meanings.ToImmutable();
    }
}
