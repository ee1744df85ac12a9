using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.PullSecrets;

/// <summary>The admission plugin copies the account's secrets only to a pod that has none.</summary>
internal sealed class ShadowedPullSecret : PodRule
{
    public override RuleInfo Info { get; } = new("K8S118", Severity.Warning,
        title: "Pull secrets that shadow the ServiceAccount's",
        message: "'{0}' is a pull secret of the ServiceAccount '{1}', and this pod does not get it: imagePullSecrets of its own take the place of the account's; name it here, too");

    protected override Truth IsViolated(Pod pod) => pod.HasPullSecret & pod.PullSecretsOfServiceAccount.Any(secret => IsMissing(secret, pod)) & !IsOpen(pod);

    protected override Node At(Pod pod) => pod.ImagePullSecrets.Node;

    protected override IReadOnlyList<string> MessageArguments(Pod pod) => [Missing(pod).First(), pod.ServiceAccountName.Text()];

    protected override IEnumerable<Fix> Fixes(Pod pod) => [pod.AddPullSecret(Missing(pod).First(), isStandIn: false)];

    private static IEnumerable<string> Missing(Pod pod) =>
        pod.PullSecretsOfServiceAccount.Items.Where(secret => IsMissing(secret, pod).IsTrue).Select(secret => secret.Name.Text());

    private static Truth IsMissing(PullSecret secret, Pod pod) => secret.IsNamed & !Truth.Any(pod.PullSecrets, own => own.Name.Text() == secret.Name.Text());

    private static Truth IsOpen(Pod pod) =>
        pod.ImagePullSecrets.Node is Sequence { IsOpen: true } || pod.PullSecrets.Any(secret => secret.Name is Unknown) ? Truth.Unknown : Truth.False;
}
