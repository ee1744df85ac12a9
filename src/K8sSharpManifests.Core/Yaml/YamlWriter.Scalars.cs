namespace K8sSharpManifests.Core;

/// <content>Keys, strings and numbers.</content>
public sealed partial class YamlWriter
{
    // A parser looks for the colon after a key within 1024 characters only; beyond, the key must be announced by a question mark.
    private const int LongestSimpleKey = 1000;
    private const string HexDigits = "0123456789ABCDEF";

    private void WriteKey(string key, int indent)
    {
        var start = _buffer.Count;
        WriteInline(key, YamlScalar.StyleOf(key, isKey: true));
        if (_buffer.Count - start > LongestSimpleKey)
        {
            _buffer.Insert(start, "? ");
            _buffer.Ascii('\n');
            _buffer.Spaces(indent);
        }

        _buffer.Ascii(':');
    }

    private void WriteString(string text, int indent)
    {
        var style = YamlScalar.StyleOf(text, isKey: false);
        if (style == YamlScalarStyle.Literal)
        {
            WriteLiteral(text, indent + 2);
            return;
        }

        WriteInline(text, style);
        _buffer.Ascii('\n');
    }

    private void WriteInline(string text, YamlScalarStyle style)
    {
        switch (style)
        {
            case YamlScalarStyle.Plain:
                _buffer.Utf8(text, 0, text.Length);
                break;
            case YamlScalarStyle.SingleQuoted:
                WriteSingleQuoted(text);
                break;
            case YamlScalarStyle.DoubleQuoted:
                WriteDoubleQuoted(text);
                break;
            default:
                throw new YamlWriteException(_path.ToString(), "holds half of a surrogate pair, which neither UTF-8 nor YAML can hold");
        }
    }

    private void WriteSingleQuoted(string text)
    {
        _buffer.Ascii('\'');
        var start = 0;
        for (int next; (next = text.IndexOf('\'', start)) >= 0; start = next + 1)
        {
            _buffer.Utf8(text, start, next + 1);
            _buffer.Ascii('\'');
        }

        _buffer.Utf8(text, start, text.Length);
        _buffer.Ascii('\'');
    }

    private void WriteDoubleQuoted(string text)
    {
        _buffer.Ascii('"');
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < '\x7F' ? c >= ' ' && c is not ('"' or '\\') : c != '\x7F' && !YamlScalar.NeedsEscape(c))
            {
                continue;
            }

            _buffer.Utf8(text, start, i);
            start = i + 1;
            WriteEscape(c);
        }

        _buffer.Utf8(text, start, text.Length);
        _buffer.Ascii('"');
    }

    // Only escapes that YAML shares with JSON, and \u: every parser knows them.
    private void WriteEscape(char c)
    {
        _buffer.Ascii('\\');
        switch (c)
        {
            case '"' or '\\':
                _buffer.Ascii(c);
                break;
            case '\n':
                _buffer.Ascii('n');
                break;
            case '\r':
                _buffer.Ascii('r');
                break;
            case '\t':
                _buffer.Ascii('t');
                break;
            default:
                _buffer.Ascii('u');
                for (var shift = 12; shift >= 0; shift -= 4)
                {
                    _buffer.Ascii(HexDigits[(c >> shift) & 0xF]);
                }

                break;
        }
    }

    private void WriteLiteral(string text, int indent)
    {
        _buffer.Ascii('|');
        if (text[0] is ' ' or '\n')
        {
            _buffer.Ascii('2');
        }

        var last = text.Length - 1;
        if (text[last] != '\n')
        {
            _buffer.Ascii('-');
        }
        else if (text[last - 1] == '\n')
        {
            _buffer.Ascii('+');
        }

        _buffer.Ascii('\n');
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (end > start)
            {
                _buffer.Spaces(indent);
                _buffer.Utf8(text, start, end);
            }

            _buffer.Ascii('\n');
            start = end + 1;
        }
    }

    // JSON's text, but with a point and a sign in what has an exponent: YAML 1.1 takes 1E5 for a string.
    private void WriteNumber(string text)
    {
        if (!JsonNumber.TryRead(text, out var exponent))
        {
            throw new YamlWriteException(_path.ToString(), "holds a number that JSON does not know");
        }

        if (exponent < 0)
        {
            _buffer.Ascii(text);
            return;
        }

        var mantissa = text.Substring(0, exponent);
        _buffer.Ascii(mantissa);
        _buffer.Ascii(mantissa.IndexOf('.') < 0 ? ".0e" : "e");
        if (text[exponent + 1] is not ('+' or '-'))
        {
            _buffer.Ascii('+');
        }

        _buffer.Ascii(text.Substring(exponent + 1));
    }
}
