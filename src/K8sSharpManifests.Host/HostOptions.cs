namespace K8sSharpManifests.Host;

/// <summary>What the build tells the host, in a response file of <c>name=value</c> lines.</summary>
internal sealed class HostOptions
{
    private readonly Dictionary<string, string> _values;

    private HostOptions(Dictionary<string, string> values) => _values = values;

    /// <summary>The project file: where errors point that have no better place.</summary>
    public string Project => _values["project"];

    /// <summary>The assembly whose manifests are emitted, in the project's output folder.</summary>
    public string Assembly => _values["assembly"];

    /// <summary>The folder to write.</summary>
    public string Output => _values["output"];

    /// <summary>The file that takes errors and warnings.</summary>
    public string MessagesFile => _values["messages"];

    /// <summary>The file that a run without errors writes at its end: the line that the build shows, or nothing.</summary>
    public string ResultFile => _values["result"];

    /// <summary>The file that takes the names of all files written, for incremental builds and for clean.</summary>
    public string FilesFile => _values["files"];

    /// <summary>What ManifestContext.Environment says.</summary>
    public string Environment => _values["environment"];

    /// <summary>Whether the project treats warnings as errors; MSBuild's own tasks do not look at that.</summary>
    public bool TreatWarningsAsErrors => string.Equals(Optional("treatWarningsAsErrors"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The project's NoWarn: ids, separated by blanks.</summary>
    public string NoWarn => Optional("noWarn");

    /// <summary>The project's WarningsAsErrors.</summary>
    public string WarningsAsErrors => Optional("warningsAsErrors");

    /// <summary>The project's WarningsNotAsErrors.</summary>
    public string WarningsNotAsErrors => Optional("warningsNotAsErrors");

    /// <summary>The project's folder.</summary>
    public string ProjectFolder => Path.GetDirectoryName(Project)!;

    /// <summary>Reads a response file.</summary>
    public static HostOptions Read(string path) => new(
        File.ReadLines(path)
            .Select(line => line.Split('=', 2))
            .Where(parts => parts.Length == 2)
            .ToDictionary(parts => parts[0], parts => parts[1]));

    private string Optional(string name) => _values.GetValueOrDefault(name) ?? "";
}
