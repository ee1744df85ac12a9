using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>
/// Bodies of several statements: locals (evaluated where they are used), <c>if</c> with a known condition, <c>foreach</c> over a known list, <c>return</c>,
/// <c>yield return</c>. Other statements are passed over where no way out of the body lies in them: what they change is unknown by the rules of locals.
/// </summary>
internal sealed class Statements
{
    private readonly Evaluation _evaluation;
    private readonly ImmutableArray<Value>.Builder _yielded = ImmutableArray.CreateBuilder<Value>();
    private bool _isIterator;
    private bool _isOpen;
    private Value? _returned;

    private Statements(Evaluation evaluation) => _evaluation = evaluation;

    private enum Flow
    {
        Next,
        Ended,
        Unknown,
    }

    public static Value Evaluate(IBlockOperation block, Evaluation evaluation, Frame frame)
    {
        // What most bodies are: one return.
        if (block.Operations is [IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } only }])
        {
            return evaluation.Evaluate(only, frame);
        }

        var statements = new Statements(evaluation) { _isIterator = Exits(block).Any(e => e.Kind is OperationKind.YieldReturn or OperationKind.YieldBreak) };
        var flow = statements.Run(block.Operations, frame);
        var origin = evaluation.Origin(block, frame);
        return statements._isIterator
            ? new ListValue(statements._yielded.ToImmutable(), statements._isOpen || flow == Flow.Unknown, origin)
            : (flow == Flow.Ended ? statements._returned : null) ?? new UnknownValue(origin);
    }

    /// <summary>The ways out of a statement. A chain of calls nests deeply: no recursion here.</summary>
    private static IEnumerable<IOperation> Exits(IOperation statement)
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

            foreach (var child in operation.ChildOperations)
            {
                // Lambdas have ways out of their own.
                if (operation is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
                {
                    pending.Push(child);
                }
            }
        }
    }

    private Flow Run(IEnumerable<IOperation> statements, Frame frame)
    {
        foreach (var statement in statements)
        {
            if (!_evaluation.Count())
            {
                return Flow.Unknown;
            }

            var flow = Run(statement, frame);
            if (flow != Flow.Next)
            {
                return flow;
            }
        }

        return Flow.Next;
    }

    private Flow Run(IOperation statement, Frame frame)
    {
        switch (statement)
        {
            case IBlockOperation block:
                return Run(block.Operations, frame);
            case IReturnOperation { Kind: OperationKind.YieldBreak }:
                return Flow.Ended;
            case IReturnOperation { Kind: OperationKind.YieldReturn } yielded:
                _yielded.Add(_evaluation.Evaluate(yielded.ReturnedValue, frame));
                return Flow.Next;
            case IReturnOperation returned:
                _returned = _evaluation.Evaluate(returned.ReturnedValue, frame);
                return Flow.Ended;
            case IConditionalOperation choice when Conditions.Known(_evaluation.Evaluate(choice.Condition, frame)) is { } isTrue:
                var branch = isTrue ? choice.WhenTrue : choice.WhenFalse;
                return branch is null ? Flow.Next : Run(branch, frame);
            case IForEachLoopOperation { IsAsynchronous: false } loop when Exits(loop).Any():
                return Run(loop, frame);
            default:
                return PassOver(statement);
        }
    }

    private Flow Run(IForEachLoopOperation loop, Frame frame)
    {
        if (loop.Locals is not [var item] || Collections.ToList(_evaluation.Evaluate(loop.Collection, frame)) is not { IsOpen: false } list)
        {
            return PassOver(loop);
        }

        foreach (var value in list.Items)
        {
            // Each turn has variables of its own.
            var turn = new Frame(frame, loop.Body, frame.Caller, frame.Instance);
            turn.Set(item, value);
            var flow = Run(loop.Body, turn);
            if (flow != Flow.Next)
            {
                return flow;
            }
        }

        return Flow.Next;
    }

    /// <summary>A statement that is not understood: harmless where it neither returns nor jumps, and where it only yields, items are missing.</summary>
    private Flow PassOver(IOperation statement)
    {
        var exits = Exits(statement).ToList();
        if (_isIterator && exits.All(e => e.Kind == OperationKind.YieldReturn))
        {
            _isOpen |= exits.Count > 0;
            return Flow.Next;
        }

        return exits.Count == 0 && statement.Kind is not (OperationKind.Throw or OperationKind.Invalid) ? Flow.Next : Flow.Unknown;
    }
}
