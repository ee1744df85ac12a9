using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>What there is to know of a body before it is run.</summary>
internal sealed class BodyTraits
{
    private BodyTraits(bool isIterator, bool isBeyond)
    {
        IsIterator = isIterator;
        IsBeyond = isBeyond;
    }

    /// <summary>Whether it yields: it then runs as far as someone goes through what it returns.</summary>
    public bool IsIterator { get; }

    /// <summary>Whether its statements do not come one after the other, or its variables are written through pointers: it is not run at all.</summary>
    public bool IsBeyond { get; }

    public static BodyTraits Of(IOperation body)
    {
        var (isIterator, isBeyond) = (false, false);
        foreach (var operation in body.DescendantsAndSelf())
        {
            isBeyond |= operation is ILabeledOperation or IBranchOperation { BranchKind: BranchKind.GoTo } or IAddressOfOperation;
            isIterator |= operation.Kind is OperationKind.YieldReturn or OperationKind.YieldBreak && Function(operation, body) == body;
        }

        return new(isIterator, isBeyond);
    }

    /// <summary>The ways out of a statement: returns, and jumps to what is not in it. A chain of calls nests deeply: no recursion here.</summary>
    public static IEnumerable<IOperation> Exits(IOperation statement)
    {
        var pending = new Stack<IOperation>();
        pending.Push(statement);
        while (pending.Count > 0)
        {
            var operation = pending.Pop();
            if (operation.Kind is OperationKind.Return or OperationKind.YieldReturn or OperationKind.YieldBreak or OperationKind.Branch)
            {
                yield return operation;
            }

            // Lambdas have ways out of their own.
            if (operation is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
            {
                foreach (var child in operation.ChildOperations)
                {
                    pending.Push(child);
                }
            }
        }
    }

    /// <summary>Whether a statement yields, not counting the functions in it.</summary>
    public static bool Yields(IOperation statement) => Exits(statement).Any(e => e.Kind is OperationKind.YieldReturn or OperationKind.YieldBreak);

    /// <summary>The body that an operation belongs to: that of a lambda or local function, or the whole.</summary>
    private static IOperation Function(IOperation operation, IOperation body)
    {
        for (var around = operation; around is not null && around != body; around = around.Parent)
        {
            if (around is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return around;
            }
        }

        return body;
    }
}
