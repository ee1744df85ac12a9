namespace K8sSharpManifests.Core;

/// <summary>What .editorconfig says to the rules of files that are emitted with what the members give, as text that the compiler hands to the build: a line a file, with tabs between its path and the options.</summary>
public static class FileOptions
{
    private const char Separator = '\t';

    /// <summary>Writes them.</summary>
    /// <param name="files">Each file's path, relative to the project's folder, with its options as <c>k8s_private_registries=ghcr.io/acme/*</c>. A file without any is left out.</param>
    /// <returns>The text; empty for nothing.</returns>
    public static string Write(IEnumerable<(string Path, IReadOnlyList<string> Options)> files) =>
        string.Join("\n", files.Where(file => file.Options.Count > 0).OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => file.Path + Separator + string.Join(Separator.ToString(), file.Options)));

    /// <summary>Reads them.</summary>
    /// <param name="text">What <see cref="Write"/> gave.</param>
    /// <returns>The options of each file, by its path.</returns>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Read(string text)
    {
        var files = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var parts in text.Split(['\n'], StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(Separator)))
        {
            files[parts[0]] = [.. parts.Skip(1)];
        }

        return files;
    }
}
