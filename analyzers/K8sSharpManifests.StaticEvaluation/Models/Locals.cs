using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>What the syntax of a member says of its locals, without binding anything.</summary>
internal static class Locals
{
    /// <summary>Whether a place stands in a constructor or init accessor: what such code assigns to its own object is no change of it.</summary>
    public static bool IsInConstructor(SyntaxNode place) =>
        place.FirstAncestorOrSelf<SyntaxNode>(n => n is MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax) is ConstructorDeclarationSyntax
        or AccessorDeclarationSyntax { Keyword.RawKind: (int)SyntaxKind.InitKeyword };

    /// <summary>Whether a name is declared in the member that it is used in.</summary>
    public static bool IsLocal(SyntaxNode use, string name) => Member(use) is { } member && member.DescendantNodes().Any(n => n switch
    {
        VariableDeclaratorSyntax o => o.Identifier.ValueText == name && member is not FieldDeclarationSyntax,
        ParameterSyntax o => o.Identifier.ValueText == name,
        SingleVariableDesignationSyntax o => o.Identifier.ValueText == name,
        ForEachStatementSyntax o => o.Identifier.ValueText == name,
        _ => false,
    });

    /// <summary>Whether a local holds nothing but what the member has just made: all that it gets are new objects.</summary>
    public static bool IsNew(SyntaxNode use, string name, int depth = 0)
    {
        if (Member(use) is not { } member)
        {
            return false;
        }

        var isDeclared = false;
        foreach (var node in member.DescendantNodes())
        {
            switch (node)
            {
                case VariableDeclaratorSyntax o when o.Identifier.ValueText == name:
                    isDeclared = true;
                    if (o.Initializer is { Value: var first } && !IsNewOrLocal(first))
                    {
                        return false;
                    }

                    break;
                case ParameterSyntax o when o.Identifier.ValueText == name:
                case SingleVariableDesignationSyntax d when d.Identifier.ValueText == name:
                case ForEachStatementSyntax f when f.Identifier.ValueText == name:
                case ArgumentSyntax { RefKindKeyword.RawKind: not 0, Expression: IdentifierNameSyntax r } when r.Identifier.ValueText == name:
                case RefExpressionSyntax { Expression: IdentifierNameSyntax q } when q.Identifier.ValueText == name:
                case ArgumentSyntax { Parent: TupleExpressionSyntax, Expression: IdentifierNameSyntax p } when p.Identifier.ValueText == name:
                    return false;
                case AssignmentExpressionSyntax { Left: var target, Right: var right } when Bare(target) is IdentifierNameSyntax left && left.Identifier.ValueText == name && !IsNewOrLocal(right):
                    return false;
            }
        }

        return isDeclared;

        // Another name of what another local holds.
        bool IsNewOrLocal(ExpressionSyntax value) => IsNew(value)
            || (value is IdentifierNameSyntax { Identifier.ValueText: var other } && other != name && depth < 4 && IsLocal(use, other) && IsNew(use, other, depth + 1));
    }

    public static bool IsNew(ExpressionSyntax value) => value switch
    {
        ObjectCreationExpressionSyntax { Type: GenericNameSyntax { Identifier.ValueText: "List" or "Dictionary" or "HashSet" } } or BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 } } or ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or CollectionExpressionSyntax or WithExpressionSyntax => true,
        _ => false,
    };

    public static ExpressionSyntax Bare(ExpressionSyntax expression)
    {
        while (expression is ParenthesizedExpressionSyntax { Expression: var inner })
        {
            expression = inner;
        }

        return expression;
    }

    public static SyntaxNode? Member(SyntaxNode use) => use.FirstAncestorOrSelf<MemberDeclarationSyntax>();
}
