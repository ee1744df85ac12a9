using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Images;

/// <summary>Registries take lowercase only; the API server takes anything.</summary>
internal sealed class UppercasePath : ImageRule
{
    public override RuleInfo Info { get; } = new("K8S102", Severity.Error,
        title: "Uppercase letters in an image's path",
        message: "'{0}' has uppercase letters in its repository path, and no repository has: the kubelet says InvalidImageName and never starts the container");

    protected override Truth IsViolated(ImageUse use) =>
        use.Image.HasUppercasePath;

    protected override IEnumerable<Fix> Fixes(ImageUse use) =>
        [use.Image.ChangeTo(use.Image.InLowercase, isSafeForFixAll: true)];
}
