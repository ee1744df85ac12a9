namespace K8sSharpManifests.Analyzers.Tests;

public sealed class PullSecretFixTests
{
    private const string Image = "\"registry.acme.io/web:1.4.2\"";

    [Fact]
    public Task Chain_GetsAnotherCall() => Fix(
        $$"""
        [Manifest]
        public static V1Deployment Web => K8s.Deployment("web")
            .{|K8S112:AddContainer("web", {{Image}})|}
            .WithReplicas(2);

        [Manifest]
        public static V1Pod Pod => K8s.{|K8S112:Pod("web")|}.AddContainer("web", {{Image}}).WithName("pod");
        """,
        $$"""
        [Manifest]
        public static V1Deployment Web => K8s.Deployment("web")
            .AddContainer("web", {{Image}})
            .WithReplicas(2)
            .AddImagePullSecret("regcred");

        [Manifest]
        public static V1Pod Pod => K8s.Pod("web").AddContainer("web", {{Image}}).WithName("pod").AddImagePullSecret("regcred");
        """);

    [Fact]
    public Task Initializer_GetsAnotherMember() => Fix(
        $$"""
        [Manifest]
        public static V1Pod Web => new()
        {
            Metadata = new() { Name = "web" },
            Spec = {|K8S112:new()
            {
                ServiceAccountName = "default",
                Containers = [new() { Name = "web", Image = {{Image}} }],
            }|},
        };

        [Manifest]
        public static V1Pod Other => new() { Spec = {|K8S112:new() { ImagePullSecrets = [], Containers = [new() { Name = "web", Image = {{Image}} }] }|} };
        """,
        $$"""
        [Manifest]
        public static V1Pod Web => new()
        {
            Metadata = new() { Name = "web" },
            Spec = new()
            {
                ServiceAccountName = "default",
                Containers = [new() { Name = "web", Image = {{Image}} }],
                ImagePullSecrets = [new() { Name = "regcred" }],
            },
        };

        [Manifest]
        public static V1Pod Other => new() { Spec = new() { ImagePullSecrets = [new() { Name = "regcred" }], Containers = [new() { Name = "web", Image = {{Image}} }] } };
        """);

    [Theory]
    [InlineData("""public static V1Secret S(string password) => K8s.RegistrySecret("acme-pull", "registry.acme.io", "bot", password);""")]
    [InlineData("""[Manifest] public static V1Secret S => new() { Metadata = new() { Name = "acme-pull" }, Type = "kubernetes.io/dockerconfigjson" };""")]
    [InlineData("""[Manifest] public static IEnumerable<IKubernetesObject> S => [K8s.Secret("acme-pull").WithType("kubernetes.io/dockercfg")];""")]
    public Task DeclaredSecret_IsTheOneThatIsAdded(string secret)
    {
        var other = "public static class Secrets\n{\n    " + secret + "\n}\n";
        return Verify.Fix(
            [Verify.Shop($$"""[Manifest] public static V1Pod Web => K8s.{|K8S112:Pod("web")|}.AddContainer("web", {{Image}});"""), other],
            [Verify.Shop($$"""[Manifest] public static V1Pod Web => K8s.Pod("web").AddContainer("web", {{Image}}).AddImagePullSecret("acme-pull");"""), other],
            "Add the pull secret 'acme-pull'",
            isSafe: false);
    }

    // The name is a guess: the user reads each.
    private static Task Fix(string before, string after) =>
        Verify.Fix([Verify.Shop(before)], [Verify.Shop(after)], "Add the pull secret 'regcred'", isSafe: false);
}
