using System.Globalization;
using System.Text;

namespace K8sSharpManifests.Core.Patterns;

/// <summary>A set of code points: what a character class of RE2 stands for. .NET's classes know only the halves of those beyond 16 bits.</summary>
internal sealed class CodePoints
{
    public const int Last = 0x10FFFF;
    private const int FirstSurrogate = 0xD800;
    private const int LastSurrogate = 0xDFFF;
    private const int FirstOfPairs = 0x10000;

    private readonly List<(int From, int To)> _ranges = [];

    public static readonly CodePoints All = Of((0, Last));
    public static readonly CodePoints Digits = Of(('0', '9'));
    public static readonly CodePoints Spaces = Of(('\t', '\n'), ('\f', '\r'), (' ', ' '));
    public static readonly CodePoints Word = Of(('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z'));

    /// <summary>The ranges, in order, none next to another.</summary>
    public IReadOnlyList<(int From, int To)> Ranges => _ranges;

    public static CodePoints Of(params (int From, int To)[] ranges)
    {
        var set = new CodePoints();
        foreach (var (from, to) in ranges)
        {
            set.Add(from, to);
        }

        return set;
    }

    public void Add(int from, int to)
    {
        var at = _ranges.FindIndex(r => r.To + 1 >= from);
        if (at < 0)
        {
            _ranges.Add((from, to));
            return;
        }

        while (at < _ranges.Count && _ranges[at].From <= to + 1)
        {
            (from, to) = (Math.Min(from, _ranges[at].From), Math.Max(to, _ranges[at].To));
            _ranges.RemoveAt(at);
        }

        _ranges.Insert(at, (from, to));
    }

    public void Add(CodePoints others)
    {
        foreach (var (from, to) in others._ranges)
        {
            Add(from, to);
        }
    }

    public bool Contains(int codePoint) => _ranges.Exists(r => r.From <= codePoint && codePoint <= r.To);

    /// <summary>All the others.</summary>
    public CodePoints Negated()
    {
        var set = new CodePoints();
        var next = 0;
        foreach (var (from, to) in _ranges)
        {
            if (from > next)
            {
                set._ranges.Add((next, from - 1));
            }

            next = to + 1;
        }

        if (next <= Last)
        {
            set._ranges.Add((next, Last));
        }

        return set;
    }

    /// <summary>What matches one of them in .NET: a class, and pairs of surrogates.</summary>
    public string ToPattern()
    {
        var units = new StringBuilder();
        var pairs = new List<string>();
        foreach (var (from, to) in _ranges)
        {
            // A text that is whole has no surrogates of their own.
            AppendUnits(units, from, Math.Min(to, FirstSurrogate - 1));
            AppendUnits(units, Math.Max(from, LastSurrogate + 1), Math.Min(to, FirstOfPairs - 1));
            AddPairs(pairs, Math.Max(from, FirstOfPairs), to);
        }

        if (units.Length > 0)
        {
            pairs.Insert(0, $"[{units}]");
        }

        return pairs.Count switch
        {
            0 => @"[^\s\S]",
            1 when units.Length > 0 => pairs[0],
            _ => $"(?:{string.Join("|", pairs)})",
        };
    }

    private static void AppendUnits(StringBuilder pattern, int from, int to)
    {
        if (from <= to)
        {
            pattern.Append(Unit(from)).Append(from == to ? "" : "-" + Unit(to));
        }
    }

    // By the first half of the pair: those that have not all second halves on their own.
    private static void AddPairs(List<string> pairs, int from, int to)
    {
        while (from <= to)
        {
            var (high, low) = Halves(from);
            var (lastHigh, lastLow) = Halves(to);
            if (high == lastHigh)
            {
                pairs.Add($"{Unit(high)}[{Unit(low)}-{Unit(lastLow)}]");
                return;
            }

            var wholes = low > 0xDC00 ? 0 : lastHigh - high + (lastLow == LastSurrogate ? 1 : 0);
            pairs.Add(wholes > 0 ? $"[{Unit(high)}-{Unit(high + wholes - 1)}][\\uDC00-\\uDFFF]" : $"{Unit(high)}[{Unit(low)}-\\uDFFF]");
            from = FirstOfPairs + ((high + Math.Max(1, wholes) - FirstSurrogate) << 10);
        }
    }

    private static (int High, int Low) Halves(int codePoint) => (FirstSurrogate + ((codePoint - FirstOfPairs) >> 10), 0xDC00 + ((codePoint - FirstOfPairs) & 0x3FF));

    private static string Unit(int unit) =>
        unit is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') ? ((char)unit).ToString() : "\\u" + unit.ToString("X4", CultureInfo.InvariantCulture);
}
