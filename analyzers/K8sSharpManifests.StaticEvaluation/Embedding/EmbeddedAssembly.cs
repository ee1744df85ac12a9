using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>
/// The embedded text of one assembly, bound beside it in a compilation of its own. Its classes stand in a namespace one below that of their compiled twins:
/// so they are found before those, and all else is found one namespace further out.
/// </summary>
internal sealed class EmbeddedAssembly
{
    /// <summary>The namespace below that of the class, and the name of the compilation.</summary>
    public const string Namespace = "Embedded";

    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        """;

    // Newer than the user's own language version: the text was written for its author's.
    private static readonly CSharpParseOptions Options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);

    private readonly ConcurrentDictionary<ISymbol, bool> _isAsBound = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<string, string>? _bindings;
    private readonly Compilation _compilation;
    private readonly Bodies _bodies;

    /// <summary>Binds texts.</summary>
    /// <param name="identity">The assembly that they are from.</param>
    /// <param name="texts">The texts.</param>
    /// <param name="references">What they are bound with; the assembly is among them.</param>
    /// <param name="hasBindings">Whether a member counts only where its names stand for the same as at its author's.</param>
    /// <param name="cancellationToken">Ends the parsing.</param>
    public EmbeddedAssembly(
        AssemblyIdentity identity, IReadOnlyCollection<EmbeddedPart> texts, IEnumerable<MetadataReference> references, bool hasBindings, CancellationToken cancellationToken)
    {
        Identity = identity;
        Trees = [.. texts.Select(t => CSharpSyntaxTree.ParseText(t.Text, Options, t.Name, cancellationToken: cancellationToken))];
        _compilation = CSharpCompilation.Create(
            $"K8sSharpManifests.{Namespace}",
            [CSharpSyntaxTree.ParseText(Usings, Options, cancellationToken: cancellationToken), .. Trees],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

        // What is shared must not end with the compilation that first asked for it.
        _bodies = new(_compilation, CancellationToken.None);
        _bindings = hasBindings ? Bindings.Read(texts.Select(t => t.Bindings)) : null;
    }

    /// <summary>The assembly.</summary>
    public AssemblyIdentity Identity { get; }

    /// <summary>The assembly that the text makes.</summary>
    public IAssemblySymbol Twin => _compilation.Assembly;

    /// <summary>The text, in the order that it was given.</summary>
    public IReadOnlyList<SyntaxTree> Trees { get; }

    /// <summary>The model of one of the trees.</summary>
    public SemanticModel ModelOf(SyntaxTree tree) => _bodies.ModelOf(tree);

    /// <summary>The body of a member of the text; null where its names stand for something else than where it was compiled.</summary>
    public IOperation? BodyOf(ISymbol member)
    {
        var body = _bodies.BodyOf(member);
        return body is null || _bindings is null || _isAsBound.GetOrAdd(member.OriginalDefinition, m =>
            _bindings.TryGetValue(SymbolText.Of(m, Twin), out var hash) && hash == Bindings.Hash(BindingsOf(body)))
                ? body
                : null;
    }

    /// <summary>What a body of the text is bound to.</summary>
    public IEnumerable<(string Text, SyntaxNode Code)> BindingsOf(IOperation body) => Bindings.Of(body, ModelOf(body.Syntax.SyntaxTree), Twin);

    /// <summary>The twin of a method of the assembly.</summary>
    public IMethodSymbol? TwinOf(IMethodSymbol method)
    {
        if (method.ContainingType is not { ContainingType: null } type)
        {
            return null;
        }

        var outer = type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString() + ".";
        var text = SymbolText.Of(method, null);
        return Twin.GetTypeByMetadataName($"{outer}{Namespace}.{type.MetadataName}")?.GetMembers(method.Name).OfType<IMethodSymbol>()
            .FirstOrDefault(m => SymbolText.Of(m, Twin) == text);
    }
}
