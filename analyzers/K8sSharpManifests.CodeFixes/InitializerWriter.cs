using K8sSharpManifests.Analyzers;
using K8sSharpManifests.Core.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.CodeFixes;

/// <summary>Sets members in object initialisers.</summary>
internal sealed class InitializerWriter(SemanticModel model, SourceText text, CancellationToken cancellationToken)
{
    /// <summary>Sets the field of a fix, or appends to it.</summary>
    /// <param name="creation">The object's creation.</param>
    /// <param name="fix">The fix.</param>
    /// <param name="constant">The constant for its value, where there is one.</param>
    public IReadOnlyList<TextChange> Write(BaseObjectCreationExpressionSyntax creation, FixData fix, string? constant)
    {
        // The models give what would be a keyword a suffix.
        var type = model.GetTypeInfo(creation, cancellationToken).Type;
        var name = new[] { FixRenderer.Pascal(fix.Key), FixRenderer.Pascal(fix.Key) + "Property" }.FirstOrDefault(n => type?.GetMembers(n) is [IPropertySymbol]);
        if (name is null || creation.Initializer is not { RawKind: (int)SyntaxKind.ObjectInitializerExpression, Expressions.Count: > 0 } initializer)
        {
            return [];
        }

        var item = $"new() {{ Name = {FixRenderer.Literal(fix.Value)} }}";
        if (fix.Kind == FixKind.Append && ((CSharpParseOptions)creation.SyntaxTree.Options).LanguageVersion < LanguageVersion.CSharp12)
        {
            return [];
        }

        foreach (var expression in initializer.Expressions)
        {
            if (expression is AssignmentExpressionSyntax { Left: IdentifierNameSyntax left } assignment && left.Identifier.ValueText == name)
            {
                return (fix.Kind, assignment.Right) switch
                {
                    (FixKind.Set, LiteralExpressionSyntax) => [new(assignment.Right.Span, FixRenderer.Literal(fix.Value))],
                    (FixKind.Set, IdentifierNameSyntax or MemberAccessExpressionSyntax) => [new(assignment.Right.Span, constant ?? FixRenderer.Literal(fix.Value))],
                    (FixKind.Append, CollectionExpressionSyntax list) =>
                        [ChainWriter.Insert(list.CloseBracketToken.SpanStart, list.Elements.Count > list.Elements.SeparatorCount ? ", " + item : item)],
                    _ => [],
                };
            }
        }

        return Insert(initializer, $"{name} = {(fix.Kind == FixKind.Append ? $"[{item}]" : FixRenderer.Literal(fix.Value))}");
    }

    /// <summary>Adds a member at the end: on a line of its own where the last one has one.</summary>
    private IReadOnlyList<TextChange> Insert(InitializerExpressionSyntax initializer, string member)
    {
        var last = initializer.Expressions.Last();
        var hasTrailingComma = initializer.Expressions.SeparatorCount == initializer.Expressions.Count;
        var lastToken = hasTrailingComma ? initializer.Expressions.GetSeparators().Last() : last.GetLastToken();
        var line = text.Lines.GetLineFromPosition(last.SpanStart);
        var before = text.ToString(TextSpan.FromBounds(line.Start, last.SpanStart));
        if (before.Trim().Length > 0)
        {
            return [ChainWriter.Insert(lastToken.Span.End, (hasTrailingComma ? " " : ", ") + member + (hasTrailingComma ? "," : ""))];
        }

        // A comment beside the last member stays beside it.
        var comment = lastToken.TrailingTrivia.LastOrDefault(t => !t.IsKind(SyntaxKind.EndOfLineTrivia) && !t.IsKind(SyntaxKind.WhitespaceTrivia));
        var end = comment == default ? lastToken.Span.End : comment.Span.End;
        var added = ChainWriter.NewLine(text) + before + member + (hasTrailingComma ? "," : "");
        return hasTrailingComma ? [ChainWriter.Insert(end, added)]
            : end == lastToken.Span.End ? [ChainWriter.Insert(end, "," + added)]
            : [ChainWriter.Insert(lastToken.Span.End, ","), ChainWriter.Insert(end, added)];
    }
}
