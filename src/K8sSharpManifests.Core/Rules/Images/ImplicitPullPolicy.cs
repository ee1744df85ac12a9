using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Images;

/// <summary>For teams that want the policy to be seen in the code.</summary>
internal sealed class ImplicitPullPolicy : ImageRule
{
    public override RuleInfo Info { get; } = new("K8S110", Severity.Off,
        title: "Pull policy left to the tag",
        message: "'{0}' leaves the pull policy to its tag: the API server makes it {1} when the object is created, and keeps that when the tag changes");

    protected override Truth IsViolated(ImageUse use) =>
        use.IsPolicyOmitted & use.Image.IsReference;

    protected override IReadOnlyList<string> MessageArguments(ImageUse use) => [use.Image.Text, Implicit(use)];

    protected override IEnumerable<Fix> Fixes(ImageUse use) =>
        [use.SetPullPolicy(Implicit(use), isSafeForFixAll: true)];

    private static string Implicit(ImageUse use) => use.Image.Reference!.ImplicitPullPolicy;
}
