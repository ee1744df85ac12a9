using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <content>Statements that choose, and what happens at their end however they are left.</content>
internal sealed partial class Execution
{
    private Flow Run(IConditionalOperation choice, Frame frame)
    {
        var condition = _evaluation.Evaluate(choice.Condition, frame);
        return Conditions.Known(condition) switch
        {
            true => Run(choice.WhenTrue, frame),
            false => choice.WhenFalse is null ? Flow.Next : Run(choice.WhenFalse, frame),
            null => RunAny([() => Run(choice.WhenTrue, frame), () => choice.WhenFalse is null ? Flow.Next : Run(choice.WhenFalse, frame)], condition.Origin),
        };
    }

    private Flow Run(ISwitchOperation choice, Frame frame)
    {
        var value = _evaluation.Evaluate(choice.Value, frame);
        var possible = new List<ISwitchCaseOperation>();
        var target = Begin(isLoop: false);
        var isMatched = false;
        var isChanged = false;
        foreach (var section in choice.Cases)
        {
            foreach (var clause in section.Clauses.Where(c => c.CaseKind != CaseKind.Default))
            {
                var matches = isMatched ? false : Patterns.Asked(clause, () => Patterns.Match(value, clause, _evaluation, frame), _evaluation, frame, ref isChanged);
                isMatched |= matches == true;
                if (matches != false && !possible.Contains(section))
                {
                    possible.Add(section);
                }
            }
        }

        var otherwise = choice.Cases.FirstOrDefault(section => section.Clauses.Any(c => c.CaseKind == CaseKind.Default));
        List<Func<Flow>> ways = [.. possible.Select(section => (Func<Flow>)(() => Section(section)))];
        if (!isMatched && (otherwise is null || !possible.Contains(otherwise)))
        {
            ways.Add(() => otherwise is null ? Flow.Next : Section(otherwise));
        }

        var flow = ways.Count == 1 ? ways[0]() : RunAny(ways, value.Origin ?? _evaluation.Origin(choice.Value, frame));
        return End(target, flow);

        Flow Section(ISwitchCaseOperation section) => Run(section.Body, frame) is var end && end == Flow.Broke ? Flow.Next : end;
    }

    private Target Begin(bool isLoop)
    {
        var target = new Target(_heap.Mark(), isLoop);
        _targets.Push(target);
        return target;
    }

    private Flow End(Target target, Flow flow)
    {
        _targets.Pop();
        return Join(flow, flow is Flow.Next or Flow.Broke, target, target.Breaks);
    }

    private Flow Run(IUsingOperation used, Frame frame)
    {
        Value? resource = null;
        if (used.Resources is IVariableDeclarationGroupOperation)
        {
            Declare(used.Resources, frame);
        }
        else
        {
            resource = _evaluation.Evaluate(used.Resources, frame);
        }

        return Finally(
            () => Run(used.Body, frame),
            () => resource is null ? Dispose(used.Resources, frame) : Dispose(resource, used, used.Resources.Type, frame));
    }

    /// <summary>Disposes of the locals of a declaration, the last one first.</summary>
    private Flow Dispose(IOperation declarations, Frame frame)
    {
        foreach (var declarator in Declarations(declarations).SelectMany(d => d.Declarators).Reverse())
        {
            if (frame.Find(declarator.Symbol) is { } value)
            {
                Dispose(value, declarator, declarator.Symbol.Type, frame);
            }
        }

        return Flow.Next;
    }

    private Flow Dispose(Value value, IOperation operation, ITypeSymbol? type, Frame frame)
    {
        _evaluation.Calls.Named("Dispose", value, type, operation, frame);
        return Flow.Next;
    }

    private Flow Run(ITryOperation attempt, Frame frame)
    {
        if (attempt.Finally is { } last)
        {
            return Finally(() => Catches(attempt, frame), () => Run(last, frame));
        }

        return Catches(attempt, frame);
    }

    /// <summary>Any part of the body may have run when a handler does: what the body writes is unknown there.</summary>
    private Flow Catches(ITryOperation attempt, Frame frame)
    {
        if (attempt.Catches.IsEmpty)
        {
            return Run(attempt.Body, frame);
        }

        IReadOnlyDictionary<Cell, List<object?>> written = new Dictionary<Cell, List<object?>>();
        List<Func<Flow>> ways =
        [
            () =>
            {
                var flow = Flow.Next;
                written = _heap.Written(() => flow = Run(attempt.Body, frame));
                return flow;
            },
            .. attempt.Catches.Select(handler => (Func<Flow>)(() => Handle(handler))),
        ];
        return RunAny(ways, _evaluation.Origin(attempt.Catches[0], frame));

        Flow Handle(ICatchClauseOperation handler)
        {
            var origin = _evaluation.Origin(handler, frame);
            _heap.Blur(written, origin);

            // What unknown code got in the body it may have changed by now.
            _evaluation.Unknowns.Call([], origin);
            foreach (var local in handler.Locals)
            {
                _heap.Set(frame, local, new UnknownValue(origin));
            }

            return handler.Filter is null || Conditions.Known(_evaluation.Evaluate(handler.Filter, frame)) != false ? Run(handler.Handler, frame) : Flow.Ended;
        }
    }

    /// <summary>Runs code, and other code after it however it ends. Where some of its ways out are remembered, what the other code writes is unknown there.</summary>
    private Flow Finally(Func<Flow> run, Func<Flow> last)
    {
        List<Delta> Remembered() => [.. _returns.Select(r => r.Delta), .. _targets.SelectMany(t => t.Breaks.Concat(t.Continues))];

        var before = new HashSet<Delta>(Remembered());
        var flow = run();
        var (returned, end) = (_returned, Flow.Next);
        var written = _heap.Written(() =>
        {
            if (flow != Flow.Ended)
            {
                end = last();
                return;
            }

            // It throws: whoever handles that finds what this has left.
            var thrown = _heap.Mark();
            last();
            _heap.Rollback(thrown);
        });
        _returned = returned;
        var remembered = Remembered().Where(r => !before.Contains(r)).ToList();
        if (remembered.Count > 0)
        {
            foreach (var delta in remembered)
            {
                Spoil(delta, written.Keys);
            }
        }

        return end == Flow.Next ? flow : end;
    }

    private void Spoil(Delta delta, IEnumerable<Cell> written)
    {
        foreach (var cell in written)
        {
            var value = delta.TryGetValue(cell, out var known) ? known : cell.Target is HeapObject target ? target.State : ((Frame)cell.Target).Find(cell.Variable!);
            if (value is ObjectState state)
            {
                state.Parts.ToList().ForEach(_heap.Escape);
                _heap.Escape(new Reference((HeapObject)cell.Target));
                delta[cell] = state.Forgotten();
            }
            else if (value is Value held)
            {
                _heap.Escape(held);
                delta[cell] = new UnknownValue(held.Origin);
            }
        }
    }
}
