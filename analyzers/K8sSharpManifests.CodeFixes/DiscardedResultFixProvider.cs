using System.Collections.Immutable;
using System.Composition;
using K8sSharpManifests.Analyzers;
using K8sSharpManifests.StaticEvaluation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.CodeFixes;

/// <summary>Assigns a result that is thrown away to what the method was called on, where that can be assigned.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DiscardedResultFixProvider))]
[Shared]
public sealed class DiscardedResultFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiscardedResultAnalyzer.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
        {
            return;
        }

        var root = await model.SyntaxTree.GetRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root.FindToken(diagnostic.Location.SourceSpan.Start).Parent?.FirstAncestorOrSelf<StatementSyntax>() is not ExpressionStatementSyntax { Expression: var expression } statement
                || DiscardedResults.Receiver(expression, model, context.CancellationToken) is not { } receiver || !CanBeAssigned(receiver, statement, model, context.CancellationToken)
                || !HasTypeOf(receiver, expression, model, context.CancellationToken))
            {
                continue;
            }

            var text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
            var change = new TextChange(new(expression.SpanStart, 0), receiver + " = ");
            context.RegisterCodeFix(
                CodeAction.Create($"Assign the result to '{receiver}'", _ => Task.FromResult(context.Document.WithText(text.WithChanges(change))), DiscardedResultAnalyzer.Id), diagnostic);
        }
    }

    private static bool CanBeAssigned(ExpressionSyntax receiver, StatementSyntax statement, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetSymbolInfo(receiver, cancellationToken).Symbol switch
        {
            ILocalSymbol local => !local.IsForEach && !local.IsUsing && !local.IsConst && !local.IsFixed && local.RefKind != RefKind.RefReadOnly,
            IParameterSymbol { RefKind: RefKind.Ref or RefKind.Out } => true,
            IParameterSymbol { RefKind: RefKind.None } parameter => IsNeededAfter(parameter, statement),
            IFieldSymbol field => !field.IsReadOnly && !field.IsConst && IsSimple(receiver),
            IPropertySymbol { SetMethod: { IsInitOnly: false } setter } => model.IsAccessible(statement.SpanStart, setter) && IsSimple(receiver),
            _ => false,
        };

    // What is evaluated twice must be the same twice.
    private static bool IsSimple(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax or ThisExpressionSyntax or BaseExpressionSyntax or PredefinedTypeSyntax or GenericNameSyntax or AliasQualifiedNameSyntax => true,
        MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression } access => IsSimple(access.Expression),
        _ => false,
    };

    // Whoever gave it does not see what a parameter becomes, so that it must be used here.
    private static bool IsNeededAfter(IParameterSymbol parameter, StatementSyntax statement) =>
        statement.Ancestors().FirstOrDefault(n => n is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax) is { } function
        && function.DescendantNodes().OfType<IdentifierNameSyntax>().Any(n => n.SpanStart > statement.Span.End && n.Identifier.ValueText == parameter.Name);

    private static bool HasTypeOf(ExpressionSyntax receiver, ExpressionSyntax result, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetTypeInfo(receiver, cancellationToken).Type is { } held && model.GetTypeInfo(result, cancellationToken).Type is { } given && SymbolEqualityComparer.Default.Equals(held, given);
}
