using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.Generators.Tests;

/// <summary>Compilations with definitions of custom resources, as a user's build has them.</summary>
internal static class CustomSource
{
    /// <summary>A driver that sees definitions.</summary>
    public static CSharpGeneratorDriver Driver(IEnumerable<AdditionalText> definitions, LanguageVersion language = LanguageVersion.CSharp14) => CSharpGeneratorDriver.Create(
        [new ManifestCatalogGenerator().AsSourceGenerator()],
        definitions,
        new(language),
        new Options(),
        new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>A file with definitions.</summary>
    public static AdditionalText File(string path, string text) => new Definitions(path, text);

    /// <summary>The compilation with what was generated; what the generator itself says.</summary>
    public static (Compilation Compilation, IReadOnlyList<Diagnostic> Said, GeneratorRunResult Result) Generate(
        IEnumerable<AdditionalText> definitions, (string Path, string Text)[] files, LanguageVersion language = LanguageVersion.CSharp14, params MetadataReference[] libraries)
    {
        var source = CSharpCompilation.Create(
            "Acme",
            files.Select(f => CSharpSyntaxTree.ParseText(SourceText.From(f.Text), path: f.Path, options: new(language))),
            [.. Source.References, .. libraries],
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, generalDiagnosticOption: ReportDiagnostic.Error));
        var driver = Driver(definitions, language).RunGeneratorsAndUpdateCompilation(source, out var compilation, out var said, TestContext.Current.CancellationToken);
        return (compilation, said, driver.GetRunResult().Results.Single());
    }

    /// <summary>The files of a folder beside the project; none where it is not there.</summary>
    public static IReadOnlyList<AdditionalText> Folder()
    {
        var folder = Path.Combine(Repository(), "..", "shared", "crds");
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => File(path, System.IO.File.ReadAllText(path)))]
            : [];
    }

    public static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!System.IO.File.Exists(Path.Combine(folder, "K8sSharpManifests.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }

    private sealed class Definitions(string path, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }

    private sealed class Options : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values("");

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(textFile is Definitions ? "true" : "");
    }

    private sealed class Values(string isCrd) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
        {
            value = key switch { "build_property.ProjectDir" => "/src/shop/", "build_metadata.AdditionalFiles.KubernetesCrd" when isCrd.Length > 0 => isCrd, _ => null };
            return value is not null;
        }
    }
}
