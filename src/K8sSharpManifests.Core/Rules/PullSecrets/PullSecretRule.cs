using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.PullSecrets;

/// <summary>A rule about an item of a pod's imagePullSecrets.</summary>
internal abstract class PullSecretRule : Rule<PullSecret>
{
    protected sealed override SubjectType<PullSecret> On => PullSecret.Type;

    protected override Node At(PullSecret secret) => secret.Name.Exists.IsTrue ? secret.Name : secret.Node;

    protected override IReadOnlyList<string> MessageArguments(PullSecret secret) => [secret.Name.Text()];
}
