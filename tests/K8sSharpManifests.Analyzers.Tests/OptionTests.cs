namespace K8sSharpManifests.Analyzers.Tests;

public sealed class OptionTests
{
    private const string Image = "ghcr.io/acme/web:1.4.2";

    [Fact]
    public Task PrivateRegistry_IsReadFromEditorConfig() => Verify.Findings(
        "k8s_private_registries = ghcr.io/acme\n",
        [Verify.Shop($$"""[Manifest] public static V1Pod Web => K8s.{|K8S112:Pod("web")|}.AddContainer("web", "{{Image}}");""")]);

    [Fact]
    public Task PublicRegistry_IsReadFromEditorConfig() => Verify.Findings(
        "k8s_public_registries = registry.acme.io\n",
        [Verify.Shop("""[Manifest] public static V1Pod Web => K8s.Pod("web").AddContainer("web", "registry.acme.io/web:1.4.2");""")]);

    [Fact]
    public Task OptionsOfAFolder_HoldForItsFilesOnly() => Verify.Findings(
        "k8s_public_registries = wrong, values, docker.io\n[Test1.cs]\nk8s_private_registries = ghcr.io/acme\n",
        [
            Verify.Shop($$"""[Manifest] public static V1Pod Web => K8s.Pod("web").AddContainer("web", "{{Image}}");"""),
            "public static class Other { [Manifest] public static V1Pod Web => K8s.{|K8S112:Pod(\"web\")|}.AddContainer(\"web\", \"" + Image + "\"); }",
        ]);

    [Fact]
    public Task Severity_IsReadFromEditorConfig() => Verify.Findings(
        "dotnet_diagnostic.K8S105.severity = none\n",
        [Verify.Shop("""[Manifest] public static V1Pod Web => K8s.Pod("web").AddContainer("web", "nginx");""")]);

    [Fact]
    public Task TargetVersion_IsReadFromEditorConfig() => Verify.Findings("k8s_target_version = 1.29\n", [Spread("{|K8S223:\"PreferClose\"|}")]);

    [Fact]
    public Task TargetVersion_IsReadFromTheProject() => Verify.Findings("build_property.ManifestTargetVersion = 1.29\n", [Spread("{|K8S223:\"PreferClose\"|}")]);

    [Fact]
    public Task TargetVersionOfAFile_WinsOverThatOfTheProject() =>
        Verify.Findings("build_property.ManifestTargetVersion = 1.29\nk8s_target_version = 1.30\n", [Spread("\"PreferClose\"")]);

    private static string Spread(string distribution) =>
        Verify.Shop($$"""[Manifest] public static V1Service Web => K8s.Service("web").AddPort(80).WithTrafficDistribution({{distribution}});""");
}
