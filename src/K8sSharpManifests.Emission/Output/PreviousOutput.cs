using System.Runtime.CompilerServices;
using K8sSharpManifests.Core;
using K8sSharpManifests.Yaml;

namespace K8sSharpManifests.Emission.Output;

/// <summary>What files held before they change.</summary>
internal static class PreviousOutput
{
    /// <summary>The objects of files that are there and will be replaced. What somebody has edited beyond reading gives none.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="changed">The files that change, as they shall be.</param>
    /// <returns>The objects, and of each whether its file held secrets.</returns>
    public static IReadOnlyList<(Mapping Root, bool HeldSecret)> Objects(OutputFolder folder, IReadOnlyList<ManifestFile> changed)
    {
        try
        {
            return Read(folder, changed);
        }
        catch (Exception e) when (e is FileLoadException or FileNotFoundException or TypeLoadException or MissingMethodException)
        {
            // The user's application may bring another YamlDotNet, and what was there before is not worth a build.
            return [];
        }
    }

    // Apart, so that no reader of YAML is asked for before.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IReadOnlyList<(Mapping Root, bool HeldSecret)> Read(OutputFolder folder, IReadOnlyList<ManifestFile> changed) =>
    [
        .. changed.Where(file => file.Path.EndsWith(".yaml", StringComparison.Ordinal) && File.Exists(folder.At(file.Path)))
            .SelectMany(file => TreeReader.ReadObjects(File.ReadAllText(folder.At(file.Path)), file.Path).Roots.OfType<Mapping>().Select(root => (root, folder.HeldSecret(file.Path)))),
    ];
}
