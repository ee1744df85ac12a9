namespace K8sSharpManifests.Core.Rules;

/// <summary>What the rules say of a tree, as they say it.</summary>
/// <param name="context">What they know beside the tree.</param>
/// <param name="verdicts">Takes what every rule says of every subject; null where nobody wants to know.</param>
/// <param name="findings">Takes what is certainly wrong.</param>
internal sealed class Judgement(JudgeContext context, List<Verdict>? verdicts, List<Finding> findings)
{
    public JudgeContext Context { get; } = context;

    /// <summary>Takes what a rule says of a place.</summary>
    /// <returns>Whether the rule is to describe what it has found.</returns>
    public bool Add(RuleInfo info, TreePlace place, Truth truth)
    {
        verdicts?.Add(new(info, place, truth));
        return truth.IsTrue && !Context.IsDecided(info.Id, place);
    }

    /// <summary>Takes what a rule has found.</summary>
    public void Add(Finding finding) => findings.Add(finding);
}
