using System.Text.Json;
using K8sSharpManifests.Tool.Pulls;
using K8sSharpManifests.Tool.Registry;
using K8sSharpManifests.Tool.Tests.Cluster;
using K8sSharpManifests.Tool.Tests.Registry;

namespace K8sSharpManifests.Tool.Tests.Pulls;

/// <summary>What programs read is documented: the page names each key, and each word that can stand there.</summary>
public sealed class PullsPageTests
{
    private static string Page => File.ReadAllText(Path.Combine(Repository.Root, "docs", "pulls.md"));

    [Fact]
    public async Task Keys_AreThoseOfThePage()
    {
        await using var registry = await TestRegistry.Start();
        registry.PutImage("web", "1", "linux/amd64");
        registry.Instead = context =>
        {
            context.Response.Headers["ratelimit-limit"] = context.Response.Headers["ratelimit-remaining"] = "100;w=60";
            return Task.FromResult(false);
        };
        await using var cluster = await TestCluster.Start();
        cluster.AddPod("a", $"{registry.Host}/web:2", ",\"imagePullSecrets\":[{\"name\":\"reg\"}]", TestCluster.Waiting("ErrImagePull", "no"));
        using var folder = cluster.Folder();
        var keys = new[] { "images", "pulls" }.SelectMany(command => Keys(JsonDocument.Parse(folder.Run(command, "--cluster", "--format", "json").Output).RootElement)).Distinct().ToList();
        Assert.True(keys.Count > 30, string.Join(' ', keys));
        Assert.All(keys, key => Assert.True(Page.Contains($"`{key}`", StringComparison.Ordinal) || Page.Contains($"\"{key}\"", StringComparison.Ordinal), key));
        Assert.All(folder.Run("images", "--cluster", "--format", "csv").Output.Split("\r\n")[0].Split(','), column => Assert.Contains($"`{column}`", Page, StringComparison.Ordinal));
    }

    [Fact]
    public void Words_AreThoseOfThePage()
    {
        Assert.All(Enum.GetNames<RegistryOutcome>(), name => Assert.Contains($"`{name}`", Page, StringComparison.Ordinal));
        Assert.All(Enum.GetNames<PullStage>(), name => Assert.Contains($"`{char.ToLowerInvariant(name[0])}{name[1..]}`", Page, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Keys(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Keys(property.Value).Prepend(property.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Keys),
        _ => [],
    };
}
