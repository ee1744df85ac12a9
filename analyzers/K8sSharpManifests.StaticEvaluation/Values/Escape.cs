using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <content>
/// What code that is not understood may have. It may change that whenever it runs, and an unknown value may be any of it. What has escaped never comes back: to be
/// wrong here on the safe side costs knowledge, and no truth.
/// </content>
internal sealed partial class Heap
{
    private readonly List<HeapObject> _escaped = [];
    private readonly HashSet<FunctionValue> _functions = [];
    private readonly HashSet<Frame> _frames = [];

    /// <summary>What a lambda or local function sees around it: each variable, and whether it is written there.</summary>
    public required Func<FunctionValue, IReadOnlyList<(Frame Frame, ISymbol Variable, bool IsWritten)>> Captured { get; init; }

    /// <summary>An object, all that it leads to, and what delegates among it have caught get into unknown hands.</summary>
    public void Escape(Value? value)
    {
        if (value is null or ConstantValue or UnknownValue or NullValue or QuantityValue or IntOrStringValue)
        {
            return;
        }

        // Queries of queries lead to the same ones on many ways.
        var seen = new HashSet<Value> { value };
        var pending = new Stack<Value>(seen);
        while (pending.Count > 0)
        {
            foreach (var part in Reached(pending.Pop()))
            {
                if (seen.Add(part))
                {
                    pending.Push(part);
                }
            }
        }
    }

    /// <summary>Unknown code has run: nothing is known any more of what it may have changed.</summary>
    public void ForgetEscaped()
    {
        Work += _escaped.Count + _functions.Count + _frames.Count;

        // What is forgotten leads to more, through what was put into it since it escaped.
        for (var i = 0; i < _escaped.Count; i++)
        {
            var target = _escaped[i];
            if (!target.State.IsForgotten)
            {
                foreach (var part in target.State.Parts)
                {
                    Escape(part);
                }

                Set(target, target.State.Forgotten());
            }
        }

        foreach (var function in _functions.ToList())
        {
            foreach (var (frame, variable, isWritten) in Captured(function))
            {
                Work++;
                if (frame.Values.Find(variable) is { } value)
                {
                    Escape(value);
                    if (isWritten)
                    {
                        Set(frame, variable, new UnknownValue(value.Origin));
                    }
                }
            }
        }

        foreach (var frame in _frames.ToList())
        {
            Forget(frame.Values.Keys.Select(variable => new Cell(frame, variable)).ToList(), null);
        }

        // Escaping what functions and frames lead to has found more.
        if (_escaped.Any(target => !target.State.IsForgotten))
        {
            ForgetEscaped();
        }
    }

    /// <summary>Runs code to see what it does, and takes all of it back.</summary>
    public T Try<T>(Func<T> run)
    {
        var (mark, escaped, functions, frames) = (Mark(), _escaped.Count, _functions.ToList(), _frames.ToList());
        var result = run();
        Rollback(mark);
        foreach (var target in _escaped.Skip(escaped))
        {
            target.IsEscaped = false;
        }

        _escaped.RemoveRange(escaped, _escaped.Count - escaped);
        _functions.IntersectWith(functions);
        _frames.IntersectWith(frames);
        return result;
    }

    /// <summary>All objects that values lead to.</summary>
    public IReadOnlyCollection<HeapObject> Reachable(params IEnumerable<Value> values)
    {
        var found = new HashSet<HeapObject>();
        var seen = new HashSet<Value>();
        var pending = new Stack<Value>(values);
        while (pending.Count > 0)
        {
            var value = pending.Pop();
            if (!seen.Add(value))
            {
                continue;
            }

            foreach (var part in value is Reference { Target: var target } ? found.Add(target) ? target.State.Parts : [] : Parts(value))
            {
                pending.Push(part);
            }
        }

        return found;
    }

    /// <summary>The delegates that a value leads to.</summary>
    public IEnumerable<FunctionValue> Functions(Value value) => Reachable(value).SelectMany(target => target.State.Parts).Append(value).SelectMany(Nested).Distinct();

    private IEnumerable<FunctionValue> Nested(Value value) => value switch
    {
        FunctionValue function => [function],
        StructValue or SequenceValue or ChoiceValue => Parts(value).SelectMany(Nested),
        _ => [],
    };

    /// <summary>What a value that is no object holds or has caught.</summary>
    private IEnumerable<Value> Parts(Value value) => value switch
    {
        ChoiceValue choice => choice.References,
        StructValue s => s.Fields.Select(f => f.Value),
        FunctionValue function => Captured(function).Select(c => c.Frame.Values.Find(c.Variable)).Append(function.Instance).OfType<Value>(),
        SequenceValue sequence => sequence.Inputs.Concat(sequence.Frame?.Values.All ?? Enumerable.Empty<Value>()),
        PlaceValue place => place.Place.Parts,
        _ => [],
    };

    /// <summary>Marks a value, and returns what it leads to; nothing where it had been marked.</summary>
    private IEnumerable<Value> Reached(Value value)
    {
        switch (value)
        {
            case Reference { Target: { IsEscaped: false } target }:
                target.IsEscaped = true;
                _escaped.Add(target);
                return target.State.Parts;
            case Reference:
                return [];
            case FunctionValue function when !_functions.Add(function):
                return [];
            case SequenceValue { Frame: { } frame } when !_frames.Add(frame):
                return [];
            case PlaceValue { Place: VariablePlace { Frame: var holder } } when !_frames.Add(holder):
                return [];
            default:
                return [.. Parts(value)];
        }
    }
}
