using System.Collections.Immutable;
using K8sSharpManifests.StaticEvaluation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace K8sSharpManifests.Analyzers;

/// <summary>K8S912: the API refuses what [ManifestNamespace], [ManifestLabel] or [ManifestAnnotation] says, in every manifest that it is for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ManifestAttributeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [AttributeCheck.Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);

        // As for the members: nearly all files have no such attribute.
        context.RegisterCompilationStartAction(start =>
        {
            var environments = ProjectEnvironments.Of(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
            var mayBeIn = AttributeCheck.MayBeIn(start.Compilation);
            start.RegisterSemanticModelAction(c =>
            {
                if (mayBeIn(c.SemanticModel.SyntaxTree, c.CancellationToken))
                {
                    foreach (var diagnostic in AttributeCheck.InFile(c.SemanticModel, environments, c.CancellationToken))
                    {
                        c.ReportDiagnostic(diagnostic);
                    }
                }
            });
        });
    }
}
