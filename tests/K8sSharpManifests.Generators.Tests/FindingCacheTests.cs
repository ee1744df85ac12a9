using K8sSharpManifests.Analyzers;
using K8sSharpManifests.StaticEvaluation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace K8sSharpManifests.Generators.Tests;

/// <summary>The analyzer reports what the generator has found in the same build, instead of looking again.</summary>
public sealed class FindingCacheTests
{
    private const string Stale = "new() { Name = \"c\", Image = \"nginx:latest\", ImagePullPolicy = \"IfNotPresent\" }";

    private static readonly (string Path, string Text)[] Shop =
    [
        ("/src/shop/Shop.cs", Source.Usings + "public static class Shop { [Manifest] public static V1Pod P => new() { Metadata = new() { Name = \"p\" }, Spec = new() { Containers = [" + Stale + ", Helper.Container] } }; }"),
        ("/src/shop/Helper.cs", Source.Usings + "public static class Helper { public static V1Container Container => new() { Name = \"d\", Image = \"A B\" }; }"),
    ];

    [Fact]
    public async Task Diagnostics_AreThoseOfAnAnalyzerThatLooksItself()
    {
        var (_, generated) = Generate(Source.Compile(Shop));
        Assert.NotNull(Kept(generated));

        var reported = await Analyze(generated);
        Assert.Equal(["K8S101", "K8S101", "K8S106"], reported.Select(d => d.Id).Order());
        Assert.Equal((await Analyze(Source.Compile(Shop))).Select(Text).Order(StringComparer.Ordinal), reported.Select(Text).Order(StringComparer.Ordinal));
        Assert.All(reported, diagnostic => Assert.Contains(diagnostic.Location.SourceTree, generated.SyntaxTrees));
    }

    // Else nothing but the clock would tell.
    [Fact]
    public async Task FileThatTheGeneratorHasLookedAt_IsNotLookedAtAgain()
    {
        var compilation = Source.Compile(Shop);
        var kept = new FindingCache(compilation, null);
        foreach (var tree in compilation.SyntaxTrees)
        {
            kept.Add(tree, Source.Configuration().GetOptions(tree), []);
        }

        Assert.Empty(await Analyze(compilation));
    }

    [Fact]
    public void OtherOptions_AreLookedAtAnew()
    {
        var (_, generated) = Generate(Source.Compile(Shop));
        var tree = generated.SyntaxTrees.First();

        Assert.NotNull(Kept(generated)!.Find(tree, Source.Configuration().GetOptions(tree)));
        Assert.Null(Kept(generated)!.Find(tree, Source.Configuration(options: ("k8s_always_pull", "required")).GetOptions(tree)));
    }

    // The generator does not see what the others have made.
    [Fact]
    public void OtherCode_IsLookedAtAnew()
    {
        var (first, generated) = Generate(Source.Compile(Shop));
        var more = CSharpSyntaxTree.ParseText("class More;", new(LanguageVersion.CSharp14), "/obj/OtherGenerator/More.g.cs", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Null(Kept(generated.AddSyntaxTrees(more)));
        Assert.Null(Kept(generated.RemoveSyntaxTrees(first.SyntaxTrees[1])));
        Assert.Null(Kept(generated.ReplaceSyntaxTree(first.SyntaxTrees[1], more)));
        Assert.Null(Kept(generated.RemoveReferences(generated.References.Last())));
        Assert.Null(Kept(Source.Compile(Shop)));
    }

    [Fact]
    public void FileWithoutManifest_IsKeptToo()
    {
        var (_, generated) = Generate(Source.Compile(Shop));
        var helper = generated.SyntaxTrees.ElementAt(1);

        Assert.Single(Kept(generated)!.Find(helper, Source.Configuration().GetOptions(helper))!);
    }

    private static (CSharpCompilation First, Compilation Generated) Generate(CSharpCompilation compilation)
    {
        Source.Driver().RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _, TestContext.Current.CancellationToken);
        return (compilation, generated);
    }

    private static FindingCache? Kept(Compilation compilation) => FindingCache.Of(compilation, null);

    private static string Text(Diagnostic diagnostic) => $"{diagnostic} {string.Join(", ", diagnostic.AdditionalLocations)} {string.Join(", ", diagnostic.Properties.OrderBy(p => p.Key))}";

    private static async Task<IReadOnlyList<Diagnostic>> Analyze(Compilation compilation) => await compilation
        .WithAnalyzers([new ManifestAnalyzer()], new AnalyzerOptions([], Source.Configuration()))
        .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
}
