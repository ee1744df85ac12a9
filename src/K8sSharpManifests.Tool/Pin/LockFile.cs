using System.Text;
using K8sSharpManifests.Core;
using K8sSharpManifests.Tool.Manifests;

namespace K8sSharpManifests.Tool.Pin;

/// <summary>The image lock on the disk.</summary>
internal static class LockFile
{
    /// <summary>Reads it.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="name">What messages call it.</param>
    /// <returns>The lock; null where there is no such file.</returns>
    /// <exception cref="CannotRunException">It cannot be read: what it says of other images would be lost.</exception>
    public static ImageLock? Read(string path, string name)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return ImageLock.Parse(File.ReadAllText(path), out var problem, name) ?? throw new CannotRunException($"{name}:{problem!.Line}: {problem.Text}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CannotRunException($"'{name}' cannot be read: {e.Message}");
        }
    }

    /// <summary>Reads that of a project, by which its build gives digests to tags.</summary>
    /// <param name="reader">Who has read the project.</param>
    /// <returns>The lock; null where there is none.</returns>
    /// <exception cref="CannotRunException">It cannot be read.</exception>
    public static ImageLock? OfProject(ManifestReader reader) => reader.LockFile is { } path ? Read(path, Path.GetFileName(path)) : null;

    /// <summary>Writes it: whoever reads it meanwhile sees the old one or the new one, whole.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="CannotRunException">It cannot be written; then it is as it was.</exception>
    public static void Write(string path, string name, string text)
    {
        // A link stays one, and what it leads to is written.
        var target = new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;
        var temporary = $"{target}.{Environment.ProcessId}.tmp";
        try
        {
            using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write))
            {
                file.Write(Encoding.UTF8.GetBytes(text));
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            File.Delete(temporary);
            throw new CannotRunException($"'{name}' cannot be written: {e.Message}");
        }
    }
}
