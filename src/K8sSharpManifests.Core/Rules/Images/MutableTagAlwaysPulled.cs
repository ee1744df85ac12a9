using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Images;

/// <summary>It runs, but not reproducibly.</summary>
internal sealed class MutableTagAlwaysPulled : ImageRule
{
    public override RuleInfo Info { get; } = new("K8S121", Severity.Info,
        title: "Mutable tag that is always pulled",
        message: "'{0}' is another image whenever its tag moves: Always keeps it current, but each start can run other code, and nobody can go back to what ran before; name a version");

    protected override Truth IsViolated(ImageUse use) =>
        use.Image.IsMutable & use.ImagePullPolicy.Is("Always");

    protected override IEnumerable<Fix> Fixes(ImageUse use) =>
        [use.Image.PinTag()];
}
