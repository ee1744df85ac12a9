using k8s;

namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>What docs/generic-helpers.md shows is compiled and run, and known before it runs.</summary>
public class GenericHelpersPageTests
{
    [Fact]
    public void Examples_GiveTheYamlBesideThem()
    {
        var blocks = File.ReadAllText(Path.Combine(Code.Repository, "docs", "generic-helpers.md")).ReplaceLineEndings("\n").Split("```").Where((_, index) => index % 2 == 1).ToList();
        var compilation = Code.Compile(string.Concat(blocks.Where(b => b.StartsWith("csharp\n", StringComparison.Ordinal)).Select(b => b["csharp\n".Length..])));
        var yaml = Assert.Single(blocks, b => b.StartsWith("yaml\n", StringComparison.Ordinal))["yaml\n".Length..];

        var given = (IEnumerable<IKubernetesObject>)Running.Load(compilation).GetType("Shop")!.GetProperty("All")!.GetValue(null)!;
        var tree = Assert.Single(Evaluate.Roots(compilation), r => r.Root.IsMember).Tree;

        Assert.Equal(yaml, given.ToYaml());
        var proved = Assert.IsType<Core.Sequence>(tree);
        Assert.False(proved.IsOpen);
        Assert.Equal(yaml, string.Join("---\n", proved.Items.Select(item => System.Text.Encoding.UTF8.GetString(Core.YamlWriter.Write((Core.Mapping)item)))));
    }
}
