using System.Collections.Immutable;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.StaticEvaluation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace K8sSharpManifests.Analyzers;

/// <summary>K8S902: the generator leaves out a [Manifest] member that the build cannot run, and silence there would look like success.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ManifestMemberAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The rule's id.</summary>
    public const string Id = "K8S902";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "[Manifest] member cannot be emitted",
        "'{0}' cannot be emitted: {1}",
        RuleInfo.CategoryOf(Id),
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleInfo.PageOf(Id));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);

        // Actions on symbols or on nodes would have the driver look at every declaration of every file, and nearly all files have no such attribute.
        context.RegisterCompilationStartAction(start =>
        {
            var mayBeIn = ManifestMembers.MayBeIn(start.Compilation);
            start.RegisterSemanticModelAction(c =>
            {
                if (mayBeIn(c.SemanticModel.SyntaxTree, c.CancellationToken))
                {
                    Check(c);
                }
            });
        });
    }

    private static void Check(SemanticModelAnalysisContext context)
    {
        var model = context.SemanticModel;
        var reported = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var list in model.SyntaxTree.GetRoot(context.CancellationToken).DescendantNodes().OfType<AttributeListSyntax>())
        {
            if (IsOnBackingField(list, model, context.CancellationToken) && model.GetDeclaredSymbol(list.Parent!, context.CancellationToken) is { } property)
            {
                context.ReportDiagnostic(Diagnostic.Create(Rule, PlaceOf(list.Parent!, property), ManifestMembers.NameOf(property), "[field: Manifest] marks a field that has no name: write [Manifest]"));
                continue;
            }

            foreach (var (symbol, place) in MarkedBy(list, model, context.CancellationToken))
            {
                if (ManifestMembers.IsManifest(symbol) && reported.Add(symbol) && ManifestMembers.Classify(symbol).Problems is { Count: > 0 } problems)
                {
                    context.ReportDiagnostic(Diagnostic.Create(Rule, place, ManifestMembers.NameOf(symbol), string.Join("; ", problems)));
                }
            }
        }
    }

    /// <summary>What an attribute list stands at, and where its name is.</summary>
    private static IEnumerable<(ISymbol Symbol, Location Place)> MarkedBy(AttributeListSyntax list, SemanticModel model, CancellationToken cancellationToken)
    {
        switch (list.Parent)
        {
            case BaseFieldDeclarationSyntax fields:
                foreach (var variable in fields.Declaration.Variables)
                {
                    if (model.GetDeclaredSymbol(variable, cancellationToken) is { } field)
                    {
                        yield return (field, variable.Identifier.GetLocation());
                    }
                }

                break;
            case ParenthesizedLambdaExpressionSyntax lambda when model.GetSymbolInfo(lambda, cancellationToken).Symbol is { } function:
                yield return (function, lambda.ArrowToken.GetLocation());
                break;

            // [property: Manifest] on a parameter of a record marks the property that comes of it.
            case ParameterSyntax parameter when model.GetDeclaredSymbol(parameter, cancellationToken) is { ContainingSymbol.ContainingType: { IsRecord: true } record } declared:
                foreach (var member in record.GetMembers(declared.Name))
                {
                    yield return (member, parameter.Identifier.GetLocation());
                }

                break;
            case { } marked when model.GetDeclaredSymbol(marked, cancellationToken) is { } symbol:
                yield return (symbol, PlaceOf(marked, symbol));
                break;
        }
    }

    private static Location PlaceOf(SyntaxNode marked, ISymbol symbol) => symbol.Locations.FirstOrDefault(l => l.SourceTree == marked.SyntaxTree) ?? marked.GetLocation();

    // That is the field that the compiler makes, which nothing can name.
    private static bool IsOnBackingField(AttributeListSyntax list, SemanticModel model, CancellationToken cancellationToken) =>
        list is { Parent: PropertyDeclarationSyntax, Target: { } target } && target.Identifier.IsKind(SyntaxKind.FieldKeyword)
        && list.Attributes.Any(a => model.GetTypeInfo(a, cancellationToken).Type?.ToDisplayString() == ManifestMembers.AttributeName);
}
