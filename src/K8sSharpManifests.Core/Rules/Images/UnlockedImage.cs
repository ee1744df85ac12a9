using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Images;

/// <summary>Who keeps a lock wants every tag in it. That an entry is used by nobody only the whole build can tell, and it says so under the same id.</summary>
internal sealed class UnlockedImage : ImageRule
{
    public override RuleInfo Info { get; } = new("K8S123", Severity.Warning,
        title: "Image lock that is out of date",
        message: "'{0}' is not in {1}, so it is emitted without a digest: run 'k8ssharp pin', or name it in k8s_unlocked_images");

    protected override Truth IsViolated(ImageUse use) =>
        use.Image.IsMissingInLock(use.Context.Options) & !use.ImagePullPolicy.Is("Never");

    protected override IReadOnlyList<string> MessageArguments(ImageUse use) => [use.Image.Text, use.Context.ImageLock!.Name];
}
