using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Images;

/// <summary>For teams that want the policy to be seen in the code.</summary>
internal sealed class ImplicitPullPolicy : ContainerRule
{
    public override RuleInfo Info { get; } = new("K8S110", Severity.Off,
        title: "Pull policy left to the tag",
        message: "'{0}' leaves the pull policy to its tag: the API server makes it {1} when the object is created, and keeps that when the tag changes");

    protected override Truth IsViolated(Container container) =>
        container.IsPolicyOmitted & container.Image.IsReference;

    protected override IReadOnlyList<string> MessageArguments(Container container) => [container.Image.Text, Implicit(container)];

    protected override IEnumerable<Fix> Fixes(Container container) =>
        [Fix.Set(container.ImagePullPolicy, Implicit(container), $"Set {container.ImagePullPolicy.Key} to {Implicit(container)}", isSafeForFixAll: true)];

    private static string Implicit(Container container) => container.Image.Reference!.ImplicitPullPolicy;
}
