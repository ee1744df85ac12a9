using System.Globalization;
using System.Text;

namespace K8sSharpManifests.Emission.Output;

/// <summary>
/// Brings the output folder in line with what it shall hold, touching only what changed. Whatever ends the process, and wherever: each file is wholly old
/// or wholly new, each that is ours is on the list, and the next run repairs the rest.
/// </summary>
internal static class OutputWriter
{
    // Inside the folder, because only within a file system a file can be moved in one step.
    private const string StagingName = ".k8ssharpmanifests.tmp";

    /// <summary>Finds out what there is to write, and whether it may be written. Nothing has changed by then.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="manifests">The manifests, in the order in which they should be applied.</param>
    /// <param name="hasHeader">Whether files say what they are.</param>
    /// <param name="mayReplace">Looks at the files that change, while the folder still has what was there before, and says whether they may; null where nobody looks.</param>
    /// <returns>What there is to write; null where it may not change.</returns>
    /// <exception cref="IOException">A file that is not ours is in the way.</exception>
    public static PlannedOutput? Plan(OutputFolder folder, IReadOnlyList<ManifestFile> manifests, bool hasHeader, Func<IReadOnlyList<ManifestFile>, bool>? mayReplace = null)
    {
        var content = folder.Content(manifests, hasHeader);
        var changed = new List<ManifestFile>();
        foreach (var file in content)
        {
            if (!FileContent.Is(folder.At(file.Path), file.Content) || (file.HoldsSecret && FileContent.IsOpenToOthers(folder.At(file.Path))))
            {
                RefuseForeign(folder, file.Path);
                changed.Add(file);
            }
        }

        RefuseForeignFolders(folder, OutputPath.Folders(changed.ConvertAll(file => file.Path)));
        return changed.Count > 0 && mayReplace?.Invoke(changed) == false ? null : new(folder, manifests.Count == 0, content, changed);
    }

    /// <summary>Writes the files that changed and deletes those of ours that are no more.</summary>
    /// <param name="plan">What there is to write.</param>
    /// <exception cref="IOException">The folder cannot be written. Where the disk is full, nothing has changed.</exception>
    public static void Write(PlannedOutput plan)
    {
        var (folder, isNothing, content, changed) = plan;
        if (content.Count == 0 && folder.Own.IsEmpty)
        {
            return;
        }

        Directory.CreateDirectory(folder.Path);
        DeleteStaging(folder);
        var names = new HashSet<string>(content.Select(file => file.Path), StringComparer.Ordinal);
        if (changed.Count > 0)
        {
            Replace(folder, changed, OutputPath.Folders(changed.ConvertAll(file => file.Path)), names);
        }

        if (isNothing || folder.GoneLists.Count > 0)
        {
            DeleteStale(folder, names);
            foreach (var name in folder.GoneLists)
            {
                File.Delete(folder.At(name));
            }
        }

        if (isNothing)
        {
            File.Delete(folder.At(folder.Own.Name));
            DeleteIfEmpty(folder.Path);
        }
    }

    private static void Replace(OutputFolder folder, List<ManifestFile> changed, List<string> folders, HashSet<string> names)
    {
        try
        {
            // All that takes space comes first, so that a full disk changes nothing.
            var staging = folder.At(StagingName);
            Directory.CreateDirectory(staging);
            string Staged(int i) => Path.Combine(staging, i.ToString(CultureInfo.InvariantCulture));
            for (var i = 0; i < changed.Count; i++)
            {
                FileContent.Write(Staged(i), changed[i].Content, changed[i].HoldsSecret);
            }

            var missing = folders.FindAll(path => !Directory.Exists(folder.At(path)));
            string StagedFolder(int i) => Path.Combine(staging, "folder" + i.ToString(CultureInfo.InvariantCulture));
            for (var i = 0; i < missing.Count; i++)
            {
                Directory.CreateDirectory(StagedFolder(i));
            }

            // The list is the last of the files. Until the stale ones are gone, the one in the folder names the old and the new.
            var isListChanged = changed[^1].Path == folder.Own.Name;
            var count = isListChanged ? changed.Count - 1 : changed.Count;
            if (isListChanged)
            {
                FileContent.Write(Staged(changed.Count), folder.Own.With([.. folder.Own.Files, .. names], changed.FindAll(file => file.HoldsSecret), folder.Environment).Content);
                File.Move(Staged(changed.Count), folder.At(folder.Own.Name), overwrite: true);
            }

            for (var i = 0; i < missing.Count; i++)
            {
                Directory.Move(StagedFolder(i), folder.At(missing[i]));
            }

            for (var i = 0; i < count; i++)
            {
                File.Move(Staged(i), folder.At(changed[i].Path), overwrite: true);
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

    // Behind a link, or in the way of a folder, anything may lie.
    private static void RefuseForeignFolders(OutputFolder folder, List<string> folders)
    {
        foreach (var path in folders)
        {
            if (folder.IsLink(path))
            {
                throw new IOException($"'{path}' is a link, which may lead anywhere: delete it, and a folder takes its place");
            }

            if (File.Exists(folder.At(path)))
            {
                throw new IOException($"'{path}' is there already as a file, where a folder is to be: move it away, or delete it");
            }
        }
    }

    private static void DeleteStale(OutputFolder folder, HashSet<string> names)
    {
        var left = new List<string>();
        foreach (var path in folder.Own.Files)
        {
            if (!names.Contains(path) && !folder.IsOfAnotherFramework(path) && !folder.IsBehindLink(path))
            {
                left.Add(path);
                if (Directory.Exists(Path.GetDirectoryName(folder.At(path))))
                {
                    File.Delete(folder.At(path));
                }
            }
        }

        // The inner ones first. A run that was cut off may have come as far as some of them.
        var folders = OutputPath.Folders(left);
        for (var i = folders.Count - 1; i >= 0; i--)
        {
            if (Directory.Exists(folder.At(folders[i])))
            {
                DeleteIfEmpty(folder.At(folders[i]));
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

/// <summary>What there is to write to an output folder.</summary>
/// <param name="Folder">The folder, as it was before.</param>
/// <param name="IsNothing">Whether there is no manifest any more.</param>
/// <param name="Content">All files of ours that shall be there, changed or not.</param>
/// <param name="Changed">Those that are not there yet, or are something else.</param>
internal sealed record PlannedOutput(OutputFolder Folder, bool IsNothing, List<ManifestFile> Content, List<ManifestFile> Changed);
