using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Core.Rules.Views;
using K8sSharpManifests.Yaml;

namespace K8sSharpManifests.Tool.Pin;

/// <summary>Finds the images of objects that a lock is to know.</summary>
internal sealed class ManifestImages
{
    private const string PodType = "V1PodSpec";

    private readonly SortedDictionary<string, PinnedImage> _images = new(StringComparer.Ordinal);
    private readonly List<string> _wrong = [];

    /// <summary>The images, by what the lock calls them.</summary>
    public IReadOnlyCollection<PinnedImage> Images => _images.Values;

    /// <summary>The images that the project makes itself, by what the lock would call them: their digests are those that it pushes.</summary>
    public HashSet<string> Own { get; } = new(StringComparer.Ordinal);

    /// <summary>What stands where an image should, and is none: its text, why, and where it stands.</summary>
    public IReadOnlyList<string> Wrong => _wrong;

    /// <summary>Takes the images of objects that are applied together: pods are pulled for with the secrets that are among them.</summary>
    /// <param name="objects">The objects, with their types.</param>
    /// <param name="optionsOf">The options that hold for an object.</param>
    /// <param name="hasLines">Whether the lines that objects stand on mean anything to the user.</param>
    public void Add(IReadOnlyList<Mapping> objects, Func<Mapping, RuleOptions> optionsOf, bool hasLines)
    {
        var all = ObjectIndex.OfPart(objects, ExternalObjects.None);
        foreach (var root in objects)
        {
            var context = new JudgeContext(optionsOf(root), all);
            foreach (var place in ImageUses.Places(new(root), ImageUse.Type.Types))
            {
                var use = new ImageUse(place, context);
                if (use.Image.Node is Scalar && !use.ImagePullPolicy.Is("Never").IsTrue)
                {
                    Add(use, root, hasLines);
                }
            }
        }
    }

    private void Add(ImageUse use, Mapping root, bool hasLines)
    {
        var place = Place(use.Image.Node, root, hasLines);
        if (use.Image.Reference is not { } image)
        {
            _wrong.Add($"'{use.Image.Text}' is no image reference ({place})");
            return;
        }

        if (image.Digest is not null || use.Context.Options.IsUnlocked(image))
        {
            return;
        }

        var key = ImageLock.KeyOf(image);
        if (Own.Contains(key))
        {
            return;
        }

        if (!_images.TryGetValue(key, out var known))
        {
            _images.Add(key, known = new(key, image) { Place = place });
        }

        var secrets = PodAround(use.Place) is { } pod ? new Pod(pod, use.Context).EffectivePullSecrets.Items.Select(item => item.Secret).OfType<EmittedSecret>().ToList() : [];
        var names = secrets.SelectMany(secret => secret.Credentials.Select(credential => (credential, secret.Name))).DistinctBy(pair => pair.credential).ToDictionary(pair => pair.credential, pair => pair.Name);
        known.Credentials.AddRange(RegistryCredential.For(image, secrets.SelectMany(secret => secret.Credentials).Where(credential => credential.Password.Length > 0))
            .Where(credential => known.Credentials.All(pair => pair.Credential != credential)).Select(credential => (names[credential], credential)));
    }

    private static TreePlace? PodAround(TreePlace place)
    {
        TreePlace? around = place;
        while (around is not null && around.Node is not Mapping { Type.Name: PodType })
        {
            around = around.Parent;
        }

        return around;
    }

    private static string Place(Node image, Mapping root, bool hasLines)
    {
        var name = $"{root.Get("kind").Text()} '{root.Get("metadata").Get("name").Text()}'";
        return hasLines && image.Origin is YamlOrigin origin ? $"{origin.File}:{origin.Span.Line}, {name}" : name;
    }
}
