using System.Globalization;

namespace K8sSharpManifests.Core.Patterns;

/// <summary>Reads a pattern of RE2 and writes one of .NET that matches the same. Groups keep their order and lose their names.</summary>
internal sealed partial class GoRegexWriter(string text)
{
    private const int MostRepeats = 1000;
    private const int MostDepth = 200;
    private const string WordBoundary = "(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))";
    private const string NoWordBoundary = "(?:(?<=[0-9A-Za-z_])(?=[0-9A-Za-z_])|(?<![0-9A-Za-z_])(?![0-9A-Za-z_]))";

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private int _at;
    private int _depth;
    private Flags _flags;

    [Flags]
    private enum Flags
    {
        None = 0,
        IgnoresCase = 1,
        Multiline = 2,
        DotIsAll = 4,
        IsLazy = 8,
    }

    /// <summary>What Go refuses; null for nothing.</summary>
    public string? Fault { get; private set; }

    /// <summary>What has no counterpart in .NET; null for nothing.</summary>
    public string? Limit { get; private set; }

    /// <summary>Whether what is written looks at what stands before or after, which .NET does only with backtracking.</summary>
    public bool LooksAround { get; private set; }

    /// <summary>The pattern for .NET; without a meaning where there is a fault or a limit.</summary>
    public string Write()
    {
        var (pattern, _) = Alternatives();
        return _at < text.Length && Fault is null && Limit is null ? Fail("a '(' is missing") : pattern;
    }

    private bool IsOver => Fault is not null || Limit is not null || _at >= text.Length;

    // What is written, and how often what is in it may be repeated.
    private (string Pattern, int Repeats) Alternatives()
    {
        if (++_depth > MostDepth)
        {
            Limit ??= "it nests too deeply";
        }

        var branches = new List<string>();
        var most = 1;
        do
        {
            var (pattern, repeats) = Branch();
            branches.Add(pattern);
            most = Math.Max(most, repeats);
        }
        while (Takes('|'));

        _depth--;
        return (string.Join("|", branches), most);
    }

    private (string Pattern, int Repeats) Branch()
    {
        var atoms = new List<(string Pattern, int Repeats)>();
        var repeatedAt = -1;
        while (!IsOver && text[_at] is not ('|' or ')'))
        {
            var start = _at;
            if (Repetition() is { } repetition)
            {
                Repeat(atoms, repetition, start, repeatedAt);
                repeatedAt = _at;
            }
            else if (text[_at] == '(')
            {
                Group(atoms);
            }
            else if (StartsWith("\\Q"))
            {
                Quoted(atoms);
            }
            else
            {
                atoms.Add((Atom(), 1));
            }
        }

        return (string.Concat(atoms.Select(a => a.Pattern)), atoms.Count == 0 ? 1 : atoms.Max(a => a.Repeats));
    }

    private void Repeat(List<(string Pattern, int Repeats)> atoms, (int Least, int Most, string Written) repetition, int start, int repeatedAt)
    {
        var isLazy = Takes('?');
        if (repeatedAt == start)
        {
            Fail($"'{text.Substring(start, _at - start)}' repeats what is repeated already");
        }
        else if (atoms.Count == 0)
        {
            Fail($"nothing stands before its '{text[start]}' that could be there repeatedly");
        }
        else
        {
            var (least, most, written) = repetition;
            var (pattern, repeats) = atoms[atoms.Count - 1];
            repeats *= written[0] == '{' ? Math.Max(1, most < 0 ? least : most) : 1;
            if (least > MostRepeats || most > MostRepeats || repeats > MostRepeats)
            {
                Fail($"it cannot demand more than {MostRepeats} of anything");
            }
            else if (most >= 0 && least > most)
            {
                Fail($"'{written}' demands more than it allows");
            }

            isLazy ^= (_flags & Flags.IsLazy) != 0;
            atoms[atoms.Count - 1] = ($"(?:{pattern}){written}{(isLazy ? "?" : "")}", repeats);
        }
    }

    // *, +, ?, {n}, {n,} and {n,m}; anything else with a brace is a text like another.
    private (int Least, int Most, string Written)? Repetition()
    {
        switch (text[_at])
        {
            case '*':
                _at++;
                return (0, -1, "*");
            case '+':
                _at++;
                return (1, -1, "+");
            case '?':
                _at++;
                return (0, 1, "?");
            case '{':
                var at = _at + 1;
                if (Number(ref at) is not { } least)
                {
                    return null;
                }

                var most = least;
                if (at < text.Length && text[at] == ',')
                {
                    at++;
                    most = at < text.Length && text[at] == '}' ? -1 : Number(ref at) ?? -2;
                }

                if (most == -2 || at >= text.Length || text[at] != '}')
                {
                    return null;
                }

                var written = text.Substring(_at, at + 1 - _at);
                _at = at + 1;
                return (least, most, written);
            default:
                return null;
        }
    }

    private int? Number(ref int at)
    {
        var start = at;
        while (at < text.Length && text[at] is >= '0' and <= '9')
        {
            at++;
        }

        // Go reads no number with a zero before it.
        return at == start || (at > start + 1 && text[start] == '0') ? null
            : int.TryParse(text.Substring(start, at - start), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : MostRepeats + 1;
    }

    private void Quoted(List<(string Pattern, int Repeats)> atoms)
    {
        var end = text.IndexOf("\\E", _at + 2, StringComparison.Ordinal);
        for (_at += 2; _at < (end < 0 ? text.Length : end);)
        {
            atoms.Add((Literal(NextCodePoint()), 1));
        }

        _at = end < 0 ? text.Length : end + 2;
    }

    private string Atom()
    {
        switch (text[_at])
        {
            case '^':
                _at++;
                return (_flags & Flags.Multiline) != 0 ? "(?m:^)" : "\\A";
            case '$':
                _at++;
                return (_flags & Flags.Multiline) != 0 ? "(?m:$)" : "\\z";
            case '.':
                _at++;
                return ((_flags & Flags.DotIsAll) != 0 ? CodePoints.All : CodePoints.Of(('\n', '\n')).Negated()).ToPattern();
            case '[':
                return Class();
            case '\\':
                return Escape();
            default:
                return Literal(NextCodePoint());
        }
    }

    private string Literal(int codePoint) => Folded(CodePoints.Of((codePoint, codePoint))).ToPattern();

    private CodePoints Folded(CodePoints set) => (_flags & Flags.IgnoresCase) != 0 ? CaseFolding.Fold(set) : set;

    private int NextCodePoint()
    {
        var isPair = char.IsHighSurrogate(text[_at]) && _at + 1 < text.Length && char.IsLowSurrogate(text[_at + 1]);
        var codePoint = isPair ? char.ConvertToUtf32(text[_at], text[_at + 1]) : text[_at];
        _at += isPair ? 2 : 1;
        return codePoint;
    }

    private bool IsFinished() => Fault is not null || Limit is not null;

    private bool StartsWith(string start) => string.CompareOrdinal(text, _at, start, 0, start.Length) == 0;

    private bool Takes(char c)
    {
        if (IsOver || text[_at] != c)
        {
            return false;
        }

        _at++;
        return true;
    }

    private string Fail(string fault)
    {
        Fault ??= fault;
        return "";
    }
}
