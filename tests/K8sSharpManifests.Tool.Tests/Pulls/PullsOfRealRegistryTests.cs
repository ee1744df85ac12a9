using K8sSharpManifests.Tool.Tests.Registry;

namespace K8sSharpManifests.Tool.Tests.Pulls;

/// <summary>Against Debian's docker-registry: what it answers is not ours to say.</summary>
public sealed class PullsOfRealRegistryTests
{
    [Fact]
    public async Task Images_AreFoundWithTheirPlatforms()
    {
        using var registry = await DebianRegistry.Start();
        var index = await registry.PushFor("acme/many", "1", "linux/amd64", "linux/arm64", "linux/arm/v7");
        var single = await registry.Push("acme/one", "1", "x");
        using var folder = new LintFolder().Write("a.yaml", string.Join("---\n", new[] { "acme/many:1", "acme/one:1", "acme/one:2", "acme/none:1", $"acme/one@{single}" }.Select(image => LintFolder.Pod($"{registry.Host}/{image}"))));
        var ran = folder.Run("pulls", "a.yaml", "--platform", "linux/arm64");
        Assert.Equal(
            [
                $"ok      {registry.Host}/acme/many:1  {index}  linux/amd64, linux/arm64, linux/arm/v7",
                $"failed  {registry.Host}/acme/none:1  (existence)",
                $"failed  {registry.Host}/acme/one:1  (platform)",
                $"failed  {registry.Host}/acme/one:2  (existence)",
                $"failed  {registry.Host}/acme/one@{single}  (platform)",
                "5 pulls: 4 cannot be made.",
            ],
            ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != ' '));
        Assert.Equal(1, ran.ExitCode);
    }

    [Fact]
    public async Task PrivateRegistry_WantsTheRightCredentials()
    {
        using var registry = await DebianRegistry.Start(isPrivate: true);
        await registry.Push("acme/app", "1", "x");
        using var folder = new LintFolder().Write("a.yaml", LintFolder.Pod($"{registry.Host}/acme/app:1", "  imagePullSecrets: [{name: reg}]\n"));
        Assert.Contains("\"outcome\":\"CredentialsMissing\"", folder.Run("pulls", ".", "--format", "json").Output, StringComparison.Ordinal);
        folder.Write("s.yaml", Secrets.Config("reg", (registry.Host, DebianRegistry.User, "no")));
        Assert.Contains("\"outcome\":\"CredentialsWrong\"", folder.Run("pulls", ".", "--format", "json").Output, StringComparison.Ordinal);
        folder.Write("s.yaml", Secrets.Config("reg", (registry.Host, DebianRegistry.User, DebianRegistry.Password)));
        Assert.Equal(new Ran(0, "", ""), folder.Run("pulls", ".", "-q"));
    }

    [Fact]
    public async Task RegistryOfAnUnknownAuthority_IsTold()
    {
        using var certificate = Certificates.Make();
        using var registry = await DebianRegistry.Start(certificate: certificate);
        await registry.Push("acme/app", "1", "x");
        using var folder = new LintFolder().Write("a.yaml", LintFolder.Pod($"{registry.Host}/acme/app:1"));
        Assert.Equal(
            new Ran(
                1,
                $"""
                failed  {registry.Host}/acme/app:1  (tls)
                        why:     no encrypted connection to {registry.Host}: its certificate is signed by nobody whom this machine trusts
                        kubelet: ErrImagePull, then ImagePullBackOff: failed to pull and unpack image "{registry.Host}/acme/app:1": failed to resolve reference "{registry.Host}/acme/app:1": failed to do request: Head "https://{registry.Host}/v2/acme/app/manifests/1": tls: failed to verify certificate: x509: certificate signed by unknown authority
                        do:      give the nodes the authority's certificate (containerd: ca in /etc/containerd/certs.d/{registry.Host}/hosts.toml), and this machine, too
                        for:     a.yaml:6, Pod 'web': web
                1 pull: none can be made.

                """,
                ""),
            folder.Run("pulls", "a.yaml"));
    }
}
