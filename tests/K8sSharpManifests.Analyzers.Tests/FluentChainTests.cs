namespace K8sSharpManifests.Analyzers.Tests;

public sealed class FluentChainTests
{
    [Theory]
    [InlineData("""{|K8S101:" nginx:1.27"|}""", "")]
    [InlineData("""{|K8S104:"nginx:latest"|}""", "")]
    [InlineData("""{|K8S105:"nginx"|}""", "")]
    [InlineData("""{|K8S106:"nginx:latest"|}""", ".WithImagePullPolicy(ImagePullPolicy.IfNotPresent)")]
    [InlineData("\"nginx:1.27\"", """.WithImagePullPolicy({|K8S107:"always"|})""")]
    public Task BadContainer_TriggersAtTheValue(string image, string call) => Verify.Findings(Verify.Shop($$"""
        [Manifest]
        public static V1Deployment Web => K8s.Deployment("web")
            .AddContainer("web", {{image}}, c => c.AddEnv("A", "b"){{call}})
            .WithReplicas(3);
        """));

    [Fact]
    public Task PrivateImage_TriggersAtThePod() => Verify.Findings(Verify.Shop("""
        [Manifest]
        public static V1Deployment Web => K8s.Deployment("web")
            .{|K8S112:AddContainer("web", "registry.acme.io/shop/web:1.4.2")|}
            .AddContainer("sidecar", "registry.acme.io/shop/sidecar:1.4.2");
        """));

    [Fact]
    public Task GoodContainer_DoesNotTrigger() => Verify.Findings(Verify.Shop("""
        [Manifest]
        public static V1Deployment Web => K8s.Deployment("web")
            .AddContainer("web", "registry.acme.io/shop/web:1.4.2", c => c.WithImagePullPolicy(ImagePullPolicy.Always))
            .AddImagePullSecret("regcred");
        """));

    [Fact]
    public Task NestedSugar_TriggersAtTheCall() => Verify.Findings(Verify.Shop("""
        [Manifest]
        public static V1CronJob Report => K8s.CronJob("report", "0 3 * * *")
            .WithDefaultImagePullPolicy(ImagePullPolicy.IfNotPresent)
            .AddInitContainer("wait", {|K8S106:"busybox"|})
            .AddContainer("report", "acme/report:2.1");
        """));

    [Fact]
    public Task SeveralManifestsWithTheSameValue_TriggerOnce() => Verify.Findings(Verify.Shop("""
        [Manifest]
        public static V1Pod First => Pod("first");
        """, """
        [Manifest]
        public static IEnumerable<V1Pod> Others => [Pod("second"), Pod("third")];
        """, """
        private static V1Pod Pod(string name) => K8s.Pod(name).AddContainer("web", {|K8S105:"nginx"|});
        """));
}
