namespace K8sSharpManifests.Generators.Tests;

/// <summary>Of which members the build knows that they give the same again while its inputs are the same. Of all others it knows nothing, and runs them each time.</summary>
public sealed class RepeatableTests
{
    [Theory]
    [InlineData("""V1ConfigMap M() => K8s.ConfigMap("m")""")]
    [InlineData("""V1Secret M() => K8s.Secret("m").AddStringData("key", "value")""")]
    [InlineData("""V1ConfigMap M(ManifestContext c) => K8s.ConfigMap("m").AddData("key", c.ReadText("a.txt"))""")]
    [InlineData("""V1ConfigMap M(ManifestContext c) => K8s.ConfigMap(c.Environment)""")]
    [InlineData("""V1ConfigMap M(ManifestContext c) => new() { Metadata = new() { Name = "m" }, Data = { ["key"] = c.ReadText("a.txt").Trim() } };""")]
    [InlineData("""V1Pod M(ManifestContext c) => K8s.Pod("m").AddContainer("m", c.Variable("IMAGE") ?? "nginx:1.27")""")]
    [InlineData("""V1Pod M(ManifestContext c) => K8s.Pod("m").AddContainer("m", c.Variable("IMAGE") ?? throw new System.InvalidOperationException("set IMAGE"))""")]
    [InlineData("""V1Pod M(ManifestContext c) => K8s.Pod("m").AddContainer("m", $"acme.io/{c.Variable("NAME")}:" + c.Variable("TAG"))""")]
    [InlineData("""V1Deployment M(ManifestContext c) => K8s.Deployment("m").WithReplicas(int.Parse(c.Variable("REPLICAS") ?? "3")).AddContainer("m", "nginx:1.27")""")]
    [InlineData("""V1Pod M(ManifestContext c) => Pod(c); static V1Pod Pod(ManifestContext c) => K8s.Pod("m").AddContainer("m", c.Variable("IMAGE")!)""")]
    [InlineData("""IEnumerable<V1ConfigMap> M(ManifestContext c) { yield return K8s.ConfigMap("m").AddData("key", c.ReadText("a.txt")); }""")]
    public void KnownOrReadThroughTheContext_IsRepeatable(string member) => Assert.True(IsRepeatable(member), member);

    [Theory]
    [InlineData("""V1ConfigMap M() => K8s.ConfigMap("m").AddData("key", System.IO.File.ReadAllText("a.txt"))""")]
    [InlineData("""V1ConfigMap M() => K8s.ConfigMap("m").AddData("key", new ManifestContext("").ReadText("a.txt"))""")]
    [InlineData("""V1ConfigMap M(ManifestContext c) => K8s.ConfigMap("m").AddData("key", c.ReadText(System.IO.File.ReadAllText("name.txt")))""")]
    [InlineData("""V1ConfigMap M(ManifestContext c) => K8s.ConfigMap("m").AddData("key", c.ReadText("a.txt") + System.Environment.MachineName)""")]
    [InlineData("""V1ConfigMap M(ManifestContext c) => K8s.ConfigMap("m").AddData("key", $"{c.ReadText("a.txt")}{System.DateTime.Now}")""")]
    [InlineData("""V1ConfigMap M(ManifestContext c) => K8s.ConfigMap("m").AddData("key", c.Variable("X") ?? System.Environment.MachineName)""")]
    [InlineData("""V1ConfigMap M(ManifestContext c) => K8s.ConfigMap("m").AddData("key", System.Environment.UserInteractive ? c.Variable("X")! : "no")""")]
    [InlineData("""V1ConfigMap M(ManifestContext c) => K8s.ConfigMap("m").AddData("key", System.Environment.UserInteractive ? c.Variable("X")! : c.Variable("Y")!)""")]
    [InlineData("""V1ConfigMap M(ManifestContext c) { var x = c.Variable("X")!; if (System.Environment.UserInteractive) { x = c.Variable("Y")!; } return K8s.ConfigMap("m").AddData("key", x); }""")]
    [InlineData("""V1ConfigMap M(ManifestContext c) { var m = K8s.ConfigMap("m"); if (System.Environment.UserInteractive) { m = m.AddData("key", c.Variable("X")!); } return m; }""")]
    [InlineData("""V1ConfigMap M(ManifestContext c) { c = System.Environment.UserInteractive ? c : new ManifestContext("x"); return K8s.ConfigMap(c.Variable("X")!); }""")]
    [InlineData("""V1ConfigMap M(ManifestContext c) { for (var i = 0; i < System.Environment.ProcessorCount; i++) { c = new ManifestContext("x"); } return K8s.ConfigMap(c.Variable("X")!); }""")]
    [InlineData("""V1ConfigMap M(ManifestContext c) => K8s.ConfigMap("m").AddData("key", c.ReadText("a.txt").GetHashCode().ToString())""")]
    [InlineData("""V1ConfigMap M(ManifestContext c) => K8s.ConfigMap("m").AddData("key", c.Secret("x"))""")]
    [InlineData("""V1ConfigMap M(ManifestContext c) => K8s.ConfigMap("m").AddData("key", c.Secret("x").Length > 3 ? "long" : "short")""")]
    [InlineData("""V1ConfigMap M(ManifestContext c) => K8s.ConfigMap("m").AddData("key", $"{c.Variable("Y")}{c.Secret("x").Trim()}")""")]
    [InlineData("""V1Secret M(ManifestContext c) => K8s.Secret("m").AddStringData("key", c.Secret("x"))""")]
    [InlineData("""IEnumerable<V1ConfigMap> M(ManifestContext c) { if (System.Environment.UserInteractive) { yield return K8s.ConfigMap("m").AddData("key", c.ReadText("a.txt")); } }""")]
    public void AnythingElse_IsNot(string member) => Assert.False(IsRepeatable(member));

    private static bool IsRepeatable(string member) =>
        Assert.Single(Source.Entries(("/src/shop/Shop.cs", Source.Usings + $"public static class Shop\n{{\n[Manifest] public static {member}{(member[^1] is '}' or ';' ? "" : ";")}\n}}"))).IsRepeatable;
}
