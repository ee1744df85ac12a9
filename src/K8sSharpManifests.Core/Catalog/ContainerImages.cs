namespace K8sSharpManifests.Core;

/// <summary>
/// The images that the .NET SDK makes of a project's containers, as texts that the targets hand on: <c>Shop.Api=ghcr.io/acme/api:1.4.2|ghcr.io/acme/api:latest,Shop.Worker=…</c>. The project's own
/// one has no name, and stands there by its name as well. Neither a name nor a reference has one of these characters.
/// </summary>
public static class ContainerImages
{
    private const char Separator = ',';
    private const char Equal = '=';
    private const char TagSeparator = '|';

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text; null or empty for none.</param>
    /// <returns>The references of each project by its name, one for each tag, in the order of the tags.</returns>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Read(string? text)
    {
        var images = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var entry in (text ?? "").Split([Separator], StringSplitOptions.RemoveEmptyEntries))
        {
            if (entry.IndexOf(Equal) is >= 0 and var equal && entry.Substring(equal + 1).Split([TagSeparator], StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } references)
            {
                images[entry.Substring(0, equal)] = references;
            }
        }

        return images;
    }

    /// <summary>What the image lock calls all of them.</summary>
    /// <param name="images">The images, as <see cref="Read"/> gives them.</param>
    /// <returns>Their keys.</returns>
    public static IEnumerable<string> Keys(IReadOnlyDictionary<string, IReadOnlyList<string>> images) =>
        images.Values.SelectMany(references => references).Select(Key).Where(key => key.Length > 0).Distinct();

    private static string Key(string reference) => ImageReference.TryParse(reference, out var image, out _) ? ImageLock.KeyOf(image!) : "";
}
