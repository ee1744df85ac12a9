using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Images;

/// <summary>No tag means <c>latest</c>, which is easier to overlook than to read.</summary>
internal sealed class NoTagNoDigest : ImageRule
{
    public override RuleInfo Info { get; } = new("K8S105", Severity.Warning,
        title: "Image without tag and digest",
        message: "'{0}' has no tag, so the kubelet adds ':latest', and each start pulls what that is then: two pods can run different "
            + "code; name a version");

    protected override Truth IsViolated(ImageUse use) =>
        use.Image.IsUntagged & !use.Image.HasDigest & use.IsPolicyOmitted;

    protected override IEnumerable<Fix> Fixes(ImageUse use) => [use.Image.PinTag()];
}
