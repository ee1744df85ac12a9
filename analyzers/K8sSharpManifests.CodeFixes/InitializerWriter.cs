using K8sSharpManifests.Core.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.CodeFixes;

/// <summary>Sets members in object initialisers.</summary>
internal sealed class InitializerWriter(SemanticModel model, CancellationToken cancellationToken)
{
    /// <summary>Sets the field of a fix, or appends to it.</summary>
    /// <param name="creation">The object's creation.</param>
    /// <param name="fix">The fix.</param>
    /// <param name="constant">The constant for its value, where there is one.</param>
    public IReadOnlyList<TextChange> Write(BaseObjectCreationExpressionSyntax creation, Fix fix, string? constant)
    {
        // The models give what would be a keyword a suffix.
        var type = model.GetTypeInfo(creation, cancellationToken).Type;
        var name = new[] { Dsl.Pascal(fix.Key), Dsl.Pascal(fix.Key) + "Property" }.FirstOrDefault(n => type?.GetMembers(n) is [IPropertySymbol]);
        if (name is null || creation.Initializer is not { RawKind: (int)SyntaxKind.ObjectInitializerExpression, Expressions.Count: > 0 } initializer)
        {
            return [];
        }

        // Collection expressions are new.
        var item = $"new() {{ Name = {Dsl.Literal(Dsl.ValueOf(fix))} }}";
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
                    (FixKind.Set, LiteralExpressionSyntax) => [new(assignment.Right.Span, Dsl.Literal(Dsl.ValueOf(fix)))],
                    (FixKind.Set, IdentifierNameSyntax or MemberAccessExpressionSyntax) => [new(assignment.Right.Span, constant ?? Dsl.Literal(Dsl.ValueOf(fix)))],
                    (FixKind.Append, CollectionExpressionSyntax { Elements.Count: 0 } list) => [new(TextSpan.FromBounds(list.OpenBracketToken.Span.End, list.CloseBracketToken.SpanStart), item)],
                    (FixKind.Append, CollectionExpressionSyntax list) => ListWriter.Append(list.Elements, item),
                    _ => [],
                };
            }
        }

        return ListWriter.Append(initializer.Expressions, $"{name} = {(fix.Kind == FixKind.Append ? $"[{item}]" : Dsl.Literal(Dsl.ValueOf(fix)))}");
    }
}
