using K8sSharpManifests.Core;
using K8sSharpManifests.Tool.Registry;

namespace K8sSharpManifests.Tool.Pin;

/// <summary>What becomes of an entry of the lock.</summary>
internal enum PinChange
{
    /// <summary>It is right.</summary>
    Unchanged,

    /// <summary>The lock has none yet.</summary>
    Added,

    /// <summary>The tag stands for another digest now.</summary>
    Changed,

    /// <summary>No manifest uses it.</summary>
    Removed,

    /// <summary>Nobody knows: what the lock has for it stays.</summary>
    Failed,

    /// <summary>The lock has none, and nobody was to ask for it.</summary>
    Missing,
}

/// <summary>An image, and what becomes of its entry.</summary>
/// <param name="Image">What the lock calls it.</param>
/// <param name="Change">What becomes of its entry.</param>
/// <param name="Digest">The digest that its tag stands for; null where nobody knows or wants to.</param>
/// <param name="Previous">The digest in the lock before; null where there was none.</param>
internal sealed record PinEntry(string Image, PinChange Change, string? Digest, string? Previous)
{
    /// <summary>Why it failed.</summary>
    public RegistryAnswer? Answer { get; init; }

    /// <summary>Where it stands in the manifests, where it failed.</summary>
    public string Place { get; init; } = "";

    /// <summary>The digest that the lock has afterwards; null for no entry.</summary>
    public string? Kept => Change switch { PinChange.Removed => null, PinChange.Failed => Previous, _ => Digest };
}

/// <summary>What came of a run.</summary>
/// <param name="LockName">What messages call the lock.</param>
/// <param name="Entries">All images, in their order.</param>
/// <param name="Wrong">What stands where an image should, and is none.</param>
/// <param name="IsCheck">Whether the lock is only compared.</param>
internal sealed record PinResult(string LockName, IReadOnlyList<PinEntry> Entries, IReadOnlyList<string> Wrong, bool IsCheck)
{
    /// <summary>The lock that comes of it.</summary>
    public ImageLock Lock { get; } = ImageLock.Of(Entries.Where(entry => entry.Kept is not null).ToDictionary(entry => entry.Image, entry => entry.Kept!));

    /// <summary>Whether somebody has to look.</summary>
    public bool HasFindings => Wrong.Count > 0 || Entries.Any(entry => entry.Change is PinChange.Failed or PinChange.Missing || (IsCheck && entry.Change != PinChange.Unchanged));

    /// <summary>How many entries something becomes of.</summary>
    public int Count(PinChange change) => Entries.Count(entry => entry.Change == change);
}
