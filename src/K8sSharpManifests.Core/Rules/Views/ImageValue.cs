namespace K8sSharpManifests.Core.Rules.Views;

/// <summary>
/// An image as it stands in a field. Everything is Unknown of an unknown one, and nothing is true of an absent one. Of one that is no
/// image reference only the fault is true: so the rule that reports the fault goes before every other, without saying so. One of which the lock knows the digest is judged with it, as it is emitted.
/// </summary>
internal sealed class ImageValue
{
    private const string Latest = "latest";
    private const string TagToFill = "<version>";

    private readonly ImageReference? _reference;
    private readonly ImageLock? _lock;
    private readonly bool _isInLock;

    public ImageValue(Field field, ImageLock? imageLock)
    {
        (Field, _lock) = (field, imageLock);
        if (field.Node is Scalar { Kind: ScalarKind.String } scalar && !ImageReference.TryParse(scalar.Text, out _reference, out var error))
        {
            Fault = error;
        }

        if (_reference is not null && imageLock?.Digest(_reference) is { } digest)
        {
            _reference = _reference.WithDigest(digest);
            _isInLock = true;
        }
    }

    public Field Field { get; }

    public Node Node => Field.Node;

    public string Text => Field.Text;

    /// <summary>The text as it is emitted: with the digest that the lock has for it.</summary>
    public string Emitted => _isInLock ? Text + "@" + _reference!.Digest : Text;

    /// <summary>Whether its digest comes from the lock, and does not stand in the field.</summary>
    public bool IsInLock => _isInLock;

    /// <summary>It needs an entry in the lock, and has none: a tag, or none, and no digest.</summary>
    public Truth IsMissingInLock(RuleOptions options) => _lock is null ? Truth.False
        : Known(_reference is { } reference && _lock.Lacks(reference) && !options.IsUnlocked(reference)) & (_lock.MayGrow ? Truth.Unknown : Truth.True);

    /// <summary>The registry host; empty where there is no reference.</summary>
    public string Domain => _reference?.Domain ?? "";

    /// <summary>What is wrong.</summary>
    public ImageReferenceError Fault { get; }

    /// <summary>The reference; null where there is none, or where it is not known.</summary>
    public ImageReference? Reference => _reference;

    public Truth IsReference => Known(_reference is not null);

    /// <summary>No image reference, for another reason than uppercase letters in the path: these come first.</summary>
    public Truth IsMalformed => Known(Fault is not (ImageReferenceError.None or ImageReferenceError.UppercasePath));

    /// <summary>The repository path has uppercase letters, which no repository has.</summary>
    public Truth HasUppercasePath => Known(Fault == ImageReferenceError.UppercasePath);

    public Truth HasTag => Known(_reference?.Tag is not null);

    public Truth HasDigest => Known(_reference?.Digest is not null);

    /// <summary>The tag is <c>latest</c>, in just this spelling.</summary>
    public Truth IsLatest => Known(_reference?.Tag == Latest);

    /// <summary>There is no tag; there may be a digest.</summary>
    public Truth IsUntagged => Known(_reference is { Tag: null });

    /// <summary>Another image may have this name tomorrow: <c>latest</c> or no tag, and no digest.</summary>
    public Truth IsMutable => Known(_reference is { IsMutable: true });

    /// <summary>The text with its repository path in lowercase; the registry host, too, where it is none without its uppercase letters.</summary>
    public string InLowercase
    {
        get
        {
            var end = EndOfName(Text);
            var slash = Text.IndexOf('/');
            var start = slash > 0 && Text.IndexOfAny(['.', ':'], 0, slash) >= 0 ? slash : 0;
            return Text.Substring(0, start) + Text.Substring(start, end - start).ToLowerInvariant() + Text.Substring(end);
        }
    }

    /// <summary>The fix that writes another image.</summary>
    public Fix ChangeTo(string image, bool isSafeForFixAll) => Fix.ChangeTo(Field.Place, Scalar.String(image), isSafeForFixAll);

    /// <summary>The fix that asks for a tag.</summary>
    public Fix PinTag()
    {
        // Which version is meant nobody knows but the user. What stands in for it is no tag, so it cannot be forgotten: K8S101 waits there.
        var image = Text.EndsWith(":" + Latest, StringComparison.Ordinal) ? Text.Substring(0, Text.Length - Latest.Length) + TagToFill : Text + ":" + TagToFill;
        return Fix.Set(Field.Place, Scalar.String(image), "Name a version", isSafeForFixAll: false);
    }

    /// <summary>The first segment is a registry host for no other reason than its uppercase letters, and the options know no such registry.</summary>
    public Truth HasAccidentalDomain(RuleOptions options) => Known(_reference is { IsDomainAccidental: true } reference && !options.Knows(reference));

    public Truth IsPreloaded(RuleOptions options) => Known(_reference is { } reference && options.IsPreloaded(reference));

    /// <summary>
    /// Whether the registry wants credentials, as far as the options tell. A reference without a host (see
    /// <see cref="ImageReference.Domain"/>) names no registry.
    /// </summary>
    public Truth NeedsPullSecret(RuleOptions options) =>
        Known(_reference is { Domain.Length: > 0 } reference && options.NeedsPullSecret(reference)) & !HasAccidentalDomain(options);

    private Truth Known(bool value) => Node is Unknown ? Truth.Unknown : value;

    // Where the tag begins, or the digest.
    private static int EndOfName(string text)
    {
        var at = text.IndexOf('@');
        var end = at < 0 ? text.Length : at;
        var colon = end == 0 ? -1 : text.LastIndexOf(':', end - 1);
        return colon > (end == 0 ? -1 : text.LastIndexOf('/', end - 1)) ? colon : end;
    }
}
