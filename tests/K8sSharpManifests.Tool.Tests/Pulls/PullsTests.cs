using System.Text;
using K8sSharpManifests.Tool.Tests.Registry;

namespace K8sSharpManifests.Tool.Tests.Pulls;

public sealed class PullsTests
{
    [Fact]
    public async Task ImageThatIsThere_CanBePulled()
    {
        await using var registry = await TestRegistry.Start();
        var (web, db) = (registry.PutImage("web", "1", "linux/amd64", "linux/arm64"), registry.PutImage("db", "latest", "linux/amd64"));
        using var folder = new LintFolder().Write("a.yaml", $"{LintFolder.Pod($"{registry.Host}/web:1")}---\n{LintFolder.Pod($"{registry.Host}/db")}---\n{LintFolder.Pod($"{registry.Host}/web:1")}");
        Assert.Equal(
            new Ran(0, $"ok      {registry.Host}/db  {db}  linux/amd64\nok      {registry.Host}/web:1  {web}  linux/amd64, linux/arm64\n2 pulls: nothing is in the way.\n", ""),
            folder.Run("pulls", "a.yaml"));
        Assert.Equal(new Ran(0, "", ""), folder.Run("pulls", "a.yaml", "-q"));

        // Once for both pods: the manifest of one and the manifest and the configuration of the other.
        Assert.Equal(6, registry.Requests.Count(request => request.Contains("/manifests/", StringComparison.Ordinal) || request.Contains("/blobs/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task EachFailure_SaysWhatTheKubeletWouldSayAndWhatToDo()
    {
        await using var registry = await TestRegistry.Start();
        registry.PutImage("web", "1", "linux/amd64");
        using var folder = new LintFolder()
            .Write("a.yaml", LintFolder.Pod($"{registry.Host}/web:2"))
            .Write("b.yaml", LintFolder.Pod("Web:1"))
            .Write("c.yaml", LintFolder.Pod("registry.invalid/web:1"))
            .Write("d.yaml", LintFolder.Pod("127.0.0.1:1/web:1"))
            .Write("e.yaml", LintFolder.Pod($"{registry.Host}/web:1", "    imagePullPolicy: Never\n"))
            .Write("f.yaml", LintFolder.Pod($"{registry.Host}/web:1"))
            .Write("g.yaml", LintFolder.Pod($"{registry.Host}/web:many"));
        registry.PutImage("web", "many", "linux/amd64", "linux/s390x");
        Assert.Equal(
            $"""
            failed  127.0.0.1:1/web:1  (tcp)
                    why:     no connection to 127.0.0.1:1: Connection refused
                    kubelet: ErrImagePull, then ImagePullBackOff: failed to pull and unpack image "127.0.0.1:1/web:1": failed to resolve reference "127.0.0.1:1/web:1": failed to do request: Head "https://127.0.0.1:1/v2/web/manifests/1": dial tcp …: connect: connection refused
                    do:      see whether the registry runs and listens there, and whether a firewall is in between
                    for:     d.yaml:6, Pod 'web': web
            failed  {registry.Host}/web:1  (policy)
                    why:     imagePullPolicy is Never, and nothing says that the nodes have the image
                    kubelet: ErrImageNeverPull: Container image "{registry.Host}/web:1" is not present with pull policy of Never
                    do:      name it in k8s_preloaded_images if the nodes are given it, or let it be pulled: IfNotPresent
                    for:     e.yaml:6, Pod 'web': web
            failed  {registry.Host}/web:1  (platform)
                    why:     it is not there for linux/arm64, but for linux/amd64
                    kubelet: CrashLoopBackOff: it is pulled, and the container ends with: exec …: exec format error
                    do:      build it for linux/arm64 too (docker buildx build --platform), or keep the pod off such nodes (nodeSelector kubernetes.io/arch)
                    for:     f.yaml:6, Pod 'web': web
            failed  {registry.Host}/web:2  (existence)
                    why:     {registry.Host} has no 'web' with the tag '2'
                    kubelet: ErrImagePull, then ImagePullBackOff: failed to pull and unpack image "{registry.Host}/web:2": failed to resolve reference "{registry.Host}/web:2": {registry.Host}/web:2: not found
                    do:      push it, or name a tag or digest that is there
                    for:     a.yaml:6, Pod 'web': web
            failed  {registry.Host}/web:many  (platform)
                    why:     it is not there for linux/arm64, but for linux/amd64, linux/s390x
                    kubelet: ErrImagePull, then ImagePullBackOff: failed to pull and unpack image "{registry.Host}/web:many": no match for platform in manifest: not found
                    do:      build it for linux/arm64 too (docker buildx build --platform), or keep the pod off such nodes (nodeSelector kubernetes.io/arch)
                    for:     g.yaml:6, Pod 'web': web
            failed  Web:1  (reference)
                    why:     'Web:1' is no image reference
                    kubelet: InvalidImageName: Failed to apply default image tag "Web:1": couldn't parse image name "Web:1": invalid reference format: repository name must be lowercase
                    do:      write the repository in lowercase
                    for:     b.yaml:6, Pod 'web': web
            failed  registry.invalid/web:1  (dns)
                    why:     the name 'registry.invalid' has no address
                    kubelet: ErrImagePull, then ImagePullBackOff: failed to pull and unpack image "registry.invalid/web:1": failed to resolve reference "registry.invalid/web:1": failed to do request: Head "https://registry.invalid/v2/web/manifests/1": dial tcp: lookup registry.invalid: no such host
                    do:      correct the registry's host, or see to the DNS here and on the nodes
                    for:     c.yaml:6, Pod 'web': web
            7 pulls: none can be made.

            """,
            folder.Run("pulls", ".", "--platform", "linux/arm64").Output);
    }

    // Of a volume's files nothing is executed; but the node has to find a manifest among several.
    [Fact]
    public async Task ImageVolumeOfAnotherPlatform_IsMountedUnlessThereIsAnIndex()
    {
        await using var registry = await TestRegistry.Start();
        registry.PutImage("model", "1", "linux/amd64");
        registry.PutImage("model", "many", "linux/amd64", "linux/s390x");
        using var folder = new LintFolder().Write("a.yaml", LintFolder.Pod($"{registry.Host}/model:1", $"  volumes: [{{name: one, image: {{reference: '{registry.Host}/model:1'}}}}, {{name: many, image: {{reference: '{registry.Host}/model:many'}}}}]\n"));
        var lines = folder.Run("pulls", "a.yaml", "--platform", "linux/arm64").Output.Split('\n').Where(line => line.Length > 0 && (line[0] != ' ' || line.Contains("kubelet:", StringComparison.Ordinal) || line.Contains("for:", StringComparison.Ordinal))).ToList();
        Assert.Equal(8, lines.Count);
        Assert.Equal($"failed  {registry.Host}/model:1  (platform)", lines[0]);
        Assert.Contains("exec format error", lines[1], StringComparison.Ordinal);
        Assert.EndsWith("Pod 'web': web", lines[2], StringComparison.Ordinal);
        Assert.StartsWith($"ok      {registry.Host}/model:1  ", lines[3], StringComparison.Ordinal);
        Assert.Equal($"failed  {registry.Host}/model:many  (platform)", lines[4]);
        Assert.EndsWith("no match for platform in manifest: not found", lines[5], StringComparison.Ordinal);
        Assert.EndsWith("Pod 'web': many", lines[6], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'Foo:::'", "correct the tag: up to 128 letters, digits, '_', '.' and '-'")]
    [InlineData("Foo@sha256:1", "correct the digest: sha256: and 64 lowercase hex digits")]
    [InlineData("Foo:1", "write the repository in lowercase")]
    public void Advice_FitsTheFault(string image, string advice)
    {
        using var folder = new LintFolder().Write("a.yaml", LintFolder.Pod(image));
        var ran = folder.Run("pulls", "a.yaml");
        Assert.Contains($"do:      {advice}\n", ran.Output, StringComparison.Ordinal);
        Assert.Equal(advice.Contains("lowercase hex", StringComparison.Ordinal) || advice.Contains("tag", StringComparison.Ordinal), ran.Output.Contains("invalid reference format\n", StringComparison.Ordinal));
    }

    // Whatever the registry: the one outcome has one stage and one message of the kubelet's.
    [Theory]
    [InlineData(403, "credentials", "NotAllowed", "unexpected status from HEAD request to https://HOST/v2/web/manifests/1: 403 Forbidden")]
    [InlineData(429, "rateLimit", "RateLimited", "unexpected status from HEAD request to https://HOST/v2/web/manifests/1: 429 Too Many Requests")]
    [InlineData(503, "http", "ServerError", "unexpected status from HEAD request to https://HOST/v2/web/manifests/1: 503 Service Unavailable")]
    [InlineData(418, "http", "Protocol", "unexpected status from HEAD request to https://HOST/v2/web/manifests/1: 418")]
    public async Task Refusal_HasItsStage(int status, string stage, string outcome, string words)
    {
        await using var registry = await TestRegistry.Start();
        registry.Auth = TestAuth.None;
        registry.Instead = context =>
        {
            context.Response.StatusCode = context.Request.Path == "/v2/" ? 200 : status;
            context.Response.Headers.RetryAfter = "3600";
            return Task.FromResult(true);
        };
        using var folder = new LintFolder().Write("a.yaml", LintFolder.Pod($"{registry.Host}/web:1", "  imagePullSecrets: [{name: reg}]\n")).Write("s.yaml", Secrets.Config("reg", (registry.Host, "ann", "x")));
        var ran = folder.Run("pulls", ".", "--format", "json");
        Assert.Equal(1, ran.ExitCode);
        Assert.Contains($"\"pulled\":false,\"stage\":\"{stage}\",\"outcome\":\"{outcome}\"", ran.Output, StringComparison.Ordinal);
        Assert.Contains(words.Replace("HOST", registry.Host, StringComparison.Ordinal), ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RegistryThatWantsToBeLeftAlone_IsNotAskedForTheNextImage()
    {
        await using var registry = await TestRegistry.Start();
        registry.Instead = context =>
        {
            context.Response.StatusCode = context.Request.Path == "/v2/" ? 200 : 429;
            context.Response.Headers.RetryAfter = "3600";
            return Task.FromResult(true);
        };
        using var folder = new LintFolder().Write("a.yaml", string.Join("---\n", Enumerable.Range(0, 200).Select(i => LintFolder.Pod($"{registry.Host}/web{i}:1"))));
        var ran = folder.Run("pulls", "a.yaml");
        Assert.Equal(1, ran.ExitCode);
        Assert.EndsWith("200 pulls: none can be made.\n", ran.Output, StringComparison.Ordinal);
        Assert.InRange(registry.Requests.Count(request => request.Contains("/manifests/", StringComparison.Ordinal)), 1, 16);
    }

    [Fact]
    public async Task RegistryThatHangs_IsWaitedForOnce()
    {
        await using var registry = await TestRegistry.Start();
        registry.Instead = async context =>
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };
        using var folder = new LintFolder().Write("a.yaml", string.Join("---\n", Enumerable.Range(0, 100).Select(i => LintFolder.Pod($"{registry.Host}/web{i}:1"))));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var ran = folder.Run("pulls", "a.yaml", "--timeout", "1", "-q");
        Assert.InRange(clock.Elapsed.TotalSeconds, 1, 30);
        Assert.Equal(100, ran.Output.Split('\n').Count(line => line.EndsWith("  (tcp)", StringComparison.Ordinal)));
        Assert.Contains($"why:     {registry.Host} did not answer within 1 s\n", ran.Output, StringComparison.Ordinal);
    }

    // One image that takes too long says nothing of the others.
    [Fact]
    public async Task ImageThatHangs_LeavesTheOthers()
    {
        await using var registry = await TestRegistry.Start();
        foreach (var name in new[] { "a", "b", "c" })
        {
            registry.PutImage(name, "1", "linux/amd64");
        }

        registry.Instead = async context =>
        {
            var isSlow = context.Request.Path.StartsWithSegments("/v2/b");
            if (isSlow)
            {
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            }

            return isSlow;
        };
        using var folder = new LintFolder().Write("a.yaml", string.Join("---\n", new[] { "a", "b", "c" }.Select(name => LintFolder.Pod($"{registry.Host}/{name}:1"))));
        var ran = folder.Run("pulls", "a.yaml", "--timeout", "1");
        Assert.Equal(
            ["ok", "failed", "ok"], ran.Output.Split('\n').Where(line => line.Length > 0 && line[0] != ' ').SkipLast(1).Select(line => line.Split(' ')[0]));
    }

    [Fact]
    public async Task RegistryThatCutsOff_IsTold()
    {
        await using var registry = await TestRegistry.Start();
        registry.Instead = context =>
        {
            var isManifest = context.Request.Path != "/v2/";
            if (isManifest)
            {
                context.Abort();
            }

            return Task.FromResult(isManifest);
        };
        using var folder = new LintFolder().Write("a.yaml", LintFolder.Pod($"{registry.Host}/web:1"));
        Assert.Contains("\"stage\":\"tcp\",\"outcome\":\"Connection\"", folder.Run("pulls", "a.yaml", "--format", "json").Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ImageThatNobodyPulls_IsNotAskedFor()
    {
        await using var registry = await TestRegistry.Start();
        using var folder = new LintFolder()
            .Write(".editorconfig", $"root = true\n[*.yaml]\nk8s_preloaded_images = {registry.Host}/web\n")
            .Write("a.yaml", LintFolder.Pod($"{registry.Host}/web:1", "    imagePullPolicy: Never\n"));
        Assert.Equal(new Ran(0, $"ok      {registry.Host}/web:1  (never pulled: the nodes are given it (k8s_preloaded_images))\n1 pull: nothing is in the way.\n", ""), folder.Run("pulls", "."));
        Assert.Empty(registry.Requests);
    }

    [Fact]
    public async Task SameImageWithOtherCredentials_IsAnotherPull()
    {
        await using var registry = await TestRegistry.Start();
        registry.Auth = TestAuth.Token;
        registry.PutImage("web", "1", "linux/amd64");
        using var folder = new LintFolder()
            .Write("a.yaml", string.Join("---\n",
                LintFolder.Pod($"{registry.Host}/web:1", "  imagePullSecrets: [{name: reg}]\n"), LintFolder.Pod($"{registry.Host}/web:1", "  imagePullSecrets: [{name: reg}]\n"), LintFolder.Pod($"{registry.Host}/web:1")))
            .Write("s.yaml", Secrets.Config("reg", (registry.Host, TestRegistry.User, TestRegistry.Password)));
        var ran = folder.Run("pulls", ".", "--format", "json");
        var lines = ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((1, 2), (ran.ExitCode, lines.Length));
        Assert.Contains("\"pulled\":true", lines[0] + lines[1], StringComparison.Ordinal);
        Assert.Contains("\"outcome\":\"CredentialsMissing\"", lines[0] + lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ScarceLimit_IsReported()
    {
        await using var registry = await TestRegistry.Start();
        registry.PutImage("web", "1", "linux/amd64");
        registry.Instead = context =>
        {
            context.Response.Headers["ratelimit-limit"] = "100;w=21600";
            context.Response.Headers["ratelimit-remaining"] = "7;w=21600";
            return Task.FromResult(false);
        };
        using var folder = new LintFolder().Write("a.yaml", LintFolder.Pod($"{registry.Host}/web:1"));
        Assert.Equal(new Ran(0, "", $"k8ssharp: {registry.Host}: 7 of 100 pulls in 6 h are left.\n"), folder.Run("pulls", "a.yaml", "-q"));
        Assert.Contains("\"rateLimit\":{\"remaining\":7,\"limit\":100,\"seconds\":21600}", folder.Run("pulls", "a.yaml", "--format", "json").Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ManyImages_TakeLittleTimeAndFewConnections()
    {
        await using var registry = await TestRegistry.Start();
        (registry.Auth, registry.IsPublic) = (TestAuth.Token, true);
        using var folder = new LintFolder();
        var text = new StringBuilder();
        for (var i = 0; i < 500; i++)
        {
            registry.PutImage($"app{i}", "1", "linux/amd64", "linux/arm64");
            text.Append(LintFolder.Pod($"{registry.Host}/app{i}:1")).Append("---\n");
        }

        folder.Write("a.yaml", text.ToString());
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var ran = folder.Run("pulls", "a.yaml", "--platform", "linux/arm64");
        Assert.EndsWith("500 pulls: nothing is in the way.\n", ran.Output, StringComparison.Ordinal);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 10);
        Assert.InRange(registry.MostConnections, 1, 16);
    }

    [Fact]
    public void Colors_AreThereWhereTheyMayBe()
    {
        using var folder = new LintFolder { HasColor = true }.Write("a.yaml", LintFolder.Pod("Web:1"));
        Assert.StartsWith("\e[31mfailed \e[0m Web:1  (reference)\n", folder.Run("pulls", "a.yaml").Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', folder.Run("pulls", "a.yaml", "--format", "json").Output);
        Assert.DoesNotContain('\e', folder.Run("images", "a.yaml").Output);
    }

    [Fact]
    public async Task Interruption_EndsIt()
    {
        await using var registry = await TestRegistry.Start();
        using var interrupted = new CancellationTokenSource();
        registry.Instead = async context =>
        {
            await interrupted.CancelAsync();
            context.Abort();
            return true;
        };
        using var folder = new LintFolder().Write("a.yaml", LintFolder.Pod($"{registry.Host}/web:1"));
        Assert.Equal(new Ran(130, "", "k8ssharp: cancelled.\n"), folder.Run(interrupted.Token, "pulls", "a.yaml"));
    }

    [Theory]
    [InlineData("pulls a.yaml --platform linux", "--platform: 'linux' is no platform: they are like linux/amd64 and linux/arm/v7.")]
    [InlineData("pulls a.yaml --timeout 0", "--timeout: '0' is no number of seconds from 1 to 3600.")]
    [InlineData("pulls a.yaml --format table", "--format: 'table' is none of text, json.")]
    [InlineData("pulls --cluster --crd x", "--cluster and manifests (PATH, --project, --environment, --crd) exclude each other.")]
    public void WrongLine_CannotRun(string line, string message)
    {
        using var folder = new LintFolder().Write("a.yaml", LintFolder.Pod("web:1"));
        Assert.Equal(new Ran(2, "", $"k8ssharp: {message}\nk8ssharp: 'k8ssharp pulls --help' tells more.\n"), folder.Run(line.Split(' ')));
    }
}
