using System.Collections.Immutable;
using K8sSharpManifests.StaticEvaluation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace K8sSharpManifests.Analyzers;

/// <summary>K8S913: the generator embeds nothing of a class that would mean something else to those who use the package, and they would look in vain for its findings.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EmbedSourceAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [SourceEmbedding.Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);

        // At the end, since a class's parts and what they use may stand in any file.
        context.RegisterCompilationAction(static c =>
        {
            foreach (var problem in SourceEmbedding.Of(c.Compilation, SourceEmbedding.Marked(c.Compilation, c.CancellationToken), c.CancellationToken).Problems)
            {
                c.ReportDiagnostic(problem);
            }
        });
    }
}
