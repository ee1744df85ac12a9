using System.Text;

namespace K8sSharpManifests.Yaml.Tests;

/// <summary>Makes up YAML streams of everything that YAML has, most of them well-formed. A number makes the same one again.</summary>
/// <param name="index">The number, which is also the name of the objects.</param>
internal sealed partial class GeneratedYaml(int index)
{
    private readonly Random _random = new(index);
    private readonly StringBuilder _text = new();
    private readonly List<string> _anchors = [];
    private readonly List<string> _maps = [];
    private int _left = 40;

    private string Name => KubectlFolder.Name(index);

    /// <summary>The stream.</summary>
    public byte[] Make()
    {
        if (Chance(3))
        {
            Line("# first");
        }

        if (Chance(15))
        {
            Line(Pick("%YAML 1.1", "%TAG ! tag:example.com,2000:", "%FOO bar") is var directive && Chance(95) ? "# " + directive : directive);
        }

        if (Chance(25))
        {
            Line(Pick("---", "--- ", "--- # x", "---\t", "---#x"));
        }

        var documents = Chance(10) ? 2 : 1;
        for (var i = 0; i < documents; i++)
        {
            if (i > 0)
            {
                Line(Chance(90) ? Pick("---", "--- # next", "---  ") : Pick("...", "--- x", "----", "...\n---", "---\n---", "---\n# only\n---"));
            }

            Document();
        }

        if (Chance(5))
        {
            Line(Pick("...", "---", "... # end", "---\n# end", "...\n...", "null", "---\nnull", "--- x", "...\nrest: 1"));
        }

        return Bytes(Changed(_text.ToString()));
    }

    private void Document()
    {
        Line("apiVersion: example.com/v1");
        Line("kind: Data");
        Line($"metadata: {{name: {Name}}}");
        _anchors.Clear();
        _maps.Clear();
        _text.Append("spec:");
        BlockNode(0, false);
    }

    // Changes that make most of what they hit no YAML any more.
    private string Changed(string text)
    {
        var start = text.LastIndexOf("spec:", StringComparison.Ordinal) + 5;
        if (!Chance(10) || start >= text.Length - 1)
        {
            return text;
        }

        for (var i = Chance(70) ? 1 : 2; i > 0; i--)
        {
            var at = _random.Next(start, text.Length - 1);
            text = _random.Next(3) switch
            {
                0 when text.Length > start + 2 => text.Remove(at, 1),
                1 => text.Insert(at, Pick(" ", "\t", "\n", ":", ": ", "#", " #", "-", "- ", "'", "\"", "{", "}", "[", "]", ",", "&a ", "*a", "!t ", "|", "?", "? ", "%", "\u0001", "\u0085", "\u2028", "\uFEFF", "\r", "  ", "\n\n", "---\n", "\n...\n", "\u007F", "a")),
                _ => text[..at] + text[(at + 1)..].Insert(0, Pick("a", " ", "\n", ":", "-")),
            };
        }

        return text;
    }

    private byte[] Bytes(string text)
    {
        text = Chance(8) ? text.Replace("\n", "\r\n") : Chance(1) ? text.Replace("\n", "\r") : text;
        text = Chance(5) ? text.TrimEnd('\n') : text;
        var encoding = Chance(1) ? Encoding.Unicode : Encoding.UTF8;
        return Chance(4) || encoding == Encoding.Unicode ? [.. encoding.GetPreamble(), .. encoding.GetBytes(text)] : encoding.GetBytes(text);
    }

    /// <summary>A node after a key or a hyphen, with the line break at its end.</summary>
    private void BlockNode(int indent, bool isItem)
    {
        var isDeep = indent > 8 || _left-- < 0;
        var kind = isDeep ? _random.Next(50) : _random.Next(100);
        if (Chance(6) && _anchors.Count > 0)
        {
            Line(Blank() + "*" + Pick([.. _anchors]) + Trailing());
            return;
        }

        var anchor = "";
        var properties = "";
        if (Chance(10))
        {
            anchor = Chance(80) ? $"a{_anchors.Count}" : Chance(90) ? Pick("a0", "x-y", "_z", "A9") : Pick("a.b", "\u00E4");
            properties = " &" + anchor;
        }

        if (Chance(8))
        {
            properties = Chance(50) ? properties + " " + Tag() : " " + Tag() + properties;
        }

        _text.Append(properties);
        if (kind < 50)
        {
            BlockScalarNode(indent);
        }
        else if (kind < 60)
        {
            _text.Append(Blank());
            Flow(0);
            Line(Trailing());
        }
        else if (kind < 80)
        {
            if (!isItem || properties.Length > 0 || Chance(20))
            {
                Line(Trailing());
                Mapping(indent + 1 + _random.Next(3), false);
            }
            else
            {
                _text.Append(' ');
                Mapping(indent + 2, true);
            }

            if (anchor.Length > 0)
            {
                _maps.Add(anchor);
            }
        }
        else
        {
            Line(Trailing());
            Sequence(isItem ? indent + 1 + _random.Next(2) : indent + _random.Next(3));
        }

        if (anchor.Length > 0)
        {
            _anchors.Add(anchor);
        }
    }

    private void BlockScalarNode(int indent)
    {
        switch (_random.Next(10))
        {
            case 0 or 1:
                Block(indent);
                break;
            case 2:
                Line(Blank() + PlainLines(indent) + Trailing());
                break;
            case 3:
                Line(Blank() + Quoted(indent) + Trailing());
                break;
            case 4:
                Line(Trailing());
                break;
            default:
                Line(Blank() + Text() + Trailing());
                break;
        }
    }

    private void Block(int indent)
    {
        var width = 1 + _random.Next(4);
        var header = Pick("|", ">") + (Chance(25) ? Chance(90) ? $"{width}" : Pick("1", "2", "3", "9", "0") : "");
        header = Chance(50) ? header + Pick("-", "+") : header;
        header = Chance(5) && header.Length == 3 ? $"{header[0]}{header[2]}{header[1]}" : header;
        Line(Blank() + header + (Chance(10) ? Pick(" # c", "  ", " # d", Chance(10) ? " x" : "", Chance(20) ? "#c" : "") : ""));
        for (var i = _random.Next(5); i >= 0; i--)
        {
            Line(Chance(20) ? Spaces(_random.Next(indent + width + (Chance(5) ? 4 : 1))) : Spaces(indent + width) + Pick("a", " b", "c: d", "# e", "- f", "\tg", "h\t", "  ", "{{ x }}", "a\u0085b", "c\u2028d", "\u00E4", "---", "i \\", "\"j"));
        }
    }

    private void Mapping(int indent, bool isInline)
    {
        for (var i = 1 + _random.Next(4); i > 0; i--)
        {
            if (!isInline)
            {
                Filler(indent);
                _text.Append(Spaces(indent));
            }

            isInline = false;
            if (Chance(7) && _maps.Count > 0)
            {
                Line(Pick("<<", "<<", "<<", "\"<<\"", "!!merge <<") + ": " + (Chance(60) ? "*" + Pick([.. _maps]) : Chance(50) ? $"[*{Pick([.. _maps])}, *{Pick([.. _maps])}]" : Pick("{a: 9, k1: 8}", "[{a: 1}, {a: 2, b: 3}]", "[]", "{}", Chance(20) ? Pick("null", "x", "[x]", $"[[*{Pick([.. _maps])}]]") : "{b: [1]}")));
                continue;
            }

            if (Chance(4))
            {
                _text.Append('?');
                if (Chance(70))
                {
                    Line(Blank() + Key());
                }
                else
                {
                    BlockNode(indent, true);
                }

                if (Chance(80))
                {
                    _text.Append(Spaces(indent)).Append(':');
                    BlockNode(indent, true);
                }

                continue;
            }

            _text.Append(Chance(4) ? "&k" + _random.Next(3) + " " : "").Append(Chance(3) ? Tag() + " " : "").Append(Key()).Append(Chance(5) ? " :" : ":");
            BlockNode(indent, false);
        }
    }

    private void Sequence(int indent)
    {
        for (var i = 1 + _random.Next(4); i > 0; i--)
        {
            Filler(indent);
            _text.Append(Spaces(indent)).Append('-');
            BlockNode(indent, true);
        }
    }

    private void Flow(int depth)
    {
        if (depth > 3 || Chance(50))
        {
            _text.Append(Chance(8) && _anchors.Count > 0 ? "*" + Pick([.. _anchors]) : Chance(4) ? "-" : Chance(70) ? Text() : Quoted(2));
            return;
        }

        var isMapping = Chance(50);
        _text.Append(isMapping ? '{' : '[');
        for (var i = _random.Next(4); i > 0; i--)
        {
            _text.Append(Chance(20) ? Pick(" ", "\n   ", "\t", " # c\n   ", "\n") : "");
            if (Chance(5))
            {
                _text.Append(Pick("&f ", "!!str ", "? ", "!t "));
            }

            if (isMapping ? Chance(90) : Chance(10))
            {
                _text.Append(Key()).Append(Pick(": ", ": ", ": ", ":", " : ", ":\n    ", ":\t"));
            }

            if (Chance(95))
            {
                Flow(depth + 1);
            }

            _text.Append(Chance(10) ? Pick(" ", "\n   ") : "").Append(i > 1 || Chance(10) ? Pick(", ", ",", ",\n  ", " , ") : "");
        }

        _text.Append(isMapping ? '}' : ']');
    }

    private void Filler(int indent)
    {
        if (Chance(6))
        {
            Line(Chance(95) ? Pick("", "# c", "  # c", Spaces(indent) + "# d: e", "   ", "#", "# {{ x }}") : Pick("\t", "\t# t"));
        }
    }

    private string Trailing() => Chance(5) ? Pick(" ", " # c", "\t", "\t# t", "  #", Chance(20) ? "#x" : "") : "";

    private string Blank() => Chance(96) ? " " : Pick("  ", "   ", Chance(40) ? "\t" : " ");

    private static string Spaces(int count) => new(' ', count);

    private bool Chance(int percent) => _random.Next(100) < percent;

    private string Pick(params string[] texts) => texts[_random.Next(texts.Length)];

    private void Line(string text) => _text.Append(text).Append('\n');
}
