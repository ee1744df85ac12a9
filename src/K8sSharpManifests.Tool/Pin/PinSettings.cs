namespace K8sSharpManifests.Tool.Pin;

/// <summary>What a run is asked for.</summary>
internal sealed record PinSettings
{
    /// <summary>Files, folders and patterns with YAML; none where a project is asked for.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>The project whose manifests are meant, or its folder; null where paths are.</summary>
    public string? Project { get; init; }

    /// <summary>The environments that the project is built for.</summary>
    public IReadOnlyList<string> Environments { get; init; } = [];

    /// <summary>Files, folders and patterns with definitions of custom resources.</summary>
    public IReadOnlyList<string> DefinitionPaths { get; init; } = [];

    /// <summary>The lock; null for the one of the project, or of the current folder.</summary>
    public string? LockFile { get; init; }

    /// <summary>Whether the lock is only compared.</summary>
    public bool IsCheck { get; init; }

    /// <summary>The repositories and images that are asked for anew; none for all.</summary>
    public IReadOnlyList<string> Updates { get; init; } = [];

    /// <summary>How long one request may take.</summary>
    public required TimeSpan Timeout { get; init; }
}
