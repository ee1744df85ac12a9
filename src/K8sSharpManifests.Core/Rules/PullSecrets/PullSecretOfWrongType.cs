using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.PullSecrets;

/// <summary>An Opaque secret with a user name and a password is valid, and the kubelet does not look into it.</summary>
internal sealed class PullSecretOfWrongType : PullSecretRule
{
    public override RuleInfo Info { get; } = new("K8S114", Severity.Error,
        title: "Pull secret of the wrong type",
        message: "'{0}' is a Secret of type {1}, which the kubelet does not pull with: make it with K8s.RegistrySecret, or private images end in ErrImagePull");

    protected override Truth IsViolated(PullSecret secret) =>
        secret.IsNamed & secret.Is(s => !s.IsRegistrySecret) & !secret.IsExternal;

    protected override IReadOnlyList<string> MessageArguments(PullSecret secret) => [secret.Name.Text(), secret.Secret!.Type];
}
