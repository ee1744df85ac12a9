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
        "The result of '{0}' is thrown away: it is {1}",
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
        { Made: { } made } => $"a {made} of its own, which no manifest holds then",
        { IsReturned: true } => $"a changed copy, and the lambda returns '{result.Receiver}' as it was",
        { Receiver: { } receiver } => $"a changed copy, and '{receiver}' stays as it was",
        _ => "a changed copy, and what it is called on stays as it was",
    };
}
