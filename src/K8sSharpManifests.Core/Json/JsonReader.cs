using System.Globalization;
using System.Text;

namespace K8sSharpManifests.Core;

/// <summary>
/// Reads JSON into a tree, as strictly as Go's encoding/json does, which is what Kubernetes reads it with: no comments, no comma at an end; of a key that stands
/// twice, the last counts; half of a surrogate pair is U+FFFD. Core has a reader of its own because it runs in compilers, which bring none, and because trees from
/// files know their places.
/// </summary>
public class JsonReader
{
    private readonly string _text;
    private int _depth;

    /// <summary>Makes a reader of the value that starts at a position.</summary>
    /// <param name="text">The text.</param>
    /// <param name="position">Where to start.</param>
    protected JsonReader(string text, int position)
    {
        _text = text;
        Position = position;
    }

    /// <summary>Where the reader is: after what it has read, or where it got stuck.</summary>
    public int Position { get; private set; }

    /// <summary>The text that is read.</summary>
    protected string Text => _text;

    private char Current => Position < _text.Length ? _text[Position] : '\0';

    /// <summary>Reads a text that is one JSON value.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The value; null where the text is no JSON, or nests deeper than <see cref="Node.MaxDepth"/>.</returns>
    public static Node? Parse(string text)
    {
        var reader = new JsonReader(text, 0);
        var node = reader.ReadValue();
        reader.SkipBlanks();
        return reader.Position == text.Length ? node : null;
    }

    /// <summary>Reads the value at the position.</summary>
    /// <returns>The value; null where there is none.</returns>
    protected Node? ReadValue() => ReadValue(-1, -1);

    /// <summary>Goes on to the next character that is none of JSON's four blanks.</summary>
    protected void SkipBlanks()
    {
        while (Current is ' ' or '\t' or '\n' or '\r')
        {
            Position++;
        }
    }

    /// <summary>The origin of a value that ends at the position.</summary>
    /// <param name="start">Where it starts.</param>
    /// <param name="keyStart">Where its key starts; -1 where it has none.</param>
    /// <param name="keyEnd">Where its key ends.</param>
    /// <returns>The origin.</returns>
    protected virtual object? Origin(int start, int keyStart, int keyEnd) => null;

    /// <summary>The text of a number.</summary>
    /// <param name="text">What stands in the JSON.</param>
    /// <param name="start">Where it stands.</param>
    /// <returns>What the tree shall hold.</returns>
    protected virtual string Number(string text, int start) => text;

    /// <summary>Called for a key that has stood in its object before.</summary>
    /// <param name="key">The key.</param>
    /// <param name="start">Where it stands again.</param>
    /// <param name="end">Where that ends.</param>
    protected virtual void Repeated(string key, int start, int end)
    {
    }

    private Node? ReadValue(int keyStart, int keyEnd)
    {
        SkipBlanks();
        var start = Position;
        switch (Current)
        {
            case '{' or '[':
                return _depth == Node.MaxDepth ? null : ReadNested(start, keyStart, keyEnd);
            case '"':
                return ReadString() is { } text ? Scalar.String(text, Origin(start, keyStart, keyEnd)) : null;
            case 't':
                return ReadWord("true", ScalarKind.Boolean, keyStart, keyEnd);
            case 'f':
                return ReadWord("false", ScalarKind.Boolean, keyStart, keyEnd);
            case 'n':
                return ReadWord("null", ScalarKind.Null, keyStart, keyEnd);
            default:
                while (Current is >= '0' and <= '9' or '-' or '+' or '.' or 'e' or 'E')
                {
                    Position++;
                }

                var number = _text.Substring(start, Position - start);
                return JsonNumber.TryRead(number, out _) ? new Scalar(ScalarKind.Number, Number(number, start), Origin(start, keyStart, keyEnd)) : null;
        }
    }

    private Node? ReadNested(int start, int keyStart, int keyEnd)
    {
        _depth++;
        var isObject = Skip('{');
        Position += isObject ? 0 : 1;
        SkipBlanks();
        var entries = new MappingEntries();
        var items = new List<Node>();
        while (!Skip(isObject ? '}' : ']'))
        {
            if (((entries.Count > 0 || items.Count > 0) && !SkipComma()) || !(isObject ? ReadEntry(entries) : ReadItem(items)))
            {
                return null;
            }

            SkipBlanks();
        }

        _depth--;
        return isObject ? new Mapping(entries.ToArray(), origin: Origin(start, keyStart, keyEnd)) : new Sequence(items, origin: Origin(start, keyStart, keyEnd));
    }

    private bool ReadEntry(MappingEntries entries)
    {
        var start = Position;
        if (Current != '"' || ReadString() is not { } key)
        {
            return false;
        }

        var end = Position;
        SkipBlanks();
        if (!Skip(':') || ReadValue(start, end) is not { } value)
        {
            return false;
        }

        if (!entries.Set(key, value))
        {
            Repeated(key, start, end);
        }

        return true;
    }

    private bool ReadItem(List<Node> items)
    {
        if (ReadValue() is not { } item)
        {
            return false;
        }

        items.Add(item);
        return true;
    }

    private Scalar? ReadWord(string word, ScalarKind kind, int keyStart, int keyEnd)
    {
        if (string.CompareOrdinal(_text, Position, word, 0, word.Length) != 0)
        {
            return null;
        }

        var start = Position;
        Position += word.Length;
        return new(kind, word, Origin(start, keyStart, keyEnd));
    }

    private string? ReadString()
    {
        var start = ++Position;
        while (Current is >= ' ' and not ('"' or '\\') and not (>= '\uD800' and <= '\uDFFF'))
        {
            Position++;
        }

        if (Skip('"'))
        {
            return _text.Substring(start, Position - 1 - start);
        }

        var text = new StringBuilder(_text, start, Position - start, 64);
        while (!Skip('"'))
        {
            if (Current < ' ' || (Skip('\\') ? ReadEscape() : _text[Position++]) is not { } next)
            {
                return null;
            }

            text.Append(next);
        }

        return WithWholeSurrogates(text);
    }

    private char? ReadEscape()
    {
        var escape = Current;
        Position++;
        switch (escape)
        {
            case '"' or '\\' or '/':
                return escape;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u' when Position + 4 <= _text.Length
                && ushort.TryParse(_text.Substring(Position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                Position += 4;
                return (char)code;
            default:
                Position--;
                return null;
        }
    }

    private static string WithWholeSurrogates(StringBuilder text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                text[i] = '\uFFFD';
            }
        }

        return text.ToString();
    }

    private bool SkipComma()
    {
        var isComma = Skip(',');
        SkipBlanks();
        return isComma;
    }

    private bool Skip(char c)
    {
        if (Current != c || Position >= _text.Length)
        {
            return false;
        }

        Position++;
        return true;
    }
}
