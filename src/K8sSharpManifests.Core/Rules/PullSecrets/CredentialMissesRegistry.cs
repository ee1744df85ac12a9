using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.PullSecrets;

/// <summary>One finding a pod, at the first image that none of its secrets is for.</summary>
internal sealed class CredentialMissesRegistry : PodRule
{
    public override RuleInfo Info { get; } = new("K8S116", Severity.Warning,
        title: "Pull secrets for other registries",
        message: "'{0}' comes from {1}, and the pod's pull secrets are for {2}: unless that registry serves anyone, the pull ends in ErrImagePull");

    protected override Truth IsViolated(Pod pod) =>
        pod.AnyImage(use => IsMissed(use, pod));

    protected override Node At(Pod pod) => First(pod).Image.Node;

    protected override IReadOnlyList<string> MessageArguments(Pod pod) =>
    [
        First(pod).Image.Text,
        First(pod).Image.Domain,
        string.Join(", ", pod.EffectivePullSecrets.Items.SelectMany(secret => secret.Secret?.Keys ?? []).Select(key => key.Text).Distinct()),
    ];

    // Where one of the secrets is not seen into, it may be the one. Where one is wrong in itself, that is said, and comes first.
    private static Truth IsMissed(ImageUse use, Pod pod) =>
        use.NeedsPullSecret & pod.EffectivePullSecrets.HasItems & pod.EffectivePullSecrets.All(secret => !secret.IsNamed | Misses(secret, use.Image));

    private static Truth Misses(PullSecret secret, ImageValue image) =>
        secret.IsExternal.IsFalse && secret.IsEmitted.IsTrue && secret.Secret is { } emitted
            ? !emitted.IsRegistrySecret || emitted.Fault.Length > 0 ? Truth.False
                : emitted.IsRedacted ? Truth.Unknown
                : image.Reference is { } reference ? !emitted.Keys.Any(key => key.Matches(reference))
                : Truth.Unknown
            : Truth.Unknown;

    private static ImageUse First(Pod pod) => pod.Images.First(use => IsMissed(use, pod).IsTrue);
}
