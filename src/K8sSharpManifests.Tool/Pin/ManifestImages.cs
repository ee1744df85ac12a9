using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules.Views;
using K8sSharpManifests.Tool.Manifests;
using K8sSharpManifests.Tool.Output;

namespace K8sSharpManifests.Tool.Pin;

/// <summary>Finds the images of objects that a lock is to know.</summary>
internal sealed class ManifestImages
{
    private readonly SortedDictionary<string, PinnedImage> _images = new(StringComparer.Ordinal);
    private readonly List<string> _wrong = [];

    /// <summary>The images, by what the lock calls them.</summary>
    public IReadOnlyCollection<PinnedImage> Images => _images.Values;

    /// <summary>The images that the project makes itself, by what the lock would call them: their digests are those that it pushes.</summary>
    public IReadOnlySet<string> Own { get; init; } = new HashSet<string>();

    /// <summary>What the lock may not tell.</summary>
    public required HiddenSecrets Secrets { get; init; }

    /// <summary>What stands where an image should, and is none: its text, why, and where it stands.</summary>
    public IReadOnlyList<string> Wrong => _wrong;

    /// <summary>Takes the images of objects that are applied together: pods are pulled for with the secrets that are among them.</summary>
    /// <param name="group">The objects.</param>
    public void Add(ManifestGroup group)
    {
        foreach (var root in group.Objects)
        {
            // A patch names no image where it leaves it as it is.
            foreach (var use in PodImages.Of(root, new(group.OptionsOf(root), group.Index)).Where(use => use.Image.Node is Scalar && !use.ImagePullPolicy.Is("Never").IsTrue))
            {
                Add(use, root, group.HasLines);
            }
        }
    }

    private void Add(ImageUse use, Mapping root, bool hasLines)
    {
        var place = PodImages.Place(use, root, hasLines);
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

        if (Secrets.Redact(key) != key)
        {
            _wrong.Add($"'{key}' is made of a secret, and the lock would tell it ({place}): make it of a value (context.Value), or name it in k8s_unlocked_images");
            return;
        }

        if (!_images.TryGetValue(key, out var known))
        {
            _images.Add(key, known = new(key, image) { Place = place });
        }

        var credentials = PullCredentials.Of(PodImages.PodAround(use), image);
        known.Credentials.AddRange(credentials.Items.Where(item => known.Credentials.All(pair => pair.Credential != item.Credential)));
    }
}
