using K8sSharpManifests.Core.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.CodeFixes;

/// <summary>Finds and extends chains of fluent calls.</summary>
internal sealed class ChainWriter(SemanticModel model, Dsl dsl, CancellationToken cancellationToken)
{
    /// <summary>The level that an expression makes; null where it makes something else.</summary>
    public FixLevel? LevelOf(ExpressionSyntax expression, IReadOnlyList<FixLevel> levels) =>
        TypeOf(expression) is { TypeKind: not TypeKind.Error } type ? levels.FirstOrDefault(level => level.IsOf(type, dsl)) : null;

    /// <summary>The end of the chain that begins with an expression, as far as it makes one of the levels; null where it never does.</summary>
    public ExpressionSyntax? End(ExpressionSyntax expression, IReadOnlyList<FixLevel> levels)
    {
        var end = LevelOf(expression, levels) is null ? null : expression;
        for (var current = expression; current.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access
            && access.Expression == current && LevelOf(call, levels) is not null; current = call)
        {
            end = call;
        }

        return end;
    }

    /// <summary>The calls of a chain, the last first.</summary>
    public static IEnumerable<InvocationExpressionSyntax> Calls(ExpressionSyntax end)
    {
        for (var current = end; current is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call; current = access.Expression)
        {
            yield return call;
        }
    }

    /// <summary>The result of the lambda in a call that configures one of the levels; null where there is none to extend.</summary>
    public ExpressionSyntax? Configuration(ExpressionSyntax call, IReadOnlyList<FixLevel> levels)
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
            if (result is InvocationExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax
                    or BaseObjectCreationExpressionSyntax or WithExpressionSyntax or ParenthesizedExpressionSyntax
                && LevelOf(result, levels) is not null)
            {
                return result;
            }
        }

        return null;
    }

    /// <summary>The calls that could be added at the end of a chain.</summary>
    public IEnumerable<Written> WaysToCall(ExpressionSyntax end, IReadOnlyList<FixLevel> levels, FixChange change) =>
        LevelOf(end, levels) is { } level ? new FluentCallWriter(model, dsl, end.SpanStart).Calls(TypeOf(end)!, level, change) : [];

    /// <summary>Whether a call does something to just the place of a change.</summary>
    public bool IsOf(InvocationExpressionSyntax call, IReadOnlyList<FixLevel> levels)
    {
        if (LevelOf(call, levels) is not { } level || dsl.Called(call, model, cancellationToken) is not { } method)
        {
            return false;
        }

        var path = string.Join(".", level.Keys);
        var map = string.Join(".", level.Keys.Take(level.Keys.Count - 1));
        return dsl.Fluent.Meanings(method).Any(meaning => (meaning.Operation == FluentMeaning.Set && meaning.Path == path)
            || (meaning.Operation == FluentMeaning.Put && meaning.Path == map && call.ArgumentList.Arguments is [{ Expression: var key }, ..]
                && model.GetConstantValue(key, cancellationToken).Value as string == level.Keys[level.Keys.Count - 1]));
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

    /// <summary>Adds the lambda that a call could have taken to configure the innermost level.</summary>
    /// <returns>The ways to do so, each with the beginning of what it inserts, up to the lambda's first call.</returns>
    public IEnumerable<(IReadOnlyList<TextChange> Changes, string Head)> AddConfiguration(ExpressionSyntax expression, FixLevel level, FixChange change)
    {
        if (expression is not InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } invocation
            || dsl.Called(invocation, model, cancellationToken) is not { } called
            || called.Parameters.LastOrDefault() is not { IsOptional: true, Type: INamedTypeSymbol { DelegateInvokeMethod: { Parameters: [{ Type: var taken }] } delegated } } parameter
            || !SymbolEqualityComparer.Default.Equals(taken, delegated.ReturnType) || !level.IsOf(taken, dsl)
            || arguments.Any(a => a.Expression is AnonymousFunctionExpressionSyntax || a.NameColon?.Name.Identifier.ValueText == parameter.Name))
        {
            yield break;
        }

        var writer = new FluentCallWriter(model, dsl, invocation.SpanStart);
        var before = arguments.All(a => a.NameColon is null) && arguments.Count == parameter.Ordinal ? "" : parameter.Name + ": ";
        if (writer.ParameterName(taken, []) is { } name)
        {
            foreach (var call in writer.Calls(taken, level, change, name))
            {
                var changes = ListWriter.Append(arguments, $"{before}{name} => {name}{call.Text}");
                var inserted = changes[changes.Count - 1].NewText!;
                yield return (changes, inserted.Substring(0, inserted.Length - call.Text.Length));
            }
        }
    }

    public static TextChange Insert(int position, string inserted) => new(new TextSpan(position, 0), inserted);

    /// <summary>The line ending of a text: that of its first line.</summary>
    public static string NewLine(SourceText text) => text.Lines[0] is var line && line.EndIncludingLineBreak - line.End == 2 ? "\r\n" : "\n";

    private ITypeSymbol? TypeOf(ExpressionSyntax expression) => model.GetTypeInfo(expression, cancellationToken).Type;
}
