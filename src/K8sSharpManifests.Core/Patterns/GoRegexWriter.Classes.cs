using System.Globalization;

namespace K8sSharpManifests.Core.Patterns;

/// <content>What begins with a '\', and what stands in brackets.</content>
internal sealed partial class GoRegexWriter
{
    private string Escape()
    {
        switch (_at + 1 < text.Length ? text[_at + 1] : '\0')
        {
            case 'A':
                _at += 2;
                return "\\A";
            case 'z':
                _at += 2;
                return "\\z";
            case 'b' or 'B':
                // .NET's \b knows letters beyond ASCII, and RE2's does not.
                LooksAround = true;
                _at += 2;
                return text[_at - 1] == 'b' ? WordBoundary : NoWordBoundary;
            default:
                return NamedClass() is { } set ? set.ToPattern() : !IsFinished() && EscapedCodePoint() is { } codePoint ? Literal(codePoint) : "";
        }
    }

    private string Class()
    {
        _at++;
        var isNegated = Takes('^');
        var set = new CodePoints();
        for (var isFirst = true; ; isFirst = false)
        {
            if (_at >= text.Length)
            {
                return Fail("a ']' is missing");
            }

            if (text[_at] == ']' && !isFirst)
            {
                _at++;
                break;
            }

            if ((PosixClass() ?? NamedClass()) is { } named)
            {
                set.Add(named);
            }
            else if (!IsFinished())
            {
                AddRange(set);
            }

            if (IsFinished())
            {
                return "";
            }
        }

        return (isNegated ? set.Negated() : set).ToPattern();
    }

    private void AddRange(CodePoints set)
    {
        var start = _at;
        if (ClassCodePoint() is not { } from)
        {
            return;
        }

        var to = from;
        if (_at + 1 < text.Length && text[_at] == '-' && text[_at + 1] != ']')
        {
            _at++;
            if (ClassCodePoint() is not { } last)
            {
                return;
            }

            to = last;
        }

        if (to < from)
        {
            Fail($"'{text.Substring(start, _at - start)}' goes from what is greater to what is less");
            return;
        }

        set.Add(Folded(CodePoints.Of((from, to))));
    }

    private int? ClassCodePoint()
    {
        if (_at >= text.Length)
        {
            Fail("a ']' is missing");
            return null;
        }

        return text[_at] == '\\' ? EscapedCodePoint() : NextCodePoint();
    }

    // [:alpha:] within brackets; null where none begins here.
    private CodePoints? PosixClass()
    {
        if (!StartsWith("[:") || text.IndexOf(":]", _at + 2, StringComparison.Ordinal) is not (>= 0 and var end))
        {
            return null;
        }

        var name = text.Substring(_at + 2, end - _at - 2);
        var isNegated = name.StartsWith("^", StringComparison.Ordinal);
        if (UnicodeClasses.OfPosix(isNegated ? name.Substring(1) : name) is not { } set)
        {
            Fail($"there is no class '[:{name}:]'");
            return null;
        }

        _at = end + 2;
        set = Folded(set);
        return isNegated ? set.Negated() : set;
    }

    // \d, \S, \pL and \P{Lu}; null where none begins here.
    private CodePoints? NamedClass()
    {
        if (_at + 1 >= text.Length || text[_at] != '\\')
        {
            return null;
        }

        var c = text[_at + 1];
        if (c is 'p' or 'P')
        {
            return UnicodeClass();
        }

        var set = char.ToLowerInvariant(c) switch { 'd' => CodePoints.Digits, 's' => CodePoints.Spaces, 'w' => CodePoints.Word, _ => null };
        if (set is null)
        {
            return null;
        }

        _at += 2;
        set = Folded(set);
        return c is 'D' or 'S' or 'W' ? set.Negated() : set;
    }

    private CodePoints? UnicodeClass()
    {
        var isNegated = text[_at + 1] == 'P';
        _at += 2;
        if (_at >= text.Length)
        {
            Fail($"nothing follows its last '\\{text[_at - 1]}'");
            return null;
        }

        var name = char.ConvertFromUtf32(NextCodePoint());
        if (name == "{")
        {
            var end = text.IndexOf('}', _at);
            if (end < 0)
            {
                Fail("a '}' is missing");
                return null;
            }

            name = text.Substring(_at, end - _at);
            _at = end + 1;
        }

        if (name.StartsWith("^", StringComparison.Ordinal))
        {
            isNegated = !isNegated;
            name = name.Substring(1);
        }

        if (UnicodeClasses.OfUnicode(name) is not { } set)
        {
            // It may be a script of Unicode's, of which .NET has no table.
            Limit ??= $"nobody here knows what the class '\\p{{{name}}}' holds";
            return null;
        }

        set = Folded(set);
        return isNegated ? set.Negated() : set;
    }

    private int? EscapedCodePoint()
    {
        if (++_at >= text.Length)
        {
            Fail("nothing follows its last '\\'");
            return null;
        }

        var c = NextCodePoint();
        switch (c)
        {
            case >= '1' and <= '7' when _at >= text.Length || text[_at] is < '0' or > '7':
            case '8' or '9':
                Fail($"it cannot refer to a group by '\\{(char)c}'");
                return null;
            case >= '0' and <= '7':
                var number = c - '0';
                for (var i = 1; i < 3 && _at < text.Length && text[_at] is >= '0' and <= '7'; i++)
                {
                    number = (number * 8) + text[_at++] - '0';
                }

                return number;
            case 'x':
                return HexCodePoint();
            case 'a':
                return 7;
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'v':
                return 11;
            default:
                if (c < 0x80 && !char.IsLetterOrDigit((char)c))
                {
                    return c;
                }

                Fail($"'\\{char.ConvertFromUtf32(c is >= 0xD800 and <= 0xDFFF ? 0xFFFD : c)}' means nothing in it");
                return null;
        }
    }

    private int? HexCodePoint()
    {
        var isBraced = Takes('{');
        var start = _at;
        while (_at < text.Length && Uri.IsHexDigit(text[_at]) && (isBraced || _at < start + 2))
        {
            _at++;
        }

        var digits = text.Substring(start, _at - start).TrimStart('0');
        var isWhole = isBraced ? _at > start && Takes('}') : _at == start + 2;
        if (!isWhole || digits.Length > 6 || !int.TryParse("0" + digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var codePoint) || codePoint > CodePoints.Last)
        {
            Fail("its '\\x' is followed by no number of a character");
            return null;
        }

        return codePoint;
    }
}
