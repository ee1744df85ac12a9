using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules;

/// <summary>Runs all rules over a tree. It never throws, whatever the tree holds, and keeps nothing between calls.</summary>
public static class Judge
{
    /// <summary>What is certainly wrong with a tree, and was not decided by an earlier stage.</summary>
    /// <param name="root">The tree, as a front end read it.</param>
    /// <param name="context">What the rules know beside the tree.</param>
    /// <param name="shape">What the root is.</param>
    /// <returns>The findings, ordered by rule, then by place.</returns>
    public static IReadOnlyList<Finding> Run(Node root, JudgeContext context, TreeShape shape = TreeShape.Object)
    {
        var findings = new List<Finding>();
        Apply(new JudgedTree(root, context, shape), null, findings);
        return findings;
    }

    /// <summary>What every rule says of every place of a tree, also where it says "unknown" or "fine".</summary>
    /// <param name="root">The tree, as a front end read it.</param>
    /// <param name="context">What the rules know beside the tree.</param>
    /// <param name="shape">What the root is.</param>
    /// <returns>The verdicts, ordered by rule, then by place.</returns>
    public static IReadOnlyList<Verdict> Verdicts(Node root, JudgeContext context, TreeShape shape = TreeShape.Object)
    {
        var verdicts = new List<Verdict>();
        Apply(new JudgedTree(root, context, shape), verdicts, null);
        return verdicts;
    }

    /// <summary>What <see cref="Run(Node, JudgeContext, TreeShape)"/> and <see cref="Verdicts"/> say, from judging the tree once.</summary>
    /// <param name="root">The tree, as a front end read it.</param>
    /// <param name="context">What the rules know beside the tree.</param>
    /// <param name="shape">What the root is.</param>
    /// <param name="verdicts">The verdicts, ordered by rule, then by place.</param>
    /// <returns>The findings, ordered by rule, then by place.</returns>
    public static IReadOnlyList<Finding> Run(Node root, JudgeContext context, TreeShape shape, out IReadOnlyList<Verdict> verdicts)
    {
        var findings = new List<Finding>();
        var all = new List<Verdict>();
        Apply(new JudgedTree(root, context, shape), all, findings);
        verdicts = all;
        return findings;
    }

    private static void Apply(JudgedTree tree, List<Verdict>? verdicts, List<Finding>? findings)
    {
        foreach (var rule in RuleCatalog.Rules)
        {
            rule.Judge(tree, verdicts, findings);
        }
    }
}
