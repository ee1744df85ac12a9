using K8sSharpManifests.CodeFixes;

namespace K8sSharpManifests.Analyzers.Tests;

/// <summary>The light bulb where a finding needs all objects of a build: once its fix is applied, it is offered no more.</summary>
public sealed class BuildFindingRefactoringTests
{
    private const string Account = """[Manifest] public static V1ServiceAccount Puller => K8s.ServiceAccount("puller").AddImagePullSecret(new() { Name = "hub" });""";
    private const string Move = "Move the secret to the namespace 'shop'";
    private const string Merge = "Add the pull secret 'hub'";

    private const string Pod = """[Manifest] public static V1Pod Web => K8s.Pod("web").WithNamespace("shop").AddContainer("web", "ghcr.io/a/b:1").AddImagePullSecret("cred");""";

    [Theory]
    [InlineData("""K8s.Pod("web").WithServiceAccountName("puller").AddImage[||]PullSecret("own")""", """K8s.Pod("web").WithServiceAccountName("puller").AddImagePullSecret("own").AddImagePullSecret("hub")""")]
    [InlineData(
        """new() { Metadata = new() { Name = "web" }, Spec = new() { Containers = [], ServiceAccountName = "puller", [||]ImagePullSecrets = [new() { Name = "own" }] } }""",
        """new() { Metadata = new() { Name = "web" }, Spec = new() { Containers = [], ServiceAccountName = "puller", ImagePullSecrets = [new() { Name = "own" }, new() { Name = "hub" }] } }""")]
    public Task PodWithoutItsAccountsSecret_GetsIt(string before, string after) =>
        Cures(Verify.Shop(Account + $" [Manifest] public static V1Pod Web => {before};"), Merge, Verify.Shop(Account + $" [Manifest] public static V1Pod Web => {after};"));

    [Theory]
    [InlineData("""K8s.Registry[||]Secret("cred", "ghcr.io", "u", "p").WithNamespace("infra")""", """K8s.RegistrySecret("cred", "ghcr.io", "u", "p").WithNamespace("shop")""")]
    [InlineData("""new() { [||]Metadata = new() { Name = "cred", NamespaceProperty = "infra" } }""", """new() { Metadata = new() { Name = "cred", NamespaceProperty = "shop" } }""")]
    public Task SecretOfAnotherNamespace_IsMoved(string before, string after) =>
        Cures(Verify.Shop($"{Pod}\n    [Manifest] public static V1Secret Cred => {before};"), Move, Verify.Shop($"{Pod}\n    [Manifest] public static V1Secret Cred => {after};"));

    // The helper has the last word.
    [Fact]
    public async Task NamespaceThatAHelperSets_IsNotChanged() => Assert.Empty(await Titles(Verify.Shop(
        Pod, "[Manifest] public static V1Secret Cred => InInfra(K8s.Registry[||]Secret(\"cred\", \"ghcr.io\", \"u\", \"p\"));", "private static V1Secret InInfra(V1Secret secret) => secret.WithNamespace(\"infra\");")));

    // Where the namespace comes from its class, the secret gets one of its own.
    [Theory]
    [InlineData("""K8s.Registry[||]Secret("cred", "ghcr.io", "u", "p")""", """K8s.RegistrySecret("cred", "ghcr.io", "u", "p").WithNamespace("shop")""")]
    [InlineData("""new() { [||]Metadata = new() { Name = "cred" } }""", """new() { Metadata = new() { Name = "cred", NamespaceProperty = "shop" } }""")]
    public Task SecretOfANamespacesClass_IsMoved(string before, string after) => Cures(
        Verify.Shop(Pod) + $"\n[ManifestNamespace(\"infra\")]\npublic static class Infra\n{{\n    [Manifest] public static V1Secret Cred => {before};\n}}\n",
        Move,
        Verify.Shop(Pod) + $"\n[ManifestNamespace(\"infra\")]\npublic static class Infra\n{{\n    [Manifest] public static V1Secret Cred => {after};\n}}\n");

    [Theory]
    [InlineData("""[Manifest] public static V1Pod Web => K8s.Pod("web").WithServiceAccountName("puller").AddImage[||]PullSecret("hub");""")]
    [InlineData("""[Manifest] public static V1Pod Web => K8s.Pod("web").WithServiceAccountName("other").AddImage[||]PullSecret("own");""")]
    [InlineData("""public static V1Pod Web => K8s.Pod("web").WithServiceAccountName("puller").AddImage[||]PullSecret("own");""")]
    [InlineData("""[Manifest] public static V1Secret Cred => K8s.Registry[||]Secret("cred", "ghcr.io", "u", "p").WithNamespace("infra");""")]
    [InlineData("""[Manifest] public static V1Pod Web => K8s.P[||]od("web");""")]
    public async Task NothingToPutRight_IsNoLightBulb(string member) => Assert.Empty(await Titles(Verify.Shop(Account + "\n    " + member)));

    // An error while somebody types must not take the light bulb's other entries away.
    [Fact]
    public async Task CodeThatDoesNotCompile_IsNoError() =>
        Assert.Empty(await Titles(Verify.Shop("""[Manifest] public static V1Pod Web => K8s.Pod("web").AddImage[||]PullSecret(new;""")));

    private static async Task Cures(string before, string title, string after)
    {
        await Refactoring.Offers(new BuildFindingRefactoringProvider(), before, title, after);
        var mark = before.IndexOf("[||]", StringComparison.Ordinal);
        Assert.Empty(await Titles(after.Insert(mark, "[||]")));
    }

    private static async Task<IEnumerable<string>> Titles(string marked) => (await Refactoring.Actions(new BuildFindingRefactoringProvider(), marked)).Actions.Select(a => a.Title);
}
