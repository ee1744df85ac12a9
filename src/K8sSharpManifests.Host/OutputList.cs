using System.Text;

namespace K8sSharpManifests.Host;

/// <summary>
/// The list of the files that a project has written to its output folder. It lies in that folder, so that it is known wherever the folder goes, and each project that writes there has its
/// own. Its first line says whose it is. Its name keeps it out of <c>kubectl apply -f</c>.
/// </summary>
/// <param name="name">The list's own file name.</param>
/// <param name="project">The project file, relative to the folder, with forward slashes.</param>
/// <param name="files">The names of the files that it lists.</param>
internal sealed class OutputList(string name, string project, IReadOnlySet<string> files)
{
    private const string Suffix = ".k8ssharpmanifests";
    private const string Mark = "# ";

    /// <summary>The list's own file name.</summary>
    public string Name { get; } = name;

    /// <summary>The project file, relative to the folder, with forward slashes.</summary>
    public string Project { get; } = project;

    /// <summary>The names of the files that it lists; it does not name itself.</summary>
    public IReadOnlySet<string> Files { get; } = files;

    /// <summary>What to say of a list whose project is not there.</summary>
    public string Orphaned => Project.Length == 0
        ? "does not say whose files it lists, as its first line should: delete it, build what writes there, and delete the files that no build has written"
        : $"lists files of {Project}, which is not there any more: delete them and this list, or nobody keeps them up to date";

    /// <summary>All lists of a folder.</summary>
    /// <param name="folder">The folder's path.</param>
    public static List<OutputList> In(string folder)
    {
        var lists = new List<OutputList>();
        if (Directory.Exists(folder))
        {
            foreach (var path in Directory.GetFiles(folder, ".*" + Suffix))
            {
                lists.Add(Read(path));
            }
        }

        return lists;
    }

    /// <summary>A list for a project that has none in the folder: called after the project, unless another project of that name was first.</summary>
    /// <param name="projectFile">The project file's path.</param>
    /// <param name="project">The same, relative to the folder.</param>
    /// <param name="others">The lists that are there.</param>
    public static OutputList New(string projectFile, string project, IReadOnlyList<OutputList> others)
    {
        var stem = "." + Path.GetFileNameWithoutExtension(projectFile);
        var name = stem + Suffix;
        for (var i = 2; Taken(others, name); i++)
        {
            name = FormattableString.Invariant($"{stem}-{i}{Suffix}");
        }

        return new(name, project, new HashSet<string>());
    }

    /// <summary>The list as a file that names other files.</summary>
    /// <param name="files">Their names, in any order.</param>
    public ManifestFile With(IEnumerable<string> files)
    {
        string[] sorted = [.. new HashSet<string>(files, StringComparer.Ordinal)];
        Array.Sort(sorted, StringComparer.Ordinal);
        var list = new StringBuilder(Mark).Append(Project).Append('\n');
        foreach (var file in sorted)
        {
            if (file != Name)
            {
                list.Append(file).Append('\n');
            }
        }

        return new(Name, Encoding.UTF8.GetBytes(list.ToString()));
    }

    private static OutputList Read(string path)
    {
        var project = "";
        var files = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith(Mark, StringComparison.Ordinal))
            {
                project = line[Mark.Length..];
            }
            else if (line is not ("" or "." or "..") && !line.Contains('/') && !line.Contains('\\') && !line.Contains(':') && !line.EndsWith(Suffix, StringComparison.Ordinal))
            {
                // A list that was tampered with must not make us delete anything elsewhere, nor another project's list.
                files.Add(line);
            }
        }

        return new(Path.GetFileName(path), project, files);
    }

    private static bool Taken(IReadOnlyList<OutputList> lists, string name)
    {
        foreach (var list in lists)
        {
            if (string.Equals(list.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
