using System.Text;

namespace K8sSharpManifests.Yaml.Tests;

// The texts in the streams.
internal sealed partial class GeneratedYaml
{
    private static readonly string[] Plain =
    [
        "a", "name", "1", "-1", "+1", "0", "-0", "00", "08", "0777", "-0777", "0o17", "0O7", "0x1F", "0X1f", "-0x1F", "+0x1F", "0b11", "0B1", "-0b11", "0b-1", "0b12", "0x", "0xg",
        "1_000", "1__0", "_1", "1_", "0_7", "0x_F", "-_1", "1e3", "1E+3", "1e-3", "1.5", "-1.5e10", "1.", ".5", ".5e1", ".1_0", "._1", "-.5", "1.10", "1e400", "-1e400", "1e-400", "1_0.5",
        "9223372036854775807", "-9223372036854775808", "9223372036854775808", "18446744073709551615", "18446744073709551616", "123456789012345678901234567890",
        "0.1", "1e21", "1e20", "123456789.123456789", "1e-6", "1e-7", "0.000001", "-0.0", "5e-324", "1.7976931348623157e308", "12345.678",
        "y", "Y", "n", "N", "yes", "Yes", "YES", "yEs", "no", "on", "On", "off", "OFF", "true", "True", "TRUE", "tRue", "false", "False", "null", "Null", "NULL", "nUll", "~", "~a",
        ".inf", ".Inf", "-.inf", "+.INF", ".nan", ".NaN", ".nAn", "2001-01-01", "2001-12-14t21:59:43.10-05:00", "2001-12-14 21:59:43", "12:30:45", "190:20:30", "1:2", "=", "<<x",
        "a b", "a  b", "a#b", "a:b", "::", ":a", "?a", "-a", "--", "---a", "a-", "http://x/y?z=1#f", "a,b", "a]", "a}", "a'b", "a\"b", ">",
        "\u00E4", "\u65E5\u672C", "\U0001F600", "a\u00A0b", "a\uFEFFb", "\u2028", "a\u2028b", "a\u0085b", "a\tb", "$x", "${X}", "a{{b", "\\n", "a\\",
    ];

    // No plain scalars, or none everywhere.
    private static readonly string[] NotPlain =
        ["- -", "*", "&", "!", "{a", "[a", "%a", "@a", "`a", "|a", ">", "key:\tv", "{{ x }}", "<<", "a: b", "a: b: c", "a #b", "? a", ": a", "!!str", "&a b", "*a b", "${X}: a", "\"a\" b", "'a' b", "[a] b"];

    private static readonly string[] Escapes =
        ["\\0", "\\a", "\\b", "\\t", "\\\t", "\\n", "\\v", "\\f", "\\r", "\\e", "\\ ", "\\\"", "\\\\", "\\N", "\\_", "\\L", "\\P", "\\x41", "\\xe4", "\\u00e4", "\\u2028", "\\uFEFF", "\\U0001F600"];

    private static readonly string[] NoEscapes = ["\\ud800", "\\ud83d\\ude00", "\\q", "\\x4", "\\U00110000", "\\/"];

    private static readonly string[] Tags =
    [
        "!!str", "!!str", "!!float", "!!binary", "!!timestamp", "!!map", "!!seq", "!!set", "!!omap", "!!merge", "!foo", "!", "!<tag:yaml.org,2002:str>", "!<!bar>", "!a%21b", "!foo:bar", "!foo",
    ];

    private string Tag() => Chance(3) ? Pick("!e!x", "!!str,", "!<x", "!!int", "!!bool", "!foo,") : Pick(Tags);

    private string Text() => Pick(Chance(2) ? NotPlain : Plain);

    private string Key() => _random.Next(10) switch
    {
        0 => Text(),
        1 => Quoted(-1),
        2 when _anchors.Count > 0 && Chance(20) => "*" + Pick([.. _anchors]) + " ",
        3 when Chance(3) => new string('k', 1020 + _random.Next(10)),
        _ => $"k{_random.Next(9)}",
    };

    private string PlainLines(int indent)
    {
        var text = new StringBuilder(Pick("a", "b c", "1", "x:y"));
        for (var i = _random.Next(4); i > 0; i--)
        {
            text.Append(Chance(15) ? " " : "").Append(Chance(30) ? "\n\n" : "\n").Append(Chance(1) ? Pick("# c\n", "\t", "") : "").Append(Spaces(indent + 1 + _random.Next(3))).Append((Chance(96) ? Pick("d", "e f", "g#h", "- j", "2", "n\t") : Pick("# i", "k: l", "\tm")));
        }

        return text.ToString();
    }

    private string Quoted(int indent)
    {
        var isDouble = Chance(60);
        var text = new StringBuilder();
        for (var i = _random.Next(5); i > 0; i--)
        {
            text.Append(_random.Next(8) switch
            {
                0 when isDouble => Pick(Chance(3) ? NoEscapes : Escapes),
                0 => "''",
                1 when indent >= 0 => Chance(20) && isDouble ? "\\\n" + Spaces(indent + 1) : Pick("\n", "\n\n", " \n", "\t\n") + Spaces(indent + _random.Next(3)) + Pick("", "", "\t"),
                2 => Pick(" ", "\t", "  "),
                3 => Pick("# x", ": ", "- ", "{{ x }}", "\u2028", "\u0085", "\u00E4", "\uFEFF", "\U0001F600", "yes", "1"),
                _ => Pick("a", "b", "c d"),
            });
        }

        return isDouble ? $"\"{text}\"" : $"'{text}'";
    }
}
