namespace K8sSharpManifests.Analyzers.Tests;

public sealed class InitializerTests
{
    [Theory]
    [InlineData("""Image = {|K8S101:"https://ghcr.io/acme/web:1"|}""")]
    [InlineData("""Image = {|K8S104:"nginx:latest"|}""")]
    [InlineData("""Image = {|K8S105:"nginx"|}""")]
    [InlineData("""Image = {|K8S106:"nginx:latest"|}, ImagePullPolicy = "IfNotPresent" """)]
    [InlineData("""Image = "nginx:1.27", ImagePullPolicy = {|K8S107:"always"|} """)]
    public Task BadContainer_TriggersAtTheValue(string members) => Verify.Findings(Verify.Shop($$"""
        [Manifest]
        public static V1Pod Web => new()
        {
            Metadata = new() { Name = "web" },
            Spec = new() { Containers = [new() { Name = "web", {{members}} }] },
        };
        """));

    [Fact]
    public Task PrivateImage_TriggersAtThePod() => Verify.Findings(Verify.Shop("""
        [Manifest]
        public static V1Pod Web => new V1Pod
        {
            Metadata = new V1ObjectMeta { Name = "web" },
            Spec = {|K8S112:new V1PodSpec
            {
                Containers = new List<V1Container> { new V1Container { Name = "web", Image = "registry.acme.io/web:1.4.2" } },
            }|},
        };
        """));

    [Fact]
    public Task ImageVolume_TriggersLikeAContainer() => Verify.Findings(Verify.Shop("""
        [Manifest]
        public static V1Pod Web => new()
        {
            Metadata = new() { Name = "web" },
            Spec = new()
            {
                Containers = [new() { Name = "web", Image = "nginx:1.27", VolumeMounts = [new() { Name = "model", MountPath = "/model" }] }],
                Volumes = [new() { Name = "model", Image = new() { Reference = {|K8S106:"acme/model:latest"|}, PullPolicy = "IfNotPresent" } }],
            },
        };
        """));

    [Fact]
    public Task WithExpression_TriggersAtTheValue() => Verify.Findings(Verify.Shop("""
        [Manifest]
        public static V1Pod Web => K8s.Pod("web").AddContainer(Base with { Image = {|K8S106:"nginx:latest"|} });
        """, """
        private static V1Container Base => new() { Name = "web", Image = "nginx:1.27", ImagePullPolicy = "IfNotPresent" };
        """));

    [Fact]
    public Task PartOfAWorkload_TriggersByItself() => Verify.Findings(Verify.Shop("""
        public static V1DeploymentSpec Spec() => new()
        {
            Selector = new(),
            Template = new() { Spec = new() { Containers = [new() { Name = "web", Image = {|K8S106:"nginx"|}, ImagePullPolicy = "IfNotPresent" }] } },
        };
        """));
}
