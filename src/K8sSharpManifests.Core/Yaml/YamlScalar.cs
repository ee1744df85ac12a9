namespace K8sSharpManifests.Core;

/// <summary>
/// Decides how a string can be written so that every parser reads it back as that string: plain only where neither YAML 1.1 nor YAML 1.2
/// gives the text another meaning. In doubt it is quoted.
/// </summary>
internal static class YamlScalar
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "null", "true", "false", "yes", "no", "on", "off", "y", "n", "inf", "nan", "infinity",
    };

    // What numbers, dates and times are made of, in every parser's reading: 0o17, 1_000, 1e3, 12:30:45, 2020-01-01T00:00:00Z.
    private static readonly bool[] NumberCharacters = Set("0123456789_.,:+-eEtTzZ ");

    // What a plain string may start with, besides letters, digits and what lies outside ASCII. "-" and "." are looked at further.
    private static readonly bool[] StartCharacters = Set("_/.$(-;\\^");

    /// <summary>Decides how a string is written.</summary>
    /// <param name="text">The string.</param>
    /// <param name="isKey">Whether it is a key, which stays on one line.</param>
    /// <returns>The style.</returns>
    public static YamlScalarStyle StyleOf(string text, bool isKey)
    {
        var isPlain = text.Length > 0 && CanStartPlain(text);
        var hasBreak = false;
        var hasTab = false;
        var hasMark = false;
        var needsEscape = false;
        var isNumberLike = true;
        var previous = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < 128)
            {
                isNumberLike &= NumberCharacters[c];
                switch (c)
                {
                    case '\n':
                        hasBreak = true;
                        break;
                    case '\t':
                        hasTab = true;
                        break;
                    case '"' or '\\':
                        hasMark = true;
                        break;
                    case '#' when previous == ' ':
                    case ' ' when previous == ':':
                    case '*' when previous == ' ' && isKey: // YamlDotNet 18 takes the rest of such a key for an alias.
                        isPlain = false;
                        break;
                    case < ' ' or '\x7F':
                        needsEscape = true;
                        break;
                }
            }
            else
            {
                isNumberLike = false;
                if (c is >= '\uD800' and <= '\uDFFF')
                {
                    if (c > '\uDBFF' || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                    {
                        return YamlScalarStyle.Impossible;
                    }

                    i++;
                }
                else
                {
                    needsEscape |= NeedsEscape(c);
                }
            }

            previous = c;
        }

        if (hasBreak && !needsEscape && !isKey && CanBeLiteral(text))
        {
            return YamlScalarStyle.Literal;
        }

        if (hasBreak || hasTab || needsEscape)
        {
            return YamlScalarStyle.DoubleQuoted;
        }

        if (isPlain && previous is not (' ' or ':') && !(isNumberLike && CanStartNumber(text[0])) && !IsOtherRadix(text) && !IsWord(text))
        {
            return YamlScalarStyle.Plain;
        }

        return hasMark ? YamlScalarStyle.SingleQuoted : YamlScalarStyle.DoubleQuoted;
    }

    /// <summary>
    /// Whether a character from U+007F on is written as an escape: controls, blanks and breaks other than ASCII's, what is not seen or turns
    /// the direction of writing around. A fixed list, so that it is the same on every runtime.
    /// </summary>
    /// <param name="c">The character.</param>
    /// <returns>Whether it is escaped.</returns>
    public static bool NeedsEscape(char c) => c switch
    {
        <= '\u00A0' or '\u00AD' or '\u061C' or '\u1680' or '\u180E' or '\u3000' or '\uFEFF' => true,
        < '\u2000' => false,
        <= '\u200F' or (>= '\u2028' and <= '\u202F') or (>= '\u205F' and <= '\u206F') => true,
        (>= '\uFDD0' and <= '\uFDEF') or >= '\uFFF0' and not '\uFFFD' => true,
        _ => false,
    };

    private static bool CanStartPlain(string text)
    {
        var c = text[0];
        return c switch
        {
            >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or >= '\u0080' => true,
            '-' => IsOption(text),
            '.' => !IsDottedWord(text) && !text.StartsWith("...", StringComparison.Ordinal),
            _ => StartCharacters[c],
        };
    }

    // "-c" and "--port=80", which command lines are full of. Not "-", "- a", "---", "-.inf" or "-inf".
    private static bool IsOption(string text)
    {
        var i = text.Length > 1 && text[1] == '-' ? 2 : 1;
        return i < text.Length && (text[i] is >= 'a' and <= 'z' or >= 'A' and <= 'Z') && !(text.Length >= i + 3 && IsWord(text.Substring(i)));
    }

    // ".inf" and ".nan" in any case.
    private static bool IsDottedWord(string text) => text.Length == 4 && IsWord(text.Substring(1));

    // The first letter rules out most texts before they are hashed.
    private static bool IsWord(string text) =>
        text.Length <= 8 && (text[0] is 'n' or 'N' or 't' or 'T' or 'f' or 'F' or 'y' or 'Y' or 'o' or 'O' or 'i' or 'I') && Words.Contains(text);

    // "-" is not among them: what starts with it is plain only as an option, which is no number.
    private static bool CanStartNumber(char c) => c is (>= '0' and <= '9') or '.' or '_';

    // "0x1F", "0o17", "0b11" and whatever else starts like them. kubectl takes underscores out before it looks: "0_x1F" is 31 to it.
    private static bool IsOtherRadix(string text)
    {
        if (text[0] != '0')
        {
            return false;
        }

        var i = SkipAll('_', text, 1);
        return i < text.Length && text[i] is 'x' or 'X' or 'o' or 'O' or 'b' or 'B';
    }

    // A parser that is told the indentation reads every line as it stands, but some stumble over a tab where they look for the first line that
    // is not empty, or over blanks that are all of it.
    private static bool CanBeLiteral(string text)
    {
        var i = SkipAll('\n', text, 0);
        i = SkipAll(' ', text, i);
        return i < text.Length && text[i] is not ('\t' or '\n');
    }

    private static int SkipAll(char c, string text, int i)
    {
        while (i < text.Length && text[i] == c)
        {
            i++;
        }

        return i;
    }

    private static bool[] Set(string characters)
    {
        var set = new bool[128];
        foreach (var c in characters)
        {
            set[c] = true;
        }

        return set;
    }
}
