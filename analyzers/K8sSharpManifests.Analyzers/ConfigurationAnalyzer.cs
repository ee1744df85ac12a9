using System.Collections.Concurrent;
using System.Collections.Immutable;
using K8sSharpManifests.StaticEvaluation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace K8sSharpManifests.Analyzers;

/// <summary>K8S909: an option that says nothing sensible counts as not set, and silence there would look like obedience.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConfigurationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ConfigurationCheck.Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (KnownTypes.Pod(context.Compilation) is null)
        {
            return;
        }

        // Without a token: what is read for one request serves the next one, too.
        var check = new ConfigurationCheck(context.Compilation, context.Options.AdditionalFiles, CancellationToken.None);
        context.RegisterAdditionalFileAction(c =>
        {
            foreach (var diagnostic in check.InFiles(c.AdditionalFile.Path))
            {
                c.ReportDiagnostic(diagnostic);
            }
        });

        // Files of a folder share their options object.
        var seen = new ConcurrentDictionary<AnalyzerConfigOptions, bool>();
        var reported = new ConcurrentDictionary<string, bool>();
        context.RegisterSyntaxTreeAction(c =>
        {
            var options = c.Options.AnalyzerConfigOptionsProvider.GetOptions(c.Tree);
            if (!seen.TryAdd(options, true))
            {
                return;
            }

            foreach (var diagnostic in check.Elsewhere(options).Where(d => reported.TryAdd(d.GetMessage(null), true)))
            {
                c.ReportDiagnostic(diagnostic);
            }
        });
    }
}
