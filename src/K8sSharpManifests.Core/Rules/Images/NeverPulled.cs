using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Images;

/// <summary>Never is for nodes that somebody else fills; who does says so by k8s_preloaded_images.</summary>
internal sealed class NeverPulled : ImageRule
{
    public override RuleInfo Info { get; } = new("K8S108", Severity.Warning,
        title: "Image that is never pulled",
        message: "'{0}' is never pulled: on a node that was not given it beforehand the kubelet says ErrImageNeverPull");

    protected override Truth IsViolated(ImageUse use) =>
        use.ImagePullPolicy.Is("Never") & use.Image.IsReference & !use.Image.IsPreloaded(use.Context.Options);

    protected override IEnumerable<Fix> Fixes(ImageUse use) =>
        [use.SetPullPolicy("IfNotPresent", isSafeForFixAll: !use.Image.IsMutable.IsTrue)];
}
