using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Yaml;

namespace K8sSharpManifests.Tool.Tests;

public sealed class RulePagesTests
{
    [Fact]
    public void RulesOfLint_HavePagesWithTheirTitles() => Assert.All(YamlRules.Own, rule =>
    {
        var page = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "rules", rule.Id + ".md"));
        Assert.Equal($"# {rule.Id}: {rule.Title}", page[0]);
        Assert.Contains($"Severity: **{rule.Severity.ToString().ToLowerInvariant()}**", page);
    });

    [Fact]
    public void Ids_AreTheirOwn() => Assert.Distinct(YamlRules.All.Select(rule => rule.Id));

    [Fact]
    public void Page_ListsTheRulesOfLint()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "lint.md"));
        Assert.All(YamlRules.Own, rule => Assert.Contains($"| [{rule.Id}](rules/{rule.Id}.md) | {rule.Title} | {Word(rule.Severity)} |", page, StringComparison.Ordinal));
    }

    private static string Word(Severity severity) => severity.ToString().ToLowerInvariant();
}
