using K8sSharpManifests.Tool.Manifests;

namespace K8sSharpManifests.Tool.Pin;

/// <summary>What a run is asked for.</summary>
internal sealed record PinSettings
{
    /// <summary>The manifests that the lock is for.</summary>
    public required ManifestSource Source { get; init; }

    /// <summary>The lock; null for the one of the project, or of the current folder.</summary>
    public string? LockFile { get; init; }

    /// <summary>Whether the lock is only compared.</summary>
    public bool IsCheck { get; init; }

    /// <summary>The repositories and images that are asked for anew; none for all.</summary>
    public IReadOnlyList<string> Updates { get; init; } = [];

    /// <summary>How long one request may take.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>Whether it is told what was read and asked.</summary>
    public bool IsVerbose { get; init; }
}
