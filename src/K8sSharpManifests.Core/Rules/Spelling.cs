namespace K8sSharpManifests.Core.Rules;

/// <summary>Guesses what was meant.</summary>
internal static class Spelling
{
    /// <summary>The candidate that is nearest to a text, case aside; null where more than half of it would have to change.</summary>
    public static string? Nearest(string text, IReadOnlyList<string> candidates) => AllNearest(text, candidates).FirstOrDefault();

    /// <summary>The candidates that are equally near to a text and nearer than all others, in their order; none where more than half would have to change.</summary>
    public static IReadOnlyList<string> AllNearest(string text, IReadOnlyList<string> candidates)
    {
        var nearest = new List<string>();
        var least = int.MaxValue;
        foreach (var candidate in candidates)
        {
            // What is twice as long is not meant, and not worth a table.
            if (text.Length > 2 * candidate.Length)
            {
                continue;
            }

            var distance = Distance(text.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (distance > least || distance > candidate.Length / 2)
            {
                continue;
            }

            if (distance < least)
            {
                nearest.Clear();
            }

            least = distance;
            nearest.Add(candidate);
        }

        return nearest;
    }

    /// <summary>What to say of a field that is not among those that an object has.</summary>
    public static string AmongFields(string key, IReadOnlyList<string> keys) =>
        Nearest(key, keys) is { } near ? $"did you mean '{near}'?"
        : keys.Count is > 0 and <= MostNamed ? $"it has {string.Join(", ", keys.Select(k => $"'{k}'"))}" : "remove it, or look where it belongs";

    private const int MostNamed = 12;

    // Levenshtein's, a row at a time.
    private static int Distance(string left, string right)
    {
        var row = new int[right.Length + 1];
        for (var j = 0; j < row.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j < row.Length; j++)
            {
                var substituted = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(diagonal, row[j - 1]) + 1);
            }
        }

        return row[right.Length];
    }
}
