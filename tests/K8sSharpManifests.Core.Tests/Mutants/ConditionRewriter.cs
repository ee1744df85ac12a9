using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace K8sSharpManifests.Core.Tests.Mutants;

/// <summary>
/// Gives each condition a switch, with a number, that makes it hold always, and one that makes it never hold: one compiled assembly then has all mutants, one of which is on
/// at a time. A condition is that of an if and of a <c>?:</c>, and each operand of <c>&amp;&amp;</c> and <c>||</c>.
/// </summary>
internal sealed class ConditionRewriter(List<string> mutants) : CSharpSyntaxRewriter
{
    /// <summary>What the conditions call. A loop or recursion that a mutant keeps from ending is ended.</summary>
    public const string Switches = """
        internal static class Mutants
        {
            private const int Most = 200_000;
            public static int On = -1;
            public static int Count;
            public static readonly System.Collections.Generic.HashSet<int> Reached = new();
            public static bool Off(int mutant) => !Is(mutant);
            public static bool Is(int mutant)
            {
                System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
                if (++Count > Most) { throw new System.TimeoutException(); }
                if (On < 0) { Reached.Add(mutant); }
                return mutant == On;
            }
        }
        """;

    public override SyntaxNode? VisitIfStatement(IfStatementSyntax node) =>
        ((IfStatementSyntax)base.VisitIfStatement(node)!) is var visited ? visited.WithCondition(Switched(node.Condition, visited.Condition)) : null;

    public override SyntaxNode? VisitConditionalExpression(ConditionalExpressionSyntax node) =>
        ((ConditionalExpressionSyntax)base.VisitConditionalExpression(node)!) is var visited ? visited.WithCondition(Switched(node.Condition, visited.Condition)) : null;

    public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        var visited = (BinaryExpressionSyntax)base.VisitBinaryExpression(node)!;
        return node.IsKind(SyntaxKind.LogicalAndExpression) || node.IsKind(SyntaxKind.LogicalOrExpression)
            ? visited.WithLeft(Switched(node.Left, visited.Left)).WithRight(Switched(node.Right, visited.Right))
            : visited;
    }

    private ExpressionSyntax Switched(ExpressionSyntax condition, ExpressionSyntax visited)
    {
        // What is made of operands has theirs.
        if (condition.DescendantNodesAndSelf().Any(n => n.IsKind(SyntaxKind.LogicalAndExpression) || n.IsKind(SyntaxKind.LogicalOrExpression)))
        {
            return visited;
        }

        // A variable that a condition declares has a value where it holds; of one that has it where it does not, nothing can be made.
        var declares = condition.DescendantNodes().Any(n => n is SingleVariableDesignationSyntax);
        if (declares && condition.DescendantNodesAndSelf().Any(n => n.IsKind(SyntaxKind.NotPattern) || n.IsKind(SyntaxKind.LogicalNotExpression)))
        {
            return visited;
        }

        var text = $"(({visited.WithoutTrivia().ToFullString()}) && Mutants.Off({Add(condition, "never")}))";
        if (!declares)
        {
            text = $"({text} || Mutants.Is({Add(condition, "always")}))";
        }

        return SyntaxFactory.ParseExpression(text).WithTriviaFrom(visited);
    }

    private int Add(ExpressionSyntax condition, string holds)
    {
        mutants.Add($"{Path.GetFileName(condition.SyntaxTree.FilePath)}({condition.GetLocation().GetLineSpan().StartLinePosition.Line + 1}): {holds} {condition.WithoutTrivia()}");
        return mutants.Count - 1;
    }
}
