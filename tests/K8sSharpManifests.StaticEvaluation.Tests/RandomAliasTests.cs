using System.Globalization;

namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>
/// Of programs that share parts under many names and change them, what the evaluator claims is what they make, whichever member runs first. RANDOM_PROGRAMS says how
/// many (10,000 in CI, else 500), RANDOM_SEED where to begin: a failure's seed and number give its batch again; RANDOM_SHOWN how many of those that fail are made small and shown.
/// </summary>
public class RandomAliasTests(ITestOutputHelper output)
{
    private const int Batch = 250;

    [Fact]
    public void RandomProgramsWithAliases_AgreeWithTheirObjects()
    {
        var programs = Number("RANDOM_PROGRAMS") ?? (Environment.GetEnvironmentVariable("CI") == "true" ? 10_000 : 500);

        // CI tries the same programs each time, lest it fail for what nobody has changed; everyone else tries new ones.
        var first = Number("RANDOM_SEED") ?? (Environment.GetEnvironmentVariable("CI") == "true" ? 891517727 : Random.Shared.Next());
        var batch = Math.Min(Batch, programs);
        var tally = new RandomAliasTally();
        var next = -1;
        Parallel.For(0, 2, worker =>
        {
            while (tally.Programs < programs && tally.Failed < 5_000)
            {
                var index = Interlocked.Increment(ref next);

                // Where a program has no end, or takes the process with it, this says which batch it is in.
                Checked.Report($"random-aliases-{worker}", $"The batch at work: RANDOM_SEED={unchecked(first + index)} RANDOM_PROGRAMS={batch}");
                Run(unchecked(first + index), batch, index, tally);
            }

            Checked.Report($"random-aliases-{worker}", "No batch is at work.");
        });

        var report = $"{tally.Report} RANDOM_SEED={first}";
        output.WriteLine(report);
        if (tally.Failed > 0)
        {
            var shown = new string[Math.Min(tally.Failures.Count, Number("RANDOM_SHOWN") ?? 6)];
            Parallel.For(0, shown.Length, new() { MaxDegreeOfParallelism = 2 }, i => shown[i] = tally.Failures[i].Shown(batch, TimeSpan.FromSeconds(20)));
            report = $"{tally.Failed} members are not what is claimed of them. {report}\n\n{string.Join("\n", shown)}";
        }

        Checked.Report("random-aliases", report);
        Assert.True(tally.Failed == 0, report);
    }

    private static void Run(int seed, int batch, int index, RandomAliasTally tally)
    {
        var programs = RandomAliasBatch.Programs(seed, batch).ToDictionary(p => p.Name);
        foreach (var isReversed in index % 4 == 3 ? new[] { false, true } : [false])
        {
            try
            {
                foreach (var outcome in RandomAliasBatch.Compare([.. programs.Values.Select(c => c.Code)], isReversed, withParts: index % 16 == 1))
                {
                    // What throws may stand in the types that all share.
                    tally.Add(outcome, programs.GetValueOrDefault(outcome.Program) ?? programs.Values.First(), seed, isReversed);
                }
            }
            catch (DoesNotCompileException exception)
            {
                tally.Add(exception, seed);
            }
        }
    }

    private static int? Number(string variable) => int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;
}
