using System.Net;
using K8sSharpManifests.Core;
using K8sSharpManifests.Tool.Registry;
using Microsoft.AspNetCore.Http;

namespace K8sSharpManifests.Tool.Tests.Registry;

public sealed class InspectTests
{
    private static readonly RegistryOptions Fast = new() { Timeout = TimeSpan.FromSeconds(10), RetryDelay = TimeSpan.FromMilliseconds(5), Proxy = new WebProxy() };

    [Theory]
    [InlineData("linux/amd64")]
    [InlineData("linux/arm/v7")]
    [InlineData("linux/amd64", "linux/arm64", "windows/amd64")]
    public async Task Platforms_AreThoseOfTheIndexOrTheConfiguration(params string[] platforms)
    {
        await using var registry = await TestRegistry.Start();
        var digest = registry.PutImage("acme/web", "1", platforms);
        var answer = await Inspect(registry);
        Assert.Equal((RegistryOutcome.Found, digest), (answer.Outcome, answer.Digest));
        Assert.Equal(platforms, answer.Platforms!.Select(platform => platform.ToString()));
        Assert.DoesNotContain(registry.Requests, request => request.StartsWith("HEAD", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Configuration_IsWhatTheManifestNames()
    {
        await using var registry = await TestRegistry.Start();
        registry.PutImage("acme/web", "1", "linux/amd64");
        registry.Instead = async context =>
        {
            var isBlob = context.Request.Path.Value!.Contains("/blobs/", StringComparison.Ordinal);
            if (isBlob)
            {
                await context.Response.WriteAsync("{\"os\":\"linux\",\"architecture\":\"arm64\"}");
            }

            return isBlob;
        };
        Assert.Equal((RegistryOutcome.Protocol, $"{registry.Host} gives another configuration of the image than the one that it names"), await Told(registry));
        registry.Instead = null;
        registry.Remove(path => path.Contains("/blobs/", StringComparison.Ordinal));
        Assert.Equal((RegistryOutcome.Protocol, $"{registry.Host} has the image's manifest without the configuration that it names: push it again"), await Told(registry));
    }

    [Fact]
    public async Task Limit_IsTold()
    {
        await using var registry = await TestRegistry.Start();
        registry.PutImage("acme/web", "1", "linux/amd64", "linux/arm64");
        registry.Instead = context =>
        {
            context.Response.Headers["ratelimit-limit"] = "100;w=21600";
            context.Response.Headers["ratelimit-remaining"] = "7;w=21600";
            return Task.FromResult(false);
        };
        Assert.Equal("7 of 100 pulls in 6 h are left", (await Inspect(registry)).RateLimit?.ToString());
    }

    [Theory]
    [InlineData("localhost", 1, TlsFault.UnknownAuthority, "its certificate is signed by nobody whom this machine trusts")]
    [InlineData("localhost", -1, TlsFault.Expired, "its certificate has expired on END UTC")]
    [InlineData("registry.acme.io", 1, TlsFault.WrongHost, "its certificate is for another host")]
    internal async Task CertificateThatIsNotTrusted_IsToldApart(string host, int days, TlsFault fault, string message)
    {
        using var certificate = Certificates.Make(host, days);
        await using var registry = await TestRegistry.Start(certificate);
        registry.PutImage("acme/web", "1", "linux/amd64");
        using var client = new RegistryClient(Fast);
        var name = $"localhost:{registry.Host.Split(':')[^1]}";
        Assert.True(ImageReference.TryParse($"{name}/acme/web:1", out var image, out _));
        var answer = await client.Inspect(image, RegistryLogin.Anonymous, TestContext.Current.CancellationToken);
        Assert.Equal((RegistryOutcome.Tls, fault, $"no encrypted connection to {name}: {message.Replace("END", certificate.NotAfter.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)}"), (answer.Outcome, answer.TlsFault, answer.Message));
    }

    [Theory]
    [InlineData("linux/amd64", "linux/amd64", true)]
    [InlineData("linux/x86_64", "linux/amd64", true)]
    [InlineData("linux/amd64", "linux/386", true)]
    [InlineData("linux/386", "linux/amd64", false)]
    [InlineData("linux/amd64", "linux/arm64", false)]
    [InlineData("linux/amd64", "windows/amd64", false)]
    [InlineData("linux/amd64", "linux/amd64/v2", false)]
    [InlineData("linux/amd64/v3", "linux/amd64/v2", true)]
    [InlineData("linux/arm64", "linux/arm64/v8", true)]
    [InlineData("linux/arm64/v8", "linux/arm64", true)]
    [InlineData("linux/aarch64", "linux/arm/v7", true)]
    [InlineData("linux/arm/v7", "linux/arm/v6", true)]
    [InlineData("linux/arm/v6", "linux/arm/v7", false)]
    [InlineData("linux/arm", "linux/arm/v7", true)]
    public void Platform_RunsWhatContainerdTakes(string node, string image, bool runs) => Assert.Equal(runs, ImagePlatform.Parse(node)!.Runs(ImagePlatform.Parse(image)!));

    [Theory]
    [InlineData("linux")]
    [InlineData("linux/")]
    [InlineData("linux/arm/v7/x")]
    [InlineData("linux/a b")]
    public void WhatIsNoPlatform_IsNone(string text) => Assert.Null(ImagePlatform.Parse(text));

    private static async Task<(RegistryOutcome, string)> Told(TestRegistry registry) => await Inspect(registry) is var answer ? (answer.Outcome, answer.Message) : default;

    private static async Task<RegistryAnswer> Inspect(TestRegistry registry)
    {
        using var client = new RegistryClient(Fast);
        Assert.True(ImageReference.TryParse($"{registry.Host}/acme/web:1", out var image, out _));
        return await client.Inspect(image, RegistryLogin.Anonymous, TestContext.Current.CancellationToken);
    }
}
