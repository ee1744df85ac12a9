using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>A class that is marked for embedding, with its text, and the comparison of the two.</summary>
internal sealed class EmbeddableClass
{
    private const string WayOut = "make what it uses public, or mark its class [EmbedSource] as well";

    private readonly Compilation _compilation;
    private readonly CancellationToken _cancellationToken;
    private readonly ClassDeclarationSyntax[] _parts;
    private readonly Bodies _bodies;

    public EmbeddableClass(INamedTypeSymbol type, Compilation compilation, IReadOnlyList<UsingDirectiveSyntax> globalUsings, CancellationToken cancellationToken)
    {
        Type = type;
        _compilation = compilation;
        _cancellationToken = cancellationToken;
        _bodies = new(compilation, cancellationToken);
        _parts = [.. type.DeclaringSyntaxReferences.Select(r => r.GetSyntax(cancellationToken)).OfType<ClassDeclarationSyntax>()];
        var name = type.ToDisplayString();
        Texts = [.. _parts.Select((part, i) => new EmbeddedPart(i == 0 ? $"{name}.cs" : FormattableString.Invariant($"{name}.{i + 1}.cs"), MovedText.Of(part, globalUsings), ""))];
    }

    public INamedTypeSymbol Type { get; }

    /// <summary>The text of each part.</summary>
    public IReadOnlyList<EmbeddedPart> Texts { get; }

    /// <summary>Whether the class does not compile as it is.</summary>
    public bool HasErrors => _parts.Any(p => _bodies.ModelOf(p.SyntaxTree).GetDiagnostics(p.Span, _cancellationToken).Any(d => d.Severity == DiagnosticSeverity.Error && d.Id.StartsWith("CS", StringComparison.Ordinal)));

    /// <summary>The texts with what their members are bound to.</summary>
    public IEnumerable<EmbeddedPart> BoundTexts() => Texts.Select((text, i) => text with
    {
        Bindings = string.Join("\n", Methods()
            .Where(m => m.DeclaringSyntaxReferences[0].GetSyntax(_cancellationToken).Ancestors().Contains(_parts[i]))
            .Select(m => $"{Bindings.Hash(BindingsOf(_bodies.BodyOf(m)!, null))} {SymbolText.Of(m, null)}")),
    });

    /// <summary>Compares the class with its bound text.</summary>
    /// <param name="bound">The bound text.</param>
    /// <param name="trees">The trees of the parts.</param>
    /// <returns>What is not the same; null where all is.</returns>
    public EmbeddingProblem? Compare(EmbeddedAssembly bound, IReadOnlyList<SyntaxTree> trees)
    {
        for (var i = 0; i < _parts.Length; i++)
        {
            if (TextProblem(_parts[i], bound.ModelOf(trees[i])) is { } problem)
            {
                return problem;
            }
        }

        return Methods().Select(m => Compare(m, bound)).FirstOrDefault(p => p is not null);
    }

    private IEnumerable<IMethodSymbol> Methods() => Type.GetMembers().OfType<IMethodSymbol>();

    private EmbeddingProblem? TextProblem(ClassDeclarationSyntax part, SemanticModel model)
    {
        var moved = model.SyntaxTree.GetRoot(_cancellationToken).DescendantNodes().OfType<ClassDeclarationSyntax>().FirstOrDefault();
        var tokens = part.DescendantTokens().ToList();
        var movedTokens = moved?.DescendantTokens().ToList() ?? [];
        if (!tokens.Select(t => t.Text).SequenceEqual(movedTokens.Select(t => t.Text)))
        {
            return new(part.Identifier.GetLocation(), "its text reads differently on its own");
        }

        if (model.GetDiagnostics(moved!.Span, _cancellationToken).FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error) is not { } error)
        {
            return null;
        }

        var index = movedTokens.FindIndex(t => t.Span.End > error.Location.SourceSpan.Start);
        return new(
            index < 0 ? part.Identifier.GetLocation() : tokens[index].GetLocation(),
            $"to those who use the package the compiler would say '{error.GetMessage(CultureInfo.InvariantCulture)}': {WayOut}");
    }

    private EmbeddingProblem? Compare(IMethodSymbol method, EmbeddedAssembly bound)
    {
        var place = method.Locations[0];
        if (_bodies.BodyOf(method) is not { } body)
        {
            return new(place, $"'{method.Name}' has no body");
        }

        if (bound.TwinOf(method) is not { } twin || bound.BodyOf(twin) is not { } text)
        {
            return new(place, $"the signature of '{method.Name}' means something else to those who use the package: {WayOut}");
        }

        var (here, there) = (BindingsOf(body, null).ToList(), bound.BindingsOf(text).ToList());
        for (var i = 0; i < here.Count; i++)
        {
            if (i >= there.Count || here[i].Text != there[i].Text)
            {
                return new(here[i].Code.GetLocation(), $"this is not the same to those who use the package (here: {here[i].Text}; there: {(i < there.Count ? there[i].Text : "nothing")}): {WayOut}");
            }
        }

        return here.Count == there.Count ? OperationProblem(body) : new(place, $"'{method.Name}' does more for those who use the package: {WayOut}");
    }

    private IEnumerable<(string Text, SyntaxNode Code)> BindingsOf(IOperation body, IAssemblySymbol? moved) => Bindings.Of(body, _bodies.ModelOf(body.Syntax.SyntaxTree), moved);

    /// <summary>What is the same for the compiler but not when it runs, or cannot be seen by the generator.</summary>
    private EmbeddingProblem? OperationProblem(IOperation body)
    {
        foreach (var operation in body.DescendantsAndSelf())
        {
            var symbol = (operation as IInvocationOperation)?.TargetMethod ?? (operation as IMemberReferenceOperation)?.Member ?? (operation as IObjectCreationOperation)?.Constructor;
            var problem = operation.Kind == OperationKind.Invalid ? "this does not compile"
                : symbol is IMethodSymbol && symbol.GetAttributes().Any(a => a.AttributeClass?.Name == "ConditionalAttribute") ? "whether this call is made depends on symbols of the project: write it without [Conditional]"
                : symbol is not null && SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, _compilation.Assembly) && symbol.DeclaringSyntaxReferences.Any(r => SourceEmbedding.IsGenerated(r.SyntaxTree))
                    ? "a source generator writes what this calls, and other generators do not see that: write it by hand"
                : null;
            if (problem is not null)
            {
                return new(operation.Syntax.GetLocation(), problem);
            }
        }

        return null;
    }
}
