using System.Net;
using K8sSharpManifests.Core;
using K8sSharpManifests.Tool.Registry;
using Microsoft.AspNetCore.Http;

namespace K8sSharpManifests.Tool.Tests.Registry;

public sealed class RegistryClientTests
{
    private static readonly RegistryOptions Fast = new() { Timeout = TimeSpan.FromSeconds(10), RetryDelay = TimeSpan.FromMilliseconds(5), Proxy = new WebProxy() };

    private static readonly RegistryLogin Ann = RegistryLogin.Password("the Secret 'regcred'", TestRegistry.User, TestRegistry.Password);

    [Theory]
    [InlineData(TestRegistry.Index, true, 1)]
    [InlineData(TestRegistry.ManifestList, true, 1)]
    [InlineData("application/vnd.oci.image.manifest.v1+json", true, 1)]
    [InlineData("application/vnd.docker.distribution.manifest.v2+json", true, 1)]
    [InlineData(TestRegistry.Index, false, 2)]
    public async Task Tag_HasADigest(string type, bool saysDigest, int requests)
    {
        await using var registry = await TestRegistry.Start();
        registry.SaysDigest = saysDigest;
        var digest = registry.Put("acme/web", "1.4.2", type: type);
        Assert.Equal(new RegistryAnswer(RegistryOutcome.Found, "") { Digest = digest, MediaType = type }, await Resolve(registry, "acme/web:1.4.2"));
        Assert.Equal(requests, registry.Requests.Count(r => r.Contains("/manifests/", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(TestAuth.Basic)]
    [InlineData(TestAuth.Token)]
    internal async Task PrivateImage_WantsItsCredentials(TestAuth auth)
    {
        await using var registry = await TestRegistry.Start();
        registry.Auth = auth;
        var digest = registry.Put("acme/web", "1");
        Assert.Equal((RegistryOutcome.Found, digest), await Outcome(registry, Ann));
        Assert.Equal(RegistryOutcome.CredentialsMissing, (await Outcome(registry, RegistryLogin.Anonymous)).Outcome);
        Assert.Equal(RegistryOutcome.CredentialsWrong, (await Outcome(registry, RegistryLogin.Password("x", "ann", "wrong"))).Outcome);
        Assert.Equal(
            auth == TestAuth.Basic ? (RegistryOutcome.CredentialsWrong, null) : (RegistryOutcome.Found, digest),
            await Outcome(registry, RegistryLogin.IdentityToken("x", TestRegistry.IdentityToken)));
        Assert.Equal(RegistryOutcome.CredentialsWrong, (await Outcome(registry, RegistryLogin.IdentityToken("x", "wrong"))).Outcome);
        Assert.Equal(RegistryOutcome.CredentialsWrong, (await Outcome(registry, RegistryLogin.RegistryToken("x", "wrong"))).Outcome);
    }

    [Fact]
    public async Task PublicImage_NeedsATokenOfNobody()
    {
        await using var registry = await TestRegistry.Start();
        (registry.Auth, registry.IsPublic) = (TestAuth.Token, true);
        Assert.Equal((RegistryOutcome.Found, registry.Put("acme/web", "1")), await Outcome(registry, RegistryLogin.Anonymous));
    }

    [Fact]
    public async Task TagsOfARepository_ShareAToken()
    {
        await using var registry = await TestRegistry.Start();
        registry.Auth = TestAuth.Token;
        using var client = new RegistryClient(Fast);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(async i =>
        {
            var digest = registry.Put("acme/web", $"{i}", $"{i}");
            Assert.Equal(digest, (await client.Resolve(Image(registry, $"acme/web:{i}"), Ann, TestContext.Current.CancellationToken)).Digest);
        }));
        Assert.Equal(1, registry.Tokens);
    }

    [Fact]
    public async Task TokenThatIsNotTakenAnyMore_IsReplacedOnce()
    {
        await using var registry = await TestRegistry.Start();
        (registry.Auth, registry.RevokesTokens) = (TestAuth.Token, true);
        registry.Put("acme/web", "1");
        registry.Put("acme/other", "1");
        using var client = new RegistryClient(Fast);
        foreach (var image in new[] { "acme/web:1", "acme/other:1", "acme/web:1" })
        {
            Assert.Equal(RegistryOutcome.Found, (await client.Resolve(Image(registry, image), Ann, TestContext.Current.CancellationToken)).Outcome);
        }

        Assert.Equal(3, registry.Tokens);
    }

    [Theory]
    [InlineData(404, RegistryOutcome.NotFound, "has no 'acme/web' with the tag '1'", 1)]
    [InlineData(403, RegistryOutcome.NotAllowed, "does not let the credentials of the Secret 'regcred' pull it, or has no such repository", 1)]
    [InlineData(401, RegistryOutcome.Protocol, "wants credentials, and does not say which", 2)]
    [InlineData(418, RegistryOutcome.Protocol, "does not answer as a registry does: status 418: DENIED go *** away", 2)]
    [InlineData(429, RegistryOutcome.RateLimited, "has had too many requests", 4)]
    [InlineData(500, RegistryOutcome.ServerError, "fails with status 500", 4)]
    [InlineData(503, RegistryOutcome.ServerError, "fails with status 503", 4)]
    internal async Task Refusal_IsTold(int status, RegistryOutcome outcome, string message, int requests)
    {
        await using var registry = await TestRegistry.Start();
        var said = $"{{\"errors\":[{{\"code\":\"DENIED\",\"message\":\"go {TestRegistry.Password}\\u001baway\"}}]}}";
        registry.Instead = async context =>
        {
            context.Response.StatusCode = status;
            await context.Response.WriteAsync(context.Request.Method == "HEAD" ? "" : said);
            return true;
        };
        var answer = await Resolve(registry, "acme/web:1", Ann);
        Assert.Equal(outcome, answer.Outcome);
        Assert.StartsWith($"{registry.Host} {message}", answer.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(TestRegistry.Password, answer.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', answer.Message);
        Assert.Equal(requests, registry.Requests.Count(r => r.Contains("/manifests/", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(429, "0")]
    [InlineData(503, null)]
    [InlineData(-1, null)]
    public async Task WhatPasses_IsAskedAgain(int status, string? retryAfter)
    {
        await using var registry = await TestRegistry.Start();
        var digest = registry.Put("acme/web", "1");
        var left = 2;
        registry.Instead = context =>
        {
            if (context.Request.Path == "/v2/" || Interlocked.Decrement(ref left) < 0)
            {
                return Task.FromResult(false);
            }

            if (status < 0)
            {
                context.Abort();
                return Task.FromResult(true);
            }

            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = retryAfter;
            return Task.FromResult(true);
        };
        Assert.Equal(digest, (await Resolve(registry, "acme/web:1")).Digest);
    }

    [Fact]
    public async Task LongWait_IsAnAnswer()
    {
        await using var registry = await TestRegistry.Start();
        registry.Instead = context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "3600";
            return Task.FromResult(true);
        };
        var answer = await Resolve(registry, "acme/web:1");
        Assert.Equal((RegistryOutcome.RateLimited, $"{registry.Host} has had too many requests, and asks to wait for 3600 s"), (answer.Outcome, answer.Message));
    }

    [Fact]
    public async Task ServerThatHangs_IsLeft()
    {
        await using var registry = await TestRegistry.Start();
        registry.Instead = async context =>
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };
        var answer = await Resolve(registry, "acme/web:1", options: Fast with { Timeout = TimeSpan.FromMilliseconds(200), Retries = 1 });
        Assert.Equal((RegistryOutcome.TimedOut, $"{registry.Host} did not answer within 0.2 s"), (answer.Outcome, answer.Message));
    }

    [Fact]
    public async Task ServerThatCutsOff_IsTold()
    {
        await using var registry = await TestRegistry.Start();
        registry.Instead = context =>
        {
            context.Abort();
            return Task.FromResult(true);
        };
        Assert.Equal(RegistryOutcome.Connection, (await Resolve(registry, "acme/web:1")).Outcome);
    }

    [Theory]
    [InlineData("text/html", "it calls the image 'text/html'")]
    [InlineData("application/vnd.docker.distribution.manifest.v1+prettyjws", "a manifest of Docker's first version")]
    public async Task WhatIsNoManifest_IsTold(string type, string message)
    {
        await using var registry = await TestRegistry.Start();
        registry.Put("acme/web", "1", type: type);
        var answer = await Resolve(registry, "acme/web:1");
        Assert.Equal(RegistryOutcome.Protocol, answer.Outcome);
        Assert.Contains(message, answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DigestThatIsNotTheImages_IsTold()
    {
        await using var registry = await TestRegistry.Start();
        registry.Instead = async context =>
        {
            context.Response.ContentType = TestRegistry.Index;
            context.Response.Headers["Docker-Content-Digest"] = "sha256:12";
            await context.Response.WriteAsync(context.Request.Method == "HEAD" ? "" : "{}");
            return true;
        };
        Assert.Equal(RegistryOutcome.Protocol, (await Resolve(registry, "acme/web:1")).Outcome);
    }

    [Fact]
    public async Task AnswerWithoutEnd_IsNotRead()
    {
        await using var registry = await TestRegistry.Start();
        registry.Instead = async context =>
        {
            context.Response.ContentType = TestRegistry.Index;
            for (var i = 0; i < 100 && context.Request.Method == "GET" && !context.RequestAborted.IsCancellationRequested; i++)
            {
                await context.Response.Body.WriteAsync(new byte[1 << 20]);
            }

            return true;
        };
        var answer = await Resolve(registry, "acme/web:1");
        Assert.Equal((RegistryOutcome.Protocol, "the answer is longer than 4 MiB"), (answer.Outcome, answer.Message));
    }

    [Fact]
    public async Task NobodyThere_IsTold()
    {
        string host;
        await using (var registry = await TestRegistry.Start())
        {
            host = registry.Host;
        }

        var refused = await Resolve(host, "acme/web:1");
        Assert.Equal((RegistryOutcome.Connection, $"no connection to {host}: Connection refused"), (refused.Outcome, refused.Message));
        var unknown = await Resolve("registry.invalid", "acme/web:1");
        Assert.Equal((RegistryOutcome.NameResolution, "the name 'registry.invalid' has no address"), (unknown.Outcome, unknown.Message));
        var proxied = await Resolve("registry.invalid", "acme/web:1", options: Fast with { Proxy = new WebProxy($"http://{host}") { Credentials = new NetworkCredential("me", "proxy-secret") } });
        Assert.Equal((RegistryOutcome.Proxy, $"the proxy {host} does not lead to registry.invalid: Connection refused"), (proxied.Outcome, proxied.Message));
    }

    // The runtime's own message has the proxy's address, password and all.
    [Fact]
    public async Task ProxyThatRefuses_IsToldWithoutItsPassword()
    {
        using var server = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var refusing = Task.Run(async () =>
        {
            while (true)
            {
                using var client = await server.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
                await client.GetStream().ReadAtLeastAsync(new byte[4096], 20, throwOnEndOfStream: false, TestContext.Current.CancellationToken);
                await client.GetStream().WriteAsync("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
            }
        }, TestContext.Current.CancellationToken);
        var answer = await Resolve("registry.acme.io", "acme/web:1", options: Fast with { Proxy = new WebProxy(new Uri($"http://me:never-shown@{server.LocalEndpoint}")) });
        Assert.Equal(RegistryOutcome.Proxy, answer.Outcome);
        Assert.Contains("407", answer.Message, StringComparison.Ordinal);
        Assert.Contains($"http://***@{server.LocalEndpoint}", answer.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("never-shown", answer.Message, StringComparison.Ordinal);
        server.Stop();
        await Assert.ThrowsAnyAsync<Exception>(() => refusing);
    }

    [Fact]
    public async Task WaitForYears_IsToldAsATime()
    {
        await using var registry = await TestRegistry.Start();
        registry.Instead = context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "Thu, 31 Dec 2099 23:59:30 GMT";
            return Task.FromResult(true);
        };
        Assert.Matches("has had too many requests, and asks to wait until 2099-12-31 23:59 UTC$", (await Resolve(registry, "acme/web:1")).Message);
    }

    [Fact]
    public async Task CertificateThatIsNotTrusted_IsTold()
    {
        using var made = Certificates.Make("127.0.0.1");
        await using var registry = await TestRegistry.Start(made);
        registry.Put("acme/web", "1");
        var answer = await Resolve(registry, "acme/web:1");
        Assert.Equal(RegistryOutcome.Tls, answer.Outcome);
        Assert.StartsWith($"no encrypted connection to {registry.Host}: its certificate is ", answer.Message, StringComparison.Ordinal);
    }

    // Credentials never go where anybody can read them.
    [Fact]
    public async Task TokenServerWithoutEncryption_GetsNoCredentials()
    {
        await using var registry = await TestRegistry.Start();
        registry.Instead = context =>
        {
            context.Response.StatusCode = 401;
            context.Response.Headers.WWWAuthenticate = "Bearer realm=\"http://tokens.invalid/token\"";
            return Task.FromResult(true);
        };
        var answer = await Resolve(registry, "acme/web:1", Ann);
        Assert.Equal((RegistryOutcome.CredentialsUnavailable, "the credentials of the Secret 'regcred' were not sent, since tokens.invalid, which gives its tokens, is not encrypted"), (answer.Outcome, answer.Message));
    }

    [Fact]
    public async Task ManyImages_TakeFewConnectionsAndLittleTime()
    {
        await using var registry = await TestRegistry.Start();
        registry.Auth = TestAuth.Token;
        var digests = Enumerable.Range(0, 500).ToDictionary(i => $"acme/app{i}:1", i => registry.Put($"acme/app{i}", "1", $"{i}"));
        using var client = new RegistryClient(Fast);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await Task.WhenAll(digests.Select(async pair => Assert.Equal(pair.Value, (await client.Resolve(Image(registry, pair.Key), Ann, TestContext.Current.CancellationToken)).Digest)));
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 10);
        Assert.InRange(registry.MostConnections, 1, 16);
    }

    [Fact]
    public async Task Cancellation_EndsIt()
    {
        await using var registry = await TestRegistry.Start();
        using var cancelled = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        registry.Instead = async context =>
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };
        using var client = new RegistryClient(Fast);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.Resolve(Image(registry, "acme/web:1"), Ann, cancelled.Token));
    }

    private static async Task<(RegistryOutcome Outcome, string? Digest)> Outcome(TestRegistry registry, RegistryLogin login) =>
        await Resolve(registry, "acme/web:1", login) is var answer ? (answer.Outcome, answer.Digest) : default;

    private static Task<RegistryAnswer> Resolve(TestRegistry registry, string image, RegistryLogin? login = null, RegistryOptions? options = null) => Resolve(registry.Host, image, login, options);

    private static async Task<RegistryAnswer> Resolve(string host, string image, RegistryLogin? login = null, RegistryOptions? options = null)
    {
        using var client = new RegistryClient(options ?? Fast);
        Assert.True(ImageReference.TryParse($"{host}/{image}", out var reference, out _));
        return await client.Resolve(reference, login ?? RegistryLogin.Anonymous, TestContext.Current.CancellationToken);
    }

    private static ImageReference Image(TestRegistry registry, string image) => ImageReference.TryParse($"{registry.Host}/{image}", out var reference, out _) ? reference : throw new InvalidOperationException(image);
}
