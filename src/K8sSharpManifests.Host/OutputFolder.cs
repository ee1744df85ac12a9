using K8sSharpManifests.Core;

namespace K8sSharpManifests.Host;

/// <summary>
/// Brings a folder in line with a set of files. It touches only what changed, and deletes only what it wrote itself: a list of those files
/// lies in the folder. The list's name keeps it out of <c>kubectl apply -f</c>, and so does the kustomization's, which is why that has no extension.
/// </summary>
internal static class OutputFolder
{
    private const string ListName = ".k8ssharpmanifests";
    private const string KustomizationName = "Kustomization";

    /// <summary>Writes the files, deletes those of ours that are no more.</summary>
    /// <returns>The full paths of all files of ours that are there now.</returns>
    public static IReadOnlyList<string> Write(string folder, IReadOnlyList<KeyValuePair<string, byte[]>> files)
    {
        var list = Path.Combine(folder, ListName);
        var owned = ReadList(list);
        if (files.Count == 0 && owned.Count == 0)
        {
            return [];
        }

        Directory.CreateDirectory(folder);
        var wanted = files.ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
        if (files.Count > 0 && !HasForeignKustomization(folder, owned))
        {
            wanted[KustomizationName] = Kustomization(files.Select(f => f.Key));
        }

        // Before a file is written it is on the list: a run that is cut off leaves nothing behind that the next one does not know.
        WriteList(list, owned.Union(wanted.Keys));
        foreach (var (name, bytes) in wanted)
        {
            WriteFile(Path.Combine(folder, name), bytes);
        }

        foreach (var name in owned.Except(wanted.Keys))
        {
            File.Delete(Path.Combine(folder, name));
        }

        if (wanted.Count == 0)
        {
            File.Delete(list);
            if (!Directory.EnumerateFileSystemEntries(folder).Any())
            {
                Directory.Delete(folder);
            }

            return [];
        }

        WriteList(list, wanted.Keys);
        return [.. wanted.Keys.Append(ListName).Order(StringComparer.Ordinal).Select(name => Path.Combine(folder, name))];
    }

    private static byte[] Kustomization(IEnumerable<string> files) => YamlWriter.Write(new(
    [
        new("apiVersion", Scalar.String("kustomize.config.k8s.io/v1beta1")),
        new("kind", Scalar.String("Kustomization")),
        new("resources", new Sequence([.. files.Select(f => Scalar.String(f))])),
    ]));

    // kustomize refuses a folder that has two of them. One that is not ours was put there on purpose.
    private static bool HasForeignKustomization(string folder, HashSet<string> owned) =>
        new[] { "kustomization.yaml", "kustomization.yml", KustomizationName }.Any(name => File.Exists(Path.Combine(folder, name)) && !owned.Contains(name));

    // A list that was tampered with must not make us delete anything elsewhere.
    private static HashSet<string> ReadList(string path) => File.Exists(path)
        ? [.. File.ReadLines(path).Where(name => name.Length > 0 && name is not ("." or "..") && name.AsSpan().IndexOfAny('/', '\\', ':') < 0)]
        : [];

    private static void WriteList(string path, IEnumerable<string> names) =>
        WriteFile(path, System.Text.Encoding.UTF8.GetBytes(string.Concat(names.Order(StringComparer.Ordinal).Select(name => name + "\n"))));

    private static void WriteFile(string path, byte[] bytes)
    {
        if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
        {
            return;
        }

        // Another process may write the same folder (two target frameworks, say): each has a temporary file of its own.
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        File.WriteAllBytes(temporary, bytes);
        File.Move(temporary, path, overwrite: true);
    }
}
