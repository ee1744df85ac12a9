using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Analysis;

/// <summary>A user's project, from the response file that the build hands to the compiler.</summary>
internal sealed class UserProject
{
    private readonly ImmutableArray<MetadataReference> _references;

    public UserProject(string responseFile)
    {
        responseFile = Path.GetFullPath(responseFile);
        var folder = Path.GetDirectoryName(Path.GetDirectoryName(responseFile))!;
        var arguments = CSharpCommandLineParser.Default.Parse([$"@{responseFile}"], folder, sdkDirectory: null);
        Options = arguments.CompilationOptions;

        // As editors do. Without it the compiler does not say when it is done with a file, and no analysis of a single file begins.
        ParseOptions = arguments.ParseOptions.WithDocumentationMode(DocumentationMode.Parse);
        _references = [.. arguments.MetadataReferences.Select(r => MetadataReference.CreateFromFile(r.Reference))];
        Files = [.. arguments.SourceFiles.Select(f => (f.Path, SourceText.From(File.ReadAllText(f.Path))))];
        var configs = arguments.AnalyzerConfigPaths.Select(path => AnalyzerConfig.Parse(File.ReadAllText(path), path));
        Configuration = new Provider(AnalyzerConfigSet.Create(configs.ToList()));
    }

    public CSharpCompilationOptions Options { get; }

    public CSharpParseOptions ParseOptions { get; }

    public ImmutableArray<(string Path, SourceText Text)> Files { get; }

    public AnalyzerConfigOptionsProvider Configuration { get; }

    public AnalyzerOptions AnalyzerOptions => new([], Configuration);

    /// <summary>Parses everything anew: nothing is bound yet, but for what the references share.</summary>
    public CSharpCompilation Compile() => CSharpCompilation.Create(
        "Shop", Files.Select(f => CSharpSyntaxTree.ParseText(f.Text, ParseOptions, f.Path)), _references, Options);

    private sealed class Provider(AnalyzerConfigSet configs) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(configs.GlobalConfigOptions.AnalyzerOptions);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
