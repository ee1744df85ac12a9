using System.Reflection;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Emission.Layouts;

namespace K8sSharpManifests.Emission;

/// <summary>What a run is told.</summary>
internal sealed record EmissionOptions
{
    /// <summary>The file of the assembly whose manifests are emitted.</summary>
    public required string AssemblyPath { get; init; }

    /// <summary>The assembly itself, where it is loaded already.</summary>
    public Assembly? Assembly { get; init; }

    /// <summary>The assembly's name.</summary>
    public string AssemblyName => Path.GetFileNameWithoutExtension(AssemblyPath);

    /// <summary>The project file: what paths of findings are relative to, and whose the files of the output folder are.</summary>
    public required string Project { get; init; }

    /// <summary>The project's folder.</summary>
    public string ProjectFolder => Path.GetDirectoryName(Project)!;

    /// <summary>What ManifestContext.Environment says.</summary>
    public string Environment { get; init; } = "";

    /// <summary>The environments of the project, emitted or not; none where it names none.</summary>
    public IReadOnlyList<string> Environments { get; init; } = [];

    /// <summary>What ManifestContext.Value gives, by names.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>What ManifestContext.Secret gives: one for all environments of a run.</summary>
    public ManifestSecrets Secrets { get; init; } = new();

    /// <summary>The project's UserSecretsId; empty where it has none.</summary>
    public string UserSecretsId { get; init; } = "";

    /// <summary>The values that are given to this project alone, so that one of its members should read them.</summary>
    public IReadOnlyList<string> OwnValues { get; init; } = [];

    /// <summary>Whether the constants are emitted, and nothing of the assembly is loaded.</summary>
    public bool IsStatic { get; init; }

    /// <summary>Why the members cannot run; null where they can.</summary>
    public string? Obstacle { get; init; }

    /// <summary>Whether the assembly is loaded, and its members run.</summary>
    public bool RunsMembers => !IsStatic && Obstacle is null;

    /// <summary>Whether nothing else runs in this process, so that all of its threads may be set up.</summary>
    public bool OwnsProcess { get; init; }

    /// <summary>Whether what the members gave is kept beside the trees that were read from it.</summary>
    public bool KeepsObjects { get; init; }

    /// <summary>Whether what is wrong with the configuration is among the findings; who takes it from the catalog does not want it twice.</summary>
    public bool ReportsConfiguration { get; init; } = true;

    /// <summary>Which files the objects become.</summary>
    public ILayout Layout { get; init; } = ManifestLayouts.Default;

    /// <summary>Whether each manifest says which member it comes from.</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>The folder to write; null where nothing is written or compared.</summary>
    public string? Output { get; init; }

    /// <summary>The folder of all environments.</summary>
    public string OutputRoot => OutputEnvironment.Length == 0 ? Output ?? "" : Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Output!))!;

    /// <summary>The environment that the folder is for alone; empty where it is for whatever is emitted.</summary>
    public string OutputEnvironment => Environments.Count == 0 ? "" : Environment;

    /// <summary>Whether the files that are there are compared with what they should be, instead of written.</summary>
    public bool IsVerify { get; init; }

    /// <summary>Whether it is found out what there is to write, and what is wrong with that, and nothing is written.</summary>
    public bool IsRehearsal { get; init; }

    /// <summary>A file that one run at a time may hold, where several may write to the folder; null where none can.</summary>
    public string? LockFile { get; init; }

    /// <summary>The framework that the project is built for; empty where it is built for one only.</summary>
    public string Framework { get; init; } = "";

    /// <summary>All frameworks that the project is built for, where these are several.</summary>
    public IReadOnlyList<string> Frameworks { get; init; } = [];

    /// <summary>The folder that takes both texts where a member gives something else than what was proved; null where that is not compared.</summary>
    public string? DifferencesFolder { get; init; }

    /// <summary>Files with definitions of custom resources, by which these are judged; they are not emitted.</summary>
    public IReadOnlyList<string> Definitions { get; init; } = [];

    /// <summary>Files with objects that are emitted with those of the members.</summary>
    public IReadOnlyList<string> IncludedFiles { get; init; } = [];

    /// <summary>The files that the project hands to its manifests, relative to its folder; null where only its assembly says which.</summary>
    public IReadOnlyList<string>? ManifestFiles { get; init; }

    /// <summary>The file with the digests of images; null where there is none.</summary>
    public string? ImageLock { get; init; }

    /// <summary>Whether that file is for this project alone, and for all that it gives in one build: then what nothing uses is not needed.</summary>
    public bool OwnsImageLock { get; init; }

    /// <summary>The digests of the images that this build has pushed, by what the lock calls them; null where it was not to push any.</summary>
    public IReadOnlyDictionary<string, string>? PushedImages { get; init; }

    /// <summary>What the rules are told for the objects of those of these files of which .editorconfig says nothing.</summary>
    public RuleOptions RuleOptions { get; init; } = RuleOptions.Default;

    /// <summary>Whether the project treats warnings as errors.</summary>
    public bool TreatWarningsAsErrors { get; init; }

    /// <summary>The project's NoWarn: ids, separated by blanks, commas or semicolons.</summary>
    public string NoWarn { get; init; } = "";

    /// <summary>The project's WarningsAsErrors.</summary>
    public string WarningsAsErrors { get; init; } = "";

    /// <summary>The project's WarningsNotAsErrors.</summary>
    public string WarningsNotAsErrors { get; init; } = "";

    /// <summary>What messages call a file: its path below the project's folder, or all of it.</summary>
    public string NameOf(string path) => Path.GetRelativePath(ProjectFolder, path) is var relative && !relative.StartsWith("..", StringComparison.Ordinal) ? relative.Replace('\\', '/') : path;
}
