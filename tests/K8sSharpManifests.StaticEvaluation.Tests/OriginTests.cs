using K8sSharpManifests.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>Where a value is reported: in the file at hand, the value's own place beside it.</summary>
public class OriginTests
{
    private const string Elsewhere = """
        static class Helpers
        {
            public const string Constant = "constant";
            public static readonly string Field = "field";
            public static V1Container Make(string name) => new() { Name = name, Image = "made" };
            public static V1Container Tagged(this V1Container self) => self.WithImage("tagged");
        }
        """;

    private const string Near = "static V1Container Near(string name) => new() { Image = name + \":1\" };";

    /// <summary>Expressions, the place of their image, and the additional one.</summary>
    public static TheoryData<string, string, string?> Images { get; } = new()
    {
        { "new V1Container { Image = \"a\" }", "\"a\"", null },
        { "new V1Container().WithImage(\"a\")", "\"a\"", null },
        { "new V1Container().WithImage(\"a\" + 1)", "\"a\" + 1", null },
        { "new V1Container().WithImage(Helpers.Constant)", "Helpers.Constant", "Constant = \"constant\"" },
        { "new V1Container().WithImage(Helpers.Field)", "Field", "\"field\"" },
        { "Helpers.Make(\"n\")", "Make(\"n\")", "\"made\"" },
        { "new V1Container().WithName(\"n\").Tagged().WithTty(true)", "Tagged()", "\"tagged\"" },
        { "new V1PodSpec().AddContainer(\"n\", \"a\").Containers[0]", "\"a\"", null },
        { "Near(\"a\")", "name + \":1\"", null },
        { "new V1Container().AddEnvFromSecret(\"A\", \"s\", \"k\").WithImage(\"a\")", "\"a\"", null },
    };

    /// <summary>All expressions, as members of one class.</summary>
    internal static CSharpCompilation Program { get; } = Code.Compile(
        $"public static class Shop {{ {Near} {string.Concat(Images.Select((r, i) => $"[Manifest] public static IReadOnlyList<V1Container> Value{i} => [{r.Data.Item1}]; "))} }}", Elsewhere);

    [Theory]
    [Trait(Page.Line, "a value in the file of its root")]
    [Trait(Page.Line, "a value from another file")]
    [MemberData(nameof(Images))]
    public void Image(string expression, string place, string? additional)
    {
        var tree = (Mapping)Evaluate.Finished(
            Code.Manifest("V1Container", expression, Near), Elsewhere);

        var origin = Assert.IsType<SourceOrigin>(tree["image"].Origin);
        Assert.Equal("File0.cs", origin.Location.SourceTree!.FilePath);
        Assert.Equal(place, Text(origin.Location));
        Assert.Equal(additional, origin.Additional.Select(Text).FirstOrDefault());
    }

    [Theory]
    [Trait(Page.Line, "a value from the text of the DSL")]
    [InlineData("K8s.Pod(\"a\").AddContainer(\"n\", \"i\").Restrict()", "spec.securityContext.runAsNonRoot", "Restrict()")]
    [InlineData("K8s.Pod(\"a\").AddContainer(\"n\", \"i\").Restrict()", "kind", "Pod(\"a\")")]
    [InlineData("K8s.Pod(\"a\").AddContainer(\"n\", \"i\").Restrict()", "spec.containers.0", "AddContainer(\"n\", \"i\")")]
    [InlineData("new V1Pod().AddContainer(\"n\", \"i\", c => c.Restrict())", "spec.containers.0.securityContext.privileged", "Restrict()")]
    public void Sugar_IsReportedAtItsCall(string expression, string path, string place)
    {
        var node = Evaluate.Finished(Code.Manifest("V1Pod", expression));
        foreach (var step in path.Split('.'))
        {
            node = node is Sequence sequence ? sequence.Items[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] : ((Mapping)node)[step];
        }

        var origin = Assert.IsType<SourceOrigin>(node.Origin);
        Assert.Equal(place, Text(origin.Location));
        Assert.Empty(origin.Additional);
    }

    [Fact]
    public void EveryNode_HasAPlaceInItsFile()
    {
        var compilation = AgreementTests.Example("OnlineBoutique");
        for (var file = 0; file < compilation.SyntaxTrees.Length - 1; file++)
        {
            foreach (var (root, tree) in Evaluate.Roots(compilation, file))
            {
                foreach (var node in All(tree))
                {
                    var origin = Assert.IsType<SourceOrigin>(node.Origin);
                    Assert.Same(root.Operation.Syntax.SyntaxTree, origin.Location.SourceTree);
                    Assert.All(origin.Additional, a => Assert.Contains(a.SourceTree, compilation.SyntaxTrees));
                }
            }
        }
    }

    /// <summary>The places of all nodes of a tree, whichever evaluator has made it.</summary>
    internal static string Places(Node tree) => string.Join("; ", All(tree).Select(n => (dynamic?)n.Origin).Select(o => o is null ? "" : $"{o.Location} {string.Join(" ", o.Additional)}"));

    private static IEnumerable<Node> All(Node node) =>
    [
        node,
        .. node is Mapping mapping ? mapping.Entries.SelectMany(e => All(e.Value)) : [],
        .. node is Sequence sequence ? sequence.Items.SelectMany(All) : [],
    ];

    private static string Text(Location location) => location.SourceTree!.GetText().ToString(location.SourceSpan);
}
