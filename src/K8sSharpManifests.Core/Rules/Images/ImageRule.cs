using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Images;

/// <summary>A rule about what has an image: a container of any list, or an image volume.</summary>
internal abstract class ImageRule : Rule<ImageUse>
{
    protected sealed override SubjectType<ImageUse> On => ImageUse.Type;

    protected override Node At(ImageUse use) => use.Image.Node;

    protected override IReadOnlyList<string> MessageArguments(ImageUse use) => [use.Image.Text];
}
