using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.CodeFixes;

/// <summary>Finds and extends chains of fluent calls.</summary>
internal sealed class ChainWriter(SemanticModel model, Dsl dsl, CancellationToken cancellationToken)
{
    /// <summary>The end of the chain that begins with an expression, as far as the method can be called on it; null where it never can.</summary>
    public ExpressionSyntax? End(ExpressionSyntax expression, string method)
    {
        var end = Has(expression, method) || expression is BaseObjectCreationExpressionSyntax ? expression : null;
        for (var current = expression; current.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access
            && access.Expression == current && Has(call, method); current = call)
        {
            end = call;
        }

        return end;
    }

    /// <summary>The result of the lambda in a call that configures what the method can be called on; null where there is none to extend.</summary>
    public ExpressionSyntax? Configuration(ExpressionSyntax call, string method)
    {
        foreach (var argument in (call as InvocationExpressionSyntax)?.ArgumentList.Arguments ?? [])
        {
            var result = argument.Expression switch
            {
                LambdaExpressionSyntax { ExpressionBody: { } body } => body,
                LambdaExpressionSyntax { Block.Statements: [.., ReturnStatementSyntax { Expression: { } returned }] } lambda
                    when lambda.Block.DescendantNodes().OfType<ReturnStatementSyntax>().Count() == 1 => returned,
                _ => null,
            };
            if (result is InvocationExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax or BaseObjectCreationExpressionSyntax or ParenthesizedExpressionSyntax && Has(result, method))
            {
                return result;
            }
        }

        return null;
    }

    /// <summary>The argument of the method where the chain calls it already.</summary>
    public ExpressionSyntax? Existing(ExpressionSyntax end, string method)
    {
        for (var current = end; current is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call; current = access.Expression)
        {
            if (access.Name.Identifier.ValueText == method && call.ArgumentList.Arguments is [var argument])
            {
                return argument.Expression;
            }
        }

        return null;
    }

    /// <summary>Appends a call, on a line of its own where the last one has one.</summary>
    public IReadOnlyList<TextChange> Append(ExpressionSyntax end, string call)
    {
        if (end is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access })
        {
            var text = end.SyntaxTree.GetText(cancellationToken);
            var line = text.Lines.GetLineFromPosition(access.OperatorToken.SpanStart);
            var before = text.ToString(TextSpan.FromBounds(line.Start, access.OperatorToken.SpanStart));
            if (before.Trim().Length == 0)
            {
                // A comment beside the last call stays beside it.
                var comment = end.GetTrailingTrivia().LastOrDefault(t => !t.IsKind(SyntaxKind.EndOfLineTrivia) && !t.IsKind(SyntaxKind.WhitespaceTrivia));
                return [Insert(comment == default ? end.Span.End : comment.Span.End, NewLine(text) + before + call)];
            }
        }

        return [Insert(end.Span.End, call)];
    }

    /// <summary>Adds the lambda that a call could have taken to configure what it makes.</summary>
    public IReadOnlyList<TextChange> AddConfiguration(ExpressionSyntax expression, string method, string call)
    {
        if (expression is not InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } invocation
            || dsl.Called(invocation, model, cancellationToken) is not { } called
            || called.Parameters.LastOrDefault() is not { IsOptional: true, Type: INamedTypeSymbol { DelegateInvokeMethod: { Parameters: [{ Type: var taken }] } delegated } } parameter
            || !SymbolEqualityComparer.Default.Equals(taken, delegated.ReturnType) || !Has(taken, method, invocation.SpanStart)
            || arguments.Any(a => a.Expression is AnonymousFunctionExpressionSyntax || a.NameColon?.Name.Identifier.ValueText == parameter.Name))
        {
            return [];
        }

        var name = arguments.All(a => a.NameColon is null) && arguments.Count == parameter.Ordinal ? "" : parameter.Name + ": ";
        var container = new[] { "c", "container" }.FirstOrDefault(n => model.LookupSymbols(invocation.SpanStart, name: n).IsEmpty);
        return container is null ? [] : ListWriter.Append(arguments, $"{name}{container} => {container}{call}");
    }

    public static TextChange Insert(int position, string inserted) => new(new TextSpan(position, 0), inserted);

    /// <summary>The line ending of a text: that of its first line.</summary>
    public static string NewLine(SourceText text) => text.Lines[0] is var line && line.EndIncludingLineBreak - line.End == 2 ? "\r\n" : "\n";

    private bool Has(ExpressionSyntax expression, string method) =>
        model.GetTypeInfo(expression, cancellationToken).Type is { } type && Has(type, method, expression.SpanStart);

    // It takes one string, and gives what it was called on: then it can stand at the end of any chain.
    private bool Has(ITypeSymbol type, string method, int position) =>
        type.TypeKind != TypeKind.Error && model.LookupSymbols(position, type, method, includeReducedExtensionMethods: true)
            .Any(s => s is IMethodSymbol { Parameters: [{ Type.SpecialType: SpecialType.System_String }] } found && dsl.IsOwn(found)
                && SymbolEqualityComparer.Default.Equals(found.ReturnType, type));
}
