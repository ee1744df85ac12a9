using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using K8sSharpManifests.YamlParsers;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;
using static K8sSharpManifests.Core.Tests.Trees;

namespace K8sSharpManifests.Core.Tests;

public sealed partial class YamlStringTests
{
    public static TheoryData<string, string> Table => new()
    {
        // Numbers of one parser or another.
        { "0o644", "\"0o644\"" }, { "0x1F", "\"0x1F\"" }, { "0X1f", "\"0X1f\"" }, { "0b11", "\"0b11\"" }, { "0B1", "\"0B1\"" }, { "0O7", "\"0O7\"" },
        { "+1", "\"+1\"" }, { "+12", "\"+12\"" }, { "+.5", "\"+.5\"" }, { "1_000", "\"1_000\"" }, { "12_3", "\"12_3\"" }, { "1__0", "\"1__0\"" },
        { "0_1", "\"0_1\"" }, { "0_x1F", "\"0_x1F\"" }, { "0__b1", "\"0__b1\"" }, { "0_o7", "\"0_o7\"" }, { "0_y1", "0_y1" }, { "+0x1F", "\"+0x1F\"" }, { "-0x1F", "\"-0x1F\"" }, { "1e3", "\"1e3\"" }, { "1.10", "\"1.10\"" }, { "0644", "\"0644\"" },
        { "0", "\"0\"" }, { "-1", "\"-1\"" }, { ".5", "\".5\"" }, { "1.", "\"1.\"" }, { "1,000", "\"1,000\"" }, { "1.2.3", "\"1.2.3\"" }, { "_1", "\"_1\"" },
        { ".inf", "\".inf\"" }, { "-.inf", "\"-.inf\"" }, { ".Inf", "\".Inf\"" }, { "+.inf", "\"+.inf\"" }, { ".nan", "\".nan\"" }, { ".NaN", "\".NaN\"" },
        { "-inf", "\"-inf\"" }, { "NaN", "\"NaN\"" }, { "2020-01-01", "\"2020-01-01\"" }, { "2020-01-01T00:00:00Z", "\"2020-01-01T00:00:00Z\"" },
        { "12:30:45", "\"12:30:45\"" }, { "8080:80", "\"8080:80\"" },

        // Words and marks.
        { "y", "\"y\"" }, { "n", "\"n\"" }, { "yes", "\"yes\"" }, { "no", "\"no\"" }, { "on", "\"on\"" }, { "off", "\"off\"" }, { "null", "\"null\"" },
        { "NULL", "\"NULL\"" }, { "True", "\"True\"" }, { "~", "\"~\"" }, { "", "\"\"" }, { "=", "\"=\"" }, { "<<", "\"<<\"" }, { "!", "\"!\"" },
        { "&a", "\"&a\"" }, { "*a", "\"*a\"" }, { "- a", "\"- a\"" }, { "-", "\"-\"" }, { "--", "\"--\"" }, { "---", "\"---\"" }, { "...", "\"...\"" },
        { ".", "\".\"" }, { "? a", "\"? a\"" }, { "a: b", "\"a: b\"" }, { "a:", "\"a:\"" }, { "a #b", "\"a #b\"" }, { "#a", "\"#a\"" }, { "@a", "\"@a\"" },
        { "`a", "\"`a\"" }, { "%a", "\"%a\"" }, { "[a", "\"[a\"" }, { "{a", "\"{a\"" }, { ",a", "\",a\"" }, { "|", "\"|\"" }, { ">", "\">\"" },
        { "'a'", "\"'a'\"" }, { "\"a\"", "'\"a\"'" }, { "{\"it's\":1}", "'{\"it''s\":1}'" },

        // Blanks and what is not seen.
        { " a", "\" a\"" }, { "a ", "\"a \"" }, { " ", "\" \"" }, { "\ta", "\"\\ta\"" }, { "a\tb", "\"a\\tb\"" }, { "\n", "\"\\n\"" },
        { "a\r\nb", "\"a\\r\\nb\"" }, { "\u0085a", "\"\\u0085a\"" }, { "a\u0000", "\"a\\u0000\"" }, { "\u0007", "\"\\u0007\"" }, { "\u007F", "\"\\u007F\"" },
        { "a\u2028b", "\"a\\u2028b\"" }, { "\uFEFFa", "\"\\uFEFFa\"" }, { "a\u00A0b", "\"a\\u00A0b\"" }, { "a\u202Eb", "\"a\\u202Eb\"" }, { "\uFFFE", "\"\\uFFFE\"" },

        // What stays plain.
        { "a", "a" }, { "nginx:1.27", "nginx:1.27" }, { "500m", "500m" }, { "1536Mi", "1536Mi" }, { "10.0.0.0/8", "10.0.0.0/8" }, { "/healthz", "/healthz" },
        { "--port=80", "--port=80" }, { "-c", "-c" }, { "$(POD_IP)", "$(POD_IP)" }, { ".dockerconfigjson", ".dockerconfigjson" }, { "a#b", "a#b" },
        { "a:b", "a:b" }, { "http://a:80/b?c=d&e", "http://a:80/b?c=d&e" }, { "two words", "two words" }, { "Ünïcode", "Ünïcode" }, { "😀", "😀" },
        { "12ab", "12ab" }, { "e3", "e3" }, { "nothing", "nothing" }, { "say \"hi\"", "say \"hi\"" }, { "it's", "it's" }, { "a, b [c] {d}", "a, b [c] {d}" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void String_IsQuotedWhereverAParserMightReadItOtherwise(string text, string yaml)
    {
        Assert.Equal($"k: {yaml}\nl:\n- {yaml}\n{yaml}: v\n", YamlOf(Map(("k", Str(text)), ("l", List(Str(text))), (text, Str("v")))));
        AssertReadsBack([text]);
    }

    [Fact]
    public void KeyWithAStarAfterABlank_IsQuoted() => Assert.Equal("\"a *b\": a *b\n", YamlOf(Map(("a *b", Str("a *b")))));

    [Fact]
    public void AnyString_ReadsBackAsItself() => AwkwardStrings.Any.Array[1, 40].Sample(AssertReadsBack, iter: 400, threads: 1);

    [Fact]
    public void AnyMultiLineString_ReadsBackAsItself() => AwkwardStrings.MultiLine.Array[1, 40].Sample(AssertReadsBack, iter: 400, threads: 1);

    private static void AssertReadsBack(string[] texts)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(Encoding.UTF8.GetString(YamlWriter.Write(YamlParsersTests.TreeOf(texts)))));
        var root = (YamlMappingNode)Assert.Single(stream.Documents).RootNode;
        Assert.Equal(texts, ((YamlMappingNode)root["values"]).Children.Values.Select(Read));
        Assert.Equal(texts, ((YamlSequenceNode)root["items"]).Children.Select(Read));
        Assert.Equal(texts, ((YamlSequenceNode)root["deep"]).Children.Select(c => Read(c["x"][0])));
        Assert.Equal(texts.Distinct(), ((YamlMappingNode)root["keys"]).Children.Keys.Select(Read));
    }

    private static string Read(YamlNode node)
    {
        var scalar = (YamlScalarNode)node;
        Assert.True(scalar.Style != ScalarStyle.Plain || !OtherThanString().IsMatch(scalar.Value!), $"'{scalar.Value}' is plain");
        return scalar.Value!;
    }

    // The implicit types of YAML 1.1 (yaml.org/type) and of the core schema of YAML 1.2.2 (chapter 10.3.2), united.
    [GeneratedRegex(
        """
        ^(
          | ~ | null | Null | NULL
          | y | Y | yes | Yes | YES | n | N | no | No | NO | true | True | TRUE | false | False | FALSE | on | On | ON | off | Off | OFF
          | [-+]?0b[0-1_]+ | [-+]?0[0-7_]+ | 0o[0-7]+ | [-+]?[0-9][0-9_]* | [-+]?0x[0-9a-fA-F_]+ | [-+]?[1-9][0-9_]*(:[0-5]?[0-9])+
          | [-+]?([0-9][0-9_]*)?\.[0-9._]*([eE][-+]?[0-9]+)? | [-+]?[0-9]+(\.[0-9]*)?([eE][-+]?[0-9]+)? | [-+]?[0-9][0-9_]*(:[0-5]?[0-9])+\.[0-9_]*
          | [-+]?\.(inf|Inf|INF) | \.(nan|NaN|NAN)
          | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(([Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(\.[0-9]*)?([ \t]*(Z|[-+][0-9]{1,2}(:[0-9]{2})?))?)?
          | = | <<
        )\z
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex OtherThanString();
}
