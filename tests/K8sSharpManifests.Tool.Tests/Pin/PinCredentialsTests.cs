using System.Text;
using K8sSharpManifests.Tool.Tests.Registry;

namespace K8sSharpManifests.Tool.Tests.Pin;

public sealed class PinCredentialsTests
{
    // As the kubelet has it: the pod's own secrets, or those of its ServiceAccount; by their keys, the longest first.
    [Theory]
    [InlineData("imagePullSecrets: [{name: right}]", true)]
    [InlineData("imagePullSecrets: [{name: wrong}, {name: right}]", true)]
    [InlineData("imagePullSecrets: [{name: legacy}]", true)]
    [InlineData("imagePullSecrets: [{name: wrong}]", false)]
    [InlineData("imagePullSecrets: [{name: elsewhere}]", false)]
    [InlineData("imagePullSecrets: [{name: broken}]", false)]
    [InlineData("serviceAccountName: puller", true)]
    [InlineData("{}", false)]
    public async Task PullSecrets_AreChosenAsTheKubeletDoes(string spec, bool isPulled)
    {
        await using var registry = await TestRegistry.Start();
        registry.Auth = TestAuth.Token;
        registry.Put("a", "1");
        var extra = spec == "{}" ? "" : $"  {spec}\n";
        using var folder = new LintFolder()
            .Write("a.yaml", LintFolder.Pod($"{registry.Host}/a:1", extra))
            .Write("secrets.yaml", string.Join("---\n",
                Secret("right", $"{{\"auths\":{{\"{registry.Host}\":{{\"username\":\"ann\",\"password\":\"{TestRegistry.Password}\"}}}}}}"),
                Secret("wrong", $"{{\"auths\":{{\"{registry.Host}\":{{\"username\":\"ann\",\"password\":\"guessed\"}}}}}}"),
                Secret("elsewhere", $"{{\"auths\":{{\"other.acme.io\":{{\"username\":\"ann\",\"password\":\"{TestRegistry.Password}\"}}}}}}"),
                Secret("broken", "{"),
                Secret("legacy", $"{{\"{registry.Host}\":{{\"auth\":\"{Base64($"ann:{TestRegistry.Password}")}\"}}}}", "kubernetes.io/dockercfg", ".dockercfg"),
                "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: puller}\nimagePullSecrets: [{name: right}]\n"));

        var ran = folder.Run("pin", "a.yaml", "secrets.yaml");

        Assert.Equal(isPulled ? 0 : 1, ran.ExitCode);
        Assert.Equal(isPulled, ran.Error.Length == 0);
        Assert.DoesNotContain("guessed", ran.Error + ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(TestRegistry.Password, ran.Error + ran.Output, StringComparison.Ordinal);
        if (spec.Contains("[{name: wrong}]", StringComparison.Ordinal))
        {
            Assert.Equal($"k8ssharp: {registry.Host}/a:1: {registry.Host} does not take the credentials of the Secret 'wrong' (a.yaml:6, Pod 'web')\n", ran.Error);
        }
    }

    [Theory]
    [InlineData("""{"auths":{"HOST":{"auth":"BASIC"}}}""", true)]
    [InlineData("""{"auths":{"http://HOST/v2/":{"username":"ann","password":"correct-horse"}}}""", true)]
    [InlineData("""{"auths":{"HOST":{"identitytoken":"refresh-me-quietly"}}}""", true)]
    [InlineData("""{"auths":{"HOST":{"registrytoken":"token-of-its-own"}}}""", true)]
    [InlineData("""{"auths":{"HOST":{"auth":"YW5uOm5v"}}}""", false)]
    [InlineData("""{"auths":{"other":{"auth":"BASIC"}}}""", false)]
    [InlineData("""{"auths":{"HOST":{}}}""", false)]
    [InlineData("""{}""", false)]
    public async Task DockerConfiguration_HasCredentials(string config, bool isPulled)
    {
        await using var registry = await TestRegistry.Start();
        registry.Auth = TestAuth.Token;
        registry.Put("a", "1");
        using var folder = new LintFolder().Write("a.yaml", LintFolder.Pod($"{registry.Host}/a:1"))
            .Write(".docker/config.json", config.Replace("HOST", registry.Host, StringComparison.Ordinal).Replace("BASIC", Base64($"ann:{TestRegistry.Password}"), StringComparison.Ordinal));
        Assert.Equal(isPulled ? 0 : 1, folder.Run("pin", "a.yaml").ExitCode);
    }

    // docker-credential-NAME get, as Docker runs it.
    [Theory]
    [InlineData("""{"credHelpers":{"HOST":"k8ssharp-test"}}""", "")]
    [InlineData("""{"credsStore":"k8ssharp-test","auths":{"HOST":{}}}""", "")]
    [InlineData("""{"credHelpers":{"other.acme.io":"k8ssharp-test"}}""", "wants credentials for it, or has no such repository (a.yaml:6, Pod 'web')")]
    [InlineData("""{"credsStore":"k8ssharp-fails"}""", "wants credentials for it, or has no such repository; docker-credential-k8ssharp-fails fails for 'HOST' (exit code 3) (a.yaml:6, Pod 'web')")]
    [InlineData("""{"credsStore":"k8ssharp-is-not-there"}""", "wants credentials for it, or has no such repository; docker-credential-k8ssharp-is-not-there, which the Docker configuration names, cannot be run: ")]
    [InlineData("""{"credsStore":"../x"}""", "wants credentials for it, or has no such repository; the Docker configuration names a credential helper that cannot be one: '../x' (a.yaml:6, Pod 'web')")]
    public async Task CredentialHelper_IsAsked(string config, string message)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The helper is a shell script.");
        await using var registry = await TestRegistry.Start();
        registry.Auth = TestAuth.Token;
        registry.Put("a", "1");
        using var folder = new LintFolder().Write("a.yaml", LintFolder.Pod($"{registry.Host}/a:1"))
            .Write(".docker/config.json", config.Replace("HOST", registry.Host, StringComparison.Ordinal))
            .Write("bin/docker-credential-k8ssharp-test", $"#!/bin/sh\nread -r server || true\nif [ \"$1 $server\" = 'get {registry.Host}' ]; then\n  echo '{{\"Username\":\"ann\",\"Secret\":\"{TestRegistry.Password}\"}}'\nelse\n  echo 'credentials not found in native keychain'\n  exit 1\nfi\n")
            .Write("bin/docker-credential-k8ssharp-fails", $"#!/bin/sh\ncat > /dev/null\necho 'the keychain is locked for {TestRegistry.Password}'\nexit 3\n");
        foreach (var program in Directory.GetFiles(Path.Combine(folder.FullPath, "bin")))
        {
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }

        var path = Environment.GetEnvironmentVariable("PATH");
        Environment.SetEnvironmentVariable("PATH", Path.Combine(folder.FullPath, "bin") + Path.PathSeparator + path);
        try
        {
            var ran = folder.Run("pin", "a.yaml");
            Assert.Equal(message.Length == 0 ? 0 : 1, ran.ExitCode);
            Assert.StartsWith(message.Length == 0 ? "" : $"k8ssharp: {registry.Host}/a:1: {registry.Host} {message.Replace("HOST", registry.Host, StringComparison.Ordinal)}", ran.Error, StringComparison.Ordinal);
            Assert.DoesNotContain(TestRegistry.Password, ran.Error, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("PATH", path);
        }
    }

    [Fact]
    public async Task WrongDockerConfiguration_IsTold()
    {
        await using var registry = await TestRegistry.Start();
        using var folder = new LintFolder().Write("a.yaml", LintFolder.Pod($"{registry.Host}/a:1")).Write(".docker/config.json", "{\n  \"auths\": {\n");
        Assert.Equal(
            new Ran(2, "", $"k8ssharp: the Docker configuration '{Path.Combine(folder.FullPath, ".docker", "config.json")}' is no JSON (line 3): correct it, or let DOCKER_CONFIG name another folder.\n"),
            folder.Run("pin", "a.yaml"));
    }

    [Fact]
    public async Task RealPrivateRegistry_WantsItsCredentials()
    {
        using var registry = await DebianRegistry.Start(isPrivate: true);
        await registry.Push("acme/app", "1", "x");
        using var folder = new LintFolder().Write("a.yaml", LintFolder.Pod($"{registry.Host}/acme/app:1", "  imagePullSecrets: [{name: reg}]\n"));
        Assert.Equal($"k8ssharp: {registry.Host}/acme/app:1: {registry.Host} wants credentials for it, or has no such repository (a.yaml:6, Pod 'web')\n", folder.Run("pin", "a.yaml").Error);
        folder.Write("s.yaml", Secret("reg", $"{{\"auths\":{{\"{registry.Host}\":{{\"username\":\"{DebianRegistry.User}\",\"password\":\"no\"}}}}}}"));
        Assert.Equal($"k8ssharp: {registry.Host}/acme/app:1: {registry.Host} does not take the credentials of the Secret 'reg' (a.yaml:6, Pod 'web')\n", folder.Run("pin", ".").Error);
        folder.Write("s.yaml", Secret("reg", $"{{\"auths\":{{\"{registry.Host}\":{{\"username\":\"{DebianRegistry.User}\",\"password\":\"{DebianRegistry.Password}\"}}}}}}"));
        Assert.Equal(0, folder.Run("pin", ".").ExitCode);
    }

    private static string Secret(string name, string config, string type = "kubernetes.io/dockerconfigjson", string key = ".dockerconfigjson") =>
        $"apiVersion: v1\nkind: Secret\nmetadata: {{name: {name}}}\ntype: {type}\ndata:\n  {key}: {Base64(config)}\n";

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
