namespace K8sSharpManifests.Core.Rules.Views;

/// <summary>
/// An image as it stands in a field. Everything is Unknown of an unknown one, and nothing is true of an absent one. Of one that is no
/// image reference only the fault is true: so the rule that reports the fault goes before every other, without saying so.
/// </summary>
internal sealed class ImageValue
{
    private const string Latest = "latest";

    private readonly ImageReference? _reference;

    public ImageValue(Field field)
    {
        Field = field;
        if (field.Node is Scalar { Kind: ScalarKind.String } scalar && !ImageReference.TryParse(scalar.Text, out _reference, out var error))
        {
            Fault = error == ImageReferenceError.UppercasePath ? FaultBesideUppercase(scalar.Text) : error;
            HasUppercaseFault = error == ImageReferenceError.UppercasePath;
        }
    }

    public Field Field { get; }

    public Node Node => Field.Node;

    public string Text => Field.Text;

    /// <summary>The registry host; empty where there is no reference.</summary>
    public string Domain => _reference?.Domain ?? "";

    /// <summary>What is wrong, uppercase letters in the path aside.</summary>
    public ImageReferenceError Fault { get; }

    /// <summary>No image reference, for another reason than uppercase letters in the path.</summary>
    public Truth IsMalformed => Known(Fault != ImageReferenceError.None);

    /// <summary>The repository path has uppercase letters, which no repository has.</summary>
    public Truth HasUppercasePath => Known(HasUppercaseFault);

    public Truth HasTag => Known(_reference?.Tag is not null);

    public Truth HasDigest => Known(_reference?.Digest is not null);

    /// <summary>The tag is <c>latest</c>, in just this spelling.</summary>
    public Truth IsLatest => Known(_reference?.Tag == Latest);

    /// <summary>There is no tag; there may be a digest.</summary>
    public Truth IsUntagged => Known(_reference is { Tag: null });

    /// <summary>Another image may have this name tomorrow: <c>latest</c> or no tag, and no digest.</summary>
    public Truth IsMutable => Known(_reference is { IsMutable: true });

    private bool HasUppercaseFault { get; }

    /// <summary>
    /// Whether the registry wants credentials, as far as the options tell. A reference without a host (see
    /// <see cref="ImageReference.Domain"/>) names no registry.
    /// </summary>
    public Truth NeedsPullSecret(RuleOptions options) =>
        Known(_reference is { Domain.Length: > 0 } reference && options.NeedsPullSecret(reference));

    private Truth Known(bool value) => Node is Unknown ? Truth.Unknown : value;

    // The parser stops at the path. The tag and the digest are left as they are.
    private static ImageReferenceError FaultBesideUppercase(string text)
    {
        var at = text.IndexOf('@');
        var end = at < 0 ? text.Length : at;
        var colon = text.LastIndexOf(':', end - 1);
        end = colon > text.LastIndexOf('/', end - 1) ? colon : end;
        ImageReference.TryParse(text.Substring(0, end).ToLowerInvariant() + text.Substring(end), out _, out var error);
        return error;
    }
}
