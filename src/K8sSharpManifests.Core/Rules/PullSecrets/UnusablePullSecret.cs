using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.PullSecrets;

/// <summary>The type is right, and the content is not what the kubelet reads there.</summary>
internal sealed class UnusablePullSecret : PullSecretRule
{
    public override RuleInfo Info { get; } = new("K8S115", Severity.Error,
        title: "Pull secret without credentials",
        message: "'{0}' is of no use for pulling: {1}; {2}, or the pull ends in ErrImagePull");

    protected override Truth IsViolated(PullSecret secret) =>
        secret.IsNamed & secret.Is(s => s.Fault.Length > 0 && !s.IsRefused) & !secret.IsExternal;

    protected override IReadOnlyList<string> MessageArguments(PullSecret secret) =>
        [secret.Name.Text(), secret.Secret!.Fault + (secret.Secret.KubeletError.Length > 0 ? ", so that the kubelet pulls no image of the pod" : ""), secret.Secret.Remedy];
}
