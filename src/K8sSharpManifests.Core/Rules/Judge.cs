namespace K8sSharpManifests.Core.Rules;

/// <summary>Runs all rules over a tree. It never throws, whatever the tree holds, and keeps nothing between calls.</summary>
public static class Judge
{
    /// <summary>What is certainly wrong with a tree, and was not decided by an earlier stage.</summary>
    /// <param name="root">The tree, as a front end read it: an object, or a part of one. What has no type in it is not judged, but what is in that.</param>
    /// <param name="context">What the rules know beside the tree.</param>
    /// <returns>The findings, ordered by rule, then by place.</returns>
    public static IReadOnlyList<Finding> Run(Node root, JudgeContext context) => Walk(root, context, null).Findings;

    /// <summary>All that the rules say of a tree, also where they say "unknown" or "fine".</summary>
    /// <param name="root">The tree, as a front end read it.</param>
    /// <param name="context">What the rules know beside the tree.</param>
    /// <returns>The findings and the verdicts.</returns>
    public static JudgedTree All(Node root, JudgeContext context) => Walk(root, context, []);

    private static JudgedTree Walk(Node root, JudgeContext context, List<Verdict>? verdicts)
    {
        var findings = new List<Finding>();
        var judgement = new Judgement(context, verdicts, findings);
        var isWhole = new TreeWalk(judgement).Visit(root);
        judgement.DropWarningsOfErrors();
        return new(root, Ordered(findings), verdicts is null ? [] : verdicts, isWhole);
    }

    private static IReadOnlyList<Finding> Ordered(List<Finding> findings) =>
        findings.Count < 2 ? findings : [.. findings.OrderBy(finding => finding.Info.Id, StringComparer.Ordinal)];
}
