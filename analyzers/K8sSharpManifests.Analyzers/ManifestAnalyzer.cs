using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.StaticEvaluation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace K8sSharpManifests.Analyzers;

/// <summary>Reports what the rules find in the trees of a file's roots. One analyzer for all rules: each root is evaluated once.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ManifestAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> Descriptors =
        RuleCatalog.All.ToImmutableDictionary(rule => rule.Id, rule => Descriptor(rule, rule.Message));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. RuleCatalog.All.Select(rule => Descriptors[rule.Id])];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();

        // What is wrong is wrong in the cluster, whoever wrote it: the build takes it that all that was decided was said.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (KnownTypes.Pod(context.Compilation) is null)
        {
            return;
        }

        var evaluator = StaticEvaluator.Of(context.Compilation);
        var objects = ObjectIndex.Unseen(ExternalDeclarations.Of(context.Compilation));

        evaluator.ProjectInputs = ProjectInputs.Of(context.Options.AdditionalFiles, context.Options.AnalyzerConfigOptionsProvider, CancellationToken.None);
        var environments = ProjectEnvironments.Of(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
        var imageLock = ImageLockFile.Find(context.Options.AdditionalFiles, context.Options.AnalyzerConfigOptionsProvider, context.CancellationToken);

        // In a build the generator has just looked at the same files.
        var kept = FindingCache.Of(context.Compilation, imageLock);

        // Files of a folder share their options object.
        var contexts = new ConditionalWeakTable<AnalyzerConfigOptions, JudgeContext>();
        context.RegisterSemanticModelAction(c =>
        {
            var tree = c.SemanticModel.SyntaxTree;
            if (FindingCache.IsCatalog(tree))
            {
                return;
            }

            var options = c.Options.AnalyzerConfigOptionsProvider.GetOptions(tree);
            if (kept?.Find(tree, options) is { } findings)
            {
                foreach (var (finding, origin) in findings)
                {
                    Report(finding, origin);
                }

                return;
            }

            new FileAnalysis(
                evaluator, c.SemanticModel, contexts.GetValue(options, o => new(ConfigurationCheck.Parse(o, out _), objects) { ImageLock = imageLock }), (finding, origin, _) => Report(finding, origin), c.CancellationToken,
                environments: environments)
                .Run();

            void Report(Finding finding, SourceOrigin origin) => c.ReportDiagnostic(finding.Environments.Count == 0
                ? Diagnostic.Create(Descriptors[finding.Info.Id], origin.Location, origin.Additional, finding.Info.OnOneLine(finding.Arguments))
                : Diagnostic.Create(Descriptor(finding.Info, "{0}{1}"), origin.Location, origin.Additional, finding.Message, finding.EnvironmentSuffix));
        });
    }

    private static DiagnosticDescriptor Descriptor(RuleInfo rule, string message) => new(
        rule.Id,
        rule.Title,
        message,
        rule.Category,
        rule.Severity switch
        {
            Severity.Error => DiagnosticSeverity.Error,
            Severity.Info => DiagnosticSeverity.Info,
            _ => DiagnosticSeverity.Warning,
        },
        isEnabledByDefault: rule.Severity != Severity.Off,
        helpLinkUri: rule.HelpLink);
}
