using K8sSharpManifests.Tool.Tests.Cluster;
using K8sSharpManifests.Tool.Tests.Registry;

namespace K8sSharpManifests.Tool.Tests.Pulls;

public sealed class PullsOfClusterTests
{
    [Fact]
    public async Task PodsThatWait_ComeFirstWithTheirCauses()
    {
        await using var registry = await TestRegistry.Start();
        registry.Auth = TestAuth.Token;
        var digest = registry.PutImage("web", "1", "linux/amd64");
        await using var cluster = await TestCluster.Start();
        cluster
            .AddPod("fine", $"{registry.Host}/web:1", ",\"imagePullSecrets\":[{\"name\":\"right\"}]", "{\"containerStatuses\":[{\"name\":\"web\",\"image\":\"x\",\"imageID\":\"y\",\"ready\":true,\"restartCount\":0,\"state\":{\"running\":{}}}]}")
            .AddPod("typo", $"{registry.Host}/web:l", ",\"imagePullSecrets\":[{\"name\":\"right\"}]", TestCluster.Waiting("ImagePullBackOff", $"Back-off pulling image \"{registry.Host}/web:l\""))
            .AddPod("wrong", $"{registry.Host}/web:1", ",\"imagePullSecrets\":[{\"name\":\"wrong\"}]", TestCluster.Waiting("ErrImagePull", "x509: certificate signed by unknown authority"))
            .AddPod("tls", $"{registry.Host}/web:1", ",\"imagePullSecrets\":[{\"name\":\"right\"}]", TestCluster.Waiting("ErrImagePull", "tls: failed to verify certificate: x509: certificate signed by unknown authority"))
            .Add("secrets", Secrets.Json("right", "shop", (registry.Host, TestRegistry.User, TestRegistry.Password)))
            .Add("secrets", Secrets.Json("wrong", "shop", (registry.Host, TestRegistry.User, "guessed-cluster-password")))
            .Add("secrets", Secrets.Json("unrelated", "shop", (registry.Host, "x", "y")))
            .Add("events", Event("typo", "Normal", "Scheduled", "Successfully assigned", "2026-01-01T00:00:00Z"))
            .Add("events", Event("typo", "Warning", "Failed", $"Failed to pull image \"{registry.Host}/web:l\": not found", "2026-01-02T03:04:05Z", 14))
            .Add("events", Event("fine", "Normal", "Pulled", "of another pod", "2026-02-01T00:00:00Z"));
        using var folder = cluster.Folder();

        var ran = folder.Run("pulls", "--cluster", "-v");

        Assert.Equal(1, ran.ExitCode);
        Assert.Equal(
            $"""
            waiting shop/Pod/tls: web  ErrImagePull
                    image:   {registry.Host}/web:1
                    cause:   the node does not trust the registry's certificate, or gets no encrypted connection; from here it can be pulled, so it is about the node, or was put right since: the kubelet tries again within five minutes
                    said:    tls: failed to verify certificate: x509: certificate signed by unknown authority
            waiting shop/Pod/typo: web  ImagePullBackOff
                    image:   {registry.Host}/web:l
                    cause:   {registry.Host} has no 'web' with the tag 'l'
                    do:      push it, or name a tag or digest that is there
                    said:    Back-off pulling image "{registry.Host}/web:l"
                    event:   2026-01-02T03:04:05Z Failed (14 times): Failed to pull image "{registry.Host}/web:l": not found
            waiting shop/Pod/wrong: web  ErrImagePull
                    image:   {registry.Host}/web:1
                    cause:   {registry.Host} does not take the credentials of the Secret 'wrong'
                    cause:   at its last try the node said something else: the node does not trust the registry's certificate, or gets no encrypted connection
                    do:      put user name and password in the secret right; a token may have expired
                    said:    x509: certificate signed by unknown authority
            """,
            ran.Output[..ran.Output.IndexOf("\nok ", StringComparison.Ordinal)]);
        Assert.Contains($"ok      {registry.Host}/web:1  {digest}  linux/amd64\n        tried:   the Secret 'right': Found\n", ran.Output, StringComparison.Ordinal);
        Assert.EndsWith("3 pulls: 2 cannot be made; 3 containers wait.\n", ran.Output, StringComparison.Ordinal);

        // Secrets that no pod names are left alone, and no list of Secrets is asked for.
        Assert.DoesNotContain(cluster.Requests, request => request.Contains("unrelated", StringComparison.Ordinal) || request.EndsWith("/secrets", StringComparison.Ordinal));
        Assert.Equal(2, cluster.Requests.Count(request => request.Contains("/secrets/", StringComparison.Ordinal)));
        Assert.Equal(3, cluster.Requests.Count(request => request.Contains("/events?", StringComparison.Ordinal)));
        foreach (var secret in new[] { TestRegistry.Password, "guessed-cluster-password", TestCluster.Token })
        {
            Assert.DoesNotContain(secret, ran.Output + ran.Error, StringComparison.Ordinal);
            Assert.DoesNotContain(Secrets.Base64($"{TestRegistry.User}:{secret}"), ran.Output + ran.Error, StringComparison.Ordinal);
        }

        var json = folder.Run("pulls", "--cluster", "--format", "json").Output;
        Assert.Contains(
            $"\"waiting\":{{\"reason\":\"ImagePullBackOff\",\"message\":\"Back-off pulling image \\\"{registry.Host}/web:l\\\"\",\"causes\":[\"{registry.Host} has no 'web' with the tag 'l'\"],\"event\":{{\"time\":\"2026-01-02T03:04:05Z\",\"reason\":\"Failed\","
            + $"\"message\":\"Failed to pull image \\\"{registry.Host}/web:l\\\": not found\",\"count\":14}}}}",
            json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("InvalidImageName", "what the pod names is no image")]
    [InlineData("ErrImageNeverPull", "the node does not have the image, and may not pull it")]
    [InlineData("RegistryUnavailable", "from here it can be pulled")]
    [InlineData("SignatureValidationFailed", "the node does not take the image's signature")]
    [InlineData("ImageInspectError", "the container runtime cannot look at the images that the node has")]
    [InlineData("CrashLoopBackOff", null)]
    [InlineData("ContainerCreating", null)]
    public async Task ReasonsOfImages_AreTold(string reason, string? cause)
    {
        await using var registry = await TestRegistry.Start();
        registry.PutImage("web", "1", "linux/amd64");
        await using var cluster = (await TestCluster.Start()).AddPod("a", $"{registry.Host}/web:1", status: TestCluster.Waiting(reason, ""));
        using var folder = cluster.Folder();
        var ran = folder.Run("pulls", "--cluster", "-q");
        Assert.Equal(cause is null ? 0 : 1, ran.ExitCode);
        Assert.StartsWith(cause is null ? "" : $"waiting shop/Pod/a: web  {reason}\n        image:   {registry.Host}/web:1\n        cause:   {cause}", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecretsAndEventsThatMayNotBeRead_AreReported()
    {
        await using var registry = await TestRegistry.Start();
        registry.Auth = TestAuth.Token;
        registry.PutImage("web", "1", "linux/amd64");
        await using var cluster = await TestCluster.Start();
        cluster.AddPod("a", $"{registry.Host}/web:1", ",\"imagePullSecrets\":[{\"name\":\"reg\"}]", TestCluster.Waiting("ErrImagePull", "")).Refuse("secrets", message: "secrets \"reg\" is forbidden").Refuse("events", message: "events is forbidden");
        using var folder = cluster.Folder();
        var ran = folder.Run("pulls", "--cluster", "-q");
        Assert.Equal(
            (1, "k8ssharp: the context 'test' may not list events in the namespace 'shop': events is forbidden\nk8ssharp: the context 'test' may not read the Secret 'shop/reg': secrets \"reg\" is forbidden\n"), (ran.ExitCode, ran.Error));
        Assert.Contains("why:     " + registry.Host + " wants credentials for it, or has no such repository; the Secret 'reg' may not be read\n", ran.Output, StringComparison.Ordinal);
        Assert.Contains("do:      have it checked by who may read the Secret 'shop/reg' (the verb get for secrets): nobody else knows whether it helps\n", ran.Output, StringComparison.Ordinal);
    }

    // A node repeats what a registry or a proxy has said.
    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public async Task CredentialsInWhatTheNodeSaid_AreNotShown(string format)
    {
        const string Said = "Head \"https://robot:never-shown@ghcr.io/v2/\": Bearer never-shown-token, eyJhbGciOiJub25lIn0.eyJuZXZlciI6InNob3duIn0.x: 401 Unauthorized";
        await using var cluster = await TestCluster.Start();
        cluster.AddPod("a", "Web:1", status: TestCluster.Waiting("ErrImagePull", Said)).Add("events", Event("a", "Warning", "Failed", Said, "2026-01-02T03:04:05Z"));
        using var folder = cluster.Folder();
        var ran = folder.Run("pulls", "--cluster", "-v", "--format", format);
        Assert.Equal(1, ran.ExitCode);
        Assert.DoesNotContain("never", ran.Output + ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("eyJ", ran.Output + ran.Error, StringComparison.Ordinal);
        Assert.Contains("Bearer ***, ***: 401 Unauthorized", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("never", folder.Run("images", "--cluster", "--format", "csv").Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecretThatIsNotThere_IsTold()
    {
        await using var registry = await TestRegistry.Start();
        registry.Auth = TestAuth.Token;
        registry.PutImage("web", "1", "linux/amd64");
        await using var cluster = (await TestCluster.Start()).AddPod("a", $"{registry.Host}/web:1", ",\"imagePullSecrets\":[{\"name\":\"reg\"}]");
        using var folder = cluster.Folder();
        Assert.Contains("; the Secret 'reg' is not in the pod's namespace\n", folder.Run("pulls", "--cluster").Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ImageThatRunsAndIsNeverPulled_IsThere()
    {
        await using var cluster = await TestCluster.Start();
        cluster.AddPod("a", "web:1", policy: "Never", status: "{\"containerStatuses\":[{\"name\":\"web\",\"image\":\"x\",\"imageID\":\"y\",\"ready\":true,\"restartCount\":0,\"state\":{\"running\":{}}}]}");
        using var folder = cluster.Folder();
        Assert.Equal(new Ran(0, "ok      docker.io/library/web:1  (never pulled: a container runs from it)\n1 pull: nothing is in the way.\n", ""), folder.Run("pulls", "--cluster"));
    }

    private static string Event(string pod, string type, string reason, string message, string time, int count = 1) =>
        $"{{\"metadata\":{{\"name\":\"{pod}.{time}\",\"namespace\":\"shop\"}},\"involvedObject\":{{\"kind\":\"Pod\",\"name\":\"{pod}\",\"namespace\":\"shop\",\"uid\":\"uid-shop-{pod}\"}},"
        + $"\"type\":\"{type}\",\"reason\":\"{reason}\",\"message\":{System.Text.Json.JsonSerializer.Serialize(message)},\"count\":{count},\"lastTimestamp\":\"{time}\"}}";
}
