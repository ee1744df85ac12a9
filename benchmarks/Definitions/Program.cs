using System.Diagnostics;
using System.Globalization;
using K8sSharpManifests.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

// Arguments: a file with definitions, or - for none. One line: lines of generated types, first build, build when all is compiled, build after an edit of a manifest, in ms.
var definitions = args is [var path, ..] && path != "-" ? [new Definition(path)] : Array.Empty<AdditionalText>();
var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
    .Where(file => Path.GetFileName(file) is var name && (name.StartsWith("System", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll" or "KubernetesClient.dll" or "K8sSharpManifests.dll" or "K8sSharpManifests.Core.dll"))
    .Select(file => MetadataReference.CreateFromFile(file)).ToArray();
var types = 0;

var first = Time(() => Build(0, NewDriver()));
var warm = Median(Enumerable.Range(0, 9).Select(i => Time(() => Build(i, NewDriver()))));
var driver = Build(0, NewDriver());
var edited = Median(Enumerable.Range(1, 9).Select(i => Time(() => driver = driver.RunGenerators(Source(i)))));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{types} {first:F0} {warm:F0} {edited:F1}"));

GeneratorDriver NewDriver() => CSharpGeneratorDriver.Create([new ManifestCatalogGenerator().AsSourceGenerator()], definitions, new CSharpParseOptions(LanguageVersion.CSharp14), new Options());

CSharpCompilation Source(int edit) => CSharpCompilation.Create(
    "Acme",
    [CSharpSyntaxTree.ParseText($"using K8sSharpManifests; using k8s.Models; public static class Shop {{ [Manifest] public static V1ConfigMap Map => K8s.ConfigMap(\"a{edit}\").AddData(\"a\", \"b\"); }}", new(LanguageVersion.CSharp14), "/src/Shop.cs")],
    references,
    new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: true));

GeneratorDriver Build(int edit, GeneratorDriver with)
{
    var after = with.RunGeneratorsAndUpdateCompilation(Source(edit), out var compilation, out _);
    types = after.GetRunResult().Results.Single().GeneratedSources.Where(s => !s.HintName.Contains("Yaml.g", StringComparison.Ordinal) && s.HintName != "ManifestCatalog.g.cs").Sum(s => s.SourceText.Lines.Count);
    var emitted = compilation.Emit(Stream.Null);
    return emitted.Success ? after : throw new InvalidOperationException(string.Join('\n', emitted.Diagnostics.Take(5)));
}

static double Time(Action action)
{
    var watch = Stopwatch.StartNew();
    action();
    return watch.Elapsed.TotalMilliseconds;
}

static double Median(IEnumerable<double> values) => values.Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : 0;

internal sealed class Definition(string path) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(File.ReadAllText(path));

    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}

internal sealed class Options : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(false);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(true);

    private sealed class Values(bool isDefinition) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
        {
            value = key == "build_property.ProjectDir" ? "/src/" : isDefinition && key == "build_metadata.AdditionalFiles.KubernetesCrd" ? "true" : null;
            return value is not null;
        }
    }
}
