namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>One test for each thing that the evaluation understands, and for what it says where it does not.</summary>
public class ExtentTests
{
    private const string More = """
        private static readonly V1Container Shared = new() { Image = "shared" };
        private static readonly string[] Words = ["a", "b"];
        private static V1Container GetOnly { get; } = new() { Image = "get-only" };
        private static V1Container Settable { get; set; } = new() { Image = "settable" };
        private static V1Container Loaded => Load();
        private static V1Container Named(string name, string image = "default", params string[] args) => new() { Name = name, Image = image, Args = args };
        private static V1Container Apply(Func<V1Container, V1Container> change) => change(new());
        private static V1Container Recursive() => Recursive().AddArg("a");
        private static V1Container CountDown(int count) => count == 0 ? new() : CountDown(count - 1).AddArg($"{count}");
        private static V1Container Load() { goto made; made: return new(); }
        private static string Text() { goto made; made: return "x"; }
        private static bool Flag() { goto made; made: return true; }
        private static IEnumerable<string> List() { goto made; made: return ["x"]; }
        private static void Change(V1Container container) { container.Image = "changed"; }
        private static V1Container Tagged((string Name, string Tag) image) => new() { Image = $"{image.Name}:{image.Tag}" };
        private static V1Container Same(V1Container container) => container;
        """;

    [Theory]

    // Initialisers.
    [InlineData("new V1Container { Image = \"a\", Ports = [new() { ContainerPort = 80 }] }", "{image: a, ports: [{containerPort: 80}]}")]
    [InlineData("new() { Args = new List<string> { \"a\", Text() } }", "{args: [a, ?]}")]
    [InlineData("new() { Args = new[] { \"a\", \"b\" } }", "{args: [a, b]}")]
    [InlineData("new() { Args = { \"a\" } }", "{args: [a, …]}")]
    [InlineData("new() { Resources = { Limits = { [\"cpu\"] = \"1\" } } }", "{resources: {limits: {cpu: \"1\", …}, …}}")]
    [InlineData("new() { Args = [\"a\", .. Words, \"c\"] }", "{args: [a, a, b, c]}")]
    [InlineData("new() { Args = [\"a\", .. List(), \"c\"] }", "{args: [a, c, …]}")]
    [InlineData("new() { Args = new List<string>(Words) }", "{args: [a, b]}")]
    [InlineData("new V1Container { Image = \"a\" } with { Name = \"b\" }", "{image: a, name: b}")]
    [InlineData("Load() with { Name = \"b\" }", "{name: b, …}")]

    // Scalars.
    [InlineData("new() { Image = \"a\" + \":\" + 1 }", "{image: \"a:1\"}")]
    [InlineData("new() { Image = $\"a:{Words.Length}{true}{'x'}{null}\" }", "{image: \"a:2Truex\"}")]
    [InlineData("new() { Image = $\"a:{-Words.Length}\" }", "{image: ?}")]
    [InlineData("new() { Image = $\"a:{1.5}\" }", "{image: ?}")]
    [InlineData("new() { Image = $\"{DayOfWeek.Friday}\" }", "{image: ?}")]
    [InlineData("new() { Image = $\"{5:000}\" }", "{image: ?}")]
    [InlineData("new() { Resources = new() { Limits = new Dictionary<string, ResourceQuantity> { [\"cpu\"] = \"1000m\", [\"memory\"] = \"1024Mi\" } } }",
        "{resources: {limits: {cpu: \"1\", memory: \"1Gi\"}}}")]
    [InlineData("new() { Ports = [new() { ContainerPort = 0, HostPort = 0 }] }", "{ports: [{hostPort: 0}]}")]
    [InlineData("new() { Image = null, Name = default }", "{}")]

    // Members.
    [InlineData("Shared", "{image: shared}")]
    [InlineData("GetOnly", "{image: get-only}")]
    [InlineData("Settable", "?")]
    [InlineData("Loaded", "?")]
    [InlineData("new() { Image = Shared.Image, Name = Shared.Name }", "{image: shared}")]
    [InlineData("new() { Image = Words[1] }", "{image: b}")]

    // Helpers and lambdas.
    [InlineData("Named(\"a\")", "{name: a, image: default}")]
    [InlineData("Named(image: \"i\", name: \"a\")", "{name: a, image: i}")]
    [InlineData("Named(\"a\", \"i\", \"x\", \"y\")", "{name: a, image: i, args: [x, y]}")]
    [InlineData("Apply(c => c.WithName(\"a\"))", "{name: a}")]
    [InlineData("Apply(Same)", "{}")]
    [InlineData("Tagged((\"a\", \"b\"))", "{image: \"a:b\"}")]
    [InlineData("CountDown(3)", "{args: [\"1\", \"2\", \"3\"]}")]
    [InlineData("new() { Resources = new() { Requests = new Dictionary<string, ResourceQuantity>(StringComparer.Ordinal) { [\"cpu\"] = \"1\" } } }",
        "{resources: {requests: {cpu: \"1\", …}}}")]

    // Conditions.
    [InlineData("new() { Image = Words.Length > 1 ? \"a\" : \"b\" }", "{image: a}")]
    [InlineData("new() { Image = Flag() ? \"a\" : \"b\" }", "{image: ?}")]
    [InlineData("new() { Image = Flag() ? \"a\" : \"a\" }", "{image: a}")]
    [InlineData("Flag() ? new() { Image = \"a\", Name = \"x\" } : new() { Image = \"a\", Tty = true }", "{image: a, name: ?, tty: ?}")]
    [InlineData("Flag() ? new() { Args = [\"a\"] } : new() { Args = [\"a\", \"b\"] }", "{args: ?}")]
    [InlineData("Flag() ? new() { Image = \"a\" } : throw new InvalidOperationException()", "{image: a}")]
    [InlineData("new() { Image = Shared.Name ?? \"a\" }", "{image: a}")]
    [InlineData("new() { Image = Text() ?? \"a\" }", "{image: ?}")]
    [InlineData("new() { Image = Shared?.SecurityContext?.ProcMount }", "{}")]
    [InlineData("new() { Image = Shared is { Image: \"shared\" } ? \"yes\" : \"no\" }", "{image: yes}")]
    [InlineData("new() { Tty = !Flag() || true }", "{tty: true}")]

    // Queries.
    [InlineData("new() { Args = Words.Select(w => w + \"!\").Where(w => w != \"a!\").ToList() }", "{args: [b!]}")]
    [InlineData("new() { Tty = Words.Any(w => w == \"b\"), Stdin = Words.All(w => w == \"b\") }", "{tty: true, stdin: false}")]
    [InlineData("Words.Aggregate(new V1Container(), (c, w) => c.AddArg(w))", "{args: [a, b]}")]
    [InlineData("new() { Args = Words.OrderDescending().ToList() }", "{args: ?}")]
    public void Container(string expression, string expected) => Assert.Equal(expected, Evaluate.Container(expression, More));

    [Fact]
    public void Recursion_EndsInTheUnknown() => Assert.EndsWith(", …], …}", Evaluate.Container("Recursive()", More));

    [Fact]
    public void TooMuchWork_IsUnknown() => Assert.Equal(
        "?", Evaluate.Container("A(A(A(A(A(A(new()))))))", "static V1Container A(V1Container c) => B(B(B(B(B(B(c)))))); static V1Container B(V1Container c) => C(C(C(C(C(C(c)))))); static V1Container C(V1Container c) => D(D(D(D(D(D(c)))))); static V1Container D(V1Container c) => E(E(E(E(E(E(c)))))); static V1Container E(V1Container c) => c.AddArg(\"a\").AddArg(\"b\");"));

    [Fact]
    public void LongChain_IsKnown() => Assert.Equal(
        "{args: [" + string.Join(", ", Enumerable.Repeat("a", 2000)) + "]}",
        Evaluate.Container("new V1Container()" + string.Concat(Enumerable.Repeat(".AddArg(\"a\")", 2000))));

    [Fact]
    public void Iterator_UnrollsKnownLoops() => Assert.Equal(
        "[{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {}}, {apiVersion: v1, kind: Pod, metadata: {name: b}, spec: {}}]",
        Dump.Of(Evaluate.Finished("""
            public static class Shop
            {
                [Manifest]
                public static IEnumerable<V1Pod> Pods()
                {
                    foreach (var name in new[] { "a", "b" })
                    {
                        yield return K8s.Pod(name);
                    }
                }
            }
            """)));

    [Fact]
    public void Iterator_IsOpenWhereALoopIsNotKnown() => Assert.Equal(
        "[{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {}}, …]",
        Dump.Of(Evaluate.Finished("""
            public static class Shop
            {
                [Manifest]
                public static IEnumerable<V1Pod> Pods()
                {
                    yield return K8s.Pod("a");
                    foreach (var name in Environment.GetCommandLineArgs())
                    {
                        yield return K8s.Pod(name);
                    }
                }
            }
            """)));

    [Fact]
    public void Sugar_IsReadFromTheEmbeddedText() => Assert.Equal(
        "{containers: [{name: a, image: i, env: [{name: P, valueFrom: {secretKeyRef: {name: s, key: k}}}]}], imagePullSecrets: [{name: r}]}",
        Evaluate.Text("V1PodSpec", "new V1PodSpec().AddContainer(\"a\", \"i\", c => c.AddEnvFromSecret(\"P\", secret: \"s\", key: \"k\")).AddImagePullSecret(\"r\")"));

    [Theory]
    [InlineData("new V1Container().WithImage(missing)")]
    [InlineData("new V1Container().WithImage(")]
    [InlineData("missing.WithImage(\"a\")")]
    [InlineData("new Missing().WithImage(\"a\")")]
    public void IncompleteCode_IsUnknown(string expression)
    {
        var roots = Evaluate.Roots(Code.Compile(Code.Manifest("V1Container", expression)));

        Assert.Contains("?", string.Concat(roots.Select(r => Dump.Of(r.Tree))) + (roots.Count == 0 ? "?" : ""));
    }

    [Fact]
    public void HelperInAnotherFile_IsInlined() => Assert.Equal(
        "{image: \"a:1\"}",
        Dump.Of(Evaluate.Finished(Code.Manifest("V1Container", "Helpers.Make(\"a\")"), """static class Helpers { public static V1Container Make(string name) => new() { Image = name + ":1" }; }""")));
}
