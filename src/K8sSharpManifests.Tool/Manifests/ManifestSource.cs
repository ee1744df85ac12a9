namespace K8sSharpManifests.Tool.Manifests;

/// <summary>Which manifests a command is for: YAML, or what a project gives.</summary>
internal sealed record ManifestSource
{
    /// <summary>Files, folders and patterns with YAML, and <c>-</c> for the standard input; none where a project is meant.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>The project whose manifests are meant, or its folder; null where paths are.</summary>
    public string? Project { get; init; }

    /// <summary>The environments that the project is built for; none for what it says itself.</summary>
    public IReadOnlyList<string> Environments { get; init; } = [];

    /// <summary>Files, folders and patterns with definitions of custom resources.</summary>
    public IReadOnlyList<string> DefinitionPaths { get; init; } = [];
}
