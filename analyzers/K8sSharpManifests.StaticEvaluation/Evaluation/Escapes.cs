using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>What may become of a local or parameter after it got its first value.</summary>
internal enum Fate
{
    /// <summary>It holds the same object all the time, and nobody changes that.</summary>
    Constant,

    /// <summary>It changes in statements that <see cref="Assignments"/> can carry out, one after the other.</summary>
    Followed,

    /// <summary>Anything.</summary>
    Unknown,
}

/// <summary>
/// Tells what may become of locals and parameters: they are assigned to, a member of theirs is, or they get into the hands of code that might do so. The models
/// have public setters and their lists are mutable.
/// </summary>
internal sealed class Escapes(CompilationFacts facts)
{
    /// <summary>How many helpers deep a value is followed.</summary>
    private const int MaxHelpers = 8;

    private readonly ConcurrentDictionary<SyntaxNode, MemberEscapes> _members = new();

    /// <summary>What may become of a local or parameter anywhere in the member that it is used in.</summary>
    /// <param name="symbol">The local or parameter.</param>
    /// <param name="use">Any operation of that member.</param>
    public Fate Of(ISymbol symbol, IOperation use) => Of(use, [])?.Of(symbol) ?? Fate.Constant;

    /// <summary>The last place where a local whose changes are followed is taken, after all of them; null where there is none.</summary>
    public IOperation? LastRead(ISymbol symbol, IOperation use) => Of(use, [])?.LastRead(symbol);

    /// <summary>Whether a method of an object may change that object.</summary>
    public bool MayChangeInstance(IMethodSymbol method, IOperation body) => Of(body, [])?.Of(Receiver(method)) is Fate.Followed or Fate.Unknown;

    /// <summary>Whether a helper in source may change what it gets.</summary>
    public bool HelperMayChange(IMethodSymbol method, IParameterSymbol parameter, ImmutableList<SyntaxNode> callers) =>
        callers.Count > MaxHelpers || Invocations.IsReplaceable(method) || facts.BodyOf(method) is not { } body
        || Of(body, callers)?.ChangesObject(method.OriginalDefinition.Parameters[parameter.Ordinal]) == true;

    /// <summary>Whether a method in source may change the object that it is called on.</summary>
    public bool HelperMayChangeInstance(IMethodSymbol method, ImmutableList<SyntaxNode> callers) =>
        callers.Count > MaxHelpers || Invocations.IsReplaceable(method) || facts.BodyOf(method) is not { } body
        || Of(body, callers)?.ChangesObject(Receiver(method)) == true;

    /// <summary>What stands for the object that a method is called on: in an extension block it has a name.</summary>
    private static ISymbol Receiver(IMethodSymbol method) => (ISymbol?)method.OriginalDefinition.ContainingType.ExtensionParameter ?? method.OriginalDefinition.ContainingType;

    private MemberEscapes? Of(IOperation use, ImmutableList<SyntaxNode> callers)
    {
        // The embedded sources are methods that change nothing.
        if (!facts.Compilation.ContainsSyntaxTree(use.Syntax.SyntaxTree))
        {
            return null;
        }

        while (use.Parent is { } parent)
        {
            use = parent;
        }

        if (!_members.TryGetValue(use.Syntax, out var known))
        {
            // A helper that calls itself changes nothing by that.
            if (callers.Contains(use.Syntax))
            {
                return null;
            }

            known = Find(use, callers.Add(use.Syntax));

            // What was cut off is not the whole truth for a search that begins here.
            if (callers.IsEmpty)
            {
                _members.TryAdd(use.Syntax, known);
            }
        }

        return known;
    }

    private MemberEscapes Find(IOperation member, ImmutableList<SyntaxNode> callers)
    {
        var uses = new EscapeUses(this, facts, callers);
        foreach (var operation in member.DescendantsAndSelf())
        {
            switch (operation)
            {
                case ILocalReferenceOperation local:
                    uses.Add(local.Local, local.Local.Type, local);
                    break;

                // The parameter of a primary constructor is the object's, which all its members share.
                case IParameterReferenceOperation { Parameter: var parameter } when parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
                    && member is not IConstructorBodyOperation:
                    uses.Add(constructor.ContainingType, parameter.Type, operation);
                    break;
                case IParameterReferenceOperation { Parameter: var parameter }:
                    uses.Add(parameter, parameter.Type, operation);
                    break;
                case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, Type: { } type }:
                    uses.Add(type.OriginalDefinition, type, operation);
                    break;
                case ILabeledOperation:
                    uses.Jumps = true;
                    break;
            }
        }

        return uses.Judge();
    }
}
