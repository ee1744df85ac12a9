using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>The names through which a file changes objects: <c>A</c> and <c>B</c> in <c>A.B.C = 1</c> and in <c>A.B.Add(1)</c>.</summary>
internal static class ChangedNames
{
    // An editor makes a compilation for every key that is pressed, but only one of its files is another then.
    private static readonly ConditionalWeakTable<SyntaxTree, ImmutableHashSet<string>> Files = new();

    /// <summary>Whether code that can see a static field or property changes what it holds. An object in the hands of another variable is not seen.</summary>
    public static bool Contain(ISymbol member, Compilation compilation, CancellationToken cancellationToken) =>
        (member.DeclaredAccessibility == Accessibility.Private ? member.ContainingType.DeclaringSyntaxReferences.Select(r => r.SyntaxTree) : compilation.SyntaxTrees)
            .Any(tree => Of(tree, cancellationToken).Contains(member.Name));

    private static ImmutableHashSet<string> Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (!Files.TryGetValue(tree, out var names))
        {
            names = Files.GetValue(tree, _ => Find(tree.GetRoot(cancellationToken)));
        }

        return names;
    }

    private static ImmutableHashSet<string> Find(SyntaxNode root)
    {
        var names = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        var places = new HashSet<(SyntaxNode? Member, string Name)>();
        var others = new List<(SyntaxNode? Member, string Variable, ExpressionSyntax Held)>();
        foreach (var node in root.DescendantNodes())
        {
            if (node is VariableDeclaratorSyntax { Identifier.ValueText: var variable, Initializer.Value: var held })
            {
                others.Add((Member(node), variable, held));
            }

            var holder = node switch
            {
                AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax, Left: var left } => Holder(left),
                PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression, Operand: var operand } => Holder(operand),
                PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression, Operand: var operand } => Holder(operand),
                ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword, Expression: var given } => Holder(given),
                InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } call } when Assignments.IsMutator(name) => call.Expression,
                _ => null,
            };
            Add(holder);
        }

        // What changes through a local changes where the local got it.
        while (others.RemoveAll(other => places.Contains((other.Member, other.Variable)) && Add(other.Held)) > 0)
        {
        }

        return names.ToImmutable();

        bool Add(ExpressionSyntax? place)
        {
            for (; place is not null; place = Holder(place))
            {
                if (place is SimpleNameSyntax or MemberAccessExpressionSyntax)
                {
                    var name = (place as SimpleNameSyntax ?? ((MemberAccessExpressionSyntax)place).Name).Identifier.ValueText;
                    names.Add(name);
                    places.Add((Member(place), name));
                }
            }

            return true;
        }
    }

    private static MemberDeclarationSyntax? Member(SyntaxNode node) => node.FirstAncestorOrSelf<MemberDeclarationSyntax>();

    /// <summary>What a place is a part of.</summary>
    private static ExpressionSyntax? Holder(ExpressionSyntax place) => place switch
    {
        MemberAccessExpressionSyntax access => access.Expression,
        ElementAccessExpressionSyntax element => element.Expression,
        ParenthesizedExpressionSyntax inner => inner.Expression,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression, Operand: var operand } => operand,
        _ => null,
    };
}
