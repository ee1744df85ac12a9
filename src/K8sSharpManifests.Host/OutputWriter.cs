using System.Globalization;
using System.Text;

namespace K8sSharpManifests.Host;

/// <summary>
/// Brings the output folder in line with what it shall hold, touching only what changed. Whatever ends the process, and wherever: each file is wholly old
/// or wholly new, each that is ours is on the list, and the next run repairs the rest.
/// </summary>
internal static class OutputWriter
{
    // Inside the folder, because only within a file system a file can be moved in one step.
    private const string StagingName = ".k8ssharpmanifests.tmp";

    /// <summary>Writes the files that changed and deletes those of ours that are no more.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="manifests">The manifests, in the order in which they should be applied.</param>
    /// <param name="hasHeader">Whether files say what they are.</param>
    /// <returns>All files of ours that are there now, changed or not.</returns>
    /// <exception cref="IOException">The folder cannot be written, or a file that is not ours is in the way. Where the disk is full, nothing has changed.</exception>
    public static IReadOnlyList<ManifestFile> Write(OutputFolder folder, IReadOnlyList<ManifestFile> manifests, bool hasHeader)
    {
        var content = folder.Content(manifests, hasHeader);
        if (content.Count == 0 && folder.Own.IsEmpty)
        {
            return [];
        }

        Directory.CreateDirectory(folder.Path);
        DeleteStaging(folder);
        var names = new HashSet<string>(content.Count, StringComparer.Ordinal);
        var changed = new List<ManifestFile>();
        foreach (var file in content)
        {
            names.Add(file.Name);
            if (!FileContent.Is(folder.At(file.Name), file.Content))
            {
                RefuseForeign(folder, file.Name);
                changed.Add(file);
            }
        }

        if (changed.Count > 0)
        {
            Replace(folder, changed, names);
        }

        if (manifests.Count == 0 || folder.GoneLists.Count > 0)
        {
            DeleteStale(folder, names);
            foreach (var name in folder.GoneLists)
            {
                File.Delete(folder.At(name));
            }
        }

        if (manifests.Count == 0)
        {
            File.Delete(folder.At(folder.Own.Name));
            DeleteIfEmpty(folder.Path);
        }

        return content;
    }

    private static void Replace(OutputFolder folder, List<ManifestFile> changed, HashSet<string> names)
    {
        try
        {
            // All that takes space comes first, so that a full disk changes nothing.
            var staging = folder.At(StagingName);
            Directory.CreateDirectory(staging);
            string Staged(int i) => Path.Combine(staging, i.ToString(CultureInfo.InvariantCulture));
            for (var i = 0; i < changed.Count; i++)
            {
                FileContent.Write(Staged(i), changed[i].Content);
            }

            // The list is the last of the files. Until the stale ones are gone, the one in the folder names the old and the new.
            var isListChanged = changed[^1].Name == folder.Own.Name;
            var count = isListChanged ? changed.Count - 1 : changed.Count;
            if (isListChanged)
            {
                FileContent.Write(Staged(changed.Count), folder.Own.With([.. folder.Own.Files, .. names], []).Content);
                File.Move(Staged(changed.Count), folder.At(folder.Own.Name), overwrite: true);
            }

            for (var i = 0; i < count; i++)
            {
                File.Move(Staged(i), folder.At(changed[i].Name), overwrite: true);
            }

            if (isListChanged)
            {
                DeleteStale(folder, names);
                File.Move(Staged(count), folder.At(folder.Own.Name), overwrite: true);
            }
        }
        finally
        {
            DeleteStaging(folder);
        }
    }

    private static void RefuseForeign(OutputFolder folder, string name)
    {
        var path = folder.At(name);
        var isForeign = name != folder.Own.Name && !folder.IsListed(name) && File.Exists(path)
            && !FileContent.StartsWith(path, Encoding.UTF8.GetBytes($"# {OutputFolder.Header}"));
        if (isForeign)
        {
            throw new IOException($"'{name}' is there already, and nothing says that it was written by a build: move it away, or delete it");
        }
    }

    private static void DeleteStale(OutputFolder folder, HashSet<string> names)
    {
        foreach (var name in folder.Own.Files)
        {
            if (!names.Contains(name) && !folder.IsOfAnotherFramework(name))
            {
                File.Delete(folder.At(name));
            }
        }
    }

    private static void DeleteStaging(OutputFolder folder)
    {
        var staging = folder.At(StagingName);
        if (Directory.Exists(staging))
        {
            Directory.Delete(staging, recursive: true);
        }
    }

    private static void DeleteIfEmpty(string folder)
    {
        foreach (var _ in Directory.EnumerateFileSystemEntries(folder))
        {
            return;
        }

        Directory.Delete(folder);
    }
}
