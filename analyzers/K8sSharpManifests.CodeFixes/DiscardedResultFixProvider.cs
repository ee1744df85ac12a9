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
            ILocalSymbol local => !local.IsForEach && !local.IsUsing && !local.IsConst && !local.IsFixed && local.RefKind != RefKind.RefReadOnly && IsNeeded(local, statement, model, cancellationToken),
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

    // A local that nobody reads any more would only silence the warning. What another thrown-away call begins with is not read either.
    private static bool IsNeeded(ILocalSymbol local, StatementSyntax statement, SemanticModel model, CancellationToken cancellationToken)
    {
        if (local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is not { } declaration)
        {
            return false;
        }

        // It comes again to what stands before it: in a loop around it, and where it, or what stands there, is in a function of its own.
        var whole = declaration.AncestorsAndSelf().First(n => n is MemberDeclarationSyntax or CompilationUnitSyntax);
        var again = statement.Ancestors().TakeWhile(n => !n.Contains(declaration)).LastOrDefault(n => n is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax);
        return whole.DescendantNodes().OfType<IdentifierNameSyntax>().Any(use =>
            use.Identifier.ValueText == local.Name
            && (use.SpanStart > statement.Span.End || again?.Span.Contains(use.Span) == true || FunctionOf(use) != FunctionOf(statement))
            && !statement.Span.Contains(use.Span)
            && !(use.Parent is AssignmentExpressionSyntax assignment && assignment.Left == use)
            && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(use, cancellationToken).Symbol, local)
            && !(use.FirstAncestorOrSelf<StatementSyntax>() is ExpressionStatementSyntax { Expression: var other } && DiscardedResults.Receiver(other, model, cancellationToken) == use));

        static SyntaxNode? FunctionOf(SyntaxNode node) => node.Ancestors().FirstOrDefault(n => n is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);
    }

    private static bool HasTypeOf(ExpressionSyntax receiver, ExpressionSyntax result, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetTypeInfo(receiver, cancellationToken).Type is { } held && model.GetTypeInfo(result, cancellationToken).Type is { } given && SymbolEqualityComparer.Default.Equals(held, given);
}
