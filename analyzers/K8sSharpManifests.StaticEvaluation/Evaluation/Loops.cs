using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <content>Loops. As long as it is known whether there is another turn, each is run. From where it is not, turns are run until another one changes nothing that is still known.</content>
internal sealed partial class Execution
{
    /// <summary>After so many turns what still changes is forgotten.</summary>
    private const int MaxTurns = 5;

    private Flow Run(IForEachLoopOperation loop, Frame frame)
    {
        var collection = _evaluation.Evaluate(loop.Collection, frame);
        var origin = _evaluation.Origin(loop.Collection, frame);
        var target = Begin(isLoop: true);
        var flow = Flow.Next;
        foreach (var item in _evaluation.Sequences.Items(collection, Syntax.Bare(loop.Collection).Type, loop.Collection, frame))
        {
            if (item is null || !_evaluation.Count())
            {
                flow = Widen(target, loop, frame, () => Turn(new UnknownValue(collection.Origin ?? origin)), collection.Origin ?? origin);
                break;
            }

            flow = Turn(item);
            if (flow != Flow.Next)
            {
                break;
            }
        }

        return End(target, flow);

        Flow Turn(Value item)
        {
            // Each turn has variables of its own.
            var turn = frame.Turn(_heap.NextId(), loop);
            if (loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol: var variable })
            {
                _heap.Set(turn, variable, Conversions.OfElement(item, Syntax.ElementConversion(loop), variable.Type, loop, _evaluation, turn));
            }
            else
            {
                _evaluation.Assignments.Deconstruct(loop.LoopControlVariable, item, turn);
            }

            return AfterTurn(target, Run(loop.Body, turn));
        }
    }

    private Flow Run(IForLoopOperation loop, Frame frame)
    {
        var variables = frame.Turn(_heap.NextId(), loop);
        var flow = Run(loop.Before, variables);
        return flow == Flow.Next ? Repeat(loop, loop.Condition, isTop: true, loop.AtLoopBottom, variables) : flow;
    }

    private Flow Run(IWhileLoopOperation loop, Frame frame) => loop.Condition is null || loop.ConditionIsUntil
        ? Deny(loop, frame)
        : Repeat(loop, loop.Condition, loop.ConditionIsTop, [], frame);

    private Flow Repeat(ILoopOperation loop, IOperation? condition, bool isTop, ImmutableArray<IOperation> atBottom, Frame frame)
    {
        var target = Begin(isLoop: true);
        var flow = Flow.Next;
        var isFirst = !isTop;
        while (flow == Flow.Next)
        {
            var value = isFirst || condition is null ? null : _evaluation.Evaluate(condition, frame);
            var holds = value is null ? true : Conditions.Known(value);
            isFirst = false;
            if (holds == false)
            {
                break;
            }

            if (holds is null || !_evaluation.Count())
            {
                flow = Widen(target, loop, frame, Again, value?.Origin);
                break;
            }

            flow = Turn();
        }

        return End(target, flow);

        Flow Again()
        {
            var end = Turn();
            if (end == Flow.Next)
            {
                _evaluation.Evaluate(condition, frame);
            }

            return end;
        }

        Flow Turn()
        {
            var end = AfterTurn(target, Run(loop.Body, frame.Turn(_heap.NextId(), loop.Body)));
            return end == Flow.Next ? Run(atBottom, frame) : end;
        }
    }

    /// <summary>Goes on with the turns that went on early.</summary>
    private Flow AfterTurn(Target target, Flow flow) => Join(flow, flow is Flow.Next or Flow.Continued, target, target.Continues);

    /// <summary>Runs the turns of which it is not known how many there are: none, or any number.</summary>
    private Flow Widen(Target target, IOperation loop, Frame frame, Func<Flow> turn, SourceOrigin? reason)
    {
        target.Reason ??= reason;
        for (var i = 0; i < MaxTurns && _evaluation.Count(); i++)
        {
            var mark = _heap.Mark();
            var flow = turn();
            if (flow != Flow.Next)
            {
                Leave(flow, reason);
                _heap.Rollback(mark);
                return Flow.Next;
            }

            var after = _heap.Rollback(mark);
            if (!_heap.Merge(mark, [[], after], reason))
            {
                return Flow.Next;
            }

            if (i >= MaxTurns - 2)
            {
                _heap.Forget(after.Keys.Where(cell => cell.Id < mark.NextId).ToList(), reason);
            }
        }

        _evaluation.Unknowns.Deny(loop, frame);
        return Flow.Next;
    }
}
