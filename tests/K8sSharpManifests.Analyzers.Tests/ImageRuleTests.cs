namespace K8sSharpManifests.Analyzers.Tests;

/// <summary>Each rule on images finds its fault in a fluent chain and in an initialiser, and its fix leaves nothing to find.</summary>
public sealed class ImageRuleTests
{
    private const string Digest = "@sha256:5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef";

    [Theory]
    [InlineData("K8S101", " nginx:1", "", "nginx:1", "", true)]
    [InlineData("K8S102", "ghcr.io/acme/Web:Rc1", "", "ghcr.io/acme/web:Rc1", "", true)]
    [InlineData("K8S103", "MyOrg/web:1", "", "myorg/web:1", "", false)]
    [InlineData("K8S104", "nginx:latest", "", "nginx:<version>", "", false)]
    [InlineData("K8S105", "host:5000/app", "", "host:5000/app:<version>", "", false)]
    [InlineData("K8S106", "nginx:latest", "IfNotPresent", "nginx:latest", "Always", true)]
    [InlineData("K8S108", "nginx:1", "Never", "nginx:1", "IfNotPresent", true)]
    [InlineData("K8S108", "nginx", "Never", "nginx", "IfNotPresent", false)]
    [InlineData("K8S109", "nginx" + Digest, "Always", "nginx" + Digest, "IfNotPresent", true)]
    [InlineData("K8S110", "nginx:1", "", "nginx:1", "IfNotPresent", true)]
    [InlineData("K8S110", "nginx", "", "nginx", "Always", true)]
    [InlineData("K8S111", "nginx:latest" + Digest, "", "nginx" + Digest, "", true)]
    [InlineData("K8S121", "nginx:latest", "Always", "nginx:<version>", "Always", false)]
    public async Task Fault_IsFoundAndFixed(string id, string image, string policy, string fixedImage, string fixedPolicy, bool isSafe)
    {
        await Verify.FixOf(id, Chain($"{{|{id}:\"{image}\"|}}", policy), Chain($"\"{fixedImage}\"", fixedPolicy), isSafe);
        await Verify.FixOf(id, Initializer($"{{|{id}:\"{image}\"|}}", policy), Initializer($"\"{fixedImage}\"", fixedPolicy), isSafe);
    }

    [Fact]
    public async Task PullSecretThatDoesNothing_IsRemoved()
    {
        await Verify.FixOf("K8S119", Secrets("""new() { Name = "a" }, new() { Name = {|K8S119:"a"|} }"""), Secrets("""new() { Name = "a" }"""), isSafe: true);
        await Verify.FixOf("K8S119", Secrets("""{|K8S119:new()|}, new() { Name = "a" }"""), Secrets("""new() { Name = "a" }"""), isSafe: true);
        await Verify.FixOf("K8S119", Secrets("""{|K8S119:new()|}"""), Secrets(""), isSafe: true);
        await Verify.FixOf(
            "K8S119",
            Verify.Shop("""[Manifest] public static V1Pod Web => K8s.Pod("web").AddImagePullSecret("a").AddImagePullSecret({|K8S119:"a"|}).WithHostname("web");"""),
            Verify.Shop("""[Manifest] public static V1Pod Web => K8s.Pod("web").AddImagePullSecret("a").WithHostname("web");"""),
            isSafe: true);
    }

    [Theory]
    [InlineData("UTF8")]
    [InlineData("ASCII")]
    public async Task SecretThatIsEncodedTwice_IsDecoded(string encoding)
    {
        var bytes = $"System.Text.Encoding.{encoding}.GetBytes(\"Y2hhbmdlLW1lLXBsZWFzZQ==\")";
        string Secret(string value) => Verify.Shop(
            $$"""[Manifest] public static V1Secret Db => new() { Metadata = new() { Name = "db" }, Data = new Dictionary<string, byte[]> { ["password"] = {{value}}, ["key.b64"] = {{bytes}} } };""");

        await Verify.FixOf("K8S122", Secret($"{{|K8S122:{bytes}|}}"), Secret("Convert.FromBase64String(\"Y2hhbmdlLW1lLXBsZWFzZQ==\")"), isSafe: true);
    }

    private static string Chain(string image, string policy) => Verify.Shop(
        $"""[Manifest] public static V1Pod Web => K8s.Pod("web").AddContainer("web", {image}{(policy.Length == 0 ? "" : $", c => c.WithImagePullPolicy(ImagePullPolicy.{policy})")});""");

    private static string Initializer(string image, string policy) => Verify.Shop(
        $$"""[Manifest] public static V1Pod Web => new() { Spec = new() { Containers = [new() { Name = "web", Image = {{image}}{{(policy.Length == 0 ? "" : $", ImagePullPolicy = \"{policy}\"")}} }] } };""");

    private static string Secrets(string items) => Verify.Shop(
        $$"""[Manifest] public static V1Pod Web => new() { Metadata = new() { Name = "web" }, Spec = new() { Containers = [], ImagePullSecrets = [{{items}}] } };""");
}
