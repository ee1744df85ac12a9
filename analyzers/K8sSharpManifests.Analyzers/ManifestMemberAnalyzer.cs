using System.Collections.Immutable;
using K8sSharpManifests.StaticEvaluation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace K8sSharpManifests.Analyzers;

/// <summary>K8S902: the generator leaves out a [Manifest] member that the build cannot run, and silence there would look like success.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ManifestMemberAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [MemberCheck.Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);

        // Actions on symbols or on nodes would have the driver look at every declaration of every file, and nearly all files have no such attribute.
        context.RegisterCompilationStartAction(start =>
        {
            var mayBeIn = ManifestMembers.MayBeIn(start.Compilation);
            var catalog = new Lazy<IReadOnlyCollection<string>?>(() => MemberCheck.InCatalog(start.Compilation));
            var environments = ProjectEnvironments.Of(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions) ?? [];
            start.RegisterSemanticModelAction(c =>
            {
                if (mayBeIn(c.SemanticModel.SyntaxTree, c.CancellationToken))
                {
                    foreach (var diagnostic in MemberCheck.InFile(c.SemanticModel, catalog.Value, environments, c.CancellationToken))
                    {
                        c.ReportDiagnostic(diagnostic);
                    }
                }
            });
        });
    }
}
