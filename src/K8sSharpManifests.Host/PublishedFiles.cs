namespace K8sSharpManifests.Host;

/// <summary>
/// What 'dotnet publish' copies beside the application: the project's manifests without its Secrets, since what is published becomes a container image, and a kustomization that lists just these.
/// </summary>
internal static class PublishedFiles
{
    /// <summary>Writes down which files are copied, and those of them that are not in the output folder as they are published.</summary>
    /// <param name="folder">The output folder, as it was before it was written.</param>
    /// <param name="files">All files, in the order in which they should be applied.</param>
    /// <param name="objects">All objects.</param>
    /// <param name="options">The options of the run.</param>
    /// <param name="messages">Takes errors of the layout, which has been made without any before.</param>
    public static void Write(OutputFolder folder, IReadOnlyList<ManifestFile> files, IReadOnlyList<EmittedObject> objects, HostOptions options, MessageFile messages)
    {
        if (Directory.Exists(options.PublishFolder))
        {
            Directory.Delete(options.PublishFolder, recursive: true);
        }

        EmittedObject[] secrets = options.HasPublishedSecrets ? [] : [.. objects.Where(IsSecret)];
        var published = secrets.Length == 0 ? files : Layout.Files([.. objects.Where(o => !IsSecret(o))], options.IsSingle, messages);
        var paths = new List<string>(published.Count + 1);
        foreach (var file in published)
        {
            paths.Add(options.IsSingle && secrets.Length > 0 ? Staged(file, options) : folder.At(file.Name));
        }

        if (published.Count > 0 && folder.Kustomization([.. published.Select(file => file.Name)], options.HasHeader) is { } kustomization)
        {
            paths.Add(secrets.Length > 0 || folder.IsShared ? Staged(kustomization, options) : folder.At(kustomization.Name));
        }

        Lines(options.PublishedFile, paths);
        Lines(options.UnpublishedFile, secrets.Select(secret => secret.Identity.ToString()));
    }

    private static bool IsSecret(EmittedObject value) => value.Identity is { Group: "", Kind: "Secret" };

    private static string Staged(ManifestFile file, HostOptions options)
    {
        Directory.CreateDirectory(options.PublishFolder);
        var path = Path.Combine(options.PublishFolder, file.Name);
        FileContent.Write(path, file.Content);
        return path;
    }

    private static void Lines(string path, IEnumerable<string> lines) => FileContent.Replace(path, string.Join('\n', lines));
}
