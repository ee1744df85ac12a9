using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Images;

/// <summary>The tag means nothing beside a digest, but for the policy that is computed from it.</summary>
internal sealed class LatestWithDigest : ImageRule
{
    public override RuleInfo Info { get; } = new("K8S111", Severity.Info,
        title: "Tag 'latest' beside a digest",
        message: "'{0}' is pulled by its digest, and 'latest' beside that only makes the pull policy Always: each start asks the registry for what the node has");

    protected override Truth IsViolated(ImageUse use) =>
        use.Image.IsLatest & use.Image.HasDigest & use.IsPolicyOmitted;

    protected override IReadOnlyList<string> MessageArguments(ImageUse use) => [use.Image.Emitted];

    // Where the digest comes from the lock, the tag is what it is looked up by.
    protected override IEnumerable<Fix> Fixes(ImageUse use) =>
        [use.Image.IsInLock ? use.SetPullPolicy("IfNotPresent", isSafeForFixAll: true) : use.Image.ChangeTo(WithoutTag(use.Image.Text), isSafeForFixAll: true)];

    private static string WithoutTag(string text) => text.Replace(":latest@", "@");
}
