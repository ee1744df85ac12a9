using System.Collections.Immutable;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.StaticEvaluation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace K8sSharpManifests.Analyzers;

/// <summary>K8S911: the models have setters and the fluent methods change nothing, so that who is used to builders throws the result away.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DiscardedResultAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The rule's id.</summary>
    public const string Id = "K8S911";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Fluent result that is thrown away",
        "The result of '{0}' is thrown away: it is a changed copy, and {1}",
        RuleInfo.CategoryOf(Id),
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleInfo.PageOf(Id));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (KnownTypes.Pod(start.Compilation) is null)
            {
                return;
            }

            var results = new DiscardedResults(StaticEvaluator.Of(start.Compilation));
            start.RegisterSemanticModelAction(c =>
            {
                foreach (var result in results.Find(c.SemanticModel, c.CancellationToken))
                {
                    c.ReportDiagnostic(Diagnostic.Create(
                        Rule,
                        result.Name.GetLocation(),
                        result.IsReturned ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
                        additionalLocations: null,
                        properties: null,
                        result.Method,
                        Consequence(result)));
                }
            });
        });
    }

    private static string Consequence(DiscardedResult result) => result switch
    {
        { IsReturned: true } => $"the lambda returns '{result.Receiver}' as it was",
        { Receiver: { } receiver } => $"'{receiver}' stays as it was",
        _ => "what it is called on stays as it was",
    };
}
