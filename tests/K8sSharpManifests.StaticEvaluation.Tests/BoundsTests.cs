namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>What is known just within a bound, and unknown just beyond it.</summary>
public class BoundsTests
{
    private const string Helpers = """
        static V1Container Called(int count) => count == 0 ? new() { Image = "a" } : Called(count - 1);
        static readonly string[] Words = ["a"];
        static string Doubled(int times) { var text = "x"; for (var i = 0; i < times; i++) { text += text; } return text.Length + "!"; }
        static V1Container Worked(int times) { var c = new V1Container { Image = "a" }; for (var i = 0; i < times; i++) { c.Name = "n"; } return c; }
        static V1JSONSchemaProps Nested(int times) { var s = new V1JSONSchemaProps { Title = "t" }; for (var i = 0; i < times; i++) { s = new() { Not = s }; } return s; }
        """;

    /// <summary>The member's own body and the call at its end count, too.</summary>
    [Theory]
    [Trait(Page.Line, "helpers and lambdas in each other")]
    [InlineData(31, "{image: a}")]
    [InlineData(32, "?")]
    public void Helpers_AreFollowedToADepth(int depth, string expected) => Assert.Equal(expected, Evaluate.Container($"Called({depth})", Helpers));

    [Theory]
    [Trait(Page.Line, "operations in each other, over all inlined code")]
    [InlineData(224, true)]
    [InlineData(240, false)]
    public void Nesting_IsFollowedToADepth(int depth, bool isKnown) => Assert.Equal(
        isKnown ? $"{{image: {new string('a', depth)}}}" : "{image: ?}",
        Evaluate.Container($"new() {{ Image = {string.Concat(Enumerable.Repeat("Same(", 0))}{string.Concat(Enumerable.Repeat("(Words[0] + ", depth - 1))}Words[0]{new string(')', depth - 1)} }}", Helpers));

    [Theory]
    [Trait(Page.Line, "operations of a root")]
    [InlineData(1000, "{name: n, image: a}")]
    [InlineData(20_000, "?")]
    public void Work_IsBoundedAsAWhole(int times, string expected) => Assert.Equal(expected, Evaluate.Container($"Worked({times})", Helpers));

    [Theory]
    [Trait(Page.Line, "items of a sequence made of others")]
    [InlineData(10_000, "{image: \"10000!\"}")]
    [InlineData(10_001, "{image: ?}")]
    public void Items_AreBounded(int count, string expected) =>
        Assert.Equal(expected, Evaluate.Container($"new() {{ Image = Enumerable.Range(0, {count}).Count() + \"!\" }}", Helpers));

    [Theory]
    [Trait(Page.Line, "characters of a text made of others")]
    [InlineData(20, "{image: \"1048576!\"}")]
    [InlineData(21, "{image: ?}")]
    public void Text_IsBounded(int times, string expected) => Assert.Equal(expected, Evaluate.Container($"new() {{ Image = Doubled({times}) }}", Helpers));

    [Theory]
    [Trait(Page.Line, "levels of a tree")]
    [InlineData(126, "title")]
    [InlineData(128, "?")]
    public void Tree_IsBounded(int times, string end) =>
        Assert.StartsWith(end, Evaluate.Text("V1JSONSchemaProps", $"Nested({times})", Helpers).Replace("{not: ", "").TrimStart('{'));

    [Fact]
    [Trait(Page.Line, "calls in a chain")]
    public void LongChain_IsKnown() => Assert.Equal(
        "{args: [" + string.Join(", ", Enumerable.Repeat("a", 2000)) + "]}",
        Evaluate.Container("new V1Container()" + string.Concat(Enumerable.Repeat(".AddArg(\"a\")", 2000))));
}
