using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace K8sSharpManifests.Tests;

/// <summary>What the build of examples/OnlineBoutique wrote: this project depends on that one, so it has just been built.</summary>
public class OnlineBoutiqueTests
{
    private static readonly string Manifests = Path.Combine(Repository.Root, "examples", "OnlineBoutique", "manifests");

    private static readonly string[] Files = [.. Directory.GetFiles(Manifests, "*.yaml").Order(StringComparer.Ordinal)];

    [Fact]
    public void Build_WritesThe35ObjectsAsApproved()
    {
        Assert.Equal(35, Files.Length);
        Snapshot.Match("online-boutique.yaml", string.Concat(Files.Select(f => $"--- # {Path.GetFileName(f)}\n{File.ReadAllText(f)}")));
    }

    [Fact]
    public void Build_WritesTheSameDataAsTheReleaseManifest()
    {
        var release = Path.Combine(Repository.Root, "..", "shared", "corpus", "online-boutique", "kubernetes-manifests.yaml");
        if (!File.Exists(release))
        {
            Assert.Skip("The system's release manifest is not on this machine.");
        }

        var expected = Objects(release);
        var actual = Files.SelectMany(Objects).ToDictionary();

        Assert.Equal(35, expected.Count);
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected, e => Assert.Equal(e.Value, actual[e.Key]));
    }

    /// <summary>The objects of a file: kind and name, and a text of the data that does not depend on how the YAML is written.</summary>
    private static Dictionary<string, string> Objects(string file)
    {
        var stream = new YamlStream();
        using var reader = File.OpenText(file);
        stream.Load(reader);
        return stream.Documents.Select(d => d.RootNode).ToDictionary(o => $"{o["kind"]} {o["metadata"]["name"]}", Data);
    }

    private static string Data(YamlNode node) => node switch
    {
        YamlMappingNode map => "{" + string.Join(", ", map.Children.Select(e => $"{Data(e.Key)}: {Data(e.Value)}").Order(StringComparer.Ordinal)) + "}",
        YamlSequenceNode list => "[" + string.Join(", ", list.Select(Data)) + "]",
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } known => known.Value,
        YamlScalarNode { Style: ScalarStyle.Plain } number when long.TryParse(number.Value, CultureInfo.InvariantCulture, out var value) => $"{value}",
        YamlScalarNode text => $"\"{text.Value}\"",
        _ => throw new NotSupportedException(node.ToString()),
    };
}
