using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Images;

/// <summary>A mutable tag with IfNotPresent keeps whatever the node pulled first.</summary>
internal sealed class MutableTagMayGoStale : ImageRule
{
    public override RuleInfo Info { get; } = new("K8S106", Severity.Warning,
        title: "Mutable tag with IfNotPresent",
        message: "'{0}' can go stale: with IfNotPresent a node that has pulled it once keeps that image, and other nodes run newer ones");

    protected override Truth IsViolated(ImageUse use) =>
        use.Image.IsMutable & use.ImagePullPolicy.Is("IfNotPresent");

    protected override IEnumerable<Fix> Fixes(ImageUse use) =>
        [use.SetPullPolicy("Always", isSafeForFixAll: true), use.Image.PinTag()];
}
