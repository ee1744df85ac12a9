using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>
/// All objects and variables, and what they hold now. Where the code may take several ways, each is run from the same start: <see cref="Rollback"/> takes back what
/// a way has changed and remembers it, and <see cref="Merge"/> leaves what the ways have in common.
/// </summary>
internal sealed partial class Heap : IDisposable
{
    /// <summary>A cell that changes that often in a try holds anything.</summary>
    private const int MaxHeld = 50;

    private const int MaxSpare = 4096;

    // A thread evaluates one root after the other, and this is the largest thing that each needs.
    [ThreadStatic]
    private static List<Change>? _spareTrail;

    private List<Change> _trail;
    private Dictionary<Cell, int> _logged = [];
    private int _next = 1;

    // Where the last way began: what was written before in that way needs no second entry, or loops would keep all that lists have ever been.
    private int _begun;

    /// <summary>What cells have held since a try began, in ways that were taken back, too.</summary>
    private Stack<Dictionary<Cell, List<object?>>> _written = new();

    public Heap() => (_trail, _spareTrail) = (_spareTrail ?? new(256), null);

    /// <summary>How many cells it has looked through to take back, join and forget what was written: this is work, too, and can be more than the code's own.</summary>
    public int Work { get; private set; }

    /// <summary>Another number whenever something was written.</summary>
    public int Version { get; private set; }

    public int NextId() => _next++;

    public Reference New(ObjectState state, SourceOrigin? origin)
    {
        var made = new HeapObject(NextId(), state, origin);
        Log(new(made, null), state, state);
        return new(made);
    }

    public void Set(HeapObject target, ObjectState state)
    {
        if (!ReferenceEquals(target.State, state))
        {
            // What a static member leads to, any code gets at.
            if (target.IsStatic)
            {
                state.Parts.Except(target.State.Parts).ToList().ForEach(Escape);
            }

            Log(new(target, null), target.State, state);
            target.State = state;
        }
    }

    public void Set(Frame frame, ISymbol variable, Value? value)
    {
        var before = frame.Values.Find(variable);
        if (!ReferenceEquals(before, value))
        {
            Log(new(frame, variable), before, value);
            frame.Values.Put(variable, value);
        }
    }

    /// <summary>Leaves its memory to the next heap.</summary>
    public void Dispose()
    {
        if (_trail.Capacity <= MaxSpare)
        {
            _trail.Clear();
            _spareTrail = _trail;
        }

        _trail = [];
    }

    /// <summary>Now, to be come back to.</summary>
    public Mark Mark()
    {
        _begun = _trail.Count;
        return new(_trail.Count, _next);
    }

    /// <summary>What was made and changed since a mark, as it is now.</summary>
    public Delta Since(Mark mark)
    {
        var delta = new Delta();
        Work += _trail.Count - mark.Trail;
        for (var i = _trail.Count - 1; i >= mark.Trail; i--)
        {
            var cell = _trail[i].Cell;
            if (!delta.ContainsKey(cell))
            {
                delta.Add(cell, Current(cell));
            }
        }

        return delta;
    }

    /// <summary>Takes back what was changed since a mark.</summary>
    public Delta Rollback(Mark mark)
    {
        var delta = Since(mark);
        for (var i = _trail.Count - 1; i >= mark.Trail; i--)
        {
            var (cell, before) = (_trail[i].Cell, _trail[i].Before);
            if (cell.Target is HeapObject target)
            {
                target.State = (ObjectState)before!;
            }
            else
            {
                ((Frame)cell.Target).Values.Put(cell.Variable!, (Value?)before);
            }
        }

        _trail.RemoveRange(mark.Trail, _trail.Count - mark.Trail);
        _begun = mark.Trail;
        return delta;
    }

    /// <summary>Leaves what several ways from a mark, to which all was taken back, have in common. What only some of them have made is what they have made it.</summary>
    /// <param name="mark">Where the ways began.</param>
    /// <param name="ways">What each has changed.</param>
    /// <param name="reason">What is not known.</param>
    /// <returns>Whether anything is not what it was.</returns>
    public bool Merge(Mark mark, IReadOnlyList<Delta> ways, SourceOrigin? reason)
    {
        var isChanged = false;
        foreach (var cell in ways.SelectMany(w => w.Keys).Distinct().ToList())
        {
            Work += ways.Count;
            var isOld = cell.Id < mark.NextId;
            var before = Current(cell);
            object? merged = null;
            var isFirst = true;
            foreach (var way in ways)
            {
                if (!way.TryGetValue(cell, out var after))
                {
                    if (!isOld)
                    {
                        continue;
                    }

                    after = before;
                }

                merged = isFirst ? after : cell.Target is HeapObject ? Join((ObjectState)merged!, (ObjectState)after!, reason)
                    : merged is null || after is null ? Lose(merged ?? after) : Join((Value)merged, (Value)after, reason);
                isFirst = false;
            }

            isChanged |= isOld && !ReferenceEquals(before, merged);
            if (!isOld)
            {
                Log(cell, before, merged);
            }

            Put(cell, merged);
        }

        return isChanged;

        // A variable that only one way has met: nobody reads it before it gets another value.
        object? Lose(object? value)
        {
            Escape((Value?)value);
            return null;
        }
    }

    /// <summary>Makes unknown what a way has changed.</summary>
    public void Forget(IEnumerable<Cell> cells, SourceOrigin? reason)
    {
        foreach (var cell in cells)
        {
            if (cell.Target is HeapObject target)
            {
                Escape(new Reference(target));
                target.State.Parts.ToList().ForEach(Escape);
                Set(target, target.State.Forgotten());
            }
            else if (((Frame)cell.Target).Values.Find(cell.Variable!) is { } value)
            {
                Escape(value);
                Set((Frame)cell.Target, cell.Variable!, new UnknownValue(reason ?? value.Origin));
            }
        }
    }

    /// <summary>Runs code that belongs to no way: what static members begin with.</summary>
    public T Apart<T>(Func<T> run)
    {
        var (trail, logged, begun, written) = (_trail, _logged, _begun, _written);
        (_trail, _logged, _begun, _written) = ([], [], 0, new());
        try
        {
            return run();
        }
        finally
        {
            (_trail, _logged, _begun, _written) = (trail, logged, begun, written);
        }
    }

    /// <summary>Runs code, and tells what it wrote at any time, and all that those cells have held since.</summary>
    public IReadOnlyDictionary<Cell, List<object?>> Written(Action run)
    {
        var next = _next;
        _written.Push([]);
        run();
        var written = _written.Pop();
        if (_written.Count > 0)
        {
            foreach (var cell in written)
            {
                if (!_written.Peek().TryGetValue(cell.Key, out var held))
                {
                    _written.Peek().Add(cell.Key, held = []);
                }

                held.AddRange(cell.Value);
            }
        }

        return written.Where(cell => cell.Key.Id < next).ToDictionary(cell => cell.Key, cell => cell.Value);
    }

    /// <summary>Leaves in cells what all that they have held have in common: any of it may be what they hold now.</summary>
    public void Blur(IReadOnlyDictionary<Cell, List<object?>> written, SourceOrigin? reason)
    {
        foreach (var cell in written)
        {
            object? merged = Current(cell.Key);
            foreach (var held in cell.Value)
            {
                if (merged is null || held is null)
                {
                    Escape((merged ?? held) as Value);
                    merged = null;
                    break;
                }

                merged = cell.Key.Target is HeapObject ? Join((ObjectState)merged, (ObjectState)held, reason) : Join((Value)merged, (Value)held, reason);
            }

            Put(cell.Key, merged);
        }
    }

    private void Put(Cell cell, object? value)
    {
        if (cell.Target is HeapObject target)
        {
            Set(target, (ObjectState)value!);
        }
        else
        {
            Set((Frame)cell.Target, cell.Variable!, (Value?)value);
        }
    }

    private static object? Current(Cell cell) =>
        cell.Target is HeapObject target ? target.State : ((Frame)cell.Target).Values.Find(cell.Variable!);

    private void Log(Cell cell, object? before, object? after)
    {
        Version++;
        var target = cell.Target as HeapObject;

        // A variable's first value is its only one, mostly: that is not looked up.
        var isFirst = target is null && before is null;
        var index = target?.Logged ?? (!isFirst && _logged.TryGetValue(cell, out var known) ? known : -1);
        if (index < _begun || index >= _trail.Count || _trail[index].Cell != cell)
        {
            if (target is not null)
            {
                target.Logged = _trail.Count;
            }
            else if (!isFirst)
            {
                _logged[cell] = _trail.Count;
            }

            _trail.Add(new(cell, before));
        }

        if (_written.Count > 0)
        {
            if (!_written.Peek().TryGetValue(cell, out var held))
            {
                _written.Peek().Add(cell, held = [before]);
            }

            if (held.Count < MaxHeld)
            {
                held.Add(after);
                return;
            }

            Escape(after as Value);
            (after as ObjectState)?.Parts.ToList().ForEach(Escape);
            if (held.Count == MaxHeld)
            {
                held.Add(after is ObjectState state ? state.Forgotten() : new UnknownValue());
            }
        }
    }

    private readonly record struct Change(Cell Cell, object? Before);
}

/// <summary>A moment: how much had been written, and made.</summary>
internal readonly record struct Mark(int Trail, int NextId);

/// <summary>What can be written: an object, or a variable of a frame.</summary>
internal readonly record struct Cell(object Target, ISymbol? Variable)
{
    public int Id => Target is HeapObject target ? target.Id : ((Frame)Target).Id;

    public bool Equals(Cell other) => ReferenceEquals(Target, other.Target) && (ReferenceEquals(Variable, other.Variable) || SymbolEqualityComparer.Default.Equals(Variable, other.Variable));

    // A frame has few variables, and what the runtime knows an object by costs much the first time.
    public override int GetHashCode() => Target is HeapObject target ? target.Hash : ((Frame)Target).Id;
}

/// <summary>What some way has left in the cells that it wrote: states of objects, values of variables; null for a variable that it has not met.</summary>
internal sealed class Delta : Dictionary<Cell, object?>;
