using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Images;

/// <summary>Whoever writes the policy has thought about the tag; whoever leaves out both the policy and a version has not.</summary>
internal sealed class LatestTag : ImageRule
{
    public override RuleInfo Info { get; } = new("K8S104", Severity.Warning,
        title: "Tag 'latest'",
        message: "'{0}' is another image whenever 'latest' moves: each start pulls what it is then, so two pods can run different code; "
            + "name a version");

    protected override Truth IsViolated(ImageUse use) =>
        use.Image.IsLatest & !use.Image.HasDigest & use.IsPolicyOmitted;

    protected override IEnumerable<Fix> Fixes(ImageUse use) => [use.Image.PinTag()];
}
