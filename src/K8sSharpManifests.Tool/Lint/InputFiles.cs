using System.IO.Enumeration;

namespace K8sSharpManifests.Tool.Lint;

/// <summary>A file to look at.</summary>
/// <param name="Name">What it is called in the output: as it was given, or below a folder that was.</param>
/// <param name="FullPath">Its full path; null for the standard input.</param>
/// <param name="IsNamed">Whether somebody named this very file, and not a folder or a pattern.</param>
internal sealed record InputFile(string Name, string? FullPath, bool IsNamed);

/// <summary>Finds the files that paths stand for.</summary>
/// <param name="folder">The folder that relative paths start at.</param>
internal sealed class InputFiles(string folder)
{
    private const string StandardInput = "-";
    private const string AnyDepth = "**";

    private static readonly string[] Extensions = [".yaml", ".yml", ".json"];
    private static readonly string[] SkippedFolders = ["bin", "obj", "node_modules"];
    private static readonly char[] Wildcards = ['*', '?'];
    private static readonly char[] Separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];

    private readonly Dictionary<string, InputFile> _found = new(StringComparer.Ordinal);
    private readonly List<string> _faults = [];

    /// <summary>What cannot be looked into.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>The files that paths stand for, each once, ordered by name.</summary>
    /// <exception cref="CannotRunException">A path stands for nothing.</exception>
    public IReadOnlyList<InputFile> Find(IEnumerable<string> paths)
    {
        var problems = new List<string>();
        foreach (var path in paths)
        {
            var before = _found.Count + _faults.Count;
            var full = Path.GetFullPath(path.Length == 0 ? "." : path, folder);
            if (path == StandardInput)
            {
                _found.TryAdd("", new(StandardInput, null, IsNamed: true));
            }
            else if (File.Exists(full))
            {
                _found[full] = new(path, full, IsNamed: true);
            }
            else if (Directory.Exists(full))
            {
                if (!Walk(full, path is "." or "./" or "" ? "" : WithSeparator(path)) && _found.Count + _faults.Count == before)
                {
                    problems.Add($"'{path}' has no *.yaml, *.yml or *.json in it, hidden folders and {string.Join(", ", SkippedFolders)} aside.");
                }
            }
            else if (path.IndexOfAny(Wildcards) < 0)
            {
                problems.Add($"'{path}' is not there.");
            }
            else if (!Expand(path) && _found.Count + _faults.Count == before)
            {
                problems.Add($"'{path}' matches no file.");
            }
        }

        return problems.Count > 0 ? throw new CannotRunException(problems) : [.. _found.Values.OrderBy(file => file.Name, StringComparer.Ordinal)];
    }

    private static string WithSeparator(string path) => Separators.Contains(path[^1]) ? path : path + "/";

    private static bool IsSkipped(string folderName) => folderName.StartsWith('.') || SkippedFolders.Contains(folderName, StringComparer.OrdinalIgnoreCase);

    // Gives whether there is any, also where another path has found it already.
    private bool Walk(string full, string name)
    {
        var isAny = false;
        foreach (var entry in Entries(full))
        {
            if (entry is DirectoryInfo)
            {
                isAny |= IsFolderToEnter(entry) && Walk(entry.FullName, name + entry.Name + "/");
            }
            else if (Extensions.Contains(entry.Extension, StringComparer.OrdinalIgnoreCase))
            {
                Add(entry, name);
                isAny = true;
            }
        }

        return isAny;
    }

    // A link to a folder may lead around in a circle.
    private static bool IsFolderToEnter(FileSystemInfo entry) => !IsSkipped(entry.Name) && entry.LinkTarget is null;

    private bool Expand(string pattern)
    {
        var parts = pattern.Split(Separators);
        var literal = Math.Min(Array.FindIndex(parts, part => part.IndexOfAny(Wildcards) >= 0), parts.Length - 1);
        var root = string.Concat(parts.Take(literal).Select(part => part + "/"));
        var full = Path.GetFullPath(root.Length == 0 ? "." : root, folder);
        return Directory.Exists(full) && Expand(full, root, parts.AsSpan(literal));
    }

    private bool Expand(string full, string name, ReadOnlySpan<string> parts)
    {
        var (isAny, isLast) = (false, parts.Length == 1);
        if (parts[0] == AnyDepth)
        {
            // At the end it stands for all files; elsewhere for no folder, too.
            isAny |= isLast ? Expand(full, name, ["*"]) : Expand(full, name, parts[1..]);
        }

        foreach (var entry in Entries(full))
        {
            if (entry is not DirectoryInfo)
            {
                if (isLast && parts[0] != AnyDepth && IsMatch(parts[0], entry.Name))
                {
                    Add(entry, name);
                    isAny = true;
                }
            }
            else if (parts[0] == AnyDepth)
            {
                isAny |= IsFolderToEnter(entry) && Expand(entry.FullName, name + entry.Name + "/", parts);
            }
            else if (!isLast && IsMatch(parts[0], entry.Name))
            {
                isAny |= Expand(entry.FullName, name + entry.Name + "/", parts[1..]);
            }
        }

        return isAny;
    }

    // As shells have it, a star stands for no hidden file.
    private static bool IsMatch(string pattern, string name) =>
        FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false) && (!name.StartsWith('.') || pattern.StartsWith('.'));

    private void Add(FileSystemInfo entry, string name) => _found.TryAdd(entry.FullName, new(name + entry.Name, entry.FullName, IsNamed: false));

    private FileSystemInfo[] Entries(string full)
    {
        try
        {
            return [.. new DirectoryInfo(full).EnumerateFileSystemInfos()];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _faults.Add($"'{full}' cannot be looked into: {e.Message}");
            return [];
        }
    }
}
