using System.Text.RegularExpressions;
using K8sSharpManifests.Emission;

namespace K8sSharpManifests.Build.Tests;

public sealed partial class RulePagesTests
{
    private static readonly string Pages = Path.Combine(PackageFixture.Repository, "docs", "rules");

    [Fact]
    public void EmissionRules_HavePagesWithTheirTitles() => Assert.All(
        EmissionRule.All, rule => Assert.Equal($"# {rule.Id}: {rule.Title}", File.ReadLines(Path.Combine(Pages, rule.Id + ".md")).First()));

    [Fact]
    public void EmissionRules_HaveIdsOfTheirOwn() => Assert.Distinct(EmissionRule.All.Select(r => r.Id));

    [Fact]
    public void Targets_UseIdsOfTheEmission() => Assert.Subset(
        EmissionRule.All.Select(r => r.Id).ToHashSet(),
        Directory.GetFiles(Path.Combine(PackageFixture.Repository, "src", "K8sSharpManifests", "buildTransitive", "net10.0"), "*.targets")
            .SelectMany(file => RuleId().Matches(File.ReadAllText(file)))
            .Select(m => m.Value)
            .ToHashSet());

    [GeneratedRegex("K8S[0-9]{3}")]
    private static partial Regex RuleId();
}
