using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>What the evaluations of one compilation share. Everything is found when it is first asked for.</summary>
internal sealed class CompilationFacts
{
    private readonly Holders _holders = new();
    private readonly ConcurrentDictionary<ISymbol, bool> _changed = new(SymbolEqualityComparer.Default);
    private readonly CancellationToken _cancellationToken;
    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<FluentMeaning>> _fluent = new(SymbolEqualityComparer.Default);

    public CompilationFacts(Compilation compilation, CancellationToken cancellationToken)
    {
        Compilation = compilation;
        _cancellationToken = cancellationToken;
        Bodies = new(compilation, cancellationToken);
        Embedded = EmbeddedSources.Of(compilation, cancellationToken);
        Escapes = new(this);
        Freshness = new(this);
    }

    public Compilation Compilation { get; }

    public ModelTypes Models => Embedded.Models;

    /// <summary>The code of the user's own members.</summary>
    public Bodies Bodies { get; }

    public EmbeddedSources Embedded { get; }

    public Escapes Escapes { get; }

    public Freshness Freshness { get; }

    /// <summary>The code of a member, the user's own or embedded; null for what is in no source.</summary>
    public IOperation? BodyOf(ISymbol member) => Embedded.BodyOf(member) ?? Bodies.Of(member);

    /// <inheritdoc cref="Holders.MayHold"/>
    public bool MayHold(ITypeSymbol? holder, ITypeSymbol? held) => _holders.MayHold(holder, held);

    /// <summary>Whether code that can see a static field or property changes what it holds.</summary>
    public bool IsChanged(ISymbol member) =>
        !Holders.IsImmutable((member as IFieldSymbol)?.Type ?? ((IPropertySymbol)member).Type)
        && _changed.GetOrAdd(member, m => ChangedNames.Contain(m, Compilation, _cancellationToken));

    /// <summary>What a method says that it does; empty for all but the fluent ones.</summary>
    public ImmutableArray<FluentMeaning> Fluent(IMethodSymbol method) =>
        method.IsStatic && method.IsExtensionMethod ? _fluent.GetOrAdd(method.OriginalDefinition, ReadMeanings) : [];

    private static ImmutableArray<FluentMeaning> ReadMeanings(IMethodSymbol method)
    {
        var meanings = ImmutableArray.CreateBuilder<FluentMeaning>();
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute is { AttributeClass: { Name: "FluentMethodAttribute" } type, ConstructorArguments: [{ Kind: TypedConstantKind.Enum } operation, { Value: string path }] }
                && ManifestMembers.IsOurs(type) && operation is { Value: int number, Type: INamedTypeSymbol operations }
                && operations.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => Equals(f.ConstantValue, number)) is { } named)
            {
                meanings.Add(new(named.Name, [.. path.Split('.')]));
            }
        }

        return meanings.ToImmutable();
    }
}
