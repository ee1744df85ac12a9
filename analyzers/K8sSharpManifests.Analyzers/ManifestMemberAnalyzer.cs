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
        "K8sSharpManifests",
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
        context.RegisterSymbolAction(
            c => Check(c.Symbol, c.Symbol.Locations[0], c.ReportDiagnostic), SymbolKind.Property, SymbolKind.Field, SymbolKind.Method);

        // The compiler allows the attribute in these places too, and symbol actions do not see them.
        context.RegisterSyntaxNodeAction(CheckFunction, SyntaxKind.LocalFunctionStatement, SyntaxKind.ParenthesizedLambdaExpression);
        context.RegisterSyntaxNodeAction(CheckBackingField, SyntaxKind.AttributeTargetSpecifier);
    }

    private static void Check(ISymbol symbol, Location location, Action<Diagnostic> report)
    {
        if (!ManifestMembers.IsManifest(symbol))
        {
            return;
        }

        var problems = ManifestMembers.Classify(symbol).Problems;
        if (problems.Count > 0)
        {
            report(Diagnostic.Create(Rule, location, ManifestMembers.NameOf(symbol), string.Join("; ", problems)));
        }
    }

    private static void CheckFunction(SyntaxNodeAnalysisContext context)
    {
        switch (context.Node)
        {
            case LocalFunctionStatementSyntax { AttributeLists.Count: > 0 } function
                when context.SemanticModel.GetDeclaredSymbol(function, context.CancellationToken) is { } symbol:
                Check(symbol, function.Identifier.GetLocation(), context.ReportDiagnostic);
                break;
            case ParenthesizedLambdaExpressionSyntax { AttributeLists.Count: > 0 } lambda
                when context.SemanticModel.GetSymbolInfo(lambda, context.CancellationToken).Symbol is { } symbol:
                Check(symbol, lambda.ArrowToken.GetLocation(), context.ReportDiagnostic);
                break;
        }
    }

    // [field: Manifest] marks the field that the compiler makes, which nothing can name.
    private static void CheckBackingField(SyntaxNodeAnalysisContext context)
    {
        if (context.Node is not AttributeTargetSpecifierSyntax { Parent: AttributeListSyntax list } specifier
            || !specifier.Identifier.IsKind(SyntaxKind.FieldKeyword)
            || list.Parent is not PropertyDeclarationSyntax property)
        {
            return;
        }

        foreach (var attribute in list.Attributes)
        {
            if (context.SemanticModel.GetTypeInfo(attribute, context.CancellationToken).Type?.ToDisplayString() == ManifestMembers.AttributeName
                && context.SemanticModel.GetDeclaredSymbol(property, context.CancellationToken) is { } symbol)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Rule,
                    property.Identifier.GetLocation(),
                    ManifestMembers.NameOf(symbol),
                    "[field: Manifest] marks a field that has no name: write [Manifest]"));
            }
        }
    }
}
