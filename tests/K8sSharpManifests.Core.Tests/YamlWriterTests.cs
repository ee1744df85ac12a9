using System.Text;
using static K8sSharpManifests.Core.Tests.Trees;

namespace K8sSharpManifests.Core.Tests;

public sealed class YamlWriterTests
{
    [Fact]
    public void Manifest_IsWrittenAsKubectlWould()
    {
        var tree = Map(
            ("apiVersion", Str("apps/v1")),
            ("kind", Str("Deployment")),
            ("metadata", Map(("name", Str("web")), ("labels", Map(("app.kubernetes.io/name", Str("web")), ("on", Str("off")))))),
            ("spec", Map(
                ("replicas", Scalar.Number(3)),
                ("paused", Scalar.False),
                ("selector", Map(("matchLabels", Map()))),
                ("template", Map(("spec", Map(
                    ("containers", List(
                        Map(
                            ("name", Str("web")),
                            ("image", Str("nginx:1.27")),
                            ("args", List(Str("--port=8080"), Str("-v"), Str("8080"))),
                            ("env", List(Map(("name", Str("A")), ("value", Str("true"))), Map(("name", Str("B")), ("value", Str(""))))),
                            ("ports", List())),
                        Map(("name", Str("side"))))),
                    ("volumes", List(Map(("emptyDir", Map()), ("name", Str("tmp"))))))))))));
        Assert.Equal(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
              labels:
                app.kubernetes.io/name: web
                "on": "off"
            spec:
              replicas: 3
              paused: false
              selector:
                matchLabels: {}
              template:
                spec:
                  containers:
                  - name: web
                    image: nginx:1.27
                    args:
                    - --port=8080
                    - -v
                    - "8080"
                    env:
                    - name: A
                      value: "true"
                    - name: B
                      value: ""
                    ports: []
                  - name: side
                  volumes:
                  - emptyDir: {}
                    name: tmp

            """,
            YamlOf(tree));
    }

    [Fact]
    public void EmptyRoot_IsWrittenAsEmptyMapping() => Assert.Equal("{}\n", YamlOf(Map()));

    [Fact]
    public void NestedSequences_AreWrittenOnOneLineUntilTheyBranch()
    {
        var tree = Map(("a", List(
            List(Str("x"), List(Str("u"), Str("v"))),
            List(),
            Map(("m", Map(("k", Str("v")))), ("l", List(Str("i")))),
            Map(),
            Scalar.Null,
            Str("one\ntwo\n"))));
        Assert.Equal(
            """
            a:
            - - x
              - - u
                - v
            - []
            - m:
                k: v
              l:
              - i
            - {}
            - null
            - |
              one
              two

            """,
            YamlOf(tree));
    }

    [Fact]
    public void MultiLineStrings_AreLiteralWhereThatIsLossless()
    {
        var tree = Map(("data", Map(
            ("clip", Str("a\nb\n")),
            ("strip", Str("a\n\n  b: c # d\n\te")),
            ("keep", Str("a\n\n\n")),
            ("indented", Str("  a\nb\n")),
            ("blankFirst", Str("\na")),
            ("tabFirst", Str("\ta\nb")),
            ("tabAfterBlank", Str("\n \ta")),
            ("return", Str("a\r\nb")),
            ("onlyBreaks", Str("\n\n")),
            ("onlyBlanks", Str(" \n ")),
            ("nextLine", Str("a\u0085\nb")),
            ("wide", Str("äöü 😀\n")))));
        Assert.Equal(
            """
            data:
              clip: |
                a
                b
              strip: |-
                a

                  b: c # d
                TABe
              keep: |+
                a


              indented: |2
                  a
                b
              blankFirst: |2-

                a
              tabFirst: "\ta\nb"
              tabAfterBlank: "\n \ta"
              return: "a\r\nb"
              onlyBreaks: "\n\n"
              onlyBlanks: " \n "
              nextLine: "a\u0085\nb"
              wide: |
                äöü 😀

            """.Replace("TAB", "\t", StringComparison.Ordinal),
            YamlOf(tree));
    }

    [Fact]
    public void Keys_ObeyTheRuleOfValuesOnOneLine()
    {
        var tree = Map(
            ("", Str("empty")), ("no", Str("word")), ("1", Str("number")), ("<<", Str("merge")), ("a b", Str("blank")), ("a\nb", Str("break")),
            ("a: b", Str("colon")), ("it's \"so\"", Str("quotes")), ("---", Str("marker")), ("... a", Str("end")), ("key with ü", Map()));
        Assert.Equal(
            """
            "": empty
            "no": word
            "1": number
            "<<": merge
            a b: blank
            "a\nb": break
            "a: b": colon
            it's "so": quotes
            "---": marker
            "... a": end
            key with ü: {}

            """,
            YamlOf(tree));
    }

    [Fact]
    public void LongKey_IsAnnounced()
    {
        var key = new string('k', 1001);
        Assert.Equal(
            $"a:\n- ? {key}\n  : v\n  ? {key}1\n  :\n    b: c\n  ? {key}2\n  :\n  - i\n",
            YamlOf(Map(("a", List(Map((key, Str("v")), (key + "1", Map(("b", Str("c")))), (key + "2", List(Str("i")))))))));
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-12", "-12")]
    [InlineData("0.5", "0.5")]
    [InlineData("9223372036854775807", "9223372036854775807")]
    [InlineData("1E+21", "1.0e+21")]
    [InlineData("1e5", "1.0e+5")]
    [InlineData("-1.5E-07", "-1.5e-07")]
    public void Number_ReadsAsNumberInYaml11Too(string json, string yaml) =>
        Assert.Equal($"k: {yaml}\n", YamlOf(Map(("k", new Scalar(ScalarKind.Number, json)))));

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("01")]
    [InlineData("+1")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("0x1F")]
    [InlineData("1 ")]
    [InlineData("1,5")]
    public void NumberThatJsonDoesNotKnow_Throws(string text)
    {
        var tree = Map(("spec", Map(("n", new Scalar(ScalarKind.Number, text)))));
        Assert.Equal("spec.n", Assert.Throws<YamlWriteException>(() => YamlWriter.Write(tree)).Path);
    }

    [Theory]
    [InlineData("", 0xD800, "")]
    [InlineData("", 0xDC00, "")]
    [InlineData("a", 0xD83D, "")]
    [InlineData("", 0xD83D, "b")]
    [InlineData("😀", 0xDE00, "😀")]
    [InlineData("line\n", 0xDC00, "")]
    public void LoneSurrogate_ThrowsWithItsPath(string before, int surrogate, string after)
    {
        // An attribute cannot hold a lone surrogate: it is stored as UTF-8.
        var text = before + (char)surrogate + after;
        var tree = Map(("spec", Map(("containers", List(Map(("env", List(Map(("name", Str("A"))), Map(("name", Str("B")), ("value", Str(text)))))))))));
        var exception = Assert.Throws<YamlWriteException>(() => YamlWriter.Write(tree));
        Assert.Equal("spec.containers[0].env[1].value", exception.Path);
        Assert.StartsWith("spec.containers[0].env[1].value holds half of a surrogate pair", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LoneSurrogateUnderDottedKey_QuotesTheKeyInThePath()
    {
        var tree = Map(("metadata", Map(("labels", Map(("app.kubernetes.io/name", Str("\uD800")))))));
        Assert.Equal("metadata.labels[\"app.kubernetes.io/name\"]", Assert.Throws<YamlWriteException>(() => YamlWriter.Write(tree)).Path);
    }

    [Fact]
    public void WhatIsNotKnown_Throws()
    {
        Assert.Throws<InvalidOperationException>(() => YamlWriter.Write(Map(("a", Unknown.Value))));
        Assert.Throws<InvalidOperationException>(() => YamlWriter.Write(Map(("a", Missing.Value))));
        Assert.Throws<InvalidOperationException>(() => YamlWriter.Write(OpenMap(("a", Str("b")))));
        Assert.Throws<InvalidOperationException>(() => YamlWriter.Write(Map(("a", OpenMap()))));
        Assert.Throws<InvalidOperationException>(() => YamlWriter.Write(Map(("a", OpenMap(("b", Str("c")))))));
        var exception = Assert.Throws<InvalidOperationException>(() => YamlWriter.Write(Map(("a", List(new Sequence([Str("b")], isOpen: true))))));
        Assert.StartsWith("a[0] is not known", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Appending_SeparatesDocumentsAndAFailureLeavesNoTrace()
    {
        var writer = new YamlWriter();
        writer.Append(Map(("a", Str("1"))));
        Assert.Throws<YamlWriteException>(() => writer.Append(Map(("x", Str("y")), ("b", Str("\uD800")))));
        writer.Append(Map(("b", Map(("c", Scalar.True)))));
        Assert.Equal("a: \"1\"\n---\nb:\n  c: true\n", Encoding.UTF8.GetString(writer.ToArray()));

        Assert.Equal(writer.ToArray().Length, writer.WrittenCount);

        writer.Clear();
        Assert.Equal(0, writer.WrittenCount);
        writer.Append(Map(("z", Scalar.Null)));
        Assert.Equal("z: null\n", Encoding.UTF8.GetString(writer.ToArray()));
    }

    [Fact]
    public void Comment_IsOneLineBeforeItsDocumentWhateverItHolds()
    {
        var writer = new YamlWriter();
        writer.Append(Map(("a", Scalar.True)), "from Größe");
        writer.Append(Map(("b", Scalar.True)), "\r\n---\0\u0085\u2028\uFEFF\uD800x");

        Assert.Equal("# from Größe\na: true\n---\n# ??---?????x\nb: true\n", Encoding.UTF8.GetString(writer.ToArray()));
    }

    [Fact]
    public void DeepTree_IsWritten()
    {
        Node node = Str("leaf");
        for (var i = 0; i < 200; i++)
        {
            node = i % 2 == 0 ? List(node) : Map(("k", node));
        }

        Assert.Contains("- leaf\n", YamlOf((Mapping)node), StringComparison.Ordinal);
    }
}
