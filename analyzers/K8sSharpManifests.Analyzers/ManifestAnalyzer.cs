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
        RuleCatalog.All.ToImmutableDictionary(rule => rule.Id, Descriptor);

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

        // In a build the generator has just looked at the same files.
        var kept = FindingCache.Of(context.Compilation);

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
                evaluator, c.SemanticModel, contexts.GetValue(options, o => new(ConfigurationCheck.Parse(o, out _), objects)), (finding, origin, _) => Report(finding, origin), c.CancellationToken)
                .Run();

            void Report(Finding finding, SourceOrigin origin) => c.ReportDiagnostic(Diagnostic.Create(
                Descriptors[finding.Info.Id],
                origin.Location,
                origin.Additional,
                finding.Info.OnOneLine(finding.Arguments)));
        });
    }

    private static DiagnosticDescriptor Descriptor(RuleInfo rule) => new(
        rule.Id,
        rule.Title,
        rule.Message,
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
