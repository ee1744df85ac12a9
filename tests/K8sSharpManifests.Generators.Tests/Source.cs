using Basic.Reference.Assemblies;
using K8sSharpManifests.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.Generators.Tests;

/// <summary>Compilations as a user's build has them, without implicit usings.</summary>
internal static class Source
{
    public const string Usings = "using System.Collections.Generic;\nusing k8s;\nusing k8s.Models;\nusing K8sSharpManifests;\n";

    public static readonly MetadataReference[] References =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(ManifestAttribute).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(k8s.Models.V1Pod).Assembly.Location),
    ];

    public static CSharpCompilation Compile(params (string Path, string Text)[] files) => CSharpCompilation.Create(
        "Acme",
        files.Select(f => CSharpSyntaxTree.ParseText(SourceText.From(f.Text), path: f.Path, options: new(LanguageVersion.CSharp14))),
        References,
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, generalDiagnosticOption: ReportDiagnostic.Error));

    public static CSharpGeneratorDriver Driver(string projectDir = "/src/shop/", params (string Key, string Value)[] options) => CSharpGeneratorDriver.Create(
        [new ManifestCatalogGenerator().AsSourceGenerator()],
        parseOptions: new(LanguageVersion.CSharp14),
        optionsProvider: Configuration(projectDir, options),
        driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>Options that hold for all files.</summary>
    public static AnalyzerConfigOptionsProvider Configuration(string projectDir = "/src/shop/", params (string Key, string Value)[] options) => new Options(projectDir, options);

    /// <summary>A file that is passed to the generator.</summary>
    public static AdditionalText AdditionalFile(string path, string text) => new File(path, text);

    /// <summary>A driver whose compiler runs no analyzers and passes a configuration file on, with its values as options.</summary>
    public static GeneratorDriver DriverWithoutAnalyzers(string path, string text, params (string Key, string Value)[] options) =>
        Driver(options: [("build_property.RunAnalyzers", "false"), .. options]).AddAdditionalTexts([new File(path, text)]);

    /// <summary>The generated files by name; the compilation with them has no error and no warning.</summary>
    public static IReadOnlyDictionary<string, string> Files(params (string Path, string Text)[] files) => Generated(Driver(), files);

    /// <summary>The generated files by name; the compilation with them has no error and no warning.</summary>
    public static IReadOnlyDictionary<string, string> Generated(GeneratorDriver driver, params (string Path, string Text)[] files) => Generate(driver, files).Files;

    /// <summary>What the build is told about each member.</summary>
    public static CatalogEntry[] Entries(params (string Path, string Text)[] files) => Entries(Driver(), files);

    /// <summary>What the build is told about each member.</summary>
    public static CatalogEntry[] Entries(GeneratorDriver driver, params (string Path, string Text)[] files) =>
        [.. Constants(driver, "ManifestCatalog", files).Where(c => c.Name.StartsWith("Entry", StringComparison.Ordinal)).Select(c => CatalogText.Read(c.Text))];

    /// <summary>What the build is told about the configuration.</summary>
    public static CatalogProblem[] Problems(GeneratorDriver driver, params (string Path, string Text)[] files) => Problems("Configuration", driver, files);

    /// <summary>What tests are told that the compiler has said.</summary>
    public static CatalogProblem[] Findings(GeneratorDriver driver, params (string Path, string Text)[] files) => Problems("Findings", driver, files);

    private static CatalogProblem[] Problems(string name, GeneratorDriver driver, (string Path, string Text)[] files) =>
        [.. Constants(driver, "ManifestCatalog", files).Where(c => c.Name == name).SelectMany(c => CatalogText.ReadProblems(c.Text))];

    /// <summary>The YAML that is proved, by the constants' names.</summary>
    public static (string Name, string Text)[] Yaml(GeneratorDriver driver, params (string Path, string Text)[] files) => Constants(driver, "ManifestYaml", files);

    /// <summary>One of the catalog's constants.</summary>
    public static string Constant(GeneratorDriver driver, string name, params (string Path, string Text)[] files) => Assert.Single(Constants(driver, "ManifestCatalog", files), c => c.Name == name).Text;

    private static (string Name, string Text)[] Constants(GeneratorDriver driver, string type, (string Path, string Text)[] files) =>
    [
        .. Generate(driver, files).Compilation.GetTypeByMetadataName("K8sSharpManifests.Generated." + type)?.GetMembers().OfType<IFieldSymbol>()
            .Select(field => (field.Name, (string)field.ConstantValue!)) ?? [],
    ];

    private static (Compilation Compilation, IReadOnlyDictionary<string, string> Files) Generate(GeneratorDriver driver, (string Path, string Text)[] files)
    {
        var result = driver.RunGeneratorsAndUpdateCompilation(Compile(files), out var compilation, out var diagnostics, TestContext.Current.CancellationToken);
        Assert.Empty(diagnostics);
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity > DiagnosticSeverity.Hidden));
        return (compilation, result.GetRunResult().Results.Single().GeneratedSources.ToDictionary(s => s.HintName, s => s.SourceText.ToString()));
    }

    /// <summary>What the generator says where the options of files cannot be read.</summary>
    public static IReadOnlyList<string> Faults(params (string Path, string Text)[] files)
    {
        var driver = CSharpGeneratorDriver.Create(
            [new ManifestCatalogGenerator().AsSourceGenerator()], parseOptions: new(LanguageVersion.CSharp14), optionsProvider: new NoOptions());
        driver.RunGeneratorsAndUpdateCompilation(Compile(files), out _, out var diagnostics, TestContext.Current.CancellationToken);
        return [.. diagnostics.Select(d => d.ToString())];
    }

    private sealed class NoOptions : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values("/src/shop/", []);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => throw new InvalidOperationException("no\noptions");

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => throw new InvalidOperationException("no options");
    }

    private sealed class Options(string projectDir, (string Key, string Value)[] options) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(projectDir, options);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values(string projectDir, (string Key, string Value)[] options) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
        {
            value = key == "build_property.ProjectDir" ? projectDir : options.FirstOrDefault(o => o.Key == key).Value;
            return value is not null;
        }
    }

    private sealed class File(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
