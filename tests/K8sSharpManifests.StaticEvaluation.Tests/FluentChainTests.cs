namespace K8sSharpManifests.StaticEvaluation.Tests;

public class FluentChainTests
{
    [Theory]
    [InlineData("""new V1Container().WithImage("a")""", "{image: a}")]
    [InlineData("""Fluent.WithImage(new V1Container(), "a")""", "{image: a}")]
    [InlineData("""new V1Container().WithImage("a").WithImage(null)""", "{}")]
    [InlineData("""new V1Container().AddArg("a").AddArg("b")""", "{args: [a, b]}")]
    [InlineData("""new V1Container().WithArgs("a", "b")""", "{args: [a, b]}")]
    [InlineData("""new V1Container().WithArgs(["a", "b"])""", "{args: [a, b]}")]
    [InlineData("""new V1Container().AddEnv(e => e.WithName("a"))""", "{env: [{name: a}]}")]
    [InlineData("""new V1Container().WithReadinessProbe(p => p.WithPeriodSeconds(5)).WithReadinessProbe(p => p.WithTimeoutSeconds(1))""",
        "{readinessProbe: {periodSeconds: 5, timeoutSeconds: 1}}")]
    [InlineData("""new V1Container { Image = "a" }.WithReadinessProbe(new V1Probe { PeriodSeconds = 3 })""", "{image: a, readinessProbe: {periodSeconds: 3}}")]
    public void Container(string expression, string expected) => Assert.Equal(expected, Evaluate.Container(expression));

    [Theory]
    [InlineData("""new V1ObjectMeta().AddLabel("a", "b").AddLabel("c", "d").AddLabel("a", "e")""", "{labels: {a: e, c: d}}")]
    [InlineData("""new V1ObjectMeta().WithLabels(new Dictionary<string, string> { ["a"] = "b", ["c"] = "d" })""", "{labels: {a: b, c: d}}")]
    [InlineData("""new V1ObjectMeta().AddLabel(Guid.NewGuid().ToString(), "b")""", "{labels: ?}")]
    [InlineData("""new V1ObjectMeta().AddLabel("a", "b").AddLabel(Guid.NewGuid().ToString(), "b")""", "{labels: {a: ?, …}}")]
    [InlineData("""new V1ObjectMeta().AddLabel("a", Guid.NewGuid().ToString())""", "{labels: {a: ?}}")]
    public void Metadata(string expression, string expected) => Assert.Equal(expected, Evaluate.Text("V1ObjectMeta", expression));

    [Fact]
    public void Kind_FillsApiVersionAndKindFromItsType() =>
        Assert.Equal("{apiVersion: v1, kind: Pod, metadata: {name: a}}", Evaluate.Text("V1Pod", """new V1Pod().WithName("a")"""));

    [Fact]
    public void SetThroughTheParts_MakesThem() => Assert.Equal(
        "{apiVersion: apps/v1, kind: Deployment, spec: {template: {spec: {hostNetwork: true}}}}",
        Evaluate.Text("V1Deployment", "new V1Deployment().WithHostNetwork(true)"));

    [Theory]
    [InlineData("""new V1PodSpec().AddContainer("a", "i").WithDefaultImagePullPolicy("Always")""", "{containers: [{name: a, image: i, imagePullPolicy: Always}]}")]
    [InlineData("""new V1PodSpec().WithDefaultImagePullPolicy("Always").AddContainer("a", "i")""", "{containers: [{name: a, image: i, imagePullPolicy: Always}]}")]
    [InlineData("""new V1PodSpec().WithDefaultImagePullPolicy("Always").AddContainer("a", "i", c => c.WithImagePullPolicy("Never"))""",
        "{containers: [{name: a, image: i, imagePullPolicy: Never}]}")]
    [InlineData("""new V1PodSpec().WithDefaultImagePullPolicy("Always").WithContainers(new V1Container())""", "{containers: [{imagePullPolicy: Always}]}")]
    [InlineData("""new V1PodSpec().WithDefaultImagePullPolicy("Always") with { Containers = [new()] }""", "{containers: [{}]}")]
    [InlineData("""new V1PodSpec().WithDefaultImagePullPolicy("Always").WithDefaultImagePullPolicy(null).AddContainer("a", "i")""", "{containers: [{name: a, image: i}]}")]
    [InlineData("""new V1PodSpec().WithDefaultImagePullPolicy(Environment.NewLine).AddContainer("a", "i")""", "{containers: [{name: a, image: i, imagePullPolicy: ?}]}")]
    public void Default_HoldsForItemsPresentAndLater(string expression, string expected) => Assert.Equal(expected, Evaluate.Text("V1PodSpec", expression));

    [Theory]
    [InlineData("Other().WithImage(\"a\")", "{image: a, …}")]
    [InlineData("Other().AddArg(\"a\")", "{args: [a, …], …}")]
    [InlineData("Other().WithResources(r => r.AddLimit(\"cpu\", \"1\"))", "{resources: {limits: {cpu: \"1\", …}, …}, …}")]
    [InlineData("new V1Container().WithResources(Program.Configure)", "{resources: ?}")]
    public void Unknown_LeavesOpenWhatItMayHaveSet(string expression, string expected) => Assert.Equal(
        expected,
        Evaluate.Container(expression, """
            static V1Container Other() { goto made; made: return new(); }
            static class Program { public static readonly Func<V1ResourceRequirements, V1ResourceRequirements> Configure = Environment.TickCount > 0 ? r => r : r => new(); }
            """));
}
