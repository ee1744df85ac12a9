namespace K8sSharpManifests.Core.Rules;

/// <summary>What the rules say of a tree.</summary>
/// <param name="Root">The tree.</param>
/// <param name="Findings">What is certainly wrong, ordered by rule, then by place.</param>
/// <param name="Verdicts">What each rule says of each place that it looks at.</param>
/// <param name="IsWhole">Whether there is a verdict for each place that a rule looks at: nothing is unknown in which there may be more of them.</param>
public sealed record JudgedTree(Node Root, IReadOnlyList<Finding> Findings, IReadOnlyList<Verdict> Verdicts, bool IsWhole);
