using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace K8sSharpManifests.Tool.Tests.Cluster;

/// <summary>The part of an API server that is read from, in this process: lists in pages, single objects, and answers of kind Status.</summary>
internal sealed class TestCluster : IAsyncDisposable
{
    public const string Token = "cluster-token-that-nobody-sees";

    private readonly WebApplication _app;
    private readonly List<(string Resource, JsonObject Object)> _objects = [];
    private readonly ConcurrentDictionary<string, (int Status, string Reason, string Message)> _refused = new();

    private TestCluster(WebApplication app) => _app = app;

    /// <summary>How many objects are in a page at most, whatever limit is asked for.</summary>
    public int PageSize { get; set; } = int.MaxValue;

    /// <summary>How often a token for the next page has run out.</summary>
    public int Gone { get; set; }

    /// <summary>Does something else instead; says whether it has.</summary>
    public Func<HttpContext, Task<bool>>? Instead { get; set; }

    /// <summary>Path and query of each request.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>The address.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Starts one.</summary>
    public static async Task<TestCluster> Start(X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            if (certificate is not null)
            {
                listen.UseHttps(certificate);
            }
        }));
        var app = builder.Build();
        var cluster = new TestCluster(app);
        app.Run(cluster.Answer);
        await app.StartAsync(TestContext.Current.CancellationToken);
        cluster.Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return cluster;
    }

    /// <summary>Puts an object there.</summary>
    /// <param name="resource">What its kind is called in paths, such as <c>pods</c>.</param>
    /// <param name="json">The object.</param>
    public TestCluster Add(string resource, string json)
    {
        _objects.Add((resource, (JsonObject)JsonNode.Parse(json)!));
        return this;
    }

    /// <summary>A pod with one container.</summary>
    public TestCluster AddPod(string name, string image, string more = "", string status = "{}", string ns = "shop", string policy = "IfNotPresent", string labels = "{}") => Add(
        "pods",
        $$"""
        {"metadata":{"name":"{{name}}","namespace":"{{ns}}","uid":"uid-{{ns}}-{{name}}","labels":{{labels}}},
         "spec":{"serviceAccountName":"default","containers":[{"name":"web","image":"{{image}}","imagePullPolicy":"{{policy}}"}]{{more}}},"status":{{status}}}
        """);

    /// <summary>The status of a pod whose container <c>web</c> waits.</summary>
    public static string Waiting(string reason, string message, int restarts = 0) =>
        "{\"phase\":\"Pending\",\"containerStatuses\":[{\"name\":\"web\",\"image\":\"x\",\"imageID\":\"\",\"ready\":false,"
        + $"\"restartCount\":{restarts},\"state\":{{\"waiting\":{{\"reason\":\"{reason}\",\"message\":{System.Text.Json.JsonSerializer.Serialize(message)}}}}}}}]}}";

    /// <summary>Refuses what is asked of a resource.</summary>
    public TestCluster Refuse(string resource, int status = 403, string reason = "Forbidden", string? message = null)
    {
        _refused[resource] = (status, reason, message ?? $"{resource} is forbidden: User \"ann\" cannot list resource \"{resource}\"");
        return this;
    }

    /// <summary>The kubeconfig for it.</summary>
    public string Kubeconfig(string context = "test", string ns = "shop") =>
        $"""
        apiVersion: v1
        kind: Config
        current-context: {context}
        clusters: [{"{"}name: c-{context}, cluster: {"{"}server: '{Address}'{"}"}{"}"}]
        users: [{"{"}name: u-{context}, user: {"{"}token: {Token}{"}"}{"}"}]
        contexts: [{"{"}name: {context}, context: {"{"}cluster: c-{context}, user: u-{context}, namespace: {ns}{"}"}{"}"}]

        """;

    /// <summary>A folder whose KUBECONFIG leads to it.</summary>
    public LintFolder Folder()
    {
        var folder = new LintFolder().Write("kubeconfig", Kubeconfig());
        folder.Variables["KUBECONFIG"] = Path.Combine(folder.FullPath, "kubeconfig");
        return folder;
    }

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await _app.StopAsync(atOnce.Token);
        await _app.DisposeAsync();
    }

    private async Task Answer(HttpContext context)
    {
        Requests.Enqueue(context.Request.Path + context.Request.QueryString.Value);
        if (Instead is { } instead && await instead(context))
        {
            return;
        }

        if (context.Request.Headers.Authorization != $"Bearer {Token}")
        {
            await Status(context, 401, "Unauthorized", "Unauthorized");
            return;
        }

        // /api/v1/pods, /api/v1/namespaces/shop/pods, /api/v1/namespaces/shop/secrets/db, /apis/apps/v1/…
        var parts = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(context.Request.Path.StartsWithSegments("/apis") ? 3 : 2).ToList();
        var ns = parts[0] == "namespaces" && parts.Count > 2 ? parts[1] : null;
        parts = ns is null ? parts : parts[2..];
        if (_refused.TryGetValue(parts[0], out var refused))
        {
            await Status(context, refused.Status, refused.Reason, refused.Message);
            return;
        }

        var found = _objects.Where(o => o.Resource == parts[0] && (ns is null || Text(o.Object, "namespace") == ns)).Select(o => o.Object).ToList();
        if (parts.Count == 1)
        {
            await List(context, found);
        }
        else if (found.Find(o => Text(o, "name") == parts[1]) is { } named)
        {
            await Write(context, 200, named.ToJsonString());
        }
        else
        {
            await Status(context, 404, "NotFound", $"{parts[0]} \"{parts[1]}\" not found");
        }
    }

    private async Task List(HttpContext context, List<JsonObject> found)
    {
        var query = context.Request.Query;
        var fields = query["fieldSelector"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries).Select(field => field.Split('=')).ToList();
        var selected = found.Where(o => fields.TrueForAll(field => Field(o, field[0]) == field[1])).ToList();
        var start = int.TryParse(query["continue"], NumberStyles.None, CultureInfo.InvariantCulture, out var token) ? token : 0;
        if (start > 0 && Gone > 0)
        {
            Gone--;
            await Status(context, 410, "Expired", "The provided continue parameter is too old");
            return;
        }

        var size = Math.Min(PageSize, int.TryParse(query["limit"], NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit : int.MaxValue);
        var page = selected.Skip(start).Take(size).ToList();
        var next = start + page.Count < selected.Count ? $"\"continue\":\"{start + page.Count}\"," : "";
        await Write(context, 200, $"{{\"kind\":\"List\",\"apiVersion\":\"v1\",\"metadata\":{{{next}\"resourceVersion\":\"1\"}},\"items\":[{string.Join(',', page.Select(o => o.ToJsonString()))}]}}");
    }

    private static string Text(JsonObject o, string key) => o["metadata"]?[key]?.GetValue<string>() ?? "";

    private static string Field(JsonObject o, string path) => path.Split('.').Aggregate((JsonNode?)o, (node, key) => node?[key])?.GetValue<string>() ?? "";

    private static Task Status(HttpContext context, int code, string reason, string message) => Write(
        context, code, $"{{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"metadata\":{{}},\"status\":\"Failure\",\"message\":{System.Text.Json.JsonSerializer.Serialize(message)},\"reason\":\"{reason}\",\"code\":{code}}}");

    private static Task Write(HttpContext context, int code, string json)
    {
        context.Response.StatusCode = code;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    }
}
