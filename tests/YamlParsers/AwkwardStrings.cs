using CsCheck;

namespace K8sSharpManifests.YamlParsers;

/// <summary>Strings that parsers stumble over.</summary>
internal static class AwkwardStrings
{
    /// <summary>Those that are known: first the ones that came back wrong from other writers, then the ones that are ambiguous somewhere.</summary>
    public static readonly IReadOnlyList<string> Known =
    [
        "0o644", "0x1F", "0X1f", "0b11", "0B1", "0O7", "+1", "+12", "+.5", "1_000", "12_3", "1__0", "0_1", "+0x1F", "-0x1F",
        ".inf", "-.inf", ".Inf", "+.inf", ".nan", ".NaN", "\tfirst\nsecond", "a\r\nb", "\u0085a",
        "2020-01-01", "12:30:45", "y", "n", "yes", "no", "on", "off", "null", "~", "", "1e3", "1.10", "0644", "=", "<<", "!", "&a", "*a", "- a", "? a",
        "a: b", "a #b", "@a", "`a", "%a", " a", "a ", "\ta", "a\t", "\na", "a\n", "a\n\n", "\u0000", "\u0007", "\u001B", "\u007F", "\u0080", "\u009F",
        "a\u2028b", "a\u2029b", "\uFEFFa", "a\uFEFF", "\uFFFE", "\uFFFF", "😀", "\U0010FFFF",
    ];

    /// <summary>The characters and words of YAML's grammar, and of its parsers' faults, in any order.</summary>
    public static readonly Gen<string> Any = Gen.OneOf(
        Gen.Char.Array[0, 6].Select(c => new string(c)),
        Gen.OneOf([.. "0123456789abefxoEXnyt_-+.:,/#&*!|>?@`%\"'[]{}<=~ $\\\t\n\r\u0085\u00A0\u00E4\u2028\uFEFF"]).Array[0, 8].Select(c => new string(c)),
        Gen.OneOf([.. "0012789abcdefxoEXTZ__-+.:, "]).Array[1, 7].Select(c => new string(c)),
        Gen.OneOf(
            "null", "yes", "No", "y", "tRuE", ".inf", ".NaN", "0x1F", "0o7", "1e3", "1_0", "---", "...", "- ", "? ", ": ", " #", "\n", "\n\n", "\r\n", " ", "\t", "a", "b: c",
            "😀", "<<", "=", "!", "&a", "*a", "2020-01-01", "12:30:45", "__proto__")
            .Array[1, 5].Select(string.Concat))
        .Where(IsWhole);

    /// <summary>Texts of several lines, of which many are literal blocks.</summary>
    public static readonly Gen<string> MultiLine =
        Gen.OneOf("", " ", "  ", "a", "\t", "\ta", "b: c", "# d", "- e", "---", "...", " f ", "|", "😀", "%g", "\"h", "key:\tvalue", "\u00E4\u2028")
            .Array[2, 7].Select(lines => string.Join('\n', lines));

    /// <summary>As many different ones as asked for.</summary>
    public static List<string> Distinct(Gen<string> strings, int count)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        while (found.Count < count)
        {
            strings.Array[count].Sample(found.UnionWith, iter: 1, threads: 1);
        }

        return [.. found.Take(count)];
    }

    private static bool IsWhole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[++i])))
            {
                return false;
            }
        }

        return true;
    }
}
