using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.PullSecrets;

/// <summary>One finding a pod, at the first image that none of its secrets is for.</summary>
internal sealed class CredentialMissesRegistry : PodRule
{
    public override RuleInfo Info { get; } = new("K8S116", Severity.Warning,
        title: "Pull secrets for other registries",
        message: "'{0}' comes from {1}, and the pod's pull secrets are for {2}: unless that registry serves anyone, the pull ends in ErrImagePull");

    protected override Truth IsViolated(Pod pod) =>
        pod.EffectivePullSecrets is { Count: > 0 } secrets ? Misses(pod, secrets)
            : pod.Context.Secrets.IsSeen ? Truth.False
            : pod.AnyImage(use => use.NeedsPullSecret) & Truth.Unknown;

    protected override Node At(Pod pod) => First(pod).Image.Node;

    protected override IReadOnlyList<string> MessageArguments(Pod pod) =>
    [
        First(pod).Image.Text,
        First(pod).Image.Domain,
        string.Join(", ", pod.EffectivePullSecrets.SelectMany(secret => secret.Secret?.Keys ?? []).Select(key => key.Text).Distinct()),
    ];

    // Where one of the secrets is not seen into, it may be the one. Where one is wrong in itself, that is said, and comes first.
    private static Truth Misses(Pod pod, IReadOnlyList<PullSecret> secrets) =>
        pod.AnyImage(use => Misses(use, secrets)) & (pod.ImagePullSecrets.Node is Sequence { IsOpen: true } ? Truth.Unknown : Truth.True);

    private static Truth Misses(ImageUse use, IReadOnlyList<PullSecret> secrets)
    {
        var isMissed = use.NeedsPullSecret;
        foreach (var secret in secrets)
        {
            isMissed &= !secret.IsNamed | Misses(secret, use.Image);
        }

        return isMissed;
    }

    private static Truth Misses(PullSecret secret, ImageValue image) =>
        secret.IsElsewhere.IsFalse && secret.IsEmitted.IsTrue && secret.Secret is { } emitted
            ? !emitted.IsRegistrySecret || emitted.Fault.Length > 0 ? Truth.False
                : emitted.IsRedacted ? Truth.Unknown
                : image.Reference is { } reference ? !emitted.Keys.Any(key => key.Matches(reference))
                : Truth.Unknown
            : Truth.Unknown;

    private static ImageUse First(Pod pod) => pod.Images.First(use => Misses(use, pod.EffectivePullSecrets).IsTrue);
}
