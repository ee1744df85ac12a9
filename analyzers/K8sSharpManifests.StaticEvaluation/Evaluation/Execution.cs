using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>How a statement ends.</summary>
internal enum Flow
{
    /// <summary>The next statement follows.</summary>
    Next,

    /// <summary>The body returns.</summary>
    Returned,

    /// <summary>The loop or switch around it ends.</summary>
    Broke,

    /// <summary>The loop around it goes on with its next turn.</summary>
    Continued,

    /// <summary>No statement follows: it throws, or each way out of it is remembered.</summary>
    Ended,
}

/// <summary>
/// Runs the statements of one body, in their order. Where a condition is not known, it runs each way from the same start, and goes on with what they have in common;
/// a way that leaves the body, or a loop, is remembered until the others get there.
/// </summary>
internal sealed partial class Execution
{
    private readonly IBlockOperation _body;
    private readonly Evaluation _evaluation;
    private readonly Frame _frame;
    private readonly Heap _heap;
    private readonly Mark _start;
    private readonly List<(Value Value, Delta Delta)> _returns = [];
    private readonly Stack<Target> _targets = new();
    private Value? _returned;
    private SourceOrigin? _reason;

    public Execution(IBlockOperation body, Evaluation evaluation, Frame frame)
    {
        _body = body;
        _evaluation = evaluation;
        _frame = frame;
        _heap = evaluation.Heap;
        _start = _heap.Mark();
    }

    /// <summary>Runs the body, and gives what it returns.</summary>
    public Value Run()
    {
        // What most bodies are: one return.
        if (_body.Operations is [IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } only }])
        {
            return Returned(only, _frame);
        }

        var flow = Run(_body.Operations, _frame);
        if (_returns.Count == 0)
        {
            return _returned ?? new UnknownValue(_evaluation.Origin(_body, _frame));
        }

        var last = _heap.Rollback(_start);
        if (flow != Flow.Ended)
        {
            _returns.Add((_returned ?? new UnknownValue(), last));
        }

        _heap.Merge(_start, [.. _returns.Select(r => r.Delta)], _reason);
        return _returns.Select(r => r.Value).Aggregate((a, b) => _heap.Join(a, b, _reason));
    }

    /// <summary>Runs statements, such as those that an iterator has between its yields.</summary>
    public Flow Run(ImmutableArray<IOperation> statements, Frame frame)
    {
        for (var i = 0; i < statements.Length; i++)
        {
            if (!_evaluation.Count())
            {
                return Flow.Ended;
            }

            // What is disposed of at the end of the block is so however that is left.
            if (statements[i] is IUsingDeclarationOperation { IsAsynchronous: false } used)
            {
                Declare(used.DeclarationGroup, frame);
                var rest = statements.RemoveRange(0, i + 1);
                return Finally(() => Run(rest, frame), () => Dispose(used.DeclarationGroup, frame));
            }

            var flow = Run(statements[i], frame);
            if (flow != Flow.Next)
            {
                return flow;
            }
        }

        return Flow.Next;
    }

    public Flow Run(IOperation statement, Frame frame) => _evaluation.Nested(statement, frame, () => Dispatch(statement, frame));

    private Flow Dispatch(IOperation statement, Frame frame)
    {
        switch (statement)
        {
            case IBlockOperation block:
                return Run(block.Operations, frame);
            case IVariableDeclarationGroupOperation:
                Declare(statement, frame);
                return Flow.Next;
            case IExpressionStatementOperation { Operation: var expression }:
                _evaluation.Evaluate(expression, frame);
                return Flow.Next;
            case ILocalFunctionOperation local:
                _evaluation.Observer?.Declared(local, frame);
                return Flow.Next;
            case IEmptyOperation:
                return Flow.Next;
            case IReturnOperation { Kind: OperationKind.Return } returned:
                _returned = Returned(returned.ReturnedValue, frame);
                return Flow.Returned;
            case IReturnOperation { Kind: OperationKind.YieldReturn } yielded:
                _evaluation.Evaluate(yielded.ReturnedValue, frame);
                return Flow.Next;
            case IReturnOperation { Kind: OperationKind.YieldBreak }:
                return Flow.Returned;
            case IThrowOperation thrown:
                _evaluation.Evaluate(thrown.Exception, frame);
                return Flow.Ended;
            case IBranchOperation { BranchKind: BranchKind.Break }:
                return Flow.Broke;
            case IBranchOperation { BranchKind: BranchKind.Continue }:
                return Flow.Continued;
            case IConditionalOperation choice:
                return Run(choice, frame);
            case ISwitchOperation choice:
                return Run(choice, frame);
            case IForEachLoopOperation { IsAsynchronous: false } loop:
                return Run(loop, frame);
            case IForLoopOperation loop:
                return Run(loop, frame);
            case IWhileLoopOperation loop:
                return Run(loop, frame);
            case ILockOperation { Body: var body } locked:
                _evaluation.Evaluate(locked.LockedValue, frame);
                return Run(body, frame);
            case IUsingOperation { IsAsynchronous: false } used:
                return Run(used, frame);
            case ITryOperation attempt:
                return Run(attempt, frame);
            default:
                return Deny(statement, frame);
        }
    }

    private Value Returned(IOperation? value, Frame frame)
    {
        if (!frame.ReturnsPlace)
        {
            return value is null ? new UnknownValue() : _evaluation.Evaluate(value, frame);
        }

        return new PlaceValue(_evaluation.Places.Of(value, frame));
    }

    /// <summary>Locals get their values in the order of the statements.</summary>
    private void Declare(IOperation? declarations, Frame frame)
    {
        foreach (var declaration in Declarations(declarations))
        {
            foreach (var declarator in declaration.Declarators)
            {
                var initializer = declarator.GetVariableInitializer()?.Value;
                _heap.Set(frame, declarator.Symbol, initializer is null
                    ? null
                    : declarator.Symbol.IsRef ? new PlaceValue(_evaluation.Places.Of(initializer, frame)) : _evaluation.Evaluate(initializer, frame));
            }
        }
    }

    private static IEnumerable<IVariableDeclarationOperation> Declarations(IOperation? operation) => operation switch
    {
        IVariableDeclarationGroupOperation group => group.Declarations,
        IVariableDeclarationOperation declaration => [declaration],
        _ => [],
    };

    /// <summary>A statement that is not understood. It may also end whatever a way out of it ends.</summary>
    private Flow Deny(IOperation statement, Frame frame)
    {
        _evaluation.Unknowns.Deny(statement, frame);
        var ways = new List<Func<Flow>> { () => Flow.Next };
        foreach (var exit in BodyTraits.Exits(statement))
        {
            ways.Add(exit switch
            {
                IBranchOperation { BranchKind: BranchKind.Break } when _targets.Count > 0 => () => Flow.Broke,
                IBranchOperation { BranchKind: BranchKind.Continue } when _targets.Count > 0 => () => Flow.Continued,
                _ => () =>
                {
                    _returned = new UnknownValue(_evaluation.Origin(statement, frame));
                    return Flow.Returned;
                }
                ,
            });
        }

        return RunAny(ways, _evaluation.Origin(statement, frame));
    }

    /// <summary>Runs every way that the code may take. After it holds what they have in common; a way that throws does not count.</summary>
    private Flow RunAny(IReadOnlyList<Func<Flow>> ways, SourceOrigin? reason)
    {
        var mark = _heap.Mark();
        var nexts = new List<Delta>();
        foreach (var way in ways)
        {
            var flow = way();
            if (flow == Flow.Next)
            {
                nexts.Add(_heap.Rollback(mark));
            }
            else
            {
                Leave(flow, reason);
                _heap.Rollback(mark);
            }
        }

        if (nexts.Count == 0)
        {
            return Flow.Ended;
        }

        _heap.Merge(mark, nexts, reason);
        return Flow.Next;
    }

    /// <summary>Remembers what a way has left that goes elsewhere.</summary>
    private void Leave(Flow flow, SourceOrigin? reason)
    {
        switch (flow)
        {
            case Flow.Returned:
                _returns.Add((_returned ?? new UnknownValue(), _heap.Since(_start)));
                _returned = null;
                _reason ??= reason;
                break;
            case Flow.Broke when _targets.Count > 0:
                _targets.Peek().Breaks.Add(_heap.Since(_targets.Peek().Start));
                _targets.Peek().Reason ??= reason;
                break;
            case Flow.Continued when _targets.FirstOrDefault(t => t.IsLoop) is { } loop:
                loop.Continues.Add(_heap.Since(loop.Start));
                loop.Reason ??= reason;
                break;
        }
    }

    /// <summary>Goes on with what remembered ways have left, and with what is here where the flow gets there, too.</summary>
    private Flow Join(Flow flow, bool isNext, Target target, List<Delta> ways)
    {
        if (ways.Count == 0)
        {
            return isNext ? Flow.Next : flow;
        }

        if (!isNext)
        {
            Leave(flow, target.Reason);
        }

        var now = _heap.Rollback(target.Start);
        _heap.Merge(target.Start, isNext ? [now, .. ways] : ways, target.Reason);
        ways.Clear();
        return Flow.Next;
    }

    /// <summary>A loop, or a switch, whose end statements in it may go to.</summary>
    private sealed class Target(Mark start, bool isLoop)
    {
        public Mark Start { get; } = start;

        public bool IsLoop { get; } = isLoop;

        public List<Delta> Breaks { get; } = [];

        public List<Delta> Continues { get; } = [];

        public SourceOrigin? Reason { get; set; }
    }
}
