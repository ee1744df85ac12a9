using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <content>Statements that choose, and those that repeat.</content>
internal sealed partial class Statements
{
    private Flow Run(IConditionalOperation choice, Frame frame)
    {
        var isTrue = Conditions.Known(_evaluation.Evaluate(choice.Condition, frame));
        return isTrue switch
        {
            true => Run(choice.WhenTrue, frame),
            false => choice.WhenFalse is null ? Flow.Next : Run(choice.WhenFalse, frame),
            null => RunAny([choice.WhenTrue, choice.WhenFalse], frame),
        };
    }

    private Flow Run(ISwitchOperation choice, Frame frame)
    {
        var value = _evaluation.Evaluate(choice.Value, frame);
        var isKnown = true;
        foreach (var section in choice.Cases)
        {
            foreach (var clause in section.Clauses.Where(c => c.CaseKind != CaseKind.Default))
            {
                var matches = Patterns.Match(value, clause, _evaluation, frame);
                if (matches == true && isKnown)
                {
                    return AfterSwitch(Run(section.Body, frame));
                }

                isKnown &= matches == false;
            }
        }

        var otherwise = choice.Cases.FirstOrDefault(section => section.Clauses.Any(c => c.CaseKind == CaseKind.Default));
        return isKnown
            ? otherwise is null ? Flow.Next : AfterSwitch(Run(otherwise.Body, frame))
            : RunAny([.. choice.Cases.Cast<IOperation?>(), .. otherwise is null ? new IOperation?[] { null } : []], frame);
    }

    private static Flow AfterSwitch(Flow flow) => flow == Flow.Broke ? Flow.Next : flow;

    /// <summary>Runs every way that the code may take. After it holds what they have in common; a way that throws does not count.</summary>
    private Flow RunAny(IReadOnlyList<IOperation?> ways, Frame frame)
    {
        var before = frame.Save();
        IReadOnlyList<FrameState>? after = null;
        var returned = false;
        foreach (var way in ways)
        {
            Frame.Restore(before);
            var yielded = _yielded.Count;
            var flow = way switch
            {
                null => Flow.Next,
                ISwitchCaseOperation section => AfterSwitch(Run(section.Body, frame)),
                ICatchClauseOperation handler => Run(handler, frame),
                _ => Run(way, frame),
            };

            // What it yields comes or does not, and where it ends so may all that follows.
            _isOpen |= _yielded.Count > yielded;
            _yielded.Count = Math.Min(yielded, _yielded.Count);
            switch (flow)
            {
                case Flow.Threw:
                    break;
                case Flow.Returned when !_isIterator:
                    returned = true;
                    break;
                case Flow.Next:
                    if (after is not null)
                    {
                        Frame.Join(after, frame.Save());
                    }

                    after = frame.Save();
                    break;
                default:
                    return Flow.Unknown;
            }
        }

        if (after is null)
        {
            return returned ? Flow.Returned : Flow.Threw;
        }

        Frame.Restore(after);
        return Flow.Next;
    }

    private Flow Run(ITryOperation attempt, Frame frame)
    {
        var flow = attempt.Catches.IsEmpty ? Run(attempt.Body, frame) : RunAny([attempt.Body, .. attempt.Catches], frame);
        return attempt.Finally is null || flow == Flow.Unknown || Run(attempt.Finally, frame) == Flow.Next ? flow : Flow.Unknown;
    }

    /// <summary>Any part of the body that it belongs to may have run.</summary>
    private Flow Run(ICatchClauseOperation handler, Frame frame)
    {
        Forget(((ITryOperation)handler.Parent!).Body, frame);
        return Run(handler.Handler, frame);
    }

    private Flow Run(IForEachLoopOperation loop, Frame frame)
    {
        if (Collections.ToList(_evaluation.Evaluate(loop.Collection, frame)) is not { IsOpen: false } list)
        {
            return PassOver(loop, frame);
        }

        foreach (var value in list.Items)
        {
            // Each turn has variables of its own.
            var turn = new Frame(frame, loop, frame.Caller, frame.Instance);
            if (loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol: var item })
            {
                turn.Set(item, value);
            }
            else
            {
                new Assignments(_evaluation, turn).Deconstruct(loop.LoopControlVariable, value);
            }

            var flow = Run(loop.Body, turn);
            if (flow is not (Flow.Next or Flow.Continued))
            {
                return AfterLoop(flow, loop, frame);
            }
        }

        return Flow.Next;
    }

    private Flow Run(IForLoopOperation loop, Frame frame)
    {
        var variables = new Frame(frame, loop, frame.Caller, frame.Instance);
        var flow = Run(loop.Before, variables);
        return flow == Flow.Next ? Repeat(loop, loop.Condition, loop.AtLoopBottom, variables) : flow;
    }

    private Flow Run(IWhileLoopOperation loop, Frame frame) => Repeat(loop, loop.Condition, [], frame);

    private Flow Repeat(ILoopOperation loop, IOperation? condition, ImmutableArray<IOperation> atBottom, Frame frame)
    {
        while (_evaluation.Count())
        {
            switch (condition is null ? true : Conditions.Known(_evaluation.Evaluate(condition, frame)))
            {
                case false:
                    return Flow.Next;
                case null:
                    return PassOver(loop, frame);
            }

            var flow = Run(loop.Body, new Frame(frame, loop.Body, frame.Caller, frame.Instance));
            if (flow is Flow.Next or Flow.Continued)
            {
                flow = Run(atBottom, frame);
            }

            if (flow != Flow.Next)
            {
                return AfterLoop(flow, loop, frame);
            }
        }

        return Flow.Unknown;
    }

    private Flow AfterLoop(Flow flow, ILoopOperation loop, Frame frame) => flow switch
    {
        Flow.Broke => Flow.Next,
        Flow.Unknown => PassOver(loop, frame),
        _ => flow,
    };
}
