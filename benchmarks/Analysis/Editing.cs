using System.Collections.Immutable;
using System.Diagnostics;
using K8sSharpManifests.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Analysis;

/// <summary>
/// Someone edits one file: a new compilation each time, of which that file is analyzed. The analyzer driver itself asks the compiler for the file's diagnostics,
/// so the analyzers' own time is what they take more than one that does nothing.
/// </summary>
/// <param name="project">The project.</param>
/// <param name="file">How the names of the files begin that are edited in turn.</param>
/// <param name="literal">A string in the second half of such a file: the edits are in it.</param>
internal sealed class Editing(UserProject project, string file, string literal)
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Ours = [new ManifestAnalyzer(), new ManifestMemberAnalyzer(), new ConfigurationAnalyzer()];

    private readonly CSharpCompilation _base = project.Compile();
    private int _edits;
    private int _found;

    /// <summary>Prints the medians in milliseconds: the compiler, and each way to run the analyzers after it or without it.</summary>
    /// <param name="table">The table's name.</param>
    /// <param name="hasFindings">Whether there is something to find: an analysis that ends too early would be fast.</param>
    /// <param name="rounds">How often each is measured.</param>
    public void Run(string table, bool hasFindings, int rounds)
    {
        var medians = Measuring.Medians(
            20,
            rounds,
            Compiler,
            () => Alone([new Nothing()]),
            () => Alone(Ours),
            () => AfterTheCompiler([new Nothing()]),
            () => AfterTheCompiler(Ours));
        if (_found > 0 != hasFindings)
        {
            throw new UnreachableException(hasFindings ? "The sources have findings, and none was reported." : $"{_found} findings were reported where there are none.");
        }

        string[] names = ["compiler", "driver", "analyzers", "driver after compiler", "analyzers after compiler"];
        foreach (var (name, median) in names.Zip(medians))
        {
            Measuring.Print(table, name, median.TotalMilliseconds);
        }
    }

    /// <summary>An edit, another each time.</summary>
    public (CSharpCompilation Compilation, SyntaxTree Tree) Edit()
    {
        var files = _base.SyntaxTrees.Where(t => Path.GetFileName(t.FilePath).StartsWith(file, StringComparison.Ordinal)).ToList();
        var old = files[++_edits % files.Count];
        var text = old.GetText();
        var position = text.ToString().IndexOf($"\"{literal}\"", text.Length / 2, StringComparison.Ordinal) + 1;
        var tree = old.WithChangedText(text.WithChanges(new TextChange(new(position, literal.Length), $"{literal}{_edits}")));
        return (_base.ReplaceSyntaxTree(old, tree), tree);
    }

    private TimeSpan Compiler()
    {
        var (compilation, tree) = Edit();
        return Measuring.Time(() => compilation.GetSemanticModel(tree).GetDiagnostics());
    }

    private TimeSpan Alone(ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var (compilation, tree) = Edit();
        return Measuring.Time(() => Analyze(compilation.WithAnalyzers(analyzers, Settings()), tree));
    }

    private TimeSpan AfterTheCompiler(ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var (compilation, tree) = Edit();
        var analyzed = compilation.WithAnalyzers(analyzers, Settings());
        analyzed.Compilation.GetSemanticModel(tree).GetDiagnostics();
        return Measuring.Time(() => Analyze(analyzed, tree));
    }

    private void Analyze(CompilationWithAnalyzers analyzed, SyntaxTree tree)
    {
        var model = analyzed.Compilation.GetSemanticModel(tree);
        _found += analyzed.GetAnalyzerSemanticDiagnosticsAsync(model, null, CancellationToken.None).GetAwaiter().GetResult().Length;
    }

    private CompilationWithAnalyzersOptions Settings() => new(
        project.AnalyzerOptions,
        onAnalyzerException: (exception, _, _) => throw new UnreachableException("An analyzer failed.", exception),
        concurrentAnalysis: false,
        logAnalyzerExecutionTime: false);

#pragma warning disable RS1001, RS1036, RS2008 // It is no analyzer for users.
    private sealed class Nothing : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor Descriptor = new("X", "", "", "", DiagnosticSeverity.Warning, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSemanticModelAction(_ => { });
        }
    }
#pragma warning restore
}
