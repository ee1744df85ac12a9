using K8sSharpManifests.Core.Rules.Validity;

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

    /// <summary>Whether the API server is already said to refuse what stands at a place: one mistake is one finding, and the first that speaks of it is the most special.</summary>
    /// <remarks>What cannot be read is wrong in no other way: what an object around it has said already is taken back.</remarks>
    public bool HasValidityAt(TreePlace place, RuleInfo rule)
    {
        var index = findings.FindIndex(finding => finding.Info.IsValidity && finding.Path == place.Path);
        if (index < 0 || rule != WrongType.Rule)
        {
            return index >= 0;
        }

        findings.RemoveAt(index);
        return false;
    }

    /// <summary>Drops each warning of the API server's where an error is said of the same place: it is not accepted then.</summary>
    public void DropWarningsOfErrors()
    {
        if (findings.Count > 1)
        {
            findings.RemoveAll(finding => finding.Info == AcceptedWithWarning.Rule && HasValidityAt(finding.Place, finding.Info));
        }
    }
}
