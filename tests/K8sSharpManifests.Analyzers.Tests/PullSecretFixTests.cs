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

    // Of another namespace, and for other registries: a pod cannot pull with them. What lives elsewhere may be for anything.
    [Fact]
    public Task SecretsThatThePodCannotUse_AreNotOffered()
    {
        const string other = """
            [ManifestNamespace("infra")]
            public static class Infra
            {
                [Manifest] public static V1Secret A => K8s.RegistrySecret("a", "registry.acme.io", "u", "p");
            }

            public static class Secrets
            {
                [Manifest] public static V1Secret B => K8s.RegistrySecret("b", "quay.io", "u", "p").WithNamespace("shop");
                [Manifest] public static V1Secret C => K8s.RegistrySecret("c", ("ghcr.io", "u", "p"), ("quay.io", "u", "p")).WithNamespace("shop");
                [Manifest] public static V1Secret D => K8s.RegistrySecret("d", "registry.acme.io", "u", "p");
                [Manifest] public static V1Secret E => K8s.RegistrySecret("e", ("quay.io", "u", "p"), ("registry.acme.io", "u", "p")).WithNamespace("shop");
                [Manifest] public static ExternalObject F => External.Secret("f", "infra");
            }
            """;
        return Verify.Fix(
            [Verify.Shop($$"""[Manifest] public static V1Pod Web => K8s.{|K8S112:Pod("web")|}.WithNamespace("shop").AddContainer("web", {{Image}});"""), other],
            [Verify.Shop($$"""[Manifest] public static V1Pod Web => K8s.Pod("web").WithNamespace("shop").AddContainer("web", {{Image}}).AddImagePullSecret("e");"""), other],
            "Add the pull secret 'e'",
            isSafe: false);
    }

    [Fact]
    public Task SecretThatLivesElsewhere_IsOffered()
    {
        const string other = "public static class Secrets { [Manifest] public static ExternalObject F => External.Secret(\"hub\"); }";
        return Verify.Fix(
            [Verify.Shop($$"""[Manifest] public static V1Pod Web => K8s.{|K8S112:Pod("web")|}.AddContainer("web", {{Image}});"""), other],
            [Verify.Shop($$"""[Manifest] public static V1Pod Web => K8s.Pod("web").AddContainer("web", {{Image}}).AddImagePullSecret("hub");"""), other],
            "Add the pull secret 'hub'",
            isSafe: false);
    }

    // The name is a guess: the user reads each.
    private static Task Fix(string before, string after) =>
        Verify.Fix([Verify.Shop(before)], [Verify.Shop(after)], "Add the pull secret 'regcred'", isSafe: false);
}
