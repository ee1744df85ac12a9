using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace K8sSharpManifests.Emission.Output;

/// <summary>Tells which files git would take into a repository.</summary>
internal static class WorkTree
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // In a hook of git these say which repository it is about, which need not be the one that the files lie in.
    private static readonly string[] OfHooks = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY"];

    /// <summary>The files that lie in a work tree of git and are not ignored there; one that is committed is never ignored.</summary>
    /// <param name="paths">The full paths of the files. They and their folders need not be there yet.</param>
    /// <param name="git">The program.</param>
    /// <returns>Those files, and whether git has said so: where it cannot be asked, all files below a folder with a <c>.git</c>.</returns>
    public static (IReadOnlyList<string> Files, bool IsAsked) NotIgnored(IReadOnlyList<string> paths, string git = "git")
    {
        var files = new List<string>();
        var isAsked = true;

        // From the folder itself git sees where it lies in truth, should there be a link on the way.
        foreach (var group in paths.GroupBy(FolderThatIsThere, StringComparer.Ordinal).Where(group => IsBelowRepository(WithoutLinks(group.Key))))
        {
            var names = group.ToDictionary(path => Path.GetRelativePath(group.Key, path).Replace('\\', '/'), StringComparer.Ordinal);
            var ignored = Ignored(group.Key, names.Keys, git);
            isAsked &= ignored is not null;
            files.AddRange(names.Where(name => ignored?.Contains(name.Key) != true).Select(name => name.Value));
        }

        return (files, isAsked);
    }

    private static string FolderThatIsThere(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        while (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } parent)
        {
            folder = parent;
        }

        return folder;
    }

    private static string WithoutLinks(string folder) => Path.GetDirectoryName(folder) is not { } parent ? folder
        : Path.Combine(WithoutLinks(parent), Path.GetFileName(folder)) is var path && new DirectoryInfo(path).ResolveLinkTarget(returnFinalTarget: true) is { } target ? WithoutLinks(target.FullName)
        : path;

    // In a work tree that was added, and in a submodule, it is a file.
    private static bool IsBelowRepository(string folder) =>
        Path.Exists(Path.Combine(folder, ".git")) || (Path.GetDirectoryName(folder) is { } parent && IsBelowRepository(parent));

    // Null where git cannot be run, or does not say: it is not installed, or does not trust the owner of the repository.
    private static HashSet<string>? Ignored(string folder, IEnumerable<string> names, string git)
    {
        try
        {
            using var process = Process.Start(Command(folder, git))!;
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            using (var input = process.StandardInput)
            {
                input.Write(string.Concat(names.Select(name => name + '\0')));
            }

            if (!process.WaitForExit(Patience))
            {
                process.Kill();
                return null;
            }

            // 1 says that none of them is ignored.
            error.Wait(Patience);
            return process.ExitCode is 0 or 1 && output.Wait(Patience) ? output.Result.Split('\0', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal) : null;
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            return null;
        }
    }

    private static ProcessStartInfo Command(string folder, string git)
    {
        var utf8 = new UTF8Encoding(false);
        var start = new ProcessStartInfo(git, ["check-ignore", "-z", "--stdin"])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
        };
        foreach (var variable in OfHooks)
        {
            start.Environment.Remove(variable);
        }

        return start;
    }
}
