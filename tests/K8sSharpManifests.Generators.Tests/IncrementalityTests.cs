using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.Generators.Tests;

/// <summary>Which steps run again after a change, and which of their outputs change.</summary>
public sealed class IncrementalityTests
{
    private const string Secret = "[Manifest] public static V1Secret Cred => K8s.Secret(\"cred\").AddStringData(\"a\", \"b\");";

    private static readonly (string Path, string Text)[] Shop =
    [
        ("/src/shop/Api.cs", Source.Usings + "public static class Api { [Manifest] public static V1Pod Pod => Common.Pod(\"api\"); }"),
        ("/src/shop/Web.cs", Source.Usings + "public static class Web { [Manifest] public static V1Pod Pod => Common.Pod(\"web\"); [Manifest] public static V1Pod Own => K8s.Pod(\"own\").AddContainer(\"c\", \"own:1.1\"); " + Secret + " }"),
        ("/src/shop/Common.cs", Source.Usings + "public static class Common { public static V1Pod Pod(string name) => K8s.Pod(name).AddContainer(name, \"common:1.1\"); }"),
        ("/src/shop/Other.cs", "public static class Other { public static int Number => 1; }"),
    ];

    private static readonly string[] Names = [.. typeof(TrackingNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!)];

    [Fact]
    public void UnrelatedFileEdited_NothingIsMadeAgain()
    {
        var steps = new Steps(after: Edit("Other.cs", "1", "2"));

        Assert.Equal("Members: 4 as before; ProjectDir: 1 as before; Catalog: 1 as before; Handover: 1 as before; Entries: 1 as before; RawStrings: 1 as before; Proved: 2 as before", steps.Summary);
        Assert.Equal("3 as before", steps.Outputs);
    }

    [Fact]
    public void OneManifestOfManyEdited_TheYamlOfItsFileAloneIsMadeAgain()
    {
        var steps = new Steps(after: Edit("Web.cs", "own:1.1", "own:1.2"));

        Assert.Equal("Members: 4 as before; ProjectDir: 1 as before; Catalog: 1 as before; Handover: 1 Modified; Entries: 1 as before; RawStrings: 1 as before; Proved: 1 as before, 1 Modified", steps.Summary);
        Assert.Equal("2 as before, 1 Modified", steps.Outputs);
        Assert.Equal(["Web.Yaml.g.cs"], steps.Changed);
    }

    [Fact]
    public void HelperEdited_TheYamlOfBothThatUseItIsMadeAgain()
    {
        var steps = new Steps(after: Edit("Common.cs", "common:1.1", "common:1.2"));

        Assert.Equal("Members: 4 as before; ProjectDir: 1 as before; Catalog: 1 as before; Handover: 1 Modified; Entries: 1 as before; RawStrings: 1 as before; Proved: 2 Modified", steps.Summary);
        Assert.Equal("1 as before, 2 Modified", steps.Outputs);
        Assert.Equal(["Api.Yaml.g.cs", "Web.Yaml.g.cs"], steps.Changed);
    }

    [Fact]
    public void OptionChanged_WhatItIsAboutIsMadeAgain()
    {
        var steps = new Steps(change: driver => driver.WithUpdatedAnalyzerConfigOptions(Source.Configuration(options: ("k8s_secret_constants", "true"))));

        Assert.Equal("Members: 4 as before; ProjectDir: 1 as before; Catalog: 1 as before; Handover: 1 Modified; Entries: 1 Modified; RawStrings: 1 as before; Proved: 1 as before, 1 Modified", steps.Summary);
        Assert.Equal(["ManifestCatalog.g.cs", "Web.Yaml.g.cs"], steps.Changed);
    }

    [Fact]
    public void OptionChangedThatSaysNothingHere_NothingIsMadeAgain() =>
        Assert.Equal("3 as before", new Steps(change: driver => driver.WithUpdatedAnalyzerConfigOptions(Source.Configuration(options: ("k8s_unheard_of", "required")))).Outputs);

    [Fact]
    public void AdditionalFileChanged_NothingIsMadeAgain() =>
        Assert.Equal("3 as before", new Steps(change: driver => driver.AddAdditionalTexts([Source.AdditionalFile("/src/.editorconfig", "[*.cs]\nk8s_always_pull = yes\n")])).Outputs);

    // Where no analyzer runs, the catalog tells the build.
    [Fact]
    public void AdditionalFileWithAMistakeChanged_TheCatalogIsMadeAgain()
    {
        var before = Source.AdditionalFile("/src/.editorconfig", "[*.cs]\nk8s_always_pull = yes\n");
        var driver = Source.Driver(options: ("build_property.RunAnalyzers", "false")).AddAdditionalTexts([before]);
        var steps = new Steps(change: d => d.ReplaceAdditionalText(before, Source.AdditionalFile("/src/.editorconfig", "[*.cs]\n\nk8s_always_pull = yes\n")), driver: driver);

        Assert.Equal("Members: 4 as before; ProjectDir: 1 as before; Catalog: 1 as before; Handover: 1 Modified; Entries: 1 Modified; RawStrings: 1 as before; Proved: 2 as before", steps.Summary);
        Assert.Equal(["ManifestCatalog.g.cs"], steps.Changed);
    }

    [Fact]
    public void MemberRenamed_ItsCatalogIsMadeAgain() =>
        Assert.Equal(["Api.Yaml.g.cs", "ManifestCatalog.g.cs"], new Steps(after: Edit("Api.cs", "V1Pod Pod", "V1Pod Moved")).Changed);

    // An editor asks for no implementation: it classifies members at most, and evaluates nothing.
    [Fact]
    public void Editor_RunsNothing()
    {
        var driver = CSharpGeneratorDriver.Create(
            [new ManifestCatalogGenerator().AsSourceGenerator()],
            parseOptions: new(LanguageVersion.CSharp14),
            optionsProvider: Source.Configuration(),
            driverOptions: new(IncrementalGeneratorOutputKind.Implementation, trackIncrementalGeneratorSteps: true));

        var result = driver.RunGenerators(Source.Compile(Shop), TestContext.Current.CancellationToken).GetRunResult().Results.Single();

        Assert.Empty(result.GeneratedSources);
        Assert.DoesNotContain(result.TrackedSteps.Keys, Names.Contains);
    }

    [Fact]
    public void Models_KeepNothingOfACompilation()
    {
        var result = Source.Driver().RunGenerators(Source.Compile(Shop), TestContext.Current.CancellationToken).GetRunResult().Results.Single();

        Assert.Subset(result.TrackedSteps.Keys.ToHashSet(), Names.ToHashSet());
        foreach (var output in Names.SelectMany(name => result.TrackedSteps[name]).SelectMany(step => step.Outputs))
        {
            Assert.Empty(Kept(output.Value));
        }
    }

    // What the test above looks for is found, however deep it is.
    [Fact]
    public void SymbolInAModel_IsFound()
    {
        var compilation = Source.Compile(Shop);
        var tree = compilation.SyntaxTrees[0];

        Assert.Equal(["NonErrorNamedTypeSymbol"], Kept(new { Deep = ImmutableArray.Create<object>(("a", compilation.GetTypeByMetadataName("Api"))) }).Select(kept => kept.GetType().Name));
        Assert.NotEmpty(Kept(new[] { tree.GetRoot(TestContext.Current.CancellationToken) }));
        Assert.NotEmpty(Kept(new Dictionary<string, object> { ["a"] = compilation }));
        Assert.NotEmpty(Kept((1, Location.Create(tree, default))));
    }

    private static (string Path, string Text)[] Edit(string file, string old, string replacement) =>
        [.. Shop.Select(f => f.Path.EndsWith("/" + file, StringComparison.Ordinal) ? (f.Path, f.Text.Replace(old, replacement, StringComparison.Ordinal)) : f)];

    private static IEnumerable<object> Kept(object? model)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<object?>([model]);
        while (pending.Count > 0)
        {
            switch (pending.Pop())
            {
                case null or string or Type or MemberInfo:
                    break;
                case (ISymbol or SyntaxNode or SyntaxTree or Compilation or SemanticModel or Location or SyntaxReference or IOperation or AnalyzerConfigOptions or AnalyzerConfigOptionsProvider or AdditionalText) and var kept:
                    yield return kept;
                    break;
                case var value when value.GetType() is { IsPrimitive: false, IsEnum: false } type && (type.IsValueType || seen.Add(value)):
                    if (value is Array items)
                    {
                        foreach (var item in (IEnumerable)items)
                        {
                            pending.Push(item);
                        }
                    }

                    for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
                    {
                        foreach (var field in declaring.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                        {
                            pending.Push(field.GetValue(value));
                        }
                    }

                    break;
            }
        }
    }

    /// <summary>Two runs, and what the second one did.</summary>
    private sealed class Steps
    {
        private readonly GeneratorRunResult _first;
        private readonly GeneratorRunResult _second;

        public Steps((string Path, string Text)[]? after = null, Func<GeneratorDriver, GeneratorDriver>? change = null, GeneratorDriver? driver = null)
        {
            var token = TestContext.Current.CancellationToken;
            var first = Source.Compile(Shop);
            var second = first;
            foreach (var (path, text) in after ?? [])
            {
                var tree = second.SyntaxTrees.Single(t => t.FilePath == path);
                if (tree.ToString() != text)
                {
                    second = second.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(text)));
                }
            }

            driver = (driver ?? Source.Driver()).RunGenerators(first, token);
            _first = driver.GetRunResult().Results.Single();
            _second = (change?.Invoke(driver) ?? driver).RunGenerators(second, token).GetRunResult().Results.Single();
        }

        /// <summary>What became of the outputs of each step of ours.</summary>
        public string Summary => string.Join("; ", Names.Select(name => $"{name}: {Count(_second.TrackedSteps[name])}"));

        /// <summary>What became of the generated files.</summary>
        public string Outputs => Count(_second.TrackedOutputSteps.SelectMany(s => s.Value));

        /// <summary>The generated files that are new or another text.</summary>
        public IEnumerable<string> Changed => _second.GeneratedSources
            .Where(s => !_first.GeneratedSources.Any(f => f.HintName == s.HintName && f.SourceText.ContentEquals(s.SourceText)))
            .Select(s => s.HintName)
            .Order(StringComparer.Ordinal);

        private static string Count(IEnumerable<IncrementalGeneratorRunStep> steps) => string.Join(", ", steps
            .SelectMany(step => step.Outputs)
            .Select(output => output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged ? "as before" : output.Reason.ToString())
            .GroupBy(reason => reason)
            .OrderByDescending(group => group.Key == "as before")
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"{group.Count()} {group.Key}"));
    }
}
