using K8sSharpManifests.Tool.Tests.Registry;

namespace K8sSharpManifests.Tool.Tests.Pulls;

public sealed class PullCredentialsTests
{
    // None, wrong, not allowed; and why a secret that the pod names does not help.
    [Theory]
    [InlineData("{}", "CredentialsMissing", "wants credentials for it, or has no such repository", "name a pull secret with credentials for HOST in imagePullSecrets, of the pod or its ServiceAccount; or correct the name")]
    [InlineData("imagePullSecrets: [{name: wrong}]", "CredentialsWrong", "does not take the credentials of the Secret 'wrong'", "put user name and password in the secret right; a token may have expired")]
    [InlineData("imagePullSecrets: [{name: opaque}]", "CredentialsMissing", "wants credentials for it, or has no such repository; the Secret 'opaque' is of type Opaque, which the kubelet does not look into", "give the pod a pull secret of type kubernetes.io/dockerconfigjson with credentials for HOST")]
    [InlineData("imagePullSecrets: [{name: none}]", "CredentialsMissing", "wants credentials for it, or has no such repository; the Secret 'none' is not among the manifests", "give the pod a pull secret of type kubernetes.io/dockerconfigjson with credentials for HOST")]
    [InlineData("imagePullSecrets: [{name: other}]", "CredentialsMissing", "wants credentials for it, or has no such repository; the Secret 'other' is for other.acme.io", "give the pod a pull secret of type kubernetes.io/dockerconfigjson with credentials for HOST")]
    [InlineData("imagePullSecrets: [{name: hidden}]", "CredentialsMissing", "wants credentials for it, or has no such repository; the content of the Secret 'hidden' is blotted out", "give the pod a pull secret of type kubernetes.io/dockerconfigjson with credentials for HOST")]
    [InlineData("serviceAccountName: elsewhere", "CredentialsMissing", "wants credentials for it, or has no such repository; the ServiceAccount 'elsewhere' is not among the manifests, and may have pull secrets", "give the pod a pull secret of type kubernetes.io/dockerconfigjson with credentials for HOST")]
    [InlineData("imagePullSecrets: [{name: wrong}, {name: right}]", null, null, null)]
    [InlineData("serviceAccountName: puller", null, null, null)]
    public async Task Credentials_AreThoseOfThePod(string spec, string? outcome, string? message, string? remedy)
    {
        await using var registry = await TestRegistry.Start();
        registry.Auth = TestAuth.Token;
        registry.PutImage("web", "1", "linux/amd64");
        using var folder = new LintFolder()
            .Write("a.yaml", LintFolder.Pod($"{registry.Host}/web:1", spec == "{}" ? "" : $"  {spec}\n"))
            .Write("s.yaml",
                Secrets.Config("right", (registry.Host, TestRegistry.User, TestRegistry.Password)) + Secrets.Config("wrong", (registry.Host, TestRegistry.User, "guessed")) + Secrets.Config("other", ("other.acme.io", "x", "y"))
                + Secrets.Config("hidden", (registry.Host, "ann", "*****"))
                + "apiVersion: v1\nkind: Secret\nmetadata: {name: opaque}\nstringData: {username: ann, password: x}\n---\n"
                + "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: puller}\nimagePullSecrets: [{name: right}]\n")

            // What is on this machine does not help the nodes.
            .Write(".docker/config.json", $"{{\"auths\":{{\"{registry.Host}\":{{\"auth\":\"{Secrets.Base64($"{TestRegistry.User}:{TestRegistry.Password}")}\"}}}}}}");

        var ran = folder.Run("pulls", "a.yaml", "s.yaml", "--format", "json");

        Assert.Equal(outcome is null ? 0 : 1, ran.ExitCode);
        if (outcome is not null)
        {
            Assert.Contains($"\"stage\":\"credentials\",\"outcome\":\"{outcome}\",\"message\":\"{registry.Host} {message}\"", ran.Output, StringComparison.Ordinal);
            Assert.Contains($"\"remedy\":\"{remedy!.Replace("HOST", registry.Host, StringComparison.Ordinal)}\"", ran.Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(TestAuth.Basic, false, "pull access denied, repository does not exist or may require authorization: authorization failed: no basic auth credentials")]
    [InlineData(TestAuth.Basic, true, "unexpected status from HEAD request to https://HOST/v2/web/manifests/1: 401 Unauthorized")]
    [InlineData(TestAuth.Token, false, "failed to authorize: failed to fetch anonymous token: unexpected status from GET request to …: 401 Unauthorized")]
    [InlineData(TestAuth.Token, true, "failed to authorize: failed to fetch oauth token: unexpected status from GET request to …: 401 Unauthorized")]
    internal async Task Kubelet_SaysWhoHasRefused(TestAuth auth, bool hasSecret, string words)
    {
        await using var registry = await TestRegistry.Start();
        registry.Auth = auth;
        registry.PutImage("web", "1", "linux/amd64");
        using var folder = new LintFolder().Write("a.yaml", LintFolder.Pod($"{registry.Host}/web:1", hasSecret ? "  imagePullSecrets: [{name: reg}]\n" : "")).Write("s.yaml", Secrets.Config("reg", (registry.Host, "ann", "no")));
        Assert.Contains(words.Replace("HOST", registry.Host, StringComparison.Ordinal), folder.Run("pulls", ".", "-q").Output, StringComparison.Ordinal);
    }

    // The kubelet does not try without credentials where a secret has some.
    [Fact]
    public async Task PublicImageWithWrongCredentials_CannotBePulled()
    {
        await using var registry = await TestRegistry.Start();
        (registry.Auth, registry.IsPublic) = (TestAuth.Token, true);
        registry.PutImage("web", "1", "linux/amd64");
        using var folder = new LintFolder().Write("a.yaml", LintFolder.Pod($"{registry.Host}/web:1", "  imagePullSecrets: [{name: reg}]\n")).Write("s.yaml", Secrets.Config("reg", (registry.Host, "ann", "no")));
        var ran = folder.Run("pulls", ".", "-v");
        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("do:      anybody may pull it: take the credentials out of the secret, or put them right\n", ran.Output, StringComparison.Ordinal);
        Assert.Contains("tried:   the Secret 'reg': CredentialsWrong\n", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("no credentials", ran.Output, StringComparison.Ordinal);
    }

    // Whoever deploys has logged in, mostly: that stands in for what only the nodes have.
    [Fact]
    public async Task NodesOwnCredentials_AreStoodInForByTheDockerConfiguration()
    {
        await using var registry = await TestRegistry.Start();
        registry.Auth = TestAuth.Basic;
        registry.PutImage("web", "1", "linux/amd64");
        using var folder = new LintFolder()
            .Write("a.yaml", LintFolder.Pod($"{registry.Host}/web:1"))
            .Write(".editorconfig", $"root = true\n[*.yaml]\nk8s_node_credential_registries = {registry.Host}\n");
        var before = folder.Run("pulls", "a.yaml");
        Assert.Equal(1, before.ExitCode);
        Assert.Contains($"do:      log in to {registry.Host} by 'docker login', which then stands in for the nodes' own credentials, or name a pull secret\n", before.Output, StringComparison.Ordinal);
        folder.Write(".docker/config.json", $"{{\"auths\":{{\"{registry.Host}\":{{\"auth\":\"{Secrets.Base64($"{TestRegistry.User}:{TestRegistry.Password}")}\"}}}}}}");
        var after = folder.Run("pulls", "a.yaml");
        Assert.Equal(0, after.ExitCode);
        Assert.Contains("(with the credentials of the Docker configuration, in place of the nodes' own)\n", after.Output, StringComparison.Ordinal);
    }

    // MakeDockerKeyring gives up at the first Secret that it cannot read: what others hold, and that anybody may pull the image, helps nobody then.
    [Theory]
    [InlineData("robot:x", "its key '.dockerconfigjson' holds no JSON object", "invalid character …")]
    [InlineData("[]", "its key '.dockerconfigjson' holds no JSON object", "json: cannot unmarshal … into Go …")]
    [InlineData("{'auths': []}", "its key '.dockerconfigjson' names no registry in 'auths'", "json: cannot unmarshal … into Go …")]
    [InlineData("{'auths': {'a.io': {'username': 5}, 'b.io': {'auth': 'dTpw'}}}", "its entry for 'a.io' has something else than texts", "json: cannot unmarshal … into Go …")]
    [InlineData("{'auths': {'a.io': {'auth': 'dTpw'}, 'b.io': {'auth': '%'}}}", "its entry for 'b.io' has an 'auth' that is not the base64 of user:password", "illegal base64 data at input byte …")]
    [InlineData("{'auths': {'a.io': {}, 'b.io': {'auth': 'dXA='}}}", "its entry for 'b.io' has an 'auth' that is not the base64 of user:password", "unable to parse auth field, must be formatted as base64(username:password)")]
    [InlineData("{'auths': {'a.io': {}}}", null, null)]
    [InlineData("{'auths': {'a.io': null}}", null, null)]
    [InlineData("{'auths': {'a.io': {'auth': 'dTpw'}}}", null, null)]
    [InlineData("{'AUTHS': {'a.io': {'Username': 'u', 'password': 'p'}}}", null, null)]
    [InlineData("{'auths': null}", null, null)]
    [InlineData("{}", null, null)]
    [InlineData("null", null, null)]
    [InlineData("", null, null)]
    public async Task SecretThatTheKubeletCannotRead_EndsEachPullOfThePod(string content, string? fault, string? kubelet)
    {
        await using var registry = await TestRegistry.Start();
        registry.PutImage("web", "1", "linux/amd64");
        using var folder = new LintFolder()
            .Write("a.yaml", LintFolder.Pod($"{registry.Host}/web:1", "  imagePullSecrets: [{name: good}, {name: broken}]\n"))
            .Write("s.yaml", Secrets.Config("good", (registry.Host, "u", "p")) + $"apiVersion: v1\nkind: Secret\nmetadata: {{name: broken}}\ntype: kubernetes.io/dockerconfigjson\ndata: {{.dockerconfigjson: '{Secrets.Base64(content.Replace('\'', '"'))}'}}\n");
        var ran = folder.Run("pulls", ".");
        Assert.Equal(fault is null ? 0 : 1, ran.ExitCode);
        if (fault is not null)
        {
            Assert.Equal(
                $"""
                failed  {registry.Host}/web:1  (credentials)
                        why:     the kubelet pulls no image of the pod, since it cannot read the Secret 'broken': {fault}
                        kubelet: ErrImagePull, then ImagePullBackOff: {kubelet}
                        do:      put the Secret right, or name it no more; no image of the pod is pulled before
                        for:     a.yaml:6, Pod 'web': web
                1 pull: none can be made.

                """,
                ran.Output);
            Assert.Empty(registry.Requests);
        }
    }

    // What is behind a bad entry is read, too.
    [Fact]
    public async Task EntryWithoutPassword_LeavesTheOthers()
    {
        await using var registry = await TestRegistry.Start();
        registry.Auth = TestAuth.Basic;
        registry.PutImage("web", "1", "linux/amd64");
        using var folder = new LintFolder()
            .Write("a.yaml", LintFolder.Pod($"{registry.Host}/web:1", "  imagePullSecrets: [{name: reg}]\n"))
            .Write("s.yaml", Secrets.Config("reg", ("a.io", "u", ""), (registry.Host, TestRegistry.User, TestRegistry.Password)));
        Assert.Equal(0, folder.Run("pulls", ".").ExitCode);
    }

    [Fact]
    public async Task NoCredential_IsEverShown()
    {
        const string Identity = "identity-never-shown";
        string[] secrets = [TestRegistry.Password, "wrong-never-shown", "other-never-shown", Identity, "stringdata-never-shown", "proxy-never-shown"];
        await using var registry = await TestRegistry.Start();
        registry.Auth = TestAuth.Token;
        registry.PutImage("web", "1", "linux/amd64");

        // A server that repeats all that it is sent.
        var echo = await TestRegistry.Start();
        await using var disposed = echo;
        echo.Instead = async context =>
        {
            context.Response.StatusCode = context.Request.Path == "/v2/" ? 200 : context.Request.Headers.Authorization.Count == 0 ? 401 : 418;
            context.Response.Headers.WWWAuthenticate = "Basic realm=\"x\"";
            await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(
                context.Response, context.Request.Method == "HEAD" ? "" : $"{{\"errors\":[{{\"code\":\"DENIED\",\"message\":\"{context.Request.Headers.Authorization} {TestRegistry.Password}\"}}]}}");
            return true;
        };
        using var folder = new LintFolder()
            .Write("a.yaml", string.Join("---\n", new[] { registry.Host, echo.Host, "registry.invalid" }.Select(host => LintFolder.Pod($"{host}/web:1", "  imagePullSecrets: [{name: wrong}, {name: right}, {name: opaque}]\n"))))
            .Write("s.yaml",
                Secrets.Config("right", (registry.Host, TestRegistry.User, TestRegistry.Password), (echo.Host, TestRegistry.User, TestRegistry.Password)) + Secrets.Config("wrong", (registry.Host, "ann", "wrong-never-shown"), ("*.invalid", "ann", "other-never-shown"))
                + "apiVersion: v1\nkind: Secret\nmetadata: {name: opaque}\nstringData: {username: ann, password: stringdata-never-shown}\n")
            .Write(".docker/config.json", $"{{\"auths\":{{\"{registry.Host}\":{{\"identitytoken\":\"{Identity}\"}}}}}}");
        folder.Variables["HTTPS_PROXY"] = "http://me:proxy-never-shown@127.0.0.1:1";
        foreach (var arguments in new[] { "pulls . -v", "pulls . --format json", "pulls . -q", "images . -v", "images . --format json", "images . --format yaml", "images . --format csv" })
        {
            var ran = folder.Run(arguments.Split(' '));
            Assert.InRange(ran.ExitCode, 0, 1);
            foreach (var secret in secrets.SelectMany(secret => new[] { secret, Secrets.Base64($"ann:{secret}"), Secrets.Base64(secret) }))
            {
                Assert.DoesNotContain(secret, ran.Output + ran.Error, StringComparison.Ordinal);
            }
        }
    }
}
