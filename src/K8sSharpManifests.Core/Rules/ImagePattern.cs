namespace K8sSharpManifests.Core.Rules;

/// <summary>
/// Images by their names: <c>registry.acme.io/base/*</c>, <c>pause</c>, <c>app:dev-*</c>. A star stands for any run of characters. Without a tag it stands for all tags
/// and digests.
/// </summary>
internal sealed class ImagePattern
{
    private readonly string _name;
    private readonly string? _tag;

    private ImagePattern(string name, string? tag) => (_name, _tag) = (name, tag);

    public static ImagePattern? Parse(string text, out string reason)
    {
        var colon = text.LastIndexOf(':');
        var hasTag = colon > text.LastIndexOf('/');
        reason = text.IndexOfAny([' ', '\t', ';', '@']) >= 0 ? "an image is a name, perhaps with a tag, and others follow after a comma"
            : text.IndexOf("://", StringComparison.Ordinal) >= 0 ? "an image has no scheme"
            : hasTag && (colon == 0 || colon == text.Length - 1) ? "an image has a name before the colon and a tag after it"
            : "";
        return reason.Length > 0 ? null : hasTag ? new(text.Substring(0, colon), text.Substring(colon + 1)) : new(text, null);
    }

    // By the name that people write, and by the one that it is short for.
    public bool Matches(ImageReference image) =>
        (Matches(_name, image.FamiliarName) || Matches(_name, image.Domain + "/" + image.Path))
        && (_tag is null || (image.Digest is null && Matches(_tag, image.Tag ?? "latest")));

    private static bool Matches(string pattern, string text) => Glob.Matches(pattern, text, text.Length);
}
