using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.PullSecrets;

/// <summary>A pull secret that does not exist is a mere event; what fails is the pull.</summary>
internal sealed class UnresolvedPullSecret : PullSecretRule
{
    public override RuleInfo Info { get; } = new("K8S113", Severity.Warning,
        title: "Pull secret that is not there",
        message: "'{0}' is no Secret that this build emits into the pod's namespace: {1}");

    protected override Truth IsViolated(PullSecret secret) =>
        secret.IsNamed & !secret.IsEmitted & !secret.IsInAnotherNamespace & !secret.IsExternal;

    protected override IReadOnlyList<string> MessageArguments(PullSecret secret) =>
        [secret.Name.Text(), (secret.Near is { } near ? $"did you mean '{near}'? Else " : "") + $"emit it, or declare it by External.Secret(\"{secret.Name.Text()}\")"];
}
