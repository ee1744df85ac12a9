using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>
/// Of programs that share parts under many names and change them, what the evaluator claims is what they make, whichever member runs first. RANDOM_PROGRAMS says
/// how many (10,000 in CI, else 500), RANDOM_SEED where to begin: a batch's seed and its size give the same batch again.
/// </summary>
public class RandomAliasTests(ITestOutputHelper output)
{
    private const int Batch = 250;

    [Fact]
    public void RandomProgramsWithAliases_AgreeWithTheirObjects()
    {
        var programs = Number("RANDOM_PROGRAMS") ?? (Environment.GetEnvironmentVariable("CI") == "true" ? 10_000 : 500);
        var first = Number("RANDOM_SEED") ?? Random.Shared.Next();
        var (done, known, leaves, knownClosed, leavesClosed, knownKnowable, leavesKnowable, decided, thrown) = (0, 0, 0, 0, 0, 0, 0, 0, 0);
        var exceptions = new ConcurrentDictionary<string, int>();
        var failures = new ConcurrentBag<(int Seed, string Code, bool IsReversed, IReadOnlyList<string> Differences)>();
        var next = -1;
        Parallel.For(0, 2, _ =>
        {
            while (Volatile.Read(ref done) < programs)
            {
                var index = Interlocked.Increment(ref next);
                var seed = unchecked(first + index);
                Console.Error.WriteLine($"chars: {Environment.CurrentManagedThreadId} seed {seed}");
                var classes = RandomAliasBatch.Programs(seed, Math.Min(Batch, programs)).ToDictionary(p => p.Name);
                foreach (var isReversed in index % 4 == 3 ? new[] { false, true } : [false])
                {
                    foreach (var outcome in RandomAliasBatch.Compare([.. classes.Values.Select(c => c.Code)], isReversed))
                    {
                        var program = classes[outcome.Program];
                        Interlocked.Add(ref done, isReversed ? 0 : 1);
                        Interlocked.Add(ref decided, outcome.Decided);
                        if (outcome.Agreement is not { } agreement)
                        {
                            Interlocked.Increment(ref thrown);
                            exceptions.AddOrUpdate(outcome.Thrown!.GetType().Name, 1, (_, count) => count + 1);
                            continue;
                        }

                        Interlocked.Add(ref known, agreement.Known);
                        Interlocked.Add(ref leaves, agreement.Leaves);
                        Interlocked.Add(ref knownClosed, program.IsClosed ? agreement.Known : 0);
                        Interlocked.Add(ref leavesClosed, program.IsClosed ? agreement.Leaves : 0);
                        Interlocked.Add(ref knownKnowable, program.IsKnowable ? agreement.Known : 0);
                        Interlocked.Add(ref leavesKnowable, program.IsKnowable ? agreement.Leaves : 0);
                        if (outcome.Differences.Count > 0)
                        {
                            failures.Add((seed, program.Code, isReversed, outcome.Differences));
                        }
                    }
                }
            }
        });

        var report = $"{done} random programs with aliases: {known} of {leaves} leaves are known ({Share(knownKnowable, leavesKnowable)} where nothing unknown is called, {Share(knownClosed, leavesClosed)} where there are no statics either), "
            + $"{decided} verdicts of rules are decided, {thrown} members threw.";
        output.WriteLine(report);
        output.WriteLine(string.Join(", ", exceptions.Select(e => $"{e.Key} {e.Value}")));
        var text = new StringBuilder($"{failures.Count} members are not what is claimed of them. {report}\n");
        var shown = failures.DistinctBy(f => f.Code).OrderBy(f => f.Code.Length).Take(Number("RANDOM_SHOWN") ?? 6).ToList();
        var shrunk = new (string Code, IReadOnlyList<string> Differences)?[shown.Count];
        Parallel.For(0, shown.Count, new() { MaxDegreeOfParallelism = 2 }, i => shrunk[i] = RandomAliasShrinker.Shrink(shown[i].Code, shown[i].IsReversed, TimeSpan.FromSeconds(20)));
        foreach (var ((seed, code, isReversed, differences), smaller) in shown.Zip(shrunk))
        {
            var origin = $"RANDOM_SEED={seed} RANDOM_PROGRAMS={Math.Min(Batch, programs)}{(isReversed ? ", the last member run first" : "")}{(smaller is null ? ", not alone" : "")}";
            text.AppendLine(CultureInfo.InvariantCulture, $"\n{origin}\n{string.Join("\n", smaller?.Differences ?? differences)}\n{smaller?.Code ?? code}");
        }

        Checked.Report("random-aliases", failures.IsEmpty ? report : text.ToString());
        Assert.True(failures.IsEmpty, text.ToString());
    }

    private static string Share(int part, int whole) => $"{100.0 * part / Math.Max(1, whole):0.0} %".Replace(',', '.');

    private static int? Number(string variable) => int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;
}
