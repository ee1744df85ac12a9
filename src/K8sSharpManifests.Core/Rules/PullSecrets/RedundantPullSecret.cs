using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.PullSecrets;

/// <summary>One that says nothing hides a mistake: a name that was meant to be there.</summary>
internal sealed class RedundantPullSecret : PullSecretRule
{
    public override RuleInfo Info { get; } = new("K8S119", Severity.Warning,
        title: "Empty or repeated pull secret",
        message: "'{0}' in imagePullSecrets does nothing: {1}");

    protected override Truth IsViolated(PullSecret secret) => !secret.IsNamed | secret.IsRepeated;

    protected override IReadOnlyList<string> MessageArguments(PullSecret secret) =>
        [secret.Name.Text(), secret.IsNamed.IsTrue ? "an entry before it names the same secret" : "an entry without a name is skipped by the kubelet, yet it keeps the ServiceAccount's secrets away from the pod"];

    protected override IEnumerable<Fix> Fixes(PullSecret secret) => [Fix.Remove(secret.Place, "Remove the entry", isSafeForFixAll: true)];
}
