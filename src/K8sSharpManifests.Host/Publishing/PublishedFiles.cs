using K8sSharpManifests.Emission;
using K8sSharpManifests.Emission.Output;

namespace K8sSharpManifests.Host.Publishing;

/// <summary>
/// What 'dotnet publish' copies beside the application: the project's manifests without its Secrets, since what is published becomes a container image, and a kustomization that lists just these.
/// </summary>
internal static class PublishedFiles
{
    /// <summary>Writes down which files are copied, and those of them that are not in the output folder as they are published.</summary>
    /// <param name="result">The run.</param>
    /// <param name="folder">The output folder, as it was before it was written.</param>
    /// <param name="emission">What the run was told.</param>
    /// <param name="options">The options of the build.</param>
    public static void Write(EmissionResult result, OutputFolder folder, EmissionOptions emission, HostOptions options)
    {
        if (Directory.Exists(options.PublishFolder))
        {
            Directory.Delete(options.PublishFolder, recursive: true);
        }

        EmittedObject[] secrets = options.HasPublishedSecrets ? [] : [.. result.Objects.Where(IsSecret)];

        // Of what could be laid out, a part can be.
        var published = secrets.Length == 0 ? result.Files : emission.Layout.Files([.. result.Objects.Where(o => !IsSecret(o))], new(emission, null));
        var inOutput = secrets.Length == 0 ? null : result.Files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        var paths = new List<string>(published.Count + 1);
        foreach (var file in published)
        {
            paths.Add(inOutput is null || file.HasContentOf(inOutput.GetValueOrDefault(file.Path)) ? folder.At(file.Path) : Staged(file, options));
        }

        if (published.Count > 0 && folder.Kustomization([.. published.Select(file => file.Path)], options.HasHeader) is { } kustomization)
        {
            paths.Add(secrets.Length > 0 || folder.IsShared ? Staged(kustomization, options) : folder.At(kustomization.Path));
        }

        Lines(options.PublishedFile, paths);
        Lines(options.UnpublishedFile, secrets.Select(secret => secret.Identity.ToString()));
    }

    private static bool IsSecret(EmittedObject value) => value.Identity is { Group: "", Kind: "Secret" };

    private static string Staged(ManifestFile file, HostOptions options)
    {
        var path = Path.Combine(options.PublishFolder, file.Path.Replace('/', Path.DirectorySeparatorChar));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        FileContent.Write(path, file.Content);
        return path;
    }

    private static void Lines(string path, IEnumerable<string> lines) => FileContent.Replace(path, string.Join('\n', lines));
}
