using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Images;

/// <summary>Never is for nodes that somebody else fills; who does says so by k8s_preloaded_images.</summary>
internal sealed class NeverPulled : ContainerRule
{
    public override RuleInfo Info { get; } = new("K8S108", Severity.Warning,
        title: "Image that is never pulled",
        message: "'{0}' is never pulled: on a node that was not given it beforehand the kubelet says ErrImageNeverPull");

    protected override Truth IsViolated(Container container) =>
        container.ImagePullPolicy.Is("Never") & container.Image.IsReference & !container.Image.IsPreloaded(container.Context.Options);

    protected override IEnumerable<Fix> Fixes(Container container) =>
        [Fix.Set(container.ImagePullPolicy, "IfNotPresent", $"Set {container.ImagePullPolicy.Key} to IfNotPresent", isSafeForFixAll: !container.Image.IsMutable.IsTrue)];
}
