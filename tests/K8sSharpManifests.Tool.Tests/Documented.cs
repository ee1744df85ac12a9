using System.Text.Json;

namespace K8sSharpManifests.Tool.Tests;

/// <summary>What a page of docs says of a machine format is what programs read.</summary>
internal static class Documented
{
    /// <summary>Asserts that a page names each key of some lines of JSON, whatever stands below the keys 'before' and 'after', which are manifests.</summary>
    /// <param name="page">The page, in docs.</param>
    /// <param name="lines">The lines.</param>
    public static void HasKeys(string page, string lines)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "docs", page));
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var json = JsonDocument.Parse(line);
            Assert.All(Keys(json.RootElement), key => Assert.Contains($"`{key}`", text, StringComparison.Ordinal));
        }
    }

    private static IEnumerable<string> Keys(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => (IEnumerable<string>)[property.Name, .. property.Name is "before" or "after" ? [] : Keys(property.Value)]),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Keys),
        _ => [],
    };
}
