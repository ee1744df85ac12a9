using K8sSharpManifests.Analyzers;
using K8sSharpManifests.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace K8sSharpManifests.Generators.Tests;

/// <summary>What the compiler stage makes of the project's environments: an entry for each that differs, and findings that say which they are of.</summary>
public sealed class EnvironmentTests
{
    private const string Replicas = """[Manifest] public static V1Deployment Web(ManifestContext context) => K8s.Deployment("web").WithReplicas(context.Environment == "prod" ? 3 : 1);""";

    [Fact]
    public void MemberThatAsksForTheEnvironment_HasAnEntryForEach()
    {
        var entries = Entries(Replicas);

        Assert.Equal(["dev", "staging", "prod"], entries.Select(e => e.Environment));
        Assert.All(entries, e => Assert.Null(e.Gap));

        // What is the same in two environments is one constant.
        Assert.Equal(["Shop_Web_dev", "Shop_Web_dev", "Shop_Web_prod"], entries.Select(e => e.Constant));
        var yaml = Source.Yaml(Driver(), ("Shop.cs", Shop(Replicas))).ToDictionary(y => y.Name, y => y.Text);
        Assert.Equal(["Shop_Web_dev", "Shop_Web_prod"], yaml.Keys);
        Assert.Contains("replicas: 1\n", yaml["Shop_Web_dev"], StringComparison.Ordinal);
        Assert.Contains("replicas: 3\n", yaml["Shop_Web_prod"], StringComparison.Ordinal);
    }

    [Fact]
    public void Environment_IsSeenThroughHelpers()
    {
        var entries = Entries(
            """
            [Manifest] public static IEnumerable<V1ConfigMap> Maps(ManifestContext context) { if (IsProd(context)) { yield return Map(context); } }
            static bool IsProd(ManifestContext c) => c.Environment is "prod";
            static V1ConfigMap Map(ManifestContext c) => K8s.ConfigMap("c").AddData("host", $"{c.Environment}.acme.io");
            """);

        Assert.All(entries, e => Assert.Null(e.Gap));
        Assert.Equal([null, null, "Shop_Maps_prod"], entries.Select(e => e.Constant));
    }

    [Fact]
    public void MemberThatIsTheSameInAll_HasOneEntry()
    {
        Assert.Null(Assert.Single(Entries("""[Manifest] public static V1ConfigMap A => K8s.ConfigMap("a");""")).Environment);
        Assert.Null(Assert.Single(Entries("""[Manifest] public static V1ConfigMap A(ManifestContext context) => K8s.ConfigMap("a").AddData("a", context.Variable("A") ?? "");""")).Environment);
    }

    [Fact]
    public void MemberForSomeEnvironments_HasEntriesForThese()
    {
        Assert.Equal(["staging", "prod"], Entries("""[Manifest(Environments = "prod, staging")] public static V1ConfigMap A => K8s.ConfigMap("a");""").Select(e => e.Environment));
        Assert.Equal(["prod"], Entries(Replicas.Replace("[Manifest]", "[Manifest(Environments = \"prod\")]", StringComparison.Ordinal)).Select(e => e.Environment));
    }

    [Fact]
    public void AttributesForAnEnvironment_GoBeforeThoseForAll_AndTheNearestClassBeforeBoth()
    {
        var entries = Entries(
            """
            [ManifestNamespace("inner", Environments = "staging")]
            [ManifestLabel("tier", "none", Environments = "prod")]
            public static class Inner { [Manifest] public static V1ConfigMap A => K8s.ConfigMap("a"); }
            """,
            """[ManifestNamespace("prod", Environments = "prod")] [ManifestNamespace("shop")] [ManifestLabel("tier", "test", Environments = "dev,staging")] [ManifestLabel("team", "web")] """);

        Assert.Equal(["shop", "inner", "prod"], entries.Select(e => e.Namespace));
        Assert.Equal(["team=web,tier=test", "team=web,tier=test", "team=web,tier=none"], entries.Select(e => string.Join(",", e.Labels.Select(l => $"{l.Key}={l.Value}"))));
        Assert.All(entries, e => Assert.NotNull(e.Constant));
    }

    [Fact]
    public void ProjectWithoutEnvironments_HasOneEntryThatDependsOnTheInput()
    {
        foreach (var driver in new[] { Source.Driver(), Driver("") })
        {
            var entry = Assert.Single(Source.Entries(driver, ("Shop.cs", Shop(Replicas))));
            Assert.Null(entry.Environment);
            Assert.NotNull(entry.Gap);
        }
    }

    [Fact]
    public void Value_IsAnInput()
    {
        var entry = Assert.Single(Entries("""[Manifest] public static V1Deployment A(ManifestContext context) => K8s.Deployment("a").WithReplicas(context.Value("replicas", 1)).AddLabel("tag", "1");"""));

        Assert.True(entry.IsRepeatable);
        Assert.Equal("context.Value(\"replicas\", 1)", entry.Gap?.Expression);
    }

    // What is known of the environment stays known beside it.
    [Fact]
    public async Task Secret_IsUnknownAndNoInput()
    {
        const string pod = """[Manifest] public static V1Pod P(ManifestContext context) => K8s.Pod("p").AddLabel("key", context.Secret("Db:Password")).AddContainer("b", context.Environment == "prod" ? "redis:7" : "redis");""";

        Assert.All(Entries(pod), entry => Assert.Equal((false, "context.Secret(\"Db:Password\")", null), (entry.IsRepeatable, entry.Gap?.Expression, entry.Constant)));
        Assert.EndsWith(" (in dev and staging)", Assert.Single(await Findings(pod)).GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FindingOfAllEnvironments_IsToldOnce_AndOneOfSomeSaysWhich()
    {
        const string pod = """[Manifest] public static V1Pod P(ManifestContext context) => K8s.Pod("p").AddContainer("a", "nginx:latest").AddContainer("b", context.Environment == "prod" ? "redis:7" : "redis");""";

        var found = (await Findings(pod)).Select(d => $"{d.Id}: {d.GetMessage(null)}").ToArray();

        Assert.Equal(["K8S104", "K8S105"], found.Select(text => text.Split(':')[0]));
        Assert.DoesNotContain(" (in ", found[0], StringComparison.Ordinal);
        Assert.EndsWith(" (in dev and staging)", found[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[ManifestLabel(\"a\", \"b\", Environments = \"Prod\")]", "'Prod' is none of the project's ManifestEnvironments: these are dev, staging and prod")]
    [InlineData("[ManifestNamespace(\"b\", Environments = \"dev;prod\")]", "'dev;prod' is none of the project's ManifestEnvironments: these are dev, staging and prod; several names stand with commas between them")]
    [InlineData("[ManifestAnnotation(\"a\", \"b\", Environments = \",\")]", "No environment is named: name one, or leave out Environments")]
    [InlineData("[ManifestNamespace(\"b\"), ManifestNamespace(\"c\")]", "'Shop' says the namespace twice: remove one")]
    [InlineData("[ManifestNamespace(\"b\", Environments = \"dev\"), ManifestNamespace(\"c\", Environments = \"prod,dev\")]", "'Shop' says the namespace twice (in prod and dev): remove one")]
    [InlineData("[ManifestLabel(\"a\", \"b\", Environments = \"dev\"), ManifestLabel(\"a\", \"c\")]", null)]
    [InlineData("[ManifestLabel(\"a\", \"b\", Environments = \"dev\"), ManifestLabel(\"a\", \"c\", Environments = \"prod\")]", null)]
    public async Task EnvironmentsOfAnAttribute_AreOfTheList(string attribute, string? problem) =>
        Assert.Equal(problem is null ? [] : [problem], (await Findings("", attribute)).Select(d => d.GetMessage(null)));

    [Fact]
    public async Task EnvironmentsOfAMember_AreOfTheList()
    {
        const string member = """[Manifest(Environments = "produktion")] public static V1ConfigMap A => K8s.ConfigMap("a");""";

        Assert.Equal(["'produktion' is none of the project's ManifestEnvironments: these are dev, staging and prod"], (await Findings(member)).Select(d => d.GetMessage(null)));
        Assert.Equal(
            ["The project names no environments: add <ManifestEnvironments>produktion</ManifestEnvironments> to the project file, with all that there are"],
            (await Findings(member, environments: "")).Select(d => d.GetMessage(null)));

        // Where nobody hands the property on, nobody knows.
        Assert.Empty(await Findings(member, environments: null));
    }

    // The catalog has nothing of it, for a reason that is told already.
    [Fact]
    public async Task MemberOfNoEnvironment_IsNotSaidToBeAnotherGenerators()
    {
        const string member = """[Manifest(Environments = "produktion")] public static V1ConfigMap A => K8s.ConfigMap("a"); [Manifest] public static V1ConfigMap B => K8s.ConfigMap("b");""";
        Driver().RunGeneratorsAndUpdateCompilation(Source.Compile(("Shop.cs", Shop(member))), out var compilation, out _, TestContext.Current.CancellationToken);
        var options = new AnalyzerOptions([], Source.Configuration("/src/shop/", [("build_property._ManifestEnvironmentNames", "dev,staging,prod")]));

        Assert.Empty(await compilation.WithAnalyzers([new ManifestMemberAnalyzer()], options).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken));
    }

    private static CSharpGeneratorDriver Driver(string environments = "dev,staging,prod") => Source.Driver(options: [("build_property._ManifestEnvironmentNames", environments)]);

    private static string Shop(string members, string attributes = "") => Source.Usings + attributes + "public static class Shop\n{\n" + members + "\n}\n";

    private static CatalogEntry[] Entries(string members, string attributes = "") => Source.Entries(Driver(), ("Shop.cs", Shop(members, attributes)));

    private static async Task<IEnumerable<Diagnostic>> Findings(string members, string attributes = "", string? environments = "dev,staging,prod")
    {
        var options = Source.Configuration("/src/shop/", environments is null ? [] : [("build_property._ManifestEnvironmentNames", environments)]);
        var found = await Source.Compile(("Shop.cs", Shop(members, attributes)))
            .WithAnalyzers([new ManifestAnalyzer(), new ManifestAttributeAnalyzer()], new AnalyzerOptions([], options))
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return found.OrderBy(d => d.Location.SourceSpan.Start);
    }
}
