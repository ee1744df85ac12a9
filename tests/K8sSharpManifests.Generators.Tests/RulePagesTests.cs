using K8sSharpManifests.Analyzers;
using Microsoft.CodeAnalysis.Diagnostics;

namespace K8sSharpManifests.Generators.Tests;

public sealed class RulePagesTests
{
    [Fact]
    public void AnalyzerRules_HavePagesWithTheirTitles()
    {
        var descriptors = typeof(ManifestMemberAnalyzer).Assembly.GetTypes()
            .Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .SelectMany(t => ((DiagnosticAnalyzer)Activator.CreateInstance(t)!).SupportedDiagnostics)
            .ToArray();

        Assert.NotEmpty(descriptors);
        Assert.All(descriptors, d =>
        {
            Assert.Equal($"https://github.com/K8sSharpManifests/K8sSharpManifests/blob/main/docs/rules/{d.Id}.md", d.HelpLinkUri);
            Assert.Equal($"# {d.Id}: {d.Title}", File.ReadLines(Path.Combine(Repository(), "docs", "rules", d.Id + ".md")).First());
        });
    }

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "K8sSharpManifests.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
