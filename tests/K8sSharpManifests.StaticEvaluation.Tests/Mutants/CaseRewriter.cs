using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>
/// Gives each case of each switch a guard, with a number, that can take the case away: one compiled assembly then holds all mutants, one of which is on at a time.
/// An alternative of a case (<c>A or B</c>) is a case of its own.
/// </summary>
internal sealed class CaseRewriter(List<string> mutants) : CSharpSyntaxRewriter
{
    /// <summary>What the guards call.</summary>
    public const string Switches = """
        internal static class Mutants
        {
            public static int Off = -1;
            public static readonly System.Collections.Generic.HashSet<int> Reached = new();
            public static bool Holds(int mutant) { Reached.Add(mutant); return mutant != Off; }
        }
        """;

    public override SyntaxNode? VisitSwitchExpressionArm(SwitchExpressionArmSyntax node)
    {
        var visited = (SwitchExpressionArmSyntax)base.VisitSwitchExpressionArm(node)!;
        return IsAnything(node.Pattern, node.WhenClause)
            ? visited
            : visited.WithWhenClause(Guard(node, node.Pattern, ((SwitchExpressionSyntax)node.Parent!).GoverningExpression, visited.WhenClause));
    }

    public override SyntaxNode? VisitCasePatternSwitchLabel(CasePatternSwitchLabelSyntax node)
    {
        var visited = (CasePatternSwitchLabelSyntax)base.VisitCasePatternSwitchLabel(node)!;
        return IsAnything(node.Pattern, node.WhenClause)
            ? visited
            : visited.WithWhenClause(Guard(node, node.Pattern, ((SwitchStatementSyntax)node.Parent!.Parent!).Expression, visited.WhenClause));
    }

    public override SyntaxNode? VisitCaseSwitchLabel(CaseSwitchLabelSyntax node)
    {
        var pattern = SyntaxFactory.ConstantPattern(node.Value.WithoutTrivia());
        return SyntaxFactory.CasePatternSwitchLabel(
            node.Keyword, pattern.WithLeadingTrivia(SyntaxFactory.Space), Guard(node, pattern, ((SwitchStatementSyntax)node.Parent!.Parent!).Expression, null), node.ColonToken);
    }

    // The last resort is no case: without it there is no switch.
    private static bool IsAnything(PatternSyntax pattern, WhenClauseSyntax? when) =>
        when is null && pattern is DiscardPatternSyntax or VarPatternSyntax { Designation: SingleVariableDesignationSyntax };

    private WhenClauseSyntax Guard(SyntaxNode node, PatternSyntax pattern, ExpressionSyntax governing, WhenClauseSyntax? when)
    {
        var guard = Alternatives(pattern).ToList() is { Count: > 1 } alternatives
            ? string.Join(" && ", alternatives.Select(a => $"(!({governing.WithoutTrivia()} is {a.WithoutTrivia()}) || Mutants.Holds({Add(node, a)}))"))
            : $"Mutants.Holds({Add(node, pattern)})";
        return SyntaxFactory.WhenClause(SyntaxFactory.ParseExpression(when is null ? guard : $"({when.Condition.WithoutTrivia()}) && {guard}").WithLeadingTrivia(SyntaxFactory.Space))
            .WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space);
    }

    private static IEnumerable<PatternSyntax> Alternatives(PatternSyntax pattern) => pattern switch
    {
        BinaryPatternSyntax { RawKind: (int)SyntaxKind.OrPattern } or => Alternatives(or.Left).Concat(Alternatives(or.Right)),
        ParenthesizedPatternSyntax inner => Alternatives(inner.Pattern),
        _ => [pattern],
    };

    private int Add(SyntaxNode node, PatternSyntax pattern)
    {
        var line = node.SyntaxTree.GetLineSpan(node.Span).StartLinePosition.Line + 1;
        mutants.Add($"{Path.GetFileName(node.SyntaxTree.FilePath)}({line}): {pattern.WithoutTrivia()}");
        return mutants.Count - 1;
    }
}
