using System.Text;
using CsCheck;
using K8sSharpManifests.Core;

namespace K8sSharpManifests.Yaml.Tests;

/// <summary>What comes with the data: places, problems and comments, and that nothing throws. <see cref="KubectlTests"/> has the data.</summary>
public sealed class TreeReaderTests
{
    [Fact]
    public void Nodes_KnowWhereTheyAndTheirKeysStand() => AssertPlaces(
        """
        # comment
        a: &x 'b'
        bb: # list
          - "x"
          - c: |
              text
            ? d
            : [1, {e: f}]
        g: *x
        h:
          <<: {i: j}
          k:   long
            text
        """,
        """
        : a … text
        a: &x 'b'
        bb: - … f}]
        bb[0]: "x"
        bb[1]: c … f}]
        bb[1].c: | … text
        bb[1].d: [1, {e: f}]
        bb[1].d[0]: 1
        bb[1].d[1]: {e: f}
        bb[1].d[1].e: f
        g: *x
        h: << … text
        h.i: j
        h.k: long … text
        """);

    [Fact]
    public void NodesBehindWhatIsChangedForTheParser_KnowWhereTheyStand() => AssertPlaces(
        """
        a: {b: "c
        d", e: [
        f:, g]#h
          }
        i: |

          j
        k: l
        """,
        """
        : a … l
        a: {b … }
        a.b: "c … d"
        a.e: [ … g]
        a.e[0]: f:
        a.e[1]: g
        i: | … j
        k: l
        """);

    [Fact]
    public void Json_KnowsWhereItStands() => AssertPlaces(
        """
        {"a": [1, "b"],
         "c": {"d": null}}
        """,
        """
        : {"a" … null}}
        a: [1, "b"]
        a[0]: 1
        a[1]: "b"
        c: {"d": null}
        c.d: null
        """);

    [Theory]
    [InlineData("a: b\n[|a|]: c\n", "the key 'a' stands here for the second time")]
    [InlineData("{\"a\": 1, [|\"a\"|]: 2}", "the key 'a' stands here for the second time")]
    [InlineData("x: &x {a: 1}\ny:\n  a: 2\n  [|<<|]: *x\n", "'<<' brings the key 'a', which stands before it")]
    [InlineData("a: b\nc: [\n", "did not find expected")]
    [InlineData("a:\n[|\t|]- c\n", "indent with spaces, not with tabs")]
    [InlineData("a: [|*b|]\n", "the alias *b has no anchor &b")]
    [InlineData("a: &b [[|*b|]]\n", "the alias *b stands inside the node that it repeats")]
    [InlineData("a: [|.inf|]\n", "'.inf' is a number that JSON, and so Kubernetes, does not have")]
    [InlineData("a: [|!!int b|]\n", "the tag !!int stands at 'b'")]
    [InlineData("[|~|]: a\n", "a key is missing here, or is null")]
    [InlineData("[a]: b\n", "a mapping or a list stands here as a key")]
    [InlineData("a: b[|\u0001|]\n", "the character U+0001 may not stand in YAML")]
    [InlineData("<<: [|a|]\n", "what '<<' merges is a mapping")]
    [InlineData("a: b\n[|--- c|]\n", "a line that starts with '---' separates documents")]
    [InlineData("%YAML 1.1\n---\na: b\n", "kubectl ends a document at '---'")]
    [InlineData("a: b\n...\n[|c|]: d\n", "skips this without a word")]
    [InlineData("{\"a\": 1}\n{\"b\": 2}\n[|c|]: d\n", "this is no JSON")]
    [InlineData("image: [|{{ .Values.image }}|]\n", "'{{ .Values.image }}' is a template that was not rendered: render the chart first")]
    [InlineData("a: b\n[|{{- if .Values.x }}|]\nc: d\n{{- end }}\n", "is a template that was not rendered")]
    [InlineData("a: b\n[|{{- if .Values.x }}|]\n---\n{{- end }}\nc: {{ .d }}\n", "is a template that was not rendered")]
    [InlineData("a: {[|${NAME}|]: b}\n", "'${NAME}' is a variable that was not replaced")]
    public void Problem_HasAPlaceAndAMessage(string marked, string message)
    {
        var start = marked.IndexOf("[|", StringComparison.Ordinal);
        var end = marked.IndexOf("|]", StringComparison.Ordinal);
        var text = start < 0 ? marked : marked.Remove(end, 2).Remove(start, 2);

        var problem = Assert.Single(TreeReader.Read(text, "f.yaml").Problems);

        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal("f.yaml", problem.File);
        if (start >= 0)
        {
            var before = text[..start];
            Assert.Equal((before.Count(c => c == '\n') + 1, start - before.LastIndexOf('\n')), (problem.Span.Line, problem.Span.Column));
        }
    }

    [Theory]
    [InlineData("a: ${NAME}\n")]
    [InlineData("a: '{{ .Values.x }}'\nb: |\n  {{ x }}\n")]
    [InlineData("# {{ x }}\na: b\n")]
    public void TemplateThatBreaksNothing_IsText(string yaml) => Assert.Empty(TreeReader.Read(yaml).Problems);

    [Fact]
    public void BrokenDocument_LeavesTheOthersReadable()
    {
        var read = TreeReader.Read("a: 1\n---\nb: [\n---\nc: 3\n--- x\nd: 4\n---\ne: .nan\n---\n# nothing\n---\nnull\n---\nf: 6\n", "f.yaml");

        Assert.Equal(["{a: 1}", "{c: 3}", "{f: 6}"], read.Roots.Select(Text));
        Assert.Equal([4, 6, 9], read.Problems.Select(p => p.Span.Line));
    }

    [Theory]
    [InlineData("---\n# nothing\n---\na: 1\n---\nb: [\n---\n# one\n\nc: 3\n", "4 6 8", "0 0 0 0 0 1 1 2 2")]
    [InlineData("{\"a\": 1} {\"b\": 2}\n{}\n", "1 1 2", "1 2")]
    [InlineData("", "", "0")]
    public void Documents_AreCounted(string text, string starts, string documents)
    {
        var read = TreeReader.Read(text);
        Assert.Equal(starts, string.Join(' ', read.Starts.Select(start => start.Line)));
        Assert.Equal(documents, string.Join(' ', documents.Split(' ').Select((_, i) => read.DocumentAt(new(i + 1, 10, i + 1, 10)))));
    }

    [Fact]
    public void Comments_AreKeptWithTheirLines() => Assert.Equal(
        [
            new(1, 1, "first", true), new(2, 6, "second", false), new(3, 5, "third", false), new(5, 3, "fourth #4", true), new(7, 4, "fifth", false), new(8, 4, "sixth", false), new(10, 6, "seventh", false),
            new(12, 1, "", true),
        ],
        TreeReader.Read(
            """
            # first
            a: b # second
            --- # third
            c:
              # fourth #4
              - '# text'
            d: # fifth
              [#sixth
              ]
            e: | # seventh
              # text
            #
            """).Comments);

    [Theory]
    [InlineData("a: 1", YamlProblemKind.Foreign)]
    [InlineData("[{op: add}]", YamlProblemKind.Foreign)]
    [InlineData("apiVersion: v1", YamlProblemKind.NotAnObject)]
    [InlineData("{apiVersion: v1, kind: null}", YamlProblemKind.NotAnObject)]
    [InlineData("{apiVersion: v1, kind: List, items: [a]}", YamlProblemKind.NotAnObject)]
    [InlineData("{apiVersion: 1, kind: Pod}", YamlProblemKind.NotAnObject)]
    [InlineData("{kind: DaemonSet, image: {tag: '1'}}", YamlProblemKind.Foreign)]
    [InlineData("{kind: Pod, metadata: {name: a}}", YamlProblemKind.NotAnObject)]
    [InlineData("{apiVersion: '', kind: Pod}", YamlProblemKind.NotAnObject)]
    [InlineData("{apiVersion: v1, kind: List, items: [{kind: Pod}]}", YamlProblemKind.NotAnObject)]
    [InlineData("{kind: PodList, items: [{metadata: {name: a}}]}", YamlProblemKind.NotAnObject)]
    public void DataThatSaysNothingOfKubernetes_IsForeign(string text, YamlProblemKind expected) =>
        Assert.Equal(expected, Assert.Single(TreeReader.ReadObjects(text).Problems).Kind);

    [Fact]
    public void ObjectOfAList_KnowsWhereItStands() => Assert.Equal(
        ["", "items[0]", "items[2]"],
        TreeReader.ReadObjects("{apiVersion: v1, kind: A}\n---\n{apiVersion: v1, kind: List, items: [{apiVersion: v1, kind: B}, {}, {apiVersion: v1, kind: C}]}\n").Places.Select(place => place.Path));

    [Fact]
    public void List_GivesItsItems()
    {
        var read = TreeReader.ReadObjects(
            """
            apiVersion: v1
            kind: ConfigMapList
            items:
            - {metadata: {name: a}}
            - {apiVersion: v1, kind: Secret, metadata: {name: b}}
            - {kind: List, items: [{kind: C}]}
            - text
            ---
            {apiVersion: v1, kind: Pod,
            items: null}
            ---
            metadata: {name: none}
            ---
            kind: List
            items: {}
            """,
            "f.yaml");

        Assert.Equal(
            ["{apiVersion: 'v1', kind: 'ConfigMap', metadata: {name: 'a'}}", "{apiVersion: 'v1', kind: 'Secret', metadata: {name: 'b'}}", "{apiVersion: 'v1', kind: 'Pod', items: null}"],
            read.Roots.Select(Text));
        Assert.Equal([(6, "a list stands in a list"), (7, "a Kubernetes object is a mapping"), (12, "this has no kind"), (15, "the field 'items'")],
            read.Problems.Select(p => (p.Span.Line, p.Message[..Math.Min(p.Message.Length, new[] { 23, 32, 16, 17 }[read.Problems.ToList().IndexOf(p)])])));
    }

    [Fact]
    public void OwnTags_HaveTheirMeaning() => Assert.Equal(
        "{a: ?, b: 'x'}",
        Text(Assert.Single(TreeReader.Read("a: !unknown\nb: !other x\n", "", new() { Tags = (tag, _) => tag == "!unknown" ? Unknown.Value : null }).Roots)));

    [Fact]
    public void KeptNumbers_AreThoseOfJson() => Assert.Equal(
        "[1E5, 1.50, 511, 255, 1]",
        Text(Assert.Single(TreeReader.Read("[1E5, 1.50, 0777, 0xFF, +1]", "", new() { KeepsNumbers = true }).Roots)));

    [Fact]
    public void AliasBomb_IsRefused()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 40; i++)
        {
            bomb.Append($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        }

        var read = TreeReader.Read(bomb.ToString(), "f.yaml");

        Assert.Empty(read.Roots);
        Assert.Contains("aliases make more of this document", Assert.Single(read.Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[", "]", 500, true)]
    [InlineData("[", "]", 501, false)]
    [InlineData("[", "]", 100_000, false)]
    [InlineData("{a: ", "}", 100_000, false)]
    [InlineData("- ", "", 100_000, false)]
    [InlineData("? ", "", 100_000, false)]
    [InlineData("{\"a\": ", "}", 100_000, false)]
    public void DeepNesting_IsReadToADepthOnASmallStack(string open, string close, int depth, bool isRead)
    {
        var text = new StringBuilder().Insert(0, open, depth).Append('x').Append(new StringBuilder().Insert(0, close.Length == 0 ? "" : close, depth)).Append('\n').ToString();
        YamlDocuments? read = null;
        var thread = new Thread(() => read = TreeReader.Read(text), maxStackSize: 384 * 1024);
        thread.Start();
        thread.Join();

        Assert.Equal(isRead, read!.Roots.Count == 1);
        Assert.Equal(!isRead, read.Problems.Count == 1);
    }

    [Fact]
    public void AliasesThatNest_AreReadToADepth()
    {
        var nested = new StringBuilder("a0: &a0 [x]\n");
        for (var i = 1; i < 20; i++)
        {
            nested.Append($"a{i}: &a{i} {new string('[', 30)}*a{i - 1}{new string(']', 30)}\n");
        }

        Assert.Contains("nests deeper", Assert.Single(TreeReader.Read(nested.ToString()).Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnyText_IsReadOrRefused() => Gen.OneOf(
        Gen.Char.Array[0, 20].Select(c => new string(c)),
        Gen.OneOf(
            "a", "b: ", "- ", "? ", ": ", "\n", "\n  ", "\r\n", "\t", "'", "\"", "\\", "|", ">", "|2\n", "[", "]", "{", "}", ", ", "#", " #", "&a ", "*a", "!t ", "!!int ", "<<: ", "%", "---", "...", "{{ x }}", "${X}",
            "\u2028", "\u0085", "\uFEFF", "\uD800", "\0", "0x", "1_", ".inf", "~")
            .Array[1, 25].Select(string.Concat)).Sample(
        text =>
        {
            var read = TreeReader.ReadObjects(text);
            _ = read.Comments;
            Assert.All(read.Problems, p => Assert.True(p.Span is { Line: > 0, Column: > 0 } && p.Message.Length > 0, p.ToString()));
            Assert.All(TreeReader.Read(text).Roots, AssertOrigins);
        },
        iter: 20_000);

    private static void AssertOrigins(Node node)
    {
        Assert.IsType<YamlOrigin>(node.Origin);
        foreach (var child in Children(node, ""))
        {
            AssertOrigins(child.Node);
        }
    }

    private static void AssertPlaces(string yaml, string expected)
    {
        yaml = yaml.ReplaceLineEndings("\n") + "\n";
        var read = TreeReader.Read(yaml, "f.yaml");
        Assert.Empty(read.Problems);
        Assert.Equal(expected.ReplaceLineEndings("\n"), string.Join('\n', Places(Assert.Single(read.Roots), "", yaml.Split('\n'))));
    }

    // Each node with what stands at its place; of several lines, the first word and the last.
    private static IEnumerable<string> Places(Node node, string path, string[] lines)
    {
        var origin = Assert.IsType<YamlOrigin>(node.Origin);
        if (origin.Key is { } key)
        {
            Assert.Equal(path.Split('.')[^1], Source(key, lines).Trim('"'));
        }

        yield return $"{path}: {Source(origin.Span, lines)}";
        foreach (var place in Children(node, path).SelectMany(child => Places(child.Node, child.Path, lines)))
        {
            yield return place;
        }
    }

    private static IEnumerable<(Node Node, string Path)> Children(Node node, string path) => node switch
    {
        Mapping mapping => mapping.Entries.Select(e => (e.Value, TreePath.Child(path, e.Key))),
        Sequence list => list.Items.Select((item, i) => (item, TreePath.Item(path, i))),
        _ => [],
    };

    private static string Source(YamlSpan span, string[] lines)
    {
        if (span.Line == span.EndLine)
        {
            return lines[span.Line - 1][(span.Column - 1)..(span.EndColumn - 1)];
        }

        // A block ends where the line after it starts.
        var last = span.EndColumn == 1 ? lines[span.EndLine - 2] : lines[span.EndLine - 1][..(span.EndColumn - 1)];
        return $"{lines[span.Line - 1][(span.Column - 1)..].Split(':', ' ')[0]} … {last.Split(' ')[^1]}";
    }

    private static string Text(Node node) => node switch
    {
        Mapping mapping => $"{{{string.Join(", ", mapping.Entries.Select(e => $"{e.Key}: {Text(e.Value)}"))}}}",
        Sequence list => $"[{string.Join(", ", list.Items.Select(Text))}]",
        Scalar { Kind: ScalarKind.String } scalar => $"'{scalar.Text}'",
        Scalar scalar => scalar.Text,
        _ => "?",
    };
}
