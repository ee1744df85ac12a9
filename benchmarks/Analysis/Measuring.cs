using System.Diagnostics;
using System.Globalization;

namespace Analysis;

/// <summary>Takes turns, so that what disturbs the machine for a while disturbs everything that is compared, and prints medians for the script to read.</summary>
internal static class Measuring
{
    /// <summary>Runs all of them in each round, and gives the median of what each says that it took.</summary>
    public static IReadOnlyList<TimeSpan> Medians(int warmUps, int rounds, params IReadOnlyList<Func<TimeSpan>> measured)
    {
        var times = measured.Select(_ => new List<TimeSpan>()).ToList();
        for (var round = -warmUps; round < rounds; round++)
        {
            for (var i = 0; i < measured.Count; i++)
            {
                // Who follows whom changes from round to round.
                var index = (i + round + warmUps) % measured.Count;
                GC.Collect();
                var time = measured[index]();
                if (round >= 0)
                {
                    times[index].Add(time);
                }
            }
        }

        return [.. times.Select(Median)];
    }

    public static TimeSpan Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start);
    }

    public static void Print(string table, string row, params IEnumerable<double> values) =>
        Console.WriteLine(string.Join('\t', [table, row, .. values.Select(v => v.ToString("0.###", CultureInfo.InvariantCulture))]));

    private static TimeSpan Median(List<TimeSpan> times)
    {
        times.Sort();
        return (times[times.Count / 2] + times[(times.Count - 1) / 2]) / 2;
    }
}
