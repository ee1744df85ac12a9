using K8sSharpManifests.Core;
using K8sSharpManifests.Yaml;
using K8sSharpManifests.YamlParsers;

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
        var read = TreeReader.ReadObjects(File.ReadAllText(file), file);
        Assert.Empty(read.Problems);
        return read.Roots.Cast<Mapping>().ToDictionary(o => $"{o["kind"]} {((Mapping)o["metadata"])["name"]}", o => SameData.Text(o));
    }
}
