namespace K8sSharpManifests.Generators;

/// <summary>The names of the pipeline's steps, for tests that ask why a step ran.</summary>
public static class TrackingNames
{
    /// <summary>A [Manifest] member, classified.</summary>
    public const string Members = nameof(Members);

    /// <summary>The project's folder.</summary>
    public const string ProjectDir = nameof(ProjectDir);

    /// <summary>All members, ordered.</summary>
    public const string Catalog = nameof(Catalog);

    /// <summary>What the build is told about each member, and its YAML where that is proved.</summary>
    public const string Handover = nameof(Handover);

    /// <summary>The same without the YAML.</summary>
    public const string Entries = nameof(Entries);

    /// <summary>Whether the language has raw strings.</summary>
    public const string RawStrings = nameof(RawStrings);

    /// <summary>The YAML of the members of one file that are proved.</summary>
    public const string Proved = nameof(Proved);
}
