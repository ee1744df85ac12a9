using System.Collections.Concurrent;
using System.Globalization;

namespace K8sSharpManifests.Core.Patterns;

/// <summary>The classes of code points that RE2 has names for: those of POSIX, and Unicode's general categories. Unicode's scripts are not here: .NET has no table of them.</summary>
internal static class UnicodeClasses
{
    private static readonly Dictionary<string, CodePoints> Posix = new(StringComparer.Ordinal)
    {
        ["alnum"] = CodePoints.Of(('0', '9'), ('A', 'Z'), ('a', 'z')),
        ["alpha"] = CodePoints.Of(('A', 'Z'), ('a', 'z')),
        ["ascii"] = CodePoints.Of((0, 0x7F)),
        ["blank"] = CodePoints.Of(('\t', '\t'), (' ', ' ')),
        ["cntrl"] = CodePoints.Of((0, 0x1F), (0x7F, 0x7F)),
        ["digit"] = CodePoints.Digits,
        ["graph"] = CodePoints.Of(('!', '~')),
        ["lower"] = CodePoints.Of(('a', 'z')),
        ["print"] = CodePoints.Of((' ', '~')),
        ["punct"] = CodePoints.Of(('!', '/'), (':', '@'), ('[', '`'), ('{', '~')),
        ["space"] = CodePoints.Of(('\t', '\r'), (' ', ' ')),
        ["upper"] = CodePoints.Of(('A', 'Z')),
        ["word"] = CodePoints.Word,
        ["xdigit"] = CodePoints.Of(('0', '9'), ('A', 'F'), ('a', 'f')),
    };

    private static readonly Dictionary<string, UnicodeCategory[]> Categories = new(StringComparer.Ordinal)
    {
        ["Lu"] = [UnicodeCategory.UppercaseLetter],
        ["Ll"] = [UnicodeCategory.LowercaseLetter],
        ["Lt"] = [UnicodeCategory.TitlecaseLetter],
        ["Lm"] = [UnicodeCategory.ModifierLetter],
        ["Lo"] = [UnicodeCategory.OtherLetter],
        ["Mn"] = [UnicodeCategory.NonSpacingMark],
        ["Mc"] = [UnicodeCategory.SpacingCombiningMark],
        ["Me"] = [UnicodeCategory.EnclosingMark],
        ["Nd"] = [UnicodeCategory.DecimalDigitNumber],
        ["Nl"] = [UnicodeCategory.LetterNumber],
        ["No"] = [UnicodeCategory.OtherNumber],
        ["Pc"] = [UnicodeCategory.ConnectorPunctuation],
        ["Pd"] = [UnicodeCategory.DashPunctuation],
        ["Ps"] = [UnicodeCategory.OpenPunctuation],
        ["Pe"] = [UnicodeCategory.ClosePunctuation],
        ["Pi"] = [UnicodeCategory.InitialQuotePunctuation],
        ["Pf"] = [UnicodeCategory.FinalQuotePunctuation],
        ["Po"] = [UnicodeCategory.OtherPunctuation],
        ["Sm"] = [UnicodeCategory.MathSymbol],
        ["Sc"] = [UnicodeCategory.CurrencySymbol],
        ["Sk"] = [UnicodeCategory.ModifierSymbol],
        ["So"] = [UnicodeCategory.OtherSymbol],
        ["Zs"] = [UnicodeCategory.SpaceSeparator],
        ["Zl"] = [UnicodeCategory.LineSeparator],
        ["Zp"] = [UnicodeCategory.ParagraphSeparator],
        ["Cc"] = [UnicodeCategory.Control],
        ["Cf"] = [UnicodeCategory.Format],
        ["Co"] = [UnicodeCategory.PrivateUse],
        ["Cs"] = [UnicodeCategory.Surrogate],
    };

    private static readonly ConcurrentDictionary<string, CodePoints> Found = new(StringComparer.Ordinal);

    /// <summary>A class of POSIX, as in <c>[[:alpha:]]</c>; null where there is none of that name.</summary>
    public static CodePoints? OfPosix(string name) => Posix.TryGetValue(name, out var set) ? set : null;

    /// <summary>A general category, as in <c>\p{Lu}</c> and <c>\pL</c>; null where nobody here knows it.</summary>
    public static CodePoints? OfUnicode(string name)
    {
        if (name == "Any")
        {
            return CodePoints.All;
        }

        UnicodeCategory[] categories = name.Length == 1 ? [.. Categories.Where(c => c.Key[0] == name[0]).SelectMany(c => c.Value)] : Categories.TryGetValue(name, out var found) ? found : [];
        return categories.Length == 0 ? null : Found.GetOrAdd(name, _ => Find(categories));
    }

    private static CodePoints Find(UnicodeCategory[] categories)
    {
        var set = new CodePoints();
        var start = -1;
        for (var c = 0; c <= CodePoints.Last + 1; c++)
        {
            var isIn = c <= CodePoints.Last && Array.IndexOf(categories, c <= char.MaxValue ? CharUnicodeInfo.GetUnicodeCategory((char)c) : CharUnicodeInfo.GetUnicodeCategory(char.ConvertFromUtf32(c), 0)) >= 0;
            if (isIn && start < 0)
            {
                start = c;
            }
            else if (!isIn && start >= 0)
            {
                set.Add(start, c - 1);
                start = -1;
            }
        }

        return set;
    }
}
