using System.Text;
using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Emission;
using K8sSharpManifests.Emission.Layouts;

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

    /// <summary>The environments of the project, emitted or not; none where it names none.</summary>
    public IReadOnlyList<string> AllEnvironments => EnvironmentNames.Read(Optional("environments"));

    /// <summary>The environments that are emitted: all that the project names, or the one that the build names, which has no name where it names none.</summary>
    public IReadOnlyList<string> Environments => _values["environment"] is { Length: > 0 } only ? [only] : AllEnvironments is { Count: > 0 } all ? all : [""];

    /// <summary>The folder to write; where the project names environments, each has a folder in it.</summary>
    public string Output => _values["output"];

    /// <summary>The file that takes errors and warnings.</summary>
    public string MessagesFile => _values["messages"];

    /// <summary>The file that a run without errors writes at its end: the line that the build shows, or nothing.</summary>
    public string ResultFile => _values["result"];

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

    /// <summary>The project's UserSecretsId; empty where it has none.</summary>
    public string UserSecretsId => Optional("userSecretsId");

    /// <summary>The file that takes the secrets that were read, for a program that shows what was written and must not tell them; null where nobody asks.</summary>
    public string? SecretsFile => Optional("secrets") is { Length: > 0 } path ? path : null;

    /// <summary>How long a member may run; zero for as long as it takes.</summary>
    public TimeSpan Timeout => TimeSpan.FromSeconds(int.TryParse(Optional("timeout"), System.Globalization.CultureInfo.InvariantCulture, out var seconds) ? seconds : 0);

    /// <summary>Whether each manifest says which member it comes from.</summary>
    public bool HasHeader => !Is("header", "false");

    /// <summary>Whether the files that are there are compared with what they should be, instead of written.</summary>
    public bool IsVerify => Is("verify", "true");

    /// <summary>Whether nothing is written, and only what is wrong is said.</summary>
    public bool IsRehearsal => Is("rehearsal", "true");

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

    /// <summary>What is written for an environment.</summary>
    public string OutputOf(string environment) => AllEnvironments.Count == 0 ? Output : Path.Combine(Output, environment);

    /// <summary>The values that the build is given.</summary>
    public GivenValues Values() => new(Optional("values") is { Length: > 0 } file && File.Exists(file) ? File.ReadAllText(file) : "", Project, AllEnvironments);

    /// <summary>What the run itself is told. Asked for only when its assembly can be found.</summary>
    public EmissionOptions ForEmission(string environment, GivenValues values, ManifestSecrets secrets) => new()
    {
        AssemblyPath = Assembly,
        Project = Project,
        Environment = environment,
        Environments = AllEnvironments,
        Values = values.For(environment),
        OwnValues = values.Own,
        Secrets = secrets,
        UserSecretsId = UserSecretsId,
        ReportsConfiguration = environment == Environments[0],
        IsStatic = IsStatic,
        Obstacle = HasDependencyFile ? null : "The manifests cannot be emitted without a deps.json file: do not set GenerateDependencyFile to false, or set ManifestEmit to false",
        OwnsProcess = true,
        Layout = ManifestLayouts.Find(Optional("layout")) ?? ManifestLayouts.Default,
        HasHeader = HasHeader,
        Output = OutputOf(environment),
        IsVerify = IsVerify,
        IsRehearsal = IsRehearsal,

        // Builds for several frameworks can share the output folder, and so can projects.
        LockFile = _values["lock"],
        Framework = Optional("framework"),
        Frameworks = Optional("frameworks").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        DifferencesFolder = Path.Combine(Path.GetDirectoryName(MessagesFile)!, "k8s.differences", environment),
        Definitions = Paths("definitions"),
        IncludedFiles = Paths("included"),
        ManifestFiles = [.. Paths("manifestFiles").Select(path => Path.GetRelativePath(ProjectFolder, path).Replace('\\', '/')).Order(StringComparer.Ordinal)],
        ImageLock = Optional("imageLock") is { Length: > 0 } imageLock ? imageLock : null,

        PushedImages = Optional("pushed") is { Length: > 0 } pushed ? PushedImages.Read(pushed) : null,

        // One that the project names may be there for others, too; and each framework may have images of its own.
        OwnsImageLock = Is("ownsImageLock", "true") && Optional("framework").Length == 0,
        RuleOptions = RuleOptions.Parse(key => key == "k8s_target_version" && Optional("targetVersion") is { Length: > 0 } version ? version : null, out _),
        TreatWarningsAsErrors = Is("treatWarningsAsErrors", "true"),
        NoWarn = Optional("noWarn"),
        WarningsAsErrors = Optional("warningsAsErrors"),
        WarningsNotAsErrors = Optional("warningsNotAsErrors"),
    };

    // What the names of the project's intermediate files begin with.
    private string Intermediate => _values["intermediate"];

    // What no name of a file has on Windows, and hardly one elsewhere.
    private string[] Paths(string name) => Optional(name).Split('|', StringSplitOptions.RemoveEmptyEntries);

    private bool Is(string name, string value) => string.Equals(Optional(name), value, StringComparison.OrdinalIgnoreCase);

    private string Optional(string name) => _values.GetValueOrDefault(name) ?? "";
}
