namespace K8sSharpManifests.Generators.CustomResources;

/// <summary>The names of the steps that make types of definitions, for tests that ask why a step ran.</summary>
internal static class CustomTrackingNames
{
    /// <summary>A file with definitions of custom resources, read.</summary>
    public const string DefinitionFiles = nameof(DefinitionFiles);

    /// <summary>How the kinds of all definitions are called.</summary>
    public const string KindNames = nameof(KindNames);

    /// <summary>A definition, with the names of its versions.</summary>
    public const string Definitions = nameof(Definitions);

    /// <summary>The files that are written of a definition.</summary>
    public const string CustomResources = nameof(CustomResources);
}
