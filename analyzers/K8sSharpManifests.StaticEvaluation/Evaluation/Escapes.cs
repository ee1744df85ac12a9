using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>
/// Tells which locals and parameters may hold something else than they began with: they are assigned to, a member of theirs is, or they get into the hands of
/// code that might do so. The models have public setters and their lists are mutable.
/// </summary>
internal sealed class Escapes(CompilationFacts facts)
{
    /// <summary>How many helpers deep a value is followed.</summary>
    private const int MaxHelpers = 8;

    private readonly ConcurrentDictionary<SyntaxNode, HashSet<ISymbol>> _changing = new();

    /// <summary>Whether a local or parameter may change anywhere in the member that it is used in.</summary>
    /// <param name="symbol">The local or parameter.</param>
    /// <param name="use">Any operation of that member.</param>
    public bool MayChange(ISymbol symbol, IOperation use) => MayChange(symbol, use, []);

    private bool MayChange(ISymbol symbol, IOperation use, ImmutableList<SyntaxNode> callers)
    {
        // The embedded sources are methods that change nothing.
        if (!facts.Compilation.ContainsSyntaxTree(use.Syntax.SyntaxTree))
        {
            return false;
        }

        while (use.Parent is { } parent)
        {
            use = parent;
        }

        if (!_changing.TryGetValue(use.Syntax, out var changing))
        {
            // A helper that calls itself changes nothing by that.
            if (callers.Contains(use.Syntax))
            {
                return false;
            }

            changing = Find(use, callers.Add(use.Syntax));

            // What was cut off is not the whole truth for a search that begins here.
            if (callers.IsEmpty)
            {
                _changing.TryAdd(use.Syntax, changing);
            }
        }

        return changing.Contains(symbol);
    }

    private HashSet<ISymbol> Find(IOperation member, ImmutableList<SyntaxNode> callers)
    {
        var uses = new EscapeUses(this, facts, callers);
        foreach (var operation in member.DescendantsAndSelf())
        {
            switch (operation)
            {
                case ILocalReferenceOperation local:
                    uses.Add(local.Local, local.Local.Type, local);
                    break;
                case IParameterReferenceOperation parameter:
                    uses.Add(parameter.Parameter, parameter.Parameter.Type, parameter);
                    break;
            }
        }

        return uses.Changing();
    }

    /// <summary>Whether a helper in source may change what it gets.</summary>
    public bool HelperMayChange(IMethodSymbol method, IParameterSymbol parameter, ImmutableList<SyntaxNode> callers) =>
        callers.Count > MaxHelpers || Invocations.IsReplaceable(method) || facts.BodyOf(method) is not { } body
        || MayChange(method.OriginalDefinition.Parameters[parameter.Ordinal], body, callers);
}
