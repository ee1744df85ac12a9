using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>
/// The code of an iterator. It runs each time that someone goes through what it returns, from one yield to the next, so that what its consumer does in between is seen.
/// Where it is not known whether it yields, the sequence says no more.
/// </summary>
internal sealed class Iterator(IBlockOperation body, Evaluation evaluation, Frame frame)
{
    /// <summary>What it yields, when someone goes through it.</summary>
    /// <param name="method">The method; null for a member that nobody has called.</param>
    /// <param name="origin">Where it is called.</param>
    public SequenceValue Sequence(IMethodSymbol? method, SourceOrigin origin)
    {
        // It has caught what is around it, as a lambda has.
        var caught = method is null ? null : new FunctionValue(method, body, frame.Outer ?? frame, frame.Instance, null);
        return new(Items, caught is null ? [] : [caught, .. frame.InstancePlace is { } place ? [new PlaceValue(place)] : Array.Empty<Value>()], frame, origin);
    }

    private IEnumerable<Value?> Items()
    {
        // Each time it begins with its arguments, and with variables of its own.
        var turn = frame.Turn(evaluation.Heap.NextId(), body);
        foreach (var argument in frame.Values.Entries)
        {
            evaluation.Heap.Set(turn, argument.Key, argument.Value);
        }

        var end = new End();
        foreach (var item in Run(body.Operations, turn, end))
        {
            if (item is null)
            {
                evaluation.Heap.ForgetEscaped();
                evaluation.Unknowns.Deny(body, turn);
            }

            yield return item;
        }
    }

    private IEnumerable<Value?> Run(ImmutableArray<IOperation> statements, Frame scope, End end)
    {
        for (var i = 0; i < statements.Length; i++)
        {
            // What is disposed of at the end of the block is so, too, when the consumer stops.
            if (statements[i] is IUsingDeclarationOperation)
            {
                var rest = statements.RemoveRange(0, i);
                end.Flow = rest.Any(Matters) ? Flow.Ended : new Execution(body, evaluation, scope).Run(rest, scope);
                if (rest.Any(Matters))
                {
                    yield return null;
                }

                yield break;
            }

            foreach (var item in Run(statements[i], scope, end))
            {
                yield return item;
                if (item is null)
                {
                    end.Flow = Flow.Ended;
                }
            }

            if (end.Flow != Flow.Next)
            {
                yield break;
            }
        }
    }

    private IEnumerable<Value?> Run(IOperation statement, Frame scope, End end)
    {
        if (!evaluation.Count())
        {
            return [null];
        }

        switch (statement)
        {
            case IReturnOperation { Kind: OperationKind.YieldReturn } yielded:
                return [evaluation.Evaluate(yielded.ReturnedValue, scope)];
            case IReturnOperation { Kind: OperationKind.YieldBreak }:
                end.Flow = Flow.Returned;
                return [];
            case IBranchOperation { BranchKind: BranchKind.Break }:
                end.Flow = Flow.Broke;
                return [];
            case IBranchOperation { BranchKind: BranchKind.Continue }:
                end.Flow = Flow.Continued;
                return [];
            case IThrowOperation thrown:
                evaluation.Evaluate(thrown.Exception, scope);
                end.Flow = Flow.Ended;
                return [];
            case IBlockOperation block:
                return Run(block.Operations, scope, end);
            case IConditionalOperation choice when Matters(choice):
                return Conditions.Known(evaluation.Evaluate(choice.Condition, scope)) switch
                {
                    true => Run(choice.WhenTrue, scope, end),
                    false => choice.WhenFalse is null ? [] : Run(choice.WhenFalse, scope, end),
                    null => [null],
                };
            case IForEachLoopOperation { IsAsynchronous: false } loop when Matters(loop):
                return ForEach(loop, scope, end);
            case IForLoopOperation loop when Matters(loop):
                return For(loop, scope, end);
            case IWhileLoopOperation { ConditionIsTop: true, ConditionIsUntil: false, Condition: not null } loop when Matters(loop):
                return Repeat(loop, loop.Condition, [], scope, end);
            case var _ when Matters(statement):
                return [null];
            default:
                // A loop's or switch's own jumps end with it.
                end.Flow = new Execution(body, evaluation, scope).Run([statement], scope);
                return [];
        }
    }

    private IEnumerable<Value?> ForEach(IForEachLoopOperation loop, Frame scope, End end)
    {
        var collection = evaluation.Evaluate(loop.Collection, scope);
        foreach (var value in evaluation.Sequences.Items(collection, Syntax.Bare(loop.Collection).Type, loop.Collection, scope))
        {
            if (value is null)
            {
                yield return null;
                yield break;
            }

            var turn = scope.Turn(evaluation.Heap.NextId(), loop);
            if (loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol: var variable })
            {
                evaluation.Heap.Set(turn, variable, Conversions.OfElement(value, Syntax.ElementConversion(loop), variable.Type, loop, evaluation, turn));
            }
            else
            {
                evaluation.Assignments.Deconstruct(loop.LoopControlVariable, value, turn);
            }

            foreach (var item in Run(loop.Body, turn, end))
            {
                yield return item;
            }

            if (end.LeavesLoop())
            {
                yield break;
            }
        }
    }

    private IEnumerable<Value?> For(IForLoopOperation loop, Frame scope, End end)
    {
        var variables = scope.Turn(evaluation.Heap.NextId(), loop);
        new Execution(body, evaluation, variables).Run(loop.Before, variables);
        return Repeat(loop, loop.Condition, loop.AtLoopBottom, variables, end);
    }

    private IEnumerable<Value?> Repeat(ILoopOperation loop, IOperation? condition, IEnumerable<IOperation> atBottom, Frame scope, End end)
    {
        while (evaluation.Count())
        {
            var holds = condition is null ? true : Conditions.Known(evaluation.Evaluate(condition, scope));
            if (holds == false)
            {
                yield break;
            }

            if (holds is null)
            {
                yield return null;
                yield break;
            }

            foreach (var item in Run(loop.Body, scope.Turn(evaluation.Heap.NextId(), loop.Body), end))
            {
                yield return item;
            }

            if (end.LeavesLoop())
            {
                yield break;
            }

            foreach (var operation in atBottom)
            {
                new Execution(body, evaluation, scope).Run(operation, scope);
            }
        }

        yield return null;
    }

    /// <summary>Whether a statement yields, or ends what is around it.</summary>
    private static bool Matters(IOperation statement) => BodyTraits.Exits(statement).Any();

    /// <summary>How the statement ended that ran last.</summary>
    private sealed class End
    {
        public Flow Flow { get; set; }

        /// <summary>Whether a loop ends after a turn of it.</summary>
        public bool LeavesLoop()
        {
            if (Flow == Flow.Continued)
            {
                Flow = Flow.Next;
            }

            var leaves = Flow != Flow.Next;
            if (Flow == Flow.Broke)
            {
                Flow = Flow.Next;
            }

            return leaves;
        }
    }
}
