using System.Diagnostics.CodeAnalysis;
using static K8sSharpManifests.Core.ImageReferenceGrammar;

namespace K8sSharpManifests.Core;

/// <summary>Why a text is no image reference. To Kubernetes all are the same (InvalidImageName, mostly); the fix differs by the cause.</summary>
public enum ImageReferenceError
{
    /// <summary>It is an image reference.</summary>
    None,

    /// <summary>There is no text.</summary>
    Empty,

    /// <summary>White space, around it or within.</summary>
    Whitespace,

    /// <summary>It begins with a scheme, such as <c>https://</c>.</summary>
    Scheme,

    /// <summary>Exactly 64 lowercase hex digits and nothing else: an image id, not a name.</summary>
    HexName,

    /// <summary>The first segment is taken for a registry host, and is none.</summary>
    InvalidDomain,

    /// <summary>It would be a reference without the uppercase letters of its repository path.</summary>
    UppercasePath,

    /// <summary>The repository path has an empty segment, a character that none may have, or a separator out of place.</summary>
    InvalidPath,

    /// <summary>The repository path is longer than 255 characters, counting the <c>library/</c> that one-segment names get.</summary>
    PathTooLong,

    /// <summary>What follows the colon is no tag: 1 to 128 ASCII letters, digits, <c>_.-</c>, the last two not first.</summary>
    InvalidTag,

    /// <summary>What follows the <c>@</c> is not sha256, sha384 or sha512 with as many lowercase hex digits as it makes.</summary>
    InvalidDigest,
}

/// <summary>A container image reference, read as the kubelet reads it: Docker Hub's short forms first, then the grammar.</summary>
/// <remarks>
/// The sources are splitDockerDomain and familiarizeName in normalize.go, the grammar in reference.go and regexp.go
/// (github.com/distribution/reference), Validate in digest.go (github.com/opencontainers/go-digest), and what Kubernetes makes of
/// them: ParseImageName in pkg/util/parsers/parsers.go and SetDefaults_Container in pkg/apis/core/v1/defaults.go.
/// </remarks>
public sealed class ImageReference
{
    private const string DockerHub = "docker.io";
    private const string LegacyDockerHub = "index.docker.io";
    private const string OfficialPrefix = "library/";
    private const string Latest = "latest";
    private const int MaxPathLength = 255;
    private const int HexNameLength = 64;

    private ImageReference(string domain, string path, string? tag, string? digest)
    {
        Domain = domain;
        Path = path;
        Tag = tag;
        Digest = digest;
    }

    /// <summary>
    /// The registry host, with its port: <c>docker.io</c> where the text names none. Empty, as upstream, in one odd case: the first
    /// segment looks like a host, cannot be one, and is a path segment by the grammar (<c>my_registry.example/app</c>). It then
    /// stands in <see cref="Path"/>.
    /// </summary>
    public string Domain { get; }

    /// <summary>The repository within the registry: <c>library/nginx</c> for <c>nginx</c>.</summary>
    public string Path { get; }

    /// <summary>The tag, if the text has one. There is no default here.</summary>
    public string? Tag { get; }

    /// <summary>The digest with its algorithm, if the text has one. The tag beside it is ignored when the image is pulled.</summary>
    public string? Digest { get; }

    /// <summary>Whether the registry host is one for no other reason than its uppercase letters: <c>MyOrg</c> in <c>MyOrg/app</c>.</summary>
    public bool IsDomainAccidental
    {
        get
        {
            var hasUppercase = false;
            foreach (var c in Domain)
            {
                hasUppercase |= c is >= 'A' and <= 'Z';
                if (c is '.' or ':')
                {
                    return false;
                }
            }

            return hasUppercase;
        }
    }

    /// <summary>Whether the image may change: no digest, and <c>latest</c> or no tag. Other tags are taken to stay.</summary>
    public bool IsMutable => Digest is null && Tag is null or Latest;

    /// <summary>
    /// The imagePullPolicy that the API server fills in where the field is empty: <c>Always</c> for the tag <c>latest</c>, even
    /// beside a digest, and where there is neither tag nor digest; else <c>IfNotPresent</c>.
    /// </summary>
    public string ImplicitPullPolicy => (Tag ?? (Digest is null ? Latest : null)) == Latest ? "Always" : "IfNotPresent";

    /// <summary>The name as Docker shows it, without tag and digest: <c>nginx</c> for <c>docker.io/library/nginx</c>.</summary>
    public string FamiliarName
    {
        get
        {
            if (Domain != DockerHub)
            {
                return Name;
            }

            var isOfficial = Path.StartsWith(OfficialPrefix, StringComparison.Ordinal) && Path.IndexOf('/', OfficialPrefix.Length) < 0;
            return isOfficial ? Path.Substring(OfficialPrefix.Length) : Path;
        }
    }

    /// <summary>The name in full, without tag and digest: <c>docker.io/library/nginx</c> for <c>nginx</c>.</summary>
    public string Name => Domain.Length == 0 ? Path : Domain + "/" + Path;

    /// <summary>Reads an image reference. It never throws.</summary>
    /// <param name="text">The text, as it stands in the field <c>image</c>.</param>
    /// <param name="reference">The reference; null where the text is none.</param>
    /// <param name="error">Why it is none: the first cause from the left, after those that concern the whole text; uppercase letters only where nothing else is wrong.</param>
    /// <returns>Whether the text is an image reference.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out ImageReference? reference, out ImageReferenceError error)
    {
        error = Parse(text, out reference);
        return reference is not null;
    }

    /// <summary>The same image by a digest, which decides what is pulled whatever tag stands beside it.</summary>
    /// <param name="digest">The digest with its algorithm.</param>
    /// <returns>The reference.</returns>
    public ImageReference WithDigest(string digest) => new(Domain, Path, Tag, digest);

    /// <summary>The same repository by a tag alone.</summary>
    /// <param name="tag">The tag.</param>
    /// <returns>The reference.</returns>
    public ImageReference WithoutDigest(string tag) => new(Domain, Path, tag, null);

    /// <summary>The canonical text: every part that the reference has, with the registry host and <c>library/</c> spelled out.</summary>
    /// <returns>A text that reads as the same reference.</returns>
    public override string ToString() => (Tag, Digest) switch
    {
        (null, null) => Name,
        (null, _) => Name + "@" + Digest,
        (_, null) => Name + ":" + Tag,
        _ => Name + ":" + Tag + "@" + Digest,
    };

    private static ImageReferenceError Parse(string text, out ImageReference? reference)
    {
        reference = null;
        var slash = string.IsNullOrEmpty(text) ? -1 : text.IndexOf('/');
        if (CheckWhole(text, slash) is var error and not ImageReferenceError.None)
        {
            return error;
        }

        var looksLikeDomain = slash > 0 && LooksLikeDomain(text, slash);
        var hasDomain = looksLikeDomain && IsDomain(text, slash);
        var start = hasDomain ? slash + 1 : 0;
        var isPath = IsPath(text, start, out var pathEnd, out var hasUppercase);
        if (looksLikeDomain && !hasDomain && pathEnd <= slash)
        {
            return ImageReferenceError.InvalidDomain;
        }

        if (!isPath)
        {
            return ImageReferenceError.InvalidPath;
        }

        var isHub = hasDomain ? IsDockerHub(text, slash) : !looksLikeDomain;
        var isOfficial = isHub && text.IndexOf('/', start, pathEnd - start) < 0;
        if (pathEnd - start + (isOfficial ? OfficialPrefix.Length : 0) > MaxPathLength)
        {
            return ImageReferenceError.PathTooLong;
        }

        var at = text.IndexOf('@', pathEnd);
        var tagEnd = at < 0 ? text.Length : at;
        var hasTag = text.Length > pathEnd && text[pathEnd] == ':';
        if (hasTag && !IsTag(text, pathEnd + 1, tagEnd))
        {
            return ImageReferenceError.InvalidTag;
        }

        if (at >= 0 && !IsDigest(text, at + 1))
        {
            return ImageReferenceError.InvalidDigest;
        }

        // Where something else is wrong, too, Kubernetes does not speak of it (Parse in reference.go).
        if (hasUppercase)
        {
            return ImageReferenceError.UppercasePath;
        }

        var path = text.Substring(start, pathEnd - start);
        reference = new(
            isHub ? DockerHub : hasDomain ? text.Substring(0, slash) : "",
            isOfficial ? OfficialPrefix + path : path,
            hasTag ? text.Substring(pathEnd + 1, tagEnd - pathEnd - 1) : null,
            at < 0 ? null : text.Substring(at + 1));
        return ImageReferenceError.None;
    }

    // What concerns the text as a whole, before it is taken apart.
    private static ImageReferenceError CheckWhole(string text, int slash)
    {
        if (string.IsNullOrEmpty(text))
        {
            return ImageReferenceError.Empty;
        }

        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                return ImageReferenceError.Whitespace;
            }
        }

        if (slash > 1 && text[slash - 1] == ':' && slash + 1 < text.Length && text[slash + 1] == '/')
        {
            return ImageReferenceError.Scheme;
        }

        return text.Length == HexNameLength && IsLowerHex(text, 0) ? ImageReferenceError.HexName : ImageReferenceError.None;
    }

    private static bool IsDockerHub(string text, int slash) => Begins(text, slash, DockerHub) || Begins(text, slash, LegacyDockerHub);
}
