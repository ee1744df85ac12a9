using Basic.Reference.Assemblies;
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
        optionsProvider: new Options(projectDir, options),
        driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>A driver whose compiler runs no analyzers and passes a configuration file on, with its values as options.</summary>
    public static GeneratorDriver DriverWithoutAnalyzers(string path, string text, params (string Key, string Value)[] options) =>
        Driver(options: [("build_property.RunAnalyzers", "false"), .. options]).AddAdditionalTexts([new File(path, text)]);

    /// <summary>The generated catalog; the compilation with it has no error and no warning.</summary>
    public static string? Catalog(params (string Path, string Text)[] files) => Catalog(Driver(), files);

    /// <summary>The generated catalog; the compilation with it has no error and no warning.</summary>
    public static string? Catalog(GeneratorDriver driver, params (string Path, string Text)[] files)
    {
        var result = driver.RunGeneratorsAndUpdateCompilation(Compile(files), out var compilation, out var diagnostics, TestContext.Current.CancellationToken);
        Assert.Empty(diagnostics);
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity > DiagnosticSeverity.Hidden));
        return result.GetRunResult().GeneratedTrees is [var tree] ? tree.ToString() : null;
    }

    /// <summary>The lines of the catalog's entries.</summary>
    public static string[] Entries(string text) =>
        [.. (Catalog(("/src/shop/Shop.cs", text)) ?? "").Split('\n').Select(l => l.Trim()).Where(l => l.StartsWith("new ", StringComparison.Ordinal))];

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
