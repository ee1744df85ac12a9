using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using K8sSharpManifests.Analyzers;
using K8sSharpManifests.CodeFixes;
using K8sSharpManifests.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace K8sSharpManifests.FolderAnalysis;

/// <summary>Runs everything that the package brings into a compiler or editor over a folder.</summary>
public sealed class Analysis(Arguments arguments)
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = [.. Instances<DiagnosticAnalyzer>(typeof(ManifestAnalyzer).Assembly)];
    private static readonly IReadOnlyList<CodeFixProvider> Fixes = [.. Instances<CodeFixProvider>(typeof(ManifestCodeFixProvider).Assembly)];

    // A finding that must stay, whatever becomes of the other files.
    private static readonly SyntaxTree Planted = CSharpSyntaxTree.ParseText(
        """
        internal static class K8sPlanted
        {
            [K8sSharpManifests.Manifest]
            internal static k8s.Models.V1Pod Bad => new() { Metadata = new() { Name = "bad" }, Spec = new() { Containers = [new() { Name = "bad", Image = "nginx:latest", ImagePullPolicy = "IfNotPresent" }] } };
        }
        """,
        SourceFolder.ParseOptions,
        "Planted.g1.cs");

    private readonly Report _report = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private string _file = "";

    /// <summary>Looks at all files.</summary>
    /// <returns>What was seen.</returns>
    public async Task<Report> Run(CancellationToken cancellationToken = default)
    {
        var folder = new SourceFolder(arguments.Folder);
        var random = new Random(arguments.Seed);
        foreach (var (project, compilation) in folder.Compilations)
        {
            _file = project;
            Generate(compilation, folder.Configs, cancellationToken);
            var analysis = With(compilation, folder.Configs);
            foreach (var tree in compilation.SyntaxTrees.Skip(1))
            {
                if (_watch.Elapsed > arguments.StopAfter)
                {
                    _report.IsCutShort = true;
                    return _report;
                }

                _file = tree.FilePath;
                _report.Lines += tree.GetText(cancellationToken).Lines.Count;
                await AnalyzeAsItIs(analysis, tree, cancellationToken);
                for (var i = 0; i < arguments.Variants; i++)
                {
                    await AnalyzeVariant(compilation, tree, FileVariants.Of(tree, random), folder.Configs, cancellationToken);
                }
            }
        }

        return _report;
    }

    private async Task AnalyzeAsItIs(CompilationWithAnalyzers analysis, SyntaxTree tree, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var model = analysis.Compilation.GetSemanticModel(tree);
        _ = model.GetDiagnostics(cancellationToken: cancellationToken);
        var compiler = watch.Elapsed;
        watch.Restart();
        var found = await analysis.GetAnalyzerSemanticDiagnosticsAsync(model, null, cancellationToken);
        _report.Times.Add((tree.FilePath, compiler, watch.Elapsed));
        foreach (var finding in found)
        {
            _report.Add(finding);
        }

        await Fix(analysis.Compilation, tree, found, cancellationToken);
    }

    private async Task AnalyzeVariant(CSharpCompilation compilation, SyntaxTree tree, SyntaxTree variant, AnalyzerConfigSet configs, CancellationToken cancellationToken)
    {
        _report.Variants++;
        var thrown = _report.Thrown.Count;
        var changed = compilation.ReplaceSyntaxTree(tree, variant).AddSyntaxTrees(Planted);
        var analysis = With(changed, configs);
        var found = await analysis.GetAnalyzerSemanticDiagnosticsAsync(analysis.Compilation.GetSemanticModel(variant), null, cancellationToken);
        await Fix(changed, variant, found, cancellationToken);
        if ((await analysis.GetAnalyzerSemanticDiagnosticsAsync(analysis.Compilation.GetSemanticModel(Planted), null, cancellationToken)).Count(d => d.Id == "K8S106") != 1)
        {
            _report.Thrown.Add($"{_file}: the planted finding is lost");
        }

        if (_report.Thrown.Count > thrown)
        {
            _report.Thrown.Add($"{_file} was:\n{variant}");
        }
    }

    private CompilationWithAnalyzers With(Compilation compilation, AnalyzerConfigSet configs) => compilation.WithAnalyzers(
        Analyzers,
        new CompilationWithAnalyzersOptions(
            new([], new ConfigOptions(configs)),
            (exception, analyzer, _) => Throw(analyzer.GetType().Name, exception),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false));

    /// <summary>Applies every fix of every finding.</summary>
    private async Task Fix(Compilation compilation, SyntaxTree tree, ImmutableArray<Diagnostic> found, CancellationToken cancellationToken)
    {
        if (found.IsEmpty)
        {
            return;
        }

        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject("Fixed", LanguageNames.CSharp)
            .WithCompilationOptions(compilation.Options).WithParseOptions(SourceFolder.ParseOptions).WithMetadataReferences(compilation.References);
        foreach (var other in compilation.SyntaxTrees.Where(t => t != tree))
        {
            project = project.AddDocument(other.FilePath, await other.GetTextAsync(cancellationToken)).Project;
        }

        var document = project.AddDocument(tree.FilePath, await tree.GetTextAsync(cancellationToken));
        foreach (var finding in found.Where(f => f.Location.SourceTree == tree))
        {
            foreach (var provider in Fixes.Where(p => p.FixableDiagnosticIds.Contains(finding.Id)))
            {
                try
                {
                    var actions = new List<CodeAction>();
                    await provider.RegisterCodeFixesAsync(new(document, finding, (action, _) => actions.Add(action), cancellationToken));
                    foreach (var action in actions)
                    {
                        _ = await action.GetOperationsAsync(cancellationToken);
                        _report.Fixes++;
                    }
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    Throw(provider.GetType().Name, e);
                }
            }
        }
    }

    private void Generate(CSharpCompilation compilation, AnalyzerConfigSet configs, CancellationToken cancellationToken)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [.. Instances<IIncrementalGenerator>(typeof(ManifestCatalogGenerator).Assembly).Select(g => g.AsSourceGenerator())],
            parseOptions: SourceFolder.ParseOptions,
            optionsProvider: new ConfigOptions(configs));
        foreach (var result in driver.RunGenerators(compilation, cancellationToken).GetRunResult().Results)
        {
            if (result.Exception is { } exception)
            {
                Throw(result.Generator.GetGeneratorType().Name, exception);
            }
        }
    }

    private void Throw(string thrower, Exception exception) => _report.Thrown.Add($"{_file}: {thrower}: {exception}");

    private static IEnumerable<T> Instances<T>(Assembly assembly) =>
        assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(T)) && !t.IsAbstract).Select(t => (T)Activator.CreateInstance(t)!);
}
