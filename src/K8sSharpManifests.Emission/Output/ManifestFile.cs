using System.Security.Cryptography;

namespace K8sSharpManifests.Emission.Output;

/// <summary>A file of the output folder.</summary>
/// <param name="Path">Its path below the folder, with forward slashes; a name alone where it lies in the folder itself.</param>
/// <param name="Content">Its bytes, in parts: a file of thousands of documents is never in one piece.</param>
internal sealed record ManifestFile(string Path, IReadOnlyList<ReadOnlyMemory<byte>> Content)
{
    /// <summary>A file in one piece.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="content">Its bytes.</param>
    public ManifestFile(string path, byte[] content) : this(path, [content])
    {
    }

    /// <summary>What a list has for the digest of a file with secrets: that of a short one would tell it.</summary>
    public const string Secret = "secret";

    /// <summary>Whether an object in it may hold a secret: then nobody but its owner may read it, and nothing of it is shown.</summary>
    public bool HoldsSecret { get; init; }

    /// <summary>Whether another file holds the same bytes, and not only equal ones.</summary>
    public bool HasContentOf(ManifestFile? other)
    {
        if (Content.Count != other?.Content.Count)
        {
            return false;
        }

        // A loop: a query of values is code that has to be compiled each time.
        for (var i = 0; i < Content.Count; i++)
        {
            if (!Content[i].Equals(other.Content[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What tells its content from another where lists keep it: the first half of the SHA-256, or <see cref="Secret"/>.</summary>
    public string Digest() => HoldsSecret ? Secret : Sha256()[..32];

    /// <summary>The SHA-256 of its content, in upper-case hexadecimal digits.</summary>
    public string Sha256()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in Content)
        {
            hash.AppendData(part.Span);
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
