using K8sSharpManifests.Core;

namespace K8sSharpManifests.Generators.Tests;

/// <summary>What the compiler has said of the rules, as the assembly tells tests, and what it should have said where no analyzer runs.</summary>
public sealed class ReportedFindingsTests
{
    private const string Never = """[Manifest] public static V1Pod P => K8s.Pod("p").AddContainer("c", "nginx:1.27", c => c.WithImagePullPolicy("Never"));""";
    private const string Policy = """[Manifest] public static V1Pod Q => K8s.Pod("q").AddContainer("c", "nginx:1.27", c => c.WithImagePullPolicy("always"));""";
    private const string Quantity = """[Manifest] public static V1Pod R => new() { Metadata = new() { Name = "r" }, Spec = new() { Containers = [new() { Name = "r", Image = "acme/r:1.4.2" }], RuntimeClassName = "kata", Overhead = new Dictionary<string, ResourceQuantity> { ["a"] = "1GB" } } };""";

    [Fact]
    public void WarningsAndErrors_AreTold() => Assert.Equal(
        ["Helper.cs K8S101 error", "Shop.cs K8S107 error", "Shop.cs K8S108 warning"],
        Findings(("Helper.cs", Class("Helper", """public static V1Container C => new() { Name = "c", Image = "A B" };""")), ("Shop.cs", Class("Shop", Policy, Never))));

    [Fact]
    public void WhatIsSuppressed_IsNotTold()
    {
        Assert.Equal(["Shop.cs K8S107 error"], Findings(("Shop.cs", Class("Shop", "#pragma warning disable K8S108", Never, "#pragma warning restore K8S108", Policy))));
        Assert.Empty(Findings(("Shop.cs", Class("Shop", "[System.Diagnostics.CodeAnalysis.SuppressMessage(\"\", \"K8S108\")]", Never))));
        Assert.Empty(Findings(("Shop.cs", Class("Shop", Never.Replace("Never", "IfNotPresent", StringComparison.Ordinal)))));
    }

    [Fact]
    public void SeverityOfTheSource_IsThatOfTheFinding() =>
        Assert.Equal(["Shop.cs K8S108 error"], Texts(Source.Findings(Source.Driver(options: ("dotnet_analyzer_diagnostic.severity", "error")), Files([("Shop.cs", Class("Shop", Never))]))));

    [Fact]
    public void WhereNoAnalyzerRuns_OnlyWhatTheBuildCannotFindIsTold()
    {
        var driver = Source.Driver(options: ("build_property.RunAnalyzers", "false"));
        var files = Files([("Shop.cs", Class("Shop", Never, Quantity))]);
        Assert.Empty(Source.Findings(driver, files));
        var problem = Assert.Single(Source.Problems(driver, files));
        Assert.Equal(("Shop.cs", 8, "K8S208", "error"), (problem.File, problem.Line, problem.Id, problem.Severity));
        Assert.Equal("'1GB' is no quantity, and the API server refuses the object: did you mean 1Gi?", problem.Text);
        Assert.Empty(Source.Problems(Source.Driver(), files));
    }

    [Fact]
    public void WhereNoAnalyzerRuns_TextsThatAreLostAreToldOfAllFiles()
    {
        var files = Files([
            ("Shop.cs", Class("Shop", """[Manifest] public static V1Pod R => new() { Metadata = new() { Name = "r" }, Spec = new() { Containers = [new() { Name = "r", Image = "acme/r:1.4.2" }], RuntimeClassName = "kata", Overhead = new Dictionary<string, ResourceQuantity> { ["memory"] = Sizes.Large() } } };""")),
            ("Sizes.cs", Class("Sizes", """public static ResourceQuantity Large() => System.DateTime.Now.Year > 2000 ? "1,5Gi" : "2Gi";""")),
        ]);
        Assert.Equal(["Sizes.cs K8S208 error"], Texts(Source.Problems(Source.Driver(options: ("build_property.RunAnalyzers", "false")), files)));
        Assert.Equal(["Sizes.cs K8S208 error"], Texts(Source.Findings(Source.Driver(), files)));
        Assert.Empty(Source.Problems(Source.Driver(), files));
    }

    [Fact]
    public void RefusedQuantity_IsNotProved() => Assert.Empty(Source.Yaml(Source.Driver(), Files([("Shop.cs", Class("Shop", Quantity))])));

    // The build refuses what the models cannot hold; what is emitted without a run must not differ.
    [Theory]
    [InlineData("1e30")]
    [InlineData("-1e30")]
    [InlineData("100000000000000000000000000000000")]
    [InlineData("1e20")]
    [InlineData("8Ei")]
    public void QuantityBeyondTheLargest_IsNotProved(string text) =>
        Assert.Empty(Source.Yaml(Source.Driver(), Files([("Shop.cs", Class("Shop", Quantity.Replace("1GB", text, StringComparison.Ordinal)))])));

    [Fact]
    public void LargestQuantity_IsProved() =>
        Assert.Single(Source.Yaml(Source.Driver(), Files([("Shop.cs", Class("Shop", Quantity.Replace("1GB", "7Pi", StringComparison.Ordinal)))])));

    private static string[] Findings(params (string Name, string Text)[] files) => Texts(Source.Findings(Source.Driver(), Files(files)));

    private static string[] Texts(IEnumerable<CatalogProblem> problems) => [.. problems.Select(p => $"{p.File} {p.Id} {p.Severity}")];

    private static (string Path, string Text)[] Files((string Name, string Text)[] files) => [.. files.Select(f => ("/src/shop/" + f.Name, Source.Usings + f.Text))];

    private static string Class(string name, params string[] members) => $"public static class {name}\n{{\n{string.Join("\n", members)}\n}}\n";
}
