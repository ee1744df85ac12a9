using System.Globalization;

namespace K8sSharpManifests.Core.Patterns;

/// <summary>Which code points <c>(?i)</c> takes for one another: those of Unicode's simple case folding, as Go's unicode.SimpleFold has them.</summary>
internal static class CaseFolding
{
    // Where letters with two cases lie beyond 16 bits.
    private static readonly (int From, int To)[] Beyond =
    [
        (0x10400, 0x104FB), (0x10570, 0x105BC), (0x10C80, 0x10CF2), (0x118A0, 0x118DF), (0x16E40, 0x16E7F), (0x1E900, 0x1E943),
    ];

    private static readonly Lazy<List<List<int>>> Groups = new(FindGroups);

    /// <summary>The set, with all that <c>(?i)</c> takes for one of it.</summary>
    public static CodePoints Fold(CodePoints set)
    {
        var folded = new CodePoints();
        folded.Add(set);
        if (set.Ranges.All(r => r.To < 0x80))
        {
            for (var c = 'a'; c <= 'z'; c++)
            {
                var upper = c - 'a' + 'A';
                if (set.Contains(c) || set.Contains(upper))
                {
                    folded.Add(c, c);
                    folded.Add(upper, upper);

                    // The long s, and the sign for Kelvin.
                    var third = c == 's' ? 0x17F : c == 'k' ? 0x212A : c;
                    folded.Add(third, third);
                }
            }

            return folded;
        }

        foreach (var group in Groups.Value)
        {
            if (group.Exists(set.Contains))
            {
                group.ForEach(c => folded.Add(c, c));
            }
        }

        return folded;
    }

    private static List<List<int>> FindGroups()
    {
        var groups = new Dictionary<int, List<int>>();
        Add(0, 0xD7FF);
        Add(0xE000, 0xFFFF);
        foreach (var (from, to) in Beyond)
        {
            Add(from, to);
        }

        return [.. groups.Values.Where(g => g.Count > 1)];

        void Add(int from, int to)
        {
            for (var c = from; c <= to; c++)
            {
                var key = Key(c);
                if (!groups.TryGetValue(key, out var group))
                {
                    groups.Add(key, group = []);
                }

                group.Add(c);
            }
        }
    }

    private static int Key(int codePoint) =>
        codePoint <= char.MaxValue ? char.ToLowerInvariant(char.ToUpperInvariant((char)codePoint)) : char.ConvertToUtf32(CultureInfo.InvariantCulture.TextInfo.ToLower(char.ConvertFromUtf32(codePoint)), 0);
}
