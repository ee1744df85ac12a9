using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Images;

/// <summary>
/// The API server takes almost any text for an image; the kubelet does not. Uppercase letters in the path are not this rule's business.
/// </summary>
internal sealed class MalformedImageReference : ImageRule
{
    public override RuleInfo Info { get; } = new("K8S101", Severity.Error,
        title: "Malformed image reference",
        message: "'{0}' is no image reference: {1}; {2}");

    protected override Truth IsViolated(ImageUse use) => use.Image.IsMalformed;

    protected override IReadOnlyList<string> MessageArguments(ImageUse use)
    {
        var text = use.Image.Text;
        var isRejected = text.Length == 0 || text.Trim().Length < text.Length;
        return
        [
            text,
            Reason(use.Image.Fault),
            isRejected ? "the API server rejects a pod with it" : "the kubelet says InvalidImageName and never starts the container",
        ];
    }

    protected override IEnumerable<Fix> Fixes(ImageUse use)
    {
        var text = WithoutScheme(use.Image.Text.Trim());
        if (ImageReference.TryParse(text, out _, out _))
        {
            yield return use.Image.ChangeTo(text, isSafeForFixAll: true);
        }
    }

    private static string WithoutScheme(string text)
    {
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        return scheme < 0 || text.IndexOf('/') < scheme ? text : text.Substring(scheme + "://".Length);
    }

    private static string Reason(ImageReferenceError fault) => fault switch
    {
        ImageReferenceError.Empty => "it is empty",
        ImageReferenceError.Whitespace => "it has white space",
        ImageReferenceError.Scheme => "it begins with a scheme, and an image has none",
        ImageReferenceError.HexName => "it is the bare id of an image, not a name",
        ImageReferenceError.InvalidDomain => "what stands before the first slash is no registry host",
        ImageReferenceError.PathTooLong => "its repository path is longer than 255 characters",
        ImageReferenceError.InvalidTag => "what follows the colon is no tag (at most 128 ASCII letters, digits, '_', '.', '-')",
        ImageReferenceError.InvalidDigest => "what follows the '@' is no digest (such as sha256 with 64 lowercase hex digits)",
        _ => "its repository path is not made of lowercase letters and digits, joined by '/', '.', '_', '__' or dashes",
    };
}
