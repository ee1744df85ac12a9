using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Core.Tests.Rules;

/// <summary>What every rule must have: an id of its own, a page that agrees, rows for each of the three verdicts.</summary>
public sealed class RuleCatalogTests
{
    private static readonly string Pages = Path.Combine(Repository(), "docs", "rules");

    // K8S9xx are diagnostics about the use of the DSL: no rules on a tree, and their pages are gated where they are defined.
    private static readonly Regex RulePage = new("^K8S[1-8][0-9]{2}$");

    public static TheoryData<string> Ids => [.. RuleCatalog.All.Select(rule => rule.Id)];

    [Fact]
    public void Catalog_IsOrderedByUniqueIds()
    {
        var ids = RuleCatalog.All.Select(rule => rule.Id).ToArray();
        Assert.NotEmpty(ids);
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
        Assert.All(ids, id => Assert.Matches(RulePage, id));
        Assert.Same(RuleCatalog.All, RuleCatalog.All);
    }

    [Fact]
    public void Catalog_HasEveryRuleOfTheAssembly() => Assert.Equal(
        typeof(RuleCatalog).Assembly.GetTypes().Where(type => !type.IsAbstract && typeof(Rule).IsAssignableFrom(type)).Select(type => type.Name).Order(StringComparer.Ordinal),
        RuleCatalog.Rules.Select(rule => rule.GetType().Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_HasAPageThatAgrees(string id)
    {
        var rule = Rule(id);
        var page = File.ReadAllLines(Path.Combine(Pages, id + ".md"));
        Assert.Equal($"# {id}: {rule.Title}", page[0]);
        Assert.Contains($"Severity: **{rule.Severity.ToString().ToLowerInvariant()}**", page);
        foreach (var heading in (string[])["## Why", "## Example", "## Options", "## Exemptions", "## Source"])
        {
            Assert.Contains(heading, page);
        }

        Assert.EndsWith($"/docs/rules/{id}.md", rule.HelpLink);
    }

    [Fact]
    public void Page_HasARule()
    {
        var pages = Directory.GetFiles(Pages, "*.md").Select(path => Path.GetFileNameWithoutExtension(path)!);
        Assert.Empty(pages.Where(name => RulePage.IsMatch(name)).Except(RuleCatalog.All.Select(rule => rule.Id)));
    }

    // A line of the list is "K8S123" or, once there is no such rule any more, "K8S123 removed".
    [Fact]
    public void ShippedId_KeepsItsMeaning()
    {
        var ids = RuleCatalog.All.Select(rule => rule.Id).ToArray();
        var lines = File.ReadAllLines(Path.Combine(Pages, "shipped.txt")).Where(line => line.Length > 0 && line[0] != '#').ToArray();
        Assert.Equal(lines.Order(StringComparer.Ordinal), lines);
        Assert.All(lines, line => Assert.Matches("^K8S[1-8][0-9]{2}( removed)?$", line));
        Assert.All(lines, line => Assert.NotEqual(line.EndsWith("removed"), ids.Contains(line[..6])));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_HasRowsForEachVerdict(string id)
    {
        var rows = typeof(RuleCatalogTests).Assembly.GetTypes()
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static))
            .Where(property => property.PropertyType == typeof(RuleRows))
            .Select(property => (RuleRows)property.GetValue(null)!)
            .Single(rows => rows.Id == id);
        var verdicts = rows.Select(row => row.Data.Item2).ToHashSet();
        Assert.Equal(Enum.GetValues<Expected>().ToHashSet(), verdicts);
    }

    // What a message says must come from the rule's arguments, all of them.
    [Theory]
    [MemberData(nameof(Ids))]
    public void Message_BeginsWithTheValueThatIsWrong(string id)
    {
        var rule = Rule(id);
        Assert.StartsWith("'{0}' ", rule.Message);
        Assert.DoesNotContain('\n', rule.Message);
        Assert.False(rule.Message.EndsWith('.') || rule.Title.EndsWith('.'));
    }

    [Fact]
    public void Readme_ListsTheRules() => Snapshot.OfPart("README.md", "rules", "| rule | what it finds | severity |\n|---|---|---|\n" + string.Concat(RuleCatalog.All.Select(
        rule => $"| [{rule.Id}](docs/rules/{rule.Id}.md) | {rule.Title} | {rule.Severity.ToString().ToLowerInvariant()} |\n")));

    private static RuleInfo Rule(string id) => RuleCatalog.All.Single(rule => rule.Id == id);

    private static string Repository([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
