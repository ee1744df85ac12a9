using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace K8sSharpManifests.Tool.Tests.Registry;

/// <summary>What a registry wants to be shown.</summary>
internal enum TestAuth
{
    None,
    Basic,
    Token,
}

/// <summary>A registry in this process, with the server of its tokens, that does what a test tells it.</summary>
internal sealed class TestRegistry : IAsyncDisposable
{
    public const string Index = "application/vnd.oci.image.index.v1+json";
    public const string ManifestList = "application/vnd.docker.distribution.manifest.list.v2+json";
    public const string User = "ann";
    public const string Password = "correct-horse";
    public const string IdentityToken = "refresh-me-quietly";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, (byte[] Body, string Type)> _manifests = new();
    private int _connections;
    private int _mostConnections;
    private int _tokens;

    private TestRegistry(WebApplication app) => _app = app;

    /// <summary>What it wants to be shown.</summary>
    public TestAuth Auth { get; set; }

    /// <summary>Whether anybody may pull, with a token that anybody gets.</summary>
    public bool IsPublic { get; set; }

    /// <summary>Whether it says the digest of what it gives.</summary>
    public bool SaysDigest { get; set; } = true;

    /// <summary>Does something else instead; says whether it has.</summary>
    public Func<HttpContext, Task<bool>>? Instead { get; set; }

    /// <summary>Method, path and the scheme of the authorization of each request.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>How many connections were open at a time.</summary>
    public int MostConnections => _mostConnections;

    /// <summary>How many tokens were given.</summary>
    public int Tokens => _tokens;

    /// <summary>Host and port.</summary>
    public string Host { get; private set; } = "";

    /// <summary>Starts one.</summary>
    public static async Task<TestRegistry> Start(X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        TestRegistry? registry = null;
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            listen.Use(next => async connection =>
            {
                var now = Interlocked.Increment(ref registry!._connections);
                InterlockedMax(ref registry._mostConnections, now);
                try
                {
                    await next(connection);
                }
                finally
                {
                    Interlocked.Decrement(ref registry._connections);
                }
            });
            if (certificate is not null)
            {
                listen.UseHttps(certificate);
            }
        }));
        var app = builder.Build();
        registry = new(app);
        app.Run(registry.Answer);
        await app.StartAsync(TestContext.Current.CancellationToken);
        registry.Host = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Authority;
        return registry;
    }

    /// <summary>Puts a manifest there.</summary>
    /// <returns>Its digest.</returns>
    public string Put(string repository, string tag, string content = "", string type = Index)
    {
        var body = Encoding.UTF8.GetBytes($"{{\"schemaVersion\":2,\"mediaType\":\"{type}\",\"manifests\":[],\"annotations\":{{\"x\":\"{content}\"}}}}");
        var digest = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(body));
        _manifests[$"/v2/{repository}/manifests/{tag}"] = (body, type);
        _manifests[$"/v2/{repository}/manifests/{digest}"] = (body, type);
        return digest;
    }

    /// <summary>Puts an image there for some platforms: one alone has a manifest with a configuration, several an index.</summary>
    /// <returns>Its digest.</returns>
    public string PutImage(string repository, string tag, params string[] platforms)
    {
        var images = platforms.Select(platform => Images.Of(platform)).ToList();
        foreach (var image in images)
        {
            _manifests[$"/v2/{repository}/blobs/{Images.Digest(image.Configuration)}"] = (image.Configuration, "application/octet-stream");
            _manifests[$"/v2/{repository}/manifests/{Images.Digest(image.Manifest)}"] = (image.Manifest, Images.ManifestType);
        }

        var (body, type) = images is [var only] ? (only.Manifest, Images.ManifestType) : (Images.IndexOf(images), Index);
        _manifests[$"/v2/{repository}/manifests/{tag}"] = (body, type);
        _manifests[$"/v2/{repository}/manifests/{Images.Digest(body)}"] = (body, type);
        return Images.Digest(body);
    }

    /// <summary>Takes something away, by its path behind the repository, such as <c>blobs/sha256:…</c>.</summary>
    public void Remove(Func<string, bool> isMeant)
    {
        foreach (var path in _manifests.Keys.Where(isMeant))
        {
            _manifests.TryRemove(path, out _);
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await _app.StopAsync(atOnce.Token);
        await _app.DisposeAsync();
    }

    private static void InterlockedMax(ref int place, int value)
    {
        for (var seen = place; seen < value;)
        {
            var before = Interlocked.CompareExchange(ref place, value, seen);
            if (before == seen)
            {
                return;
            }

            seen = before;
        }
    }

    private static string Basic => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}"));

    private async Task Answer(HttpContext context)
    {
        var authorization = context.Request.Headers.Authorization.ToString();
        Requests.Enqueue($"{context.Request.Method} {context.Request.Path} {authorization.Split(' ')[0]}".TrimEnd());
        if (Instead is { } instead && await instead(context))
        {
            return;
        }

        if (context.Request.Path == "/token")
        {
            await GiveToken(context, authorization);
        }
        else if (Auth != TestAuth.None && !MayPass(authorization))
        {
            context.Response.StatusCode = 401;
            context.Response.Headers.WWWAuthenticate = Auth == TestAuth.Basic ? "Basic realm=\"test\""
                : $"Bearer realm=\"http://{Host}/token\",service=\"test, \\\"quoted\\\"\",scope=\"repository:x:pull\"";
            await context.Response.WriteAsync("{\"errors\":[{\"code\":\"UNAUTHORIZED\",\"message\":\"authentication required\"}]}");
        }
        else if (context.Request.Path == "/v2/")
        {
            await context.Response.WriteAsync("{}");
        }
        else if (!_manifests.TryGetValue(context.Request.Path, out var manifest))
        {
            context.Response.StatusCode = 404;
            await context.Response.WriteAsync(context.Request.Method == "HEAD" ? "" : "{\"errors\":[{\"code\":\"MANIFEST_UNKNOWN\",\"message\":\"manifest unknown\"}]}");
        }
        else
        {
            context.Response.ContentType = manifest.Type;
            context.Response.ContentLength = manifest.Body.Length;
            if (SaysDigest)
            {
                context.Response.Headers["Docker-Content-Digest"] = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(manifest.Body));
            }

            await context.Response.Body.WriteAsync(context.Request.Method == "HEAD" ? Array.Empty<byte>() : manifest.Body);
        }
    }

    private bool MayPass(string authorization) => Auth == TestAuth.Basic ? authorization == Basic : authorization == $"Bearer token{_tokens}" || (authorization.StartsWith("Bearer token", StringComparison.Ordinal) && !RevokesTokens);

    /// <summary>Whether only the last token counts.</summary>
    public bool RevokesTokens { get; set; }

    private async Task GiveToken(HttpContext context, string authorization)
    {
        var isUser = context.Request.Method == "POST"
            ? (await context.Request.ReadFormAsync()) is var form && form["grant_type"] == "refresh_token" && form["refresh_token"] == IdentityToken && form["service"] == "test, \"quoted\""
            : authorization == Basic && context.Request.Query["service"] == "test, \"quoted\"";
        if (!isUser && !(IsPublic && authorization.Length == 0))
        {
            context.Response.StatusCode = 401;
            await context.Response.WriteAsync("{\"errors\":[{\"code\":\"UNAUTHORIZED\"}]}");
            return;
        }

        await context.Response.WriteAsync($"{{\"{(context.Request.Method == "POST" ? "access_token" : "token")}\":\"token{Interlocked.Increment(ref _tokens)}\",\"expires_in\":300}}");
    }
}
