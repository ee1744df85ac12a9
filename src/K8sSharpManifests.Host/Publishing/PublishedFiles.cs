using K8sSharpManifests.Emission;
using K8sSharpManifests.Emission.Output;

namespace K8sSharpManifests.Host.Publishing;

/// <summary>
/// What 'dotnet publish' copies beside the application: the project's manifests without its Secrets and what else holds secrets, since what is published becomes a container image, and a kustomization
/// that lists just these.
/// </summary>
internal static class PublishedFiles
{
    /// <summary>Writes down which files are copied, and those of them that are not in the output folder as they are published.</summary>
    /// <param name="results">The run, for each environment.</param>
    /// <param name="options">The options of the build.</param>
    public static void Write(IReadOnlyList<EmissionResult> results, HostOptions options)
    {
        if (Directory.Exists(options.PublishFolder))
        {
            Directory.Delete(options.PublishFolder, recursive: true);
        }

        var (paths, secrets) = (new List<string>(), new HashSet<string>());
        foreach (var result in results)
        {
            secrets.UnionWith(Write(result, paths, options));
        }

        Lines(options.PublishedFile, paths);
        Lines(options.UnpublishedFile, secrets);
    }

    private static IEnumerable<string> Write(EmissionResult result, List<string> paths, HostOptions options)
    {
        var (folder, emission) = (result.Delivery!.Folder, result.Options);
        EmittedObject[] secrets = options.HasPublishedSecrets ? [] : [.. result.Objects.Where(IsSecret)];

        // Of what could be laid out, a part can be.
        var published = secrets.Length == 0 ? result.Files : emission.Layout.Files([.. result.Objects.Where(o => !IsSecret(o))], new(emission, null));
        var inOutput = secrets.Length == 0 ? null : result.Files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        foreach (var file in published)
        {
            paths.Add(inOutput is null || file.HasContentOf(inOutput.GetValueOrDefault(file.Path)) ? folder.At(file.Path) : Staged(file, folder, options));
        }

        if (published.Count > 0 && folder.Kustomization([.. published.Select(file => file.Path)], options.HasHeader) is { } kustomization)
        {
            paths.Add(secrets.Length > 0 || folder.IsShared ? Staged(kustomization, folder, options) : folder.At(kustomization.Path));
        }

        return secrets.Select(secret => secret.Identity.ToString());
    }

    private static bool IsSecret(EmittedObject value) => value.HoldsSecret || value.Identity is { Group: "", Kind: "Secret" };

    private static string Staged(ManifestFile file, OutputFolder folder, HostOptions options)
    {
        var path = Path.Combine(options.PublishFolder, folder.Environment, file.Path.Replace('/', Path.DirectorySeparatorChar));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        FileContent.Write(path, file.Content);
        return path;
    }

    private static void Lines(string path, IEnumerable<string> lines) => FileContent.Replace(path, string.Join('\n', lines));
}
