using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Core.Rules.Views;
using K8sSharpManifests.Yaml;

namespace K8sSharpManifests.Tool.Manifests;

/// <summary>Finds the images of objects, and the pods that they are pulled for.</summary>
internal static class PodImages
{
    private const string PodType = "V1PodSpec";

    /// <summary>The containers and image volumes of an object, wherever they stand in it, those that name no image too.</summary>
    /// <param name="root">The object, with its types.</param>
    /// <param name="context">What is known beside it.</param>
    public static IEnumerable<ImageUse> Of(Mapping root, JudgeContext context) =>
        ImageUses.Places(new(root), ImageUse.Type.Types).Select(place => new ImageUse(place, context));

    /// <summary>The pod, or the template of one, that an image is pulled for; null where a container stands in no pod.</summary>
    public static Pod? PodAround(ImageUse use)
    {
        TreePlace? around = use.Place;
        while (around is not null && around.Node is not Mapping { Type.Name: PodType })
        {
            around = around.Parent;
        }

        return around is null ? null : new(around, use.Context);
    }

    /// <summary>Where an image stands, as messages tell it: <c>web.yaml:12, Deployment 'web'</c>.</summary>
    /// <param name="use">The image.</param>
    /// <param name="root">The object around it.</param>
    /// <param name="hasLines">Whether its line means anything to the user.</param>
    public static string Place(ImageUse use, Mapping root, bool hasLines)
    {
        var name = $"{root.Get("kind").Text()} '{root.Get("metadata").Get("name").Text()}'";
        return hasLines && (use.Image.Node.Origin ?? use.Place.Node.Origin) is YamlOrigin origin ? $"{origin.File}:{origin.Span.Line}, {name}" : name;
    }
}
