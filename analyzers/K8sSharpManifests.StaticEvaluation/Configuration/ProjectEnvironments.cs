using K8sSharpManifests.Core;
using Microsoft.CodeAnalysis.Diagnostics;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Reads the property ManifestEnvironments, as the targets hand it on.</summary>
public static class ProjectEnvironments
{
    // The targets have put commas in the place of the semicolons, which would begin a comment in the file that hands it on.
    private const string Key = "build_property._ManifestEnvironmentNames";

    /// <summary>The environments that the project emits its manifests for.</summary>
    /// <param name="options">The options that hold for all files.</param>
    /// <returns>Their names, in their order; none where the project names none; null where nobody has handed on what it names, as outside of a build.</returns>
    public static IReadOnlyList<string>? Of(AnalyzerConfigOptions options) => options.TryGetValue(Key, out var text) ? EnvironmentNames.Read(text) : null;
}
