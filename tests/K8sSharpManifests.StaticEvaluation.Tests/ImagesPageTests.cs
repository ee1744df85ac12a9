using k8s.Models;

namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>What docs/images.md shows in C# is compiled and run.</summary>
public class ImagesPageTests
{
    [Fact]
    public void Examples_AreWhatThePageSays()
    {
        var block = Assert.Single(File.ReadAllText(Path.Combine(Code.Repository, "docs", "images.md")).ReplaceLineEndings("\n").Split("```csharp\n").Skip(1)).Split("```")[0];
        var assembly = Running.Load(Code.Compile(block));
        var images = new Dictionary<string, IReadOnlyList<string>> { ["Shop.Api"] = ["ghcr.io/acme/shop-api:1.4.2"] };

        var web = (V1Deployment)assembly.GetType("Api")!.GetMethod("Web")!.Invoke(null, [new ManifestContext("", containerImages: images)])!;

        Assert.Equal("ghcr.io/acme/shop-api:1.4.2", web.Spec.Template.Spec.Containers[0].Image);
    }
}
