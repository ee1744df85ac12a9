using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules.Views;
using K8sSharpManifests.Tool.Secrets;
using K8sSharpManifests.Yaml;

namespace K8sSharpManifests.Tool.Diff;

/// <summary>
/// Finds what apply does not change: fields that a manifest leaves out, that nobody applied before, and that are stored with something else than a new object would get. Above all a pull policy, which the server has
/// stored by the tag that the image had when the object was made.
/// </summary>
internal static class KeptFields
{
    /// <summary>Finds them.</summary>
    /// <param name="live">The object as it is stored.</param>
    /// <param name="manifest">Its manifest.</param>
    /// <param name="last">What was applied before.</param>
    /// <param name="isAlwaysPullRequired">Whether the admission plugin AlwaysPullImages sets the policies.</param>
    public static IReadOnlyList<KeptField> Of(Mapping live, Mapping manifest, Node last, bool isAlwaysPullRequired) => [.. Find(live, manifest, last, "").Where(kept => !isAlwaysPullRequired || !kept.IsDifference)];

    private static IEnumerable<KeptField> Find(Mapping live, Mapping manifest, Node last, string path)
    {
        foreach (var field in manifest.Type?.Fields ?? [])
        {
            var (stored, written, before) = (live.Get(field.Key), manifest.Get(field.Key), last.Get(field.Key));
            var place = TreePath.Child(path, field.Key);
            if (written is Missing && before is Missing && stored is Scalar value && Meaning.Default(field, manifest) is { } meant && !Meaning.IsNone(value, field, manifest))
            {
                var stays = SecretText.IsSecret(value.Text) ? SecretText.Shown : value.Text;
                yield return field.Key is "imagePullPolicy" or "pullPolicy" ? Policy(place, field.Key, stays, meant, live, manifest)
                    : new(place, stays, meant, $"stays {stays}: the manifest leaves it out, and somebody else has set it; a new object would get {meant}");
            }
            else if (stored is Mapping inner && written is Mapping own)
            {
                foreach (var kept in Find(inner, own, before, place))
                {
                    yield return kept;
                }
            }
            else if (stored is Sequence list && written is Sequence items && ListItems.ByKey(list, field) is { } old && ListItems.ByKey(items, field) is { } now)
            {
                var byKey = old.ToDictionary(item => item.Key, item => item.Item);
                var beforeByKey = (before is Sequence applied ? ListItems.ByKey(applied, field) : null)?.ToDictionary(item => item.Key, item => item.Item);
                foreach (var kept in now.Where(item => byKey.ContainsKey(item.Key)).SelectMany(item => Find(byKey[item.Key], item.Item, beforeByKey?.GetValueOrDefault(item.Key) ?? (Node)Missing.Value, place + SecretText.Key(item.Key))))
                {
                    yield return kept;
                }
            }
        }
    }

    private static KeptField Policy(string place, string key, string stored, string meant, Mapping live, Mapping manifest)
    {
        var image = key == "pullPolicy" ? "reference" : "image";
        var (old, now) = (live.Get(image).Text(), manifest.Get(image));
        var field = manifest.Type!.Field(key)!;
        var because = Meaning.Default(field, live) == stored ? $"which the API server has stored for '{SecretText.Blotted(old)}'" : "which was stored for an image before";
        var where = now.Origin is YamlOrigin origin ? $" beside {origin.File}:{origin.Span.Line}" : " there";
        return new(place, stored, meant, $"stays {stored}, {because}: the manifest leaves it out, and apply does not change it. For '{SecretText.Blotted(now.Text())}' it should be {meant}: write '{key}: {meant}'{where}")
        {
            IsDifference = true,
        };
    }
}
