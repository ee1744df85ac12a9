using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.Generators.CustomResources;

/// <summary>
/// What was read and written of definitions before, in this process. A compiler server starts each build with nothing of the last one, and definitions rarely change: so each is read once, and
/// several projects that have the same file share it.
/// </summary>
internal static class CrdCache
{
    // What is kept is some ten times as large as the text: the largest operators' definitions have 1 MB each.
    private const int MaxLength = 8 << 20;

    private static readonly object Lock = new();
    private static readonly Dictionary<(string Path, string Checksum), CrdFile> Files = new();
    private static readonly ConditionalWeakTable<CrdDefinition, ConcurrentDictionary<(NamedKind Kind, bool HasExtensions), GeneratedFile>> Written = new();
    private static int _length;

    /// <summary>What a file says.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">What is in it; null where it is gone.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static CrdFile Read(string path, SourceText? text, CancellationToken cancellationToken)
    {
        if (text is null)
        {
            return CrdReader.Read(path, "", cancellationToken);
        }

        // A checksum is of the bytes, which an encoding makes other characters of.
        var key = (path, FormattableString.Invariant($"{text.Encoding?.WebName} {text.Length} {string.Join("-", text.GetChecksum())}"));
        lock (Lock)
        {
            if (Files.TryGetValue(key, out var known))
            {
                return known;
            }
        }

        var file = CrdReader.Read(path, text.ToString(), cancellationToken);
        lock (Lock)
        {
            if (_length + text.Length > MaxLength)
            {
                Files.Clear();
                _length = 0;
            }

            if (text.Length <= MaxLength && !Files.ContainsKey(key))
            {
                Files.Add(key, file);
                _length += text.Length;
            }
        }

        return file;
    }

    /// <summary>The file of a version of a definition.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="kind">The version, with its name.</param>
    /// <param name="hasExtensions">Whether the language has extension members.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static GeneratedFile Emit(CrdDefinition definition, NamedKind kind, bool hasExtensions, CancellationToken cancellationToken) =>
        Written.GetOrCreateValue(definition).GetOrAdd((kind, hasExtensions), _ => ResourceEmitter.Emit(definition.Definition, kind, hasExtensions, cancellationToken).File);
}
