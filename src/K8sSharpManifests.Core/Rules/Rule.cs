using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules;

/// <summary>
/// A rule: one small class in one file, found by <see cref="RuleCatalog"/>. Traversal and unknown values are the business of the bases
/// and the views.
/// </summary>
internal abstract class Rule
{
    public abstract RuleInfo Info { get; }

    /// <summary>Judges all places of a tree; collects what it is given a list for.</summary>
    public abstract void Judge(JudgedTree tree, List<Verdict>? verdicts, List<Finding>? findings);
}

/// <summary>A rule about one sort of place.</summary>
internal abstract class Rule<T> : Rule
    where T : class, ISubject
{
    public sealed override void Judge(JudgedTree tree, List<Verdict>? verdicts, List<Finding>? findings)
    {
        var subjects = Subjects(tree);
        for (var i = 0; i < subjects.Count; i++)
        {
            var subject = subjects[i];
            var truth = IsViolated(subject);
            verdicts?.Add(new(Info, subject.Path, truth));
            if (truth.IsTrue && findings is not null && !tree.Context.IsDecided(Info.Id, subject))
            {
                findings.Add(new(Info, At(subject), subject.Path, MessageArguments(subject), [.. Fixes(subject)]));
            }
        }
    }

    protected abstract IReadOnlyList<T> Subjects(JudgedTree tree);

    protected abstract Truth IsViolated(T subject);

    /// <summary>Where to point: at the wrong value; where one is absent, at the object that lacks it. Asked only of a violation.</summary>
    protected abstract Node At(T subject);

    protected abstract IReadOnlyList<string> MessageArguments(T subject);

    protected virtual IEnumerable<Fix> Fixes(T subject) => [];
}

/// <summary>A rule about a container of any list, or an image volume.</summary>
internal abstract class ContainerRule : Rule<Container>
{
    protected sealed override IReadOnlyList<Container> Subjects(JudgedTree tree) => tree.Containers;

    protected override Node At(Container container) => container.Image.Node;

    protected override IReadOnlyList<string> MessageArguments(Container container) => [container.Image.Text];
}

/// <summary>A rule about a pod, wherever its specification stands.</summary>
internal abstract class PodRule : Rule<Pod>
{
    protected sealed override IReadOnlyList<Pod> Subjects(JudgedTree tree) => tree.Pods;

    protected override Node At(Pod pod) => pod.Node;
}

/// <summary>A rule about an item of a pod's imagePullSecrets.</summary>
internal abstract class PullSecretRule : Rule<PullSecret>
{
    protected sealed override IReadOnlyList<PullSecret> Subjects(JudgedTree tree) => tree.PullSecrets;

    protected override Node At(PullSecret secret) => secret.Name.Exists.IsTrue ? secret.Name : secret.Node;

    protected override IReadOnlyList<string> MessageArguments(PullSecret secret) => [secret.Name.Text()];
}

/// <summary>A rule about an entry of a Secret's data.</summary>
internal abstract class SecretValueRule : Rule<SecretValue>
{
    protected sealed override IReadOnlyList<SecretValue> Subjects(JudgedTree tree) => tree.SecretValues;

    protected override Node At(SecretValue value) => value.Node;

    // Never the value: it is secret.
    protected override IReadOnlyList<string> MessageArguments(SecretValue value) => [value.Key];
}
