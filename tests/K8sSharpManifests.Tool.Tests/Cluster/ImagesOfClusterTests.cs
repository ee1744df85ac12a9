using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace K8sSharpManifests.Tool.Tests.Cluster;

public sealed class ImagesOfClusterTests
{
    [Fact]
    public async Task Pods_AreListedWithTheirStates()
    {
        await using var cluster = await TestCluster.Start();
        cluster
            .AddPod("web", "web:latest", ",\"imagePullSecrets\":[{\"name\":\"reg\"}]", TestCluster.Waiting("ImagePullBackOff", "Back-off pulling image \"web:latest\""), policy: "Always")
            .AddPod("api", "ghcr.io/acme/api:1", status: "{\"containerStatuses\":[{\"name\":\"web\",\"image\":\"x\",\"imageID\":\"y\",\"ready\":true,\"restartCount\":3,\"state\":{\"running\":{\"startedAt\":\"2026-01-01T00:00:00Z\"}}}]}")
            .Add("pods", """
                {"metadata":{"name":"job","namespace":"shop"},
                 "spec":{"initContainers":[{"name":"prepare","image":"prepare:1","imagePullPolicy":"IfNotPresent"}],"containers":[{"name":"run","image":"run:1","imagePullPolicy":"IfNotPresent"}],
                         "ephemeralContainers":[{"name":"debug","image":"busybox:1","imagePullPolicy":"IfNotPresent"}],"volumes":[{"name":"model","image":{"reference":"model:1","pullPolicy":"Always"}}]},
                 "status":{"initContainerStatuses":[{"name":"prepare","image":"x","imageID":"","ready":false,"restartCount":0,"state":{"terminated":{"exitCode":1,"reason":"Error","message":"no\u001b[31m disk"}}}],
                           "ephemeralContainerStatuses":[{"name":"debug","image":"x","imageID":"","ready":false,"restartCount":0,"state":{"running":{}}}]}}
                """)
            .AddPod("elsewhere", "x:1", ns: "other");
        using var folder = cluster.Folder();

        var ran = folder.Run("images", "--cluster");

        Assert.Equal(
            """
            NAMESPACE  OBJECT   CONTAINER          IMAGE                         WRITTEN       POLICY                   PULL SECRETS  DIGEST  STATE                      RESTARTS
            shop       Pod/api  web                ghcr.io/acme/api:1            IfNotPresent  IfNotPresent: as stored  -             no      Running                    3
            shop       Pod/job  prepare (init)     docker.io/library/prepare:1   IfNotPresent  IfNotPresent: as stored  -             no      Terminated: Error          0
            shop       Pod/job  run                docker.io/library/run:1       IfNotPresent  IfNotPresent: as stored  -             no      -                          -
            shop       Pod/job  debug (ephemeral)  docker.io/library/busybox:1   IfNotPresent  IfNotPresent: as stored  -             no      Running                    0
            shop       Pod/job  model (volume)     docker.io/library/model:1     Always        Always: as stored        -             no      -                          -
            shop       Pod/web  web                docker.io/library/web:latest  Always        Always: as stored        reg (pod)     no      Waiting: ImagePullBackOff  0

            """,
            ran.Output);
        Assert.Equal((0, "6 containers, 6 images; 0 by digest, 2 always pulled.\n"), (ran.ExitCode, ran.Error));
        Assert.Contains(
            "\"state\":{\"name\":\"Waiting\",\"reason\":\"ImagePullBackOff\",\"message\":\"Back-off pulling image \\\"web:latest\\\"\",\"restarts\":0}",
            folder.Run("images", "--cluster", "--format", "json").Output, StringComparison.Ordinal);

        // Nothing else is asked for.
        Assert.All(cluster.Requests, request => Assert.StartsWith("/api/v1/namespaces/shop/pods?limit=500", request, StringComparison.Ordinal));
        Assert.Equal("elsewhere", folder.Run("images", "--cluster", "-n", "other", "--format", "csv").Output.Split('\n')[1].Split(',')[2]["Pod/".Length..]);
    }

    [Fact]
    public async Task ManyPods_AreReadInPages()
    {
        await using var cluster = await TestCluster.Start();
        for (var i = 0; i < 25; i++)
        {
            cluster.AddPod($"p{i:00}", $"web:{i}", ns: $"ns{i % 3}");
        }

        cluster.PageSize = 10;
        using var folder = cluster.Folder();
        var ran = folder.Run("images", "--cluster", "-A", "-l", "app in (web)", "--format", "csv");
        Assert.Equal(26, ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(3, cluster.Requests.Count);
        Assert.All(cluster.Requests, request => Assert.Contains("labelSelector=app%20in%20%28web%29", request, StringComparison.Ordinal));

        // A token that has run out begins the list again, and nothing stands there twice.
        cluster.Gone = 1;
        Assert.Equal(ran, folder.Run("images", "--cluster", "-A", "-l", "app in (web)", "--format", "csv"));
        cluster.Gone = 5;
        Assert.Equal(
            new Ran(2, "", $"k8ssharp: the cluster at {cluster.Address} does not list pods in all namespaces: status 410: The provided continue parameter is too old\n"),
            folder.Run("images", "--cluster", "-A"));
    }

    [Fact]
    public async Task Workloads_AreListedOnDemand()
    {
        await using var cluster = await TestCluster.Start();
        const string Template = "\"template\":{\"metadata\":{},\"spec\":{\"serviceAccountName\":\"puller\",\"containers\":[{\"name\":\"web\",\"image\":\"web:1\",\"imagePullPolicy\":\"IfNotPresent\"}]}}";
        cluster.Add("deployments", $"{{\"metadata\":{{\"name\":\"web\",\"namespace\":\"shop\"}},\"spec\":{{\"selector\":{{}},{Template}}}}}")
            .Add("replicasets", $"{{\"metadata\":{{\"name\":\"web-1\",\"namespace\":\"shop\",\"ownerReferences\":[{{\"apiVersion\":\"apps/v1\",\"kind\":\"Deployment\",\"name\":\"web\",\"uid\":\"1\",\"controller\":true}}]}},\"spec\":{{\"selector\":{{}},{Template}}}}}")
            .Add("cronjobs", $"{{\"metadata\":{{\"name\":\"night\",\"namespace\":\"shop\"}},\"spec\":{{\"schedule\":\"@daily\",\"jobTemplate\":{{\"spec\":{{{Template}}}}}}}}}")
            .Add("serviceaccounts", "{\"metadata\":{\"name\":\"puller\",\"namespace\":\"shop\"},\"imagePullSecrets\":[{\"name\":\"reg\"}]}")
            .AddPod("web-1-x", "web:1");
        using var folder = cluster.Folder();
        Assert.Equal(
            """
            NAMESPACE  OBJECT          CONTAINER  IMAGE                    WRITTEN       POLICY                   PULL SECRETS                 DIGEST  STATE  RESTARTS
            shop       CronJob/night   web        docker.io/library/web:1  IfNotPresent  IfNotPresent: as stored  reg (ServiceAccount/puller)  no      -      -
            shop       Deployment/web  web        docker.io/library/web:1  IfNotPresent  IfNotPresent: as stored  reg (ServiceAccount/puller)  no      -      -
            shop       Pod/web-1-x     web        docker.io/library/web:1  IfNotPresent  IfNotPresent: as stored  -                            no      -      -

            """,
            folder.Run("images", "--cluster", "--workloads").Output);
    }

    [Fact]
    public async Task WhatTheClusterRefuses_IsTold()
    {
        await using var cluster = await TestCluster.Start();
        cluster.Refuse("pods");
        using var folder = cluster.Folder();
        Assert.Equal(
            new Ran(2, "", "k8ssharp: the context 'test' may not list pods in the namespace 'shop': pods is forbidden: User \"ann\" cannot list resource \"pods\"\n"), folder.Run("images", "--cluster"));
        cluster.Refuse("pods", 500, "InternalError", "etcdserver: request timed out");
        Assert.Equal(new Ran(2, "", $"k8ssharp: the cluster at {cluster.Address} does not list pods in all namespaces: status 500: etcdserver: request timed out\n"), folder.Run("images", "--cluster", "-A"));
        folder.Write("kubeconfig", cluster.Kubeconfig().Replace(TestCluster.Token, "wrong-token", StringComparison.Ordinal));
        Assert.Equal(new Ran(2, "", $"k8ssharp: the cluster at {cluster.Address} does not take the credentials of the context 'test': Unauthorized\n"), folder.Run("images", "--cluster"));
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("3600", 2)]
    [InlineData("Thu, 01 Jan 2026 00:00:00 GMT", 0)]
    [InlineData("Thu, 31 Dec 2099 00:00:00 GMT", 2)]
    [InlineData("soon", 2)]
    public async Task ClusterThatIsBusy_IsAskedAgain(string retryAfter, int exitCode)
    {
        await using var cluster = (await TestCluster.Start()).AddPod("a", "a:1");
        var left = 3;
        cluster.Instead = async context =>
        {
            if (left-- <= 0)
            {
                return false;
            }

            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = retryAfter;
            await context.Response.WriteAsync("{\"kind\":\"Status\",\"message\":\"too many requests, please try again later\"}");
            return true;
        };
        using var folder = cluster.Folder();
        var ran = folder.Run("images", "--cluster", "-q");
        Assert.Equal((exitCode, exitCode == 0 ? "" : $"k8ssharp: the cluster at {cluster.Address} does not list pods in the namespace 'shop': status 429: too many requests, please try again later\n"), (ran.ExitCode, ran.Error));
        Assert.Equal(exitCode == 0 ? 4 : 1, cluster.Requests.Count);
    }

    [Fact]
    public async Task ClusterThatDoesNotAnswer_IsTold()
    {
        string address;
        await using (var cluster = await TestCluster.Start())
        {
            address = cluster.Address;
            using var folder = cluster.Folder();
            cluster.Instead = async context =>
            {
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                return true;
            };
            Assert.Equal(new Ran(2, "", $"k8ssharp: the cluster at {address} did not answer within 1 s.\n"), folder.Run("images", "--cluster", "--timeout", "1"));

            // Nor one that begins, and never ends.
            cluster.Instead = async context =>
            {
                await context.Response.WriteAsync("{\"kind\":");
                await context.Response.Body.FlushAsync();
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                return true;
            };
            Assert.Equal(new Ran(2, "", $"k8ssharp: the cluster at {address} did not answer within 1 s.\n"), folder.Run("images", "--cluster", "--timeout", "1"));
            cluster.Instead = async context =>
            {
                await context.Response.WriteAsync("<html>");
                return true;
            };
            Assert.Equal(new Ran(2, "", $"k8ssharp: what answers at {address} is no API server of Kubernetes.\n"), folder.Run("images", "--cluster"));
        }

        using var gone = new LintFolder().Write("config", $"apiVersion: v1\ncurrent-context: x\nclusters: [{{name: c, cluster: {{server: '{address}'}}}}]\ncontexts: [{{name: x, context: {{cluster: c, user: u}}}}]\nusers: [{{name: u, user: {{token: t}}}}]\n");
        Assert.Equal(new Ran(2, "", $"k8ssharp: the cluster at {address} cannot be reached: Connection refused\n"), gone.Run("images", "--cluster", "--kubeconfig", "config"));
    }

    [Fact]
    public async Task ClusterThatIsNotTrusted_IsTold()
    {
        using var certificate = Certificates.Make("127.0.0.1");
        await using var cluster = await TestCluster.Start(certificate);
        using var folder = cluster.Folder();
        var ran = folder.Run("images", "--cluster");
        Assert.Equal((2, ""), (ran.ExitCode, ran.Output));
        Assert.Equal($"k8ssharp: the cluster at {cluster.Address} cannot be reached: its certificate is signed by nobody whom this machine trusts\n", ran.Error);
    }

    [Fact]
    public async Task Interruption_EndsIt()
    {
        await using var cluster = await TestCluster.Start();
        using var folder = cluster.Folder();
        using var interrupted = new CancellationTokenSource();
        cluster.Instead = async context =>
        {
            await interrupted.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };
        Assert.Equal(new Ran(130, "", "k8ssharp: cancelled.\n"), folder.Run(interrupted.Token, "images", "--cluster"));
    }

    // A definition of its own, or an API server that is none of Kubernetes' own, may give what ours never does.
    [Theory]
    [InlineData("{\"kind\":\"PodList\",\"items\":null}")]
    [InlineData("{\"kind\":\"PodList\",\"metadata\":null}")]
    [InlineData("{\"kind\":\"PodList\",\"items\":[null,{},{\"metadata\":{\"name\":\"a\"}},{\"metadata\":{\"name\":\"b\"},\"spec\":null,\"status\":null}]}")]
    [InlineData("{\"kind\":\"PodList\",\"items\":[{\"metadata\":{\"name\":\"a\"},\"spec\":{\"containers\":null,\"volumes\":[null],\"imagePullSecrets\":[null,{}]},\"status\":{\"containerStatuses\":[{\"state\":null}]}}]}")]
    public async Task ObjectsThatLackWhatTheyHave_AreNoFault(string list)
    {
        await using var cluster = await TestCluster.Start();
        cluster.Instead = async context =>
        {
            await context.Response.WriteAsync(list);
            return true;
        };
        using var folder = cluster.Folder();
        Assert.Equal(new Ran(0, "", "k8ssharp: there is no container in what was given.\n"), folder.Run("images", "--cluster", "--workloads"));
        Assert.Equal(new Ran(0, "0 pulls: nothing is in the way.\n", ""), folder.Run("pulls", "--cluster"));
    }

    [Theory]
    [InlineData("{\"metadata\":{\"continue\":\"again\"},\"items\":[{\"metadata\":{\"name\":\"a\"}}]}", "one that was there before")]
    [InlineData("{\"metadata\":{\"continue\":\"NUMBER\"},\"items\":[]}", "another one without anything in it")]
    public async Task ListThatNeverEnds_IsTold(string page, string why)
    {
        await using var cluster = await TestCluster.Start();
        var number = 0;
        cluster.Instead = async context =>
        {
            await context.Response.WriteAsync(page.Replace("NUMBER", $"{number++}", StringComparison.Ordinal));
            return true;
        };
        using var folder = cluster.Folder();
        Assert.Equal(
            new Ran(2, "", $"k8ssharp: the cluster at {cluster.Address} does not list pods in the namespace 'shop': the list never ends, since a page leads to {why}.\n"), folder.Run("images", "--cluster"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{")]
    public async Task AnswerThatIsCut_IsTold(string begun)
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var cut = Task.Run(async () =>
        {
            while (true)
            {
                using var client = await server.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
                await client.GetStream().ReadAtLeastAsync(new byte[4096], 100, throwOnEndOfStream: false, TestContext.Current.CancellationToken);
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(begun), TestContext.Current.CancellationToken);
            }
        }, TestContext.Current.CancellationToken);
        var address = $"http://{server.LocalEndpoint}";
        using var folder = new LintFolder().Write("config", $"current-context: x\nclusters: [{{name: c, cluster: {{server: '{address}'}}}}]\ncontexts: [{{name: x, context: {{cluster: c}}}}]\n");
        Assert.Equal(
            new Ran(2, "", $"k8ssharp: the cluster at {address} has cut the connection before its answer had ended: try again, or see to what is in between, such as a proxy.\n"), folder.Run("images", "--cluster", "--kubeconfig", "config"));
        server.Stop();
        await Assert.ThrowsAnyAsync<Exception>(() => cut);
    }
}
