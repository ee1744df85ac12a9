using System.Text;

namespace K8sSharpManifests.Host;

/// <summary>What the build tells the host, in a response file of <c>name=value</c> lines.</summary>
internal sealed class HostOptions
{
    private readonly Dictionary<string, string> _values;

    private HostOptions(Dictionary<string, string> values) => _values = values;

    /// <summary>The project file: where errors point that have no better place.</summary>
    public string Project => _values["project"];

    /// <summary>The framework that the project is built for; empty where it is built for one only.</summary>
    public string Framework => Optional("framework");

    /// <summary>All frameworks that the project is built for, where these are several.</summary>
    public string[] Frameworks => Optional("frameworks").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The assembly whose manifests are emitted, in the project's output folder.</summary>
    public string Assembly => _values["assembly"];

    /// <summary>The assembly's name.</summary>
    public string AssemblyName => Path.GetFileNameWithoutExtension(Optional("assembly"));

    /// <summary>The folder to write.</summary>
    public string Output => _values["output"];

    /// <summary>The file that takes errors and warnings.</summary>
    public string MessagesFile => _values["messages"];

    /// <summary>The file that a run without errors writes at its end: the line that the build shows, or nothing.</summary>
    public string ResultFile => _values["result"];

    /// <summary>The folder that takes both texts where a member gives something else than what was proved.</summary>
    public string DifferencesFolder => Path.Combine(Path.GetDirectoryName(MessagesFile)!, "k8s.differences");

    /// <summary>Whether the constants are emitted, and nothing of the assembly is loaded.</summary>
    public bool IsStatic => Is("emit", "static");

    /// <summary>Whether the assembly has a deps.json file, by which what its members need is found.</summary>
    public bool HasDependencyFile => Optional("dependencyFile") is "" || Is("dependencyFile", "true");

    /// <summary>Whether the assembly is loaded, and its members run.</summary>
    public bool RunsMembers => !IsStatic && HasDependencyFile;

    /// <summary>The file that takes the names of all files written, for incremental builds and for clean.</summary>
    public string FilesFile => _values["files"];

    /// <summary>The file that takes the names of all files that 'dotnet publish' copies.</summary>
    public string PublishedFile => Intermediate + "published";

    /// <summary>The file that takes what 'dotnet publish' leaves behind, a line each.</summary>
    public string UnpublishedFile => Intermediate + "unpublished";

    /// <summary>The folder of files that are published as they are not in the output folder.</summary>
    public string PublishFolder => Intermediate + "publish";

    /// <summary>The file that takes the names of the files that members read through their ManifestContext.</summary>
    public string InputsFile => Intermediate + "inputs";

    /// <summary>The file that takes the names of the environment variables that members read through their ManifestContext.</summary>
    public string VariablesFile => Intermediate + "variables";

    /// <summary>The file that takes what those files and variables held, and what was written; it is missing where the next run may give something else, whatever they hold.</summary>
    public string StateFile => Intermediate + "state";

    /// <summary>Whether 'dotnet publish' copies Secrets.</summary>
    public bool HasPublishedSecrets => Is("publishSecrets", "true");

    /// <summary>How long a member may run; zero for as long as it takes.</summary>
    public TimeSpan Timeout => TimeSpan.FromSeconds(int.TryParse(Optional("timeout"), System.Globalization.CultureInfo.InvariantCulture, out var seconds) ? seconds : 0);

    /// <summary>A file beside the project's other intermediate ones that one run at a time may hold: builds for several frameworks can share the output folder.</summary>
    public string LockFile => _values["lock"];

    /// <summary>Whether all manifests go into one file; else each has a file of its own.</summary>
    public bool IsSingle => Is("layout", "single");

    /// <summary>Whether each manifest says which member it comes from.</summary>
    public bool HasHeader => !Is("header", "false");

    /// <summary>Whether the files that are there are compared with what they should be, instead of written.</summary>
    public bool IsVerify => Is("verify", "true");

    /// <summary>What ManifestContext.Environment says.</summary>
    public string Environment => _values["environment"];

    /// <summary>Whether the project treats warnings as errors; MSBuild's own tasks do not look at that.</summary>
    public bool TreatWarningsAsErrors => Is("treatWarningsAsErrors", "true");

    /// <summary>The project's NoWarn: ids, separated by blanks.</summary>
    public string NoWarn => Optional("noWarn");

    /// <summary>The project's WarningsAsErrors.</summary>
    public string WarningsAsErrors => Optional("warningsAsErrors");

    /// <summary>The project's WarningsNotAsErrors.</summary>
    public string WarningsNotAsErrors => Optional("warningsNotAsErrors");

    /// <summary>The project's folder.</summary>
    public string ProjectFolder => Path.GetDirectoryName(Project)!;

    /// <summary>Reads a response file.</summary>
    public static HostOptions Read(string path)
    {
        // As bytes, since a reader of text is the costlier to load, and everything waits for this.
        var values = new Dictionary<string, string>();
        foreach (var line in Encoding.UTF8.GetString(File.ReadAllBytes(path)).Split('\n'))
        {
            if (line.IndexOf('=') is >= 0 and var equals)
            {
                values[line[..equals]] = line[(equals + 1)..].TrimEnd('\r');
            }
        }

        return new(values);
    }

    /// <summary>The options of a run that writes nothing.</summary>
    /// <param name="assembly">The assembly's file.</param>
    /// <param name="environment">What ManifestContext.Environment says.</param>
    public static HostOptions InMemory(string assembly, string environment) => new(new()
    {
        ["project"] = assembly,
        ["assembly"] = assembly,
        ["environment"] = environment,
        ["header"] = "false",
    });

    // What the names of the project's intermediate files begin with.
    private string Intermediate => _values["intermediate"];

    private bool Is(string name, string value) => string.Equals(Optional(name), value, StringComparison.OrdinalIgnoreCase);

    private string Optional(string name) => _values.GetValueOrDefault(name) ?? "";
}
