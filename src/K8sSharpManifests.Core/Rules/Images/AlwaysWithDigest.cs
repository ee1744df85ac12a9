using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Images;

/// <summary>A digest names the content, so there is nothing newer to ask for.</summary>
internal sealed class AlwaysWithDigest : ImageRule
{
    public override RuleInfo Info { get; } = new("K8S109", Severity.Info,
        title: "Digest that is always pulled",
        message: "'{0}' is one and the same image for good: Always asks the registry at each start for what the node has, and no pod starts while the registry is down");

    protected override Truth IsViolated(ImageUse use) =>
        use.ImagePullPolicy.Is("Always") & use.Image.HasDigest & !use.Context.Options.IsAlwaysPullRequired;

    protected override IReadOnlyList<string> MessageArguments(ImageUse use) => [use.Image.Emitted];

    protected override IEnumerable<Fix> Fixes(ImageUse use) =>
        [use.SetPullPolicy("IfNotPresent", isSafeForFixAll: true)];
}
