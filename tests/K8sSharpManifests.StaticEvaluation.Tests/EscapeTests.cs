namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>A local or parameter that changes is followed through the statements that change it, or unknown.</summary>
public class EscapeTests
{
    private const string Helpers = """
        private static void Change(V1Container container) => container.Image = "changed";
        private static V1Container Changed(V1Container container) { container.Image = "changed"; return container; }
        private static V1Container Read(V1Container container) => container.WithName(container.Image);
        private static void Take(Action action) => action();
        """;

    [Theory]
    [InlineData("return c;", "{image: a}")]
    [InlineData("var d = c.WithName(\"n\"); return d;", "{image: a, name: n}")]
    [InlineData("return Read(c);", "{image: a, name: a}")]
    [InlineData("Console.WriteLine(c.Image); return c;", "{image: a}")]
    [InlineData("if (c.Image is null) throw new Exception(); return c;", "{image: a}")]
    [InlineData("c.Image = \"b\"; return c;", "{image: b}")]
    [InlineData("c = new(); return c;", "{}")]
    [InlineData("Change(c); return c;", "?")]
    [InlineData("return Changed(c);", "{image: changed, …}")]
    [InlineData("Console.WriteLine(c); return c;", "?")]
    [InlineData("c.Args.Add(\"x\"); return c;", "{image: a, args: ?}")]
    [InlineData("c.SecurityContext.Privileged = true; return c;", "{image: a, securityContext: ?}")]
    [InlineData("var d = c; d.Image = \"b\"; return c;", "?")]
    [InlineData("if (c is { } d) d.Image = \"b\"; return c;", "?")]
    [InlineData("Take(() => c.Image = \"b\"); return c;", "?")]
    [InlineData("Action later = () => Console.WriteLine(c.Image); later(); return c;", "{image: a}")]
    [InlineData("foreach (var e in new[] { c }) e.Image = \"b\"; return c;", "?")]
    [InlineData("Func<V1Container, V1Container> f = x => { x.Image = \"b\"; return x; }; return f(c);", "{image: b, …}")]
    [InlineData("return new V1PodSpec().AddContainer(c).Containers[0];", "{image: a}")]
    public void Local(string statements, string expected) => Assert.Equal(expected, Of(statements));

    [Fact]
    public void LocalOfImmutableType_IsOnlyChangedByAssignment() =>
        Assert.Equal("{image: b}", Dump.Of(Evaluate.Finished(Body("var image = \"b\"; Console.WriteLine(image); return new() { Image = image };"))));

    [Fact]
    public void LambdaThatChangesItsParameter_IsFollowed() => Assert.Equal(
        "{containers: [{image: b}]}", Evaluate.Text("V1PodSpec", "new V1PodSpec().AddContainer(c => { c.Image = \"b\"; return c; })"));

    [Fact]
    public void ExpressionThatAChangingLocalBeginsWith_IsNoRoot()
    {
        var roots = Evaluate.Roots(Code.Compile("""
            class Program
            {
                void Run()
                {
                    var changing = new V1Container { Image = "a" };
                    changing.Image = "b";
                    var fixed1 = new V1Container { Image = "c" };
                }
            }
            """));

        Assert.Equal("{image: c, …}", Dump.Of(Assert.Single(roots).Tree));
    }

    private static string Of(string statements) => Dump.Of(Evaluate.Finished(Body("var c = new V1Container { Image = \"a\" }; " + statements)));

    private static string Body(string statements) => $$"""
        public static class Shop
        {
            [Manifest]
            public static V1Container Value() { {{statements}} }
            {{Helpers}}
        }
        """;
}
