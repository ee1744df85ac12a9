using System.Security.Cryptography;

namespace K8sSharpManifests.Host;

/// <summary>A file of the output folder.</summary>
/// <param name="Name">Its name, without a folder.</param>
/// <param name="Content">Its bytes, in parts: a file of thousands of documents is never in one piece.</param>
internal sealed record ManifestFile(string Name, IReadOnlyList<ReadOnlyMemory<byte>> Content)
{
    /// <summary>A file in one piece.</summary>
    /// <param name="name">Its name, without a folder.</param>
    /// <param name="content">Its bytes.</param>
    public ManifestFile(string name, byte[] content) : this(name, [content])
    {
    }

    /// <summary>What tells its content from another where lists keep it: the first half of the SHA-256.</summary>
    public string Digest() => Sha256()[..32];

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
