using System.Text;

namespace K8sSharpManifests.Core;

/// <summary>The digests that tags stood for when their registries were asked: images.lock.json, which <c>k8ssharp pin</c> writes and the build applies. Immutable.</summary>
public sealed class ImageLock
{
    /// <summary>The name of the file, beside the project.</summary>
    public const string FileName = "images.lock.json";

    private const string Version = "1";
    private const string Latest = "latest";

    private readonly Dictionary<string, Entry> _entries;
    private HashSet<string> _own = [];
    private bool _isFile = true;

    private ImageLock(string text, Dictionary<string, Entry> entries, string name = FileName, bool mayGrow = false)
    {
        (Text, Name, MayGrow) = (text, name, mayGrow);
        _entries = entries;
        Images = [.. entries.Keys.OrderBy(image => image, StringComparer.Ordinal)];
    }

    /// <summary>The text of the file.</summary>
    public string Text { get; }

    /// <summary>What messages call the file.</summary>
    public string Name { get; }

    /// <summary>Whether entries may be added before it counts, as while one types: what it lacks is not known to be missing.</summary>
    public bool MayGrow { get; }

    /// <summary>The images that it has an entry for, in their order.</summary>
    public IReadOnlyList<string> Images { get; private init; }

    /// <summary>Makes a lock.</summary>
    /// <param name="digests">The digest of each image, by what <see cref="KeyOf"/> calls it.</param>
    /// <returns>The lock, with the text that it is to be written as: the same entries give the same text.</returns>
    public static ImageLock Of(IReadOnlyDictionary<string, string> digests)
    {
        var text = new StringBuilder("{\n  \"version\": ").Append(Version).Append(",\n  \"images\": {");
        var line = 4;
        var entries = new Dictionary<string, Entry>(StringComparer.Ordinal);
        foreach (var image in digests.Keys.OrderBy(image => image, StringComparer.Ordinal))
        {
            // Neither an image nor a digest has a character that JSON would escape.
            text.Append(entries.Count == 0 ? "\n" : ",\n").Append("    \"").Append(image).Append("\": \"").Append(digests[image]).Append('"');
            entries.Add(image, new(digests[image], line++));
        }

        text.Append(entries.Count == 0 ? "}\n}\n" : "\n  }\n}\n");
        return new(text.ToString(), entries);
    }

    /// <summary>Reads a lock. It never throws.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="problem">What is wrong with it, with the way out; null where nothing is.</param>
    /// <param name="name">What messages call the file.</param>
    /// <param name="mayGrow">Whether entries may be added before it counts.</param>
    /// <returns>The lock; null where something is wrong.</returns>
    public static ImageLock? Parse(string text, out ImageLockProblem? problem, string name = FileName, bool mayGrow = false)
    {
        var reader = new Reader(text);
        var entries = new Dictionary<string, Entry>(StringComparer.Ordinal);
        problem = reader.Read(entries);
        return problem is null ? new(text, entries, name, mayGrow) : null;
    }

    /// <summary>A lock with what a build knows of the images that it makes itself: these need no entry, and have the digests that were pushed just now.</summary>
    /// <param name="imageLock">The lock; null where there is no file.</param>
    /// <param name="own">The images that the build makes, as <see cref="KeyOf"/> calls them.</param>
    /// <param name="pushed">The digests of those that it has pushed.</param>
    /// <returns>The lock; null where there is no file, and nothing was pushed.</returns>
    public static ImageLock? With(ImageLock? imageLock, IEnumerable<string> own, IReadOnlyDictionary<string, string> pushed)
    {
        if (imageLock is null && pushed.Count == 0)
        {
            return null;
        }

        var entries = imageLock is null ? new(StringComparer.Ordinal) : new Dictionary<string, Entry>(imageLock._entries, StringComparer.Ordinal);
        foreach (var image in pushed)
        {
            entries[image.Key] = new(image.Value, 1);
        }

        return new(imageLock?.Text ?? "", entries, imageLock?.Name ?? FileName, imageLock?.MayGrow == true)
        {
            Images = imageLock?.Images ?? [],
            _own = new(own, StringComparer.Ordinal),
            _isFile = imageLock is not null,
        };
    }

    /// <summary>Whether an image should have an entry, and has none.</summary>
    /// <param name="image">The image.</param>
    /// <returns>False where there is no file, where the image has a digest itself, and of one that the build makes.</returns>
    public bool Lacks(ImageReference image) => _isFile && image.Digest is null && KeyOf(image) is var key && !_entries.ContainsKey(key) && !_own.Contains(key);

    /// <summary>What the lock calls an image: its canonical text with the tag, and <c>latest</c> where there is none.</summary>
    /// <param name="image">The image.</param>
    /// <returns>The text, such as <c>docker.io/library/nginx:1.27</c>.</returns>
    public static string KeyOf(ImageReference image) => image.WithoutDigest(image.Tag ?? Latest).ToString();

    /// <summary>The digest of an image's tag.</summary>
    /// <param name="image">The image.</param>
    /// <returns>The digest; null where there is no entry, and where the image has a digest itself.</returns>
    public string? Digest(ImageReference image) => image.Digest is null ? Digest(KeyOf(image)) : null;

    /// <summary>The digest of an entry.</summary>
    /// <param name="image">The image, as <see cref="KeyOf"/> calls it.</param>
    /// <returns>The digest; null where there is no entry.</returns>
    public string? Digest(string image) => _entries.TryGetValue(image, out var entry) ? entry.Digest : null;

    /// <summary>The line of an entry, from 1.</summary>
    /// <param name="image">The image, as <see cref="KeyOf"/> calls it.</param>
    /// <returns>The line; 1 where there is no entry.</returns>
    public int LineOf(string image) => _entries.TryGetValue(image, out var entry) ? entry.Line : 1;

    private sealed class Entry(string digest, int line)
    {
        public string Digest { get; } = digest;

        public int Line { get; } = line;
    }

    private sealed class Reader(string text) : JsonReader(text, 0)
    {
        private ImageLockProblem? _repeated;

        public ImageLockProblem? Read(Dictionary<string, Entry> entries)
        {
            const string Merge = "resolve the conflict, or delete the file and run 'k8ssharp pin' again";
            if (Text.StartsWith("<<<<<<< ", StringComparison.Ordinal) || Text.IndexOf("\n<<<<<<< ", StringComparison.Ordinal) >= 0)
            {
                return new(LineAt(Text.IndexOf("<<<<<<< ", StringComparison.Ordinal)), $"it holds both sides of a merge: {Merge}");
            }

            var root = ReadValue();
            SkipBlanks();
            if (root is null || Position < Text.Length)
            {
                return new(LineAt(Position), "this is no JSON: correct it, or delete the file and run 'k8ssharp pin' again");
            }

            if (_repeated is not null)
            {
                return _repeated;
            }

            if (root is not Mapping { Entries: var parts } lockFile || lockFile["images"] is not Mapping images)
            {
                return new(1, "an image lock is an object with 'version' and 'images': delete the file and run 'k8ssharp pin' again");
            }

            if (lockFile["version"] is not Scalar { Kind: ScalarKind.Number, Text: Version })
            {
                return new(Line(lockFile["version"]), $"its version is not {Version}, the only one that is known here: update K8sSharpManifests and the tool to the same version");
            }

            foreach (var part in parts)
            {
                if (part.Key is not ("version" or "images"))
                {
                    return new(Line(part.Value), $"an image lock has no '{part.Key}': update K8sSharpManifests and the tool to the same version, or take it out");
                }
            }

            foreach (var image in images.Entries)
            {
                if (!ImageReference.TryParse(image.Key, out var reference, out _) || reference is not { Tag: not null, Digest: null } || reference.ToString() != image.Key)
                {
                    return new(Line(image.Value), $"'{image.Key}' is no image as the lock calls them, such as docker.io/library/nginx:1.27: run 'k8ssharp pin' instead of editing it");
                }

                if (image.Value is not Scalar { Kind: ScalarKind.String, Text: var digest } || !ImageReferenceGrammar.IsDigest(digest, 0))
                {
                    return new(Line(image.Value), $"the entry of '{image.Key}' is no digest (such as \"sha256:\" and 64 lowercase hex digits): run 'k8ssharp pin --update {image.Key}'");
                }

                entries.Add(image.Key, new(digest, Line(image.Value)));
            }

            return null;
        }

        protected override object Origin(int start, int keyStart, int keyEnd) => keyStart < 0 ? start : keyStart;

        protected override void Repeated(string key, int start, int end) =>
            _repeated ??= new(LineAt(start), $"'{key}' stands there twice: delete one of the two, or delete the file and run 'k8ssharp pin' again");

        private int Line(Node node) => node.Origin is int position ? LineAt(position) : 1;

        private int LineAt(int position)
        {
            var line = 1;
            for (var i = 0; i < position && i < Text.Length; i++)
            {
                line += Text[i] == '\n' ? 1 : 0;
            }

            return line;
        }
    }
}

/// <summary>What is wrong with an image lock.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Text">What is wrong there, with the way out.</param>
public sealed record ImageLockProblem(int Line, string Text);
