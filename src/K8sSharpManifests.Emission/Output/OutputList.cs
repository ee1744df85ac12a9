using System.Text;

namespace K8sSharpManifests.Emission.Output;

/// <summary>
/// The list of the files that a project has written to its output folder. It lies in that folder, so that it is known wherever the folder goes, and each project that writes there has its
/// own; one that is built for several frameworks, one for each. Its first line says whose it is. Its name keeps it out of <c>kubectl apply -f</c>.
/// </summary>
/// <param name="name">The list's own file name.</param>
/// <param name="project">The project file, relative to the folder, with forward slashes.</param>
/// <param name="framework">The framework that the project was built for; empty where it is built for one only.</param>
/// <param name="files">The paths of the files that it lists, below the folder, each with what is known of what was written: a digest, in a framework's list only, or that it holds secrets.</param>
internal sealed class OutputList(string name, string project, string framework, IReadOnlyDictionary<string, string> files)
{
    private const string Suffix = ".k8ssharpmanifests";
    private const string Mark = "# ";
    private const string FrameworkMark = "# for ";
    private const string EnvironmentMark = "# environment ";

    /// <summary>The list's own file name.</summary>
    public string Name { get; } = name;

    /// <summary>The project file, relative to the folder, with forward slashes.</summary>
    public string Project { get; } = project;

    /// <summary>The framework that the project was built for; empty where it is built for one only.</summary>
    public string Framework { get; } = framework;

    /// <summary>The environment that the folder was written for; empty where it was written for whatever is emitted.</summary>
    public string Environment { get; init; } = "";

    /// <summary>The paths of the files that it lists, below the folder; it does not name itself.</summary>
    public IEnumerable<string> Files => files.Keys;

    /// <summary>Whether it lists any file.</summary>
    public bool IsEmpty => files.Count == 0;

    /// <summary>Whether it lists a file.</summary>
    public bool Contains(string file) => files.ContainsKey(file);

    /// <summary>Whether what was written to a file holds secrets.</summary>
    public bool HoldsSecret(string file) => Digest(file) == ManifestFile.Secret;

    /// <summary>The digest of what was written to a file; <see cref="ManifestFile.Secret"/> where it holds secrets, and empty where that is not known.</summary>
    public string Digest(string file) => files.GetValueOrDefault(file) ?? "";

    /// <summary>The same list with the files of others of the project, which are not there any more.</summary>
    public OutputList And(IEnumerable<OutputList> gone)
    {
        var all = new Dictionary<string, string>(files, StringComparer.Ordinal);
        foreach (var list in gone)
        {
            foreach (var file in list.Files)
            {
                all.TryAdd(file, list.HoldsSecret(file) ? ManifestFile.Secret : "");
            }
        }

        return new(Name, Project, Framework, all);
    }

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

    /// <summary>The lists that a project has in the folders of its environments.</summary>
    /// <param name="root">The folder of all environments.</param>
    /// <param name="projectFile">The project file's path.</param>
    /// <returns>The path of each list and the environment that it is for.</returns>
    public static IEnumerable<(string Path, string Environment)> OfEnvironments(string root, string projectFile) =>
        from folder in Directory.Exists(root) ? Directory.GetDirectories(root) : []
        from list in In(folder)
        where list.Environment.Length > 0 && list.Project == Path.GetRelativePath(folder, projectFile).Replace('\\', '/')
        select (Path.Combine(folder, list.Name), list.Environment);

    /// <summary>A list for a project that has none in the folder: called after the project, unless another project of that name was first.</summary>
    /// <param name="projectFile">The project file's path.</param>
    /// <param name="project">The same, relative to the folder.</param>
    /// <param name="framework">The framework that it is built for; empty where it is built for one only.</param>
    /// <param name="others">The lists that are there.</param>
    public static OutputList New(string projectFile, string project, string framework, IReadOnlyList<OutputList> others)
    {
        var stem = "." + Path.GetFileNameWithoutExtension(projectFile) + (framework.Length == 0 ? "" : "." + framework);
        var name = stem + Suffix;
        for (var i = 2; Taken(others, name); i++)
        {
            name = FormattableString.Invariant($"{stem}-{i}{Suffix}");
        }

        return new(name, project, framework, new Dictionary<string, string>());
    }

    /// <summary>The list as a file that names other files.</summary>
    /// <param name="paths">Their paths, in any order.</param>
    /// <param name="manifests">Those of them that only this project may write, or this framework of it.</param>
    /// <param name="environment">The environment that the folder is for; empty where it is for whatever is emitted.</param>
    public ManifestFile With(IEnumerable<string> paths, IReadOnlyList<ManifestFile> manifests, string environment = "")
    {
        string[] sorted = [.. new HashSet<string>(paths, StringComparer.Ordinal)];
        Array.Sort(sorted, StringComparer.Ordinal);
        var digests = sorted.Where(HoldsSecret).ToDictionary(file => file, _ => ManifestFile.Secret, StringComparer.Ordinal);
        foreach (var file in manifests)
        {
            digests[file.Path] = Framework.Length > 0 || file.HoldsSecret ? file.Digest() : "";
        }

        var list = new StringBuilder(Mark).Append(Project).Append('\n');
        if (Framework.Length > 0)
        {
            list.Append(FrameworkMark).Append(Framework).Append('\n');
        }

        if (environment.Length > 0)
        {
            list.Append(EnvironmentMark).Append(environment).Append('\n');
        }

        foreach (var file in sorted)
        {
            if (file != Name)
            {
                list.Append(file).Append(digests.GetValueOrDefault(file) is { Length: > 0 } digest ? "\t" + digest : "").Append('\n');
            }
        }

        return new(Name, Encoding.UTF8.GetBytes(list.ToString()));
    }

    private static OutputList Read(string path)
    {
        var (project, framework, environment) = ("", "", "");
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(path))
        {
            if (project.Length > 0 && line.StartsWith(FrameworkMark, StringComparison.Ordinal))
            {
                framework = line[FrameworkMark.Length..];
            }
            else if (project.Length > 0 && line.StartsWith(EnvironmentMark, StringComparison.Ordinal))
            {
                environment = line[EnvironmentMark.Length..];
            }
            else if (line.StartsWith(Mark, StringComparison.Ordinal))
            {
                project = line[Mark.Length..];
            }
            else if (line.Split('\t', 2) is [var file, ..] parts && IsFile(file))
            {
                files[file] = parts.Length > 1 ? parts[1] : "";
            }
        }

        return new(Path.GetFileName(path), project, framework, files) { Environment = environment };
    }

    // A list that was tampered with must not make us delete anything elsewhere, nor another project's list.
    private static bool IsFile(string text) => OutputPath.IsInside(text) && !text.EndsWith(Suffix, StringComparison.Ordinal);

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
