using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.PullSecrets;

/// <summary>A pull secret that does not exist is a mere event; what fails is the pull.</summary>
internal sealed class UnresolvedPullSecret : PullSecretRule
{
    public override RuleInfo Info { get; } = new("K8S113", Severity.Warning,
        title: "Pull secret that is not there",
        message: "'{0}' names no Secret that this build emits into the pod's namespace: unless somebody else makes it, private images end in ErrImagePull, then ImagePullBackOff; emit it, or declare it by External.Secret(\"{0}\")");

    protected override Truth IsViolated(PullSecret secret) =>
        secret.IsNamed & !secret.IsEmitted & !secret.IsInAnotherNamespace & !secret.IsElsewhere;
}
