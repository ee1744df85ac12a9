using System.IO.Compression;
using System.Xml.Linq;

namespace K8sSharpManifests.Build.Tests;

public sealed class PackageTests(PackageFixture package)
{
    [Fact]
    public void Package_HoldsWhatAUserNeedsAndNoMore()
    {
        using var archive = ZipFile.OpenRead(package.Package);
        var files = archive.Entries.Select(e => e.FullName).Where(n => n.Contains('/', StringComparison.Ordinal) && !n.StartsWith("_rels", StringComparison.Ordinal) && !n.StartsWith("package/", StringComparison.Ordinal));

        Assert.Equal(
            [
                "analyzers/dotnet/cs/K8sSharpManifests.Analyzers.dll",
                "analyzers/dotnet/cs/K8sSharpManifests.CodeFixes.dll",
                "analyzers/dotnet/cs/K8sSharpManifests.Core.dll",
                "analyzers/dotnet/cs/K8sSharpManifests.Generators.dll",
                "analyzers/dotnet/cs/K8sSharpManifests.StaticEvaluation.dll",
                "build/K8sSharpManifests.props",
                "build/K8sSharpManifests.targets",
                "lib/net10.0/K8sSharpManifests.Core.dll",
                "lib/net10.0/K8sSharpManifests.Core.xml",
                "lib/net10.0/K8sSharpManifests.dll",
                "lib/net10.0/K8sSharpManifests.xml",
                "tools/net10.0/K8sSharpManifests.Host.dll",
            ],
            files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Package_DependsOnTheClientAlone()
    {
        using var archive = ZipFile.OpenRead(package.Package);
        using var stream = archive.GetEntry("K8sSharpManifests.nuspec")!.Open();

        var dependency = Assert.Single(XDocument.Load(stream).Descendants(), e => e.Name.LocalName == "dependency");

        Assert.Equal("KubernetesClient", dependency.Attribute("id")!.Value);
    }
}
