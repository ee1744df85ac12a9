using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Images;

/// <summary>One finding a pod, however many private images it has: one list of secrets serves them all.</summary>
internal sealed class PrivateImageWithoutPullSecret : PodRule
{
    public override RuleInfo Info { get; } = new("K8S112", Severity.Warning,
        title: "Private image without a pull secret",
        message: "'{0}' comes from {1}, and neither the pod nor its ServiceAccount names a pull secret: "
            + "unless that registry serves anyone (k8s_public_registries) or the nodes have credentials for it (k8s_node_credential_registries), the pull ends in ErrImagePull");

    protected override Truth IsViolated(Pod pod) =>
        pod.AnyImage(use => use.NeedsPullSecret) & !pod.HasPullSecret & !pod.GetsPullSecretFromServiceAccount;

    protected override IReadOnlyList<string> MessageArguments(Pod pod)
    {
        var image = pod.Images.First(use => use.NeedsPullSecret.IsTrue).Image;
        return [image.Text, image.Domain];
    }

    protected override IEnumerable<Fix> Fixes(Pod pod) => [pod.AddPullSecret("regcred", isStandIn: true)];
}
