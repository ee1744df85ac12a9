using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules;

/// <summary>The images of an object, wherever in it a container or an image volume stands; and the object with those that the lock gives a digest.</summary>
public static class ImageUses
{
    private static readonly JudgeContext Unlocked = new();

    /// <summary>The images that an object names.</summary>
    /// <param name="root">The object, with its types.</param>
    /// <returns>The references, as they stand there; those that are none are left out.</returns>
    public static IEnumerable<ImageReference> In(Node root) =>
        Places(new(root), ImageUse.Type.Types).Select(place => new ImageUse(place, Unlocked).Image.Reference).OfType<ImageReference>();

    /// <summary>An object as it is emitted with a lock: each tag that has an entry with its digest behind it.</summary>
    /// <param name="root">The object, with its types.</param>
    /// <param name="imageLock">The lock.</param>
    /// <returns>The object; the same one where nothing of it is in the lock.</returns>
    public static Mapping Pin(Mapping root, ImageLock imageLock) => (Mapping)Pin(root, new JudgeContext { ImageLock = imageLock });

    /// <summary>The mappings of some types in a tree.</summary>
    internal static IEnumerable<TreePlace> Places(TreePlace place, IReadOnlyList<string> types)
    {
        if (place.Node is Mapping mapping)
        {
            if (mapping.Type is { } type && types.Contains(type.Name))
            {
                yield return place;
            }

            foreach (var found in mapping.Entries.Where(entry => entry.Value is not Scalar).SelectMany(entry => Places(place.Entry(entry), types)))
            {
                yield return found;
            }
        }
        else
        {
            foreach (var found in place.Items.Where(item => item.Node is not Scalar).SelectMany(item => Places(item, types)))
            {
                yield return found;
            }
        }
    }

    private static Node Pin(Node node, JudgeContext context)
    {
        switch (node)
        {
            case Mapping mapping:
                foreach (var entry in mapping.EntryArray)
                {
                    var below = Pin(entry.Value, context);
                    mapping = ReferenceEquals(below, entry.Value) ? mapping : mapping.With(entry.Key, below);
                }

                return mapping.Type is { } type && ImageUse.Type.Types.Contains(type.Name) && new ImageUse(new(mapping), context).Image is { IsInLock: true } image
                    ? mapping.With(image.Field.Key, Scalar.String(image.Emitted, image.Node.Origin))
                    : mapping;
            case Sequence sequence:
                var items = sequence.Items.Select(item => item is Scalar ? item : Pin(item, context)).ToList();
                return items.Zip(sequence.Items, ReferenceEquals).All(isSame => isSame) ? sequence : new Sequence(items, sequence.IsOpen, sequence.Origin);
            default:
                return node;
        }
    }
}
