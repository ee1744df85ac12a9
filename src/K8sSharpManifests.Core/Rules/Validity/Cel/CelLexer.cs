namespace K8sSharpManifests.Core.Rules.Validity.Cel;

/// <summary>Cuts a text of CEL into words.</summary>
/// <remarks>Source: the CEL specification's lexical rules and cel-go's parser/gen/CEL.g4.</remarks>
internal sealed class CelLexer(string text)
{
    private static readonly string[] Operators = ["==", "!=", "<=", ">=", "&&", "||", "<", ">", "+", "-", "*", "/", "%", "!", "?", ":", ".", ",", "(", ")", "[", "]", "{", "}"];

    private int _at;

    /// <summary>What cannot be cut; null for nothing.</summary>
    public string? Fault { get; private set; }

    /// <summary>All words, with an end.</summary>
    public List<CelToken> Tokens()
    {
        var tokens = new List<CelToken>();
        while (Fault is null)
        {
            SkipSpace();
            if (_at >= text.Length)
            {
                break;
            }

            tokens.Add(Next());
        }

        tokens.Add(new(CelTokenKind.End, ""));
        return tokens;
    }

    private CelToken Next()
    {
        var c = text[_at];
        if (IsLetter(c))
        {
            return StringPrefix() is { } prefix ? Quoted(prefix) : new(CelTokenKind.Name, While(x => IsLetter(x) || IsDigit(x)));
        }

        if (c is '"' or '\'')
        {
            return Quoted("");
        }

        if (IsDigit(c) || (c == '.' && _at + 1 < text.Length && IsDigit(text[_at + 1])))
        {
            return Number();
        }

        if (c == '`')
        {
            var end = text.IndexOf('`', _at + 1);
            if (end < 0)
            {
                Fault = "a '`' is missing";
                return default;
            }

            var name = text.Substring(_at + 1, end - _at - 1);
            _at = end + 1;
            return new(CelTokenKind.QuotedName, name);
        }

        foreach (var op in Operators)
        {
            if (string.CompareOrdinal(text, _at, op, 0, op.Length) == 0)
            {
                _at += op.Length;
                return new(CelTokenKind.Operator, op);
            }
        }

        Fault = $"'{c}' means nothing in CEL";
        return default;
    }

    private void SkipSpace()
    {
        while (_at < text.Length)
        {
            if (text[_at] is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                _at++;
            }
            else if (text[_at] == '/' && _at + 1 < text.Length && text[_at + 1] == '/')
            {
                var end = text.IndexOf('\n', _at);
                _at = end < 0 ? text.Length : end;
            }
            else
            {
                return;
            }
        }
    }

    // r, b, br and rb before a quotation mark, in any case.
    private string? StringPrefix()
    {
        for (var length = 1; length <= 2 && _at + length < text.Length; length++)
        {
            if ("rRbB".IndexOf(text[_at + length - 1]) < 0)
            {
                return null;
            }

            if (text[_at + length] is '"' or '\'')
            {
                return text.Substring(_at, length);
            }
        }

        return null;
    }

    private CelToken Quoted(string prefix)
    {
        var start = _at;
        _at += prefix.Length;
        var isRaw = prefix.IndexOfAny(['r', 'R']) >= 0;
        var quote = text.Substring(_at, 1);
        var mark = string.CompareOrdinal(text, _at, quote + quote + quote, 0, 3) == 0 ? quote + quote + quote : quote;
        _at += mark.Length;
        while (_at < text.Length && string.CompareOrdinal(text, _at, mark, 0, mark.Length) != 0)
        {
            if (text[_at] == '\\' && !isRaw)
            {
                if (EscapeLength() is not { } length)
                {
                    Fault = $"'{text.Substring(_at, Math.Min(2, text.Length - _at))}' means nothing in a text";
                    return default;
                }

                _at += length;
            }
            else if (mark.Length == 1 && (text[_at] is '\n' or '\r'))
            {
                break;
            }
            else
            {
                _at++;
            }
        }

        if (_at >= text.Length || string.CompareOrdinal(text, _at, mark, 0, mark.Length) != 0)
        {
            Fault = $"the text that begins with {text.Substring(start, Math.Min(12, text.Length - start))} has no end";
            return default;
        }

        _at += mark.Length;
        return new(prefix.IndexOfAny(['b', 'B']) >= 0 ? CelTokenKind.Bytes : CelTokenKind.String, text.Substring(start, _at - start));
    }

    private int? EscapeLength()
    {
        if (_at + 1 >= text.Length)
        {
            return null;
        }

        return text[_at + 1] switch
        {
            'a' or 'b' or 'f' or 'n' or 'r' or 't' or 'v' or '"' or '\'' or '\\' or '?' or '`' => 2,
            'x' or 'X' => HasDigits(2, 2, IsHex),
            'u' => HasDigits(2, 4, IsHex),
            'U' => HasDigits(2, 8, IsHex),
            >= '0' and <= '3' => HasDigits(1, 3, c => c is >= '0' and <= '7'),
            _ => null,
        };
    }

    private int? HasDigits(int from, int count, Func<char, bool> isDigit)
    {
        for (var i = 0; i < count; i++)
        {
            if (_at + from + i >= text.Length || !isDigit(text[_at + from + i]))
            {
                return null;
            }
        }

        return from + count;
    }

    private CelToken Number()
    {
        var start = _at;
        if (text[_at] == '0' && _at + 2 < text.Length && (text[_at + 1] is 'x' or 'X') && IsHex(text[_at + 2]))
        {
            _at += 2;
            While(IsHex);
            return Whole(start);
        }

        While(IsDigit);
        var isDouble = false;
        if (_at + 1 < text.Length && text[_at] == '.' && IsDigit(text[_at + 1]))
        {
            isDouble = true;
            _at++;
            While(IsDigit);
        }

        if (_at < text.Length && (text[_at] is 'e' or 'E'))
        {
            var digits = _at + 1 < text.Length && (text[_at + 1] is '+' or '-') ? _at + 2 : _at + 1;
            if (digits < text.Length && IsDigit(text[digits]))
            {
                isDouble = true;
                _at = digits;
                While(IsDigit);
            }
        }

        return isDouble ? new(CelTokenKind.Double, text.Substring(start, _at - start)) : Whole(start);
    }

    private CelToken Whole(int start)
    {
        var isUnsigned = _at < text.Length && (text[_at] is 'u' or 'U');
        _at += isUnsigned ? 1 : 0;
        return new(isUnsigned ? CelTokenKind.Uint : CelTokenKind.Int, text.Substring(start, _at - start));
    }

    private string While(Func<char, bool> belongs)
    {
        var start = _at;
        while (_at < text.Length && belongs(text[_at]))
        {
            _at++;
        }

        return text.Substring(start, _at - start);
    }

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_';

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool IsHex(char c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F');
}
