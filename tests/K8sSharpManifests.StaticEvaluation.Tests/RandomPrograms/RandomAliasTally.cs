using System.Collections.Concurrent;
using System.Globalization;

namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>Counts what became of many programs, for all threads, and keeps those that fail.</summary>
internal sealed class RandomAliasTally
{
    private readonly ConcurrentDictionary<string, int> _exceptions = new();
    private readonly List<Failure> _failures = [];
    private readonly Lock _lock = new();
    private int _programs;
    private int _failed;
    private int _thrown;
    private long _decided;
    private Leaves _all;
    private Leaves _knowable;
    private Leaves _closed;

    public int Programs => Volatile.Read(ref _programs);

    public int Failed => _failed;

    /// <summary>The shortest of the programs that fail: more would fill memory where many do.</summary>
    public IReadOnlyList<Failure> Failures => _failures;

    public string Report
    {
        get
        {
            var exceptions = string.Concat(_exceptions.OrderByDescending(e => e.Value).Select(e => $", {e.Value} {e.Key}"));
            return $"{_programs} random programs with aliases: {_all} leaves are known, {_knowable} where nothing unknown is called, "
                + $"{_closed} where there are no statics either; {_decided} verdicts of rules are decided, {_thrown} members threw{exceptions}.";
        }
    }

    public void Add(Outcome outcome, RandomAliasProgram program, int seed, bool isReversed)
    {
        lock (_lock)
        {
            _programs += isReversed ? 0 : 1;
            _decided += outcome.Decided;
            if (outcome.Thrown is { } thrown)
            {
                _thrown++;
                _exceptions.AddOrUpdate(thrown.GetType().Name, 1, (_, count) => count + 1);
            }

            _all.Add(outcome.Agreement, isCounted: true);
            _knowable.Add(outcome.Agreement, program.IsKnowable);
            _closed.Add(outcome.Agreement, program.IsClosed);
            if (outcome.Differences.Count > 0)
            {
                _failed++;
                AddFailure(new(seed, program.Code, isReversed, outcome.Differences));
            }
        }
    }

    /// <summary>Adds a batch that is no compilation.</summary>
    public void Add(DoesNotCompileException exception, int seed)
    {
        lock (_lock)
        {
            _failed++;
            AddFailure(new(seed, "", false, [exception.Message]));
        }
    }

    private void AddFailure(Failure failure)
    {
        if (_failures.Any(f => f.Code == failure.Code))
        {
            return;
        }

        _failures.Add(failure);
        _failures.Sort((x, y) => x.Code.Length.CompareTo(y.Code.Length));
        _failures.RemoveRange(Math.Min(_failures.Count, 50), Math.Max(0, _failures.Count - 50));
    }

    /// <summary>A program that fails.</summary>
    internal sealed record Failure(int Seed, string Code, bool IsReversed, IReadOnlyList<string> Differences)
    {
        /// <summary>What fails, made as small as time allows.</summary>
        public string Shown(int batch, TimeSpan time)
        {
            var smaller = Code.Length == 0 ? null : RandomAliasShrinker.Shrink([Code], IsReversed, time)
                ?? RandomAliasShrinker.Shrink([.. RandomAliasBatch.Programs(Seed, batch).Select(p => p.Code)], IsReversed, time * 3);
            var origin = string.Create(CultureInfo.InvariantCulture, $"RANDOM_SEED={Seed} RANDOM_PROGRAMS={batch}{(IsReversed ? ", the last member run first" : "")}");
            return $"{origin}\n{string.Join("\n", smaller?.Differences ?? Differences)}\n{smaller?.Code ?? Code}\n";
        }
    }

    private struct Leaves
    {
        private long _known;
        private long _count;

        public void Add(Agreement agreement, bool isCounted)
        {
            _known += isCounted ? agreement.Known : 0;
            _count += isCounted ? agreement.Leaves : 0;
        }

        public override readonly string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_known} of {_count} ({100.0 * _known / Math.Max(1, _count):0.0} %)");
    }
}
