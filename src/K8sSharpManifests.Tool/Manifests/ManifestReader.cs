using K8sSharpManifests.Core;
using K8sSharpManifests.Core.CustomResources;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Tool.Lint;
using K8sSharpManifests.Yaml;

namespace K8sSharpManifests.Tool.Manifests;

/// <summary>Reads manifests into objects with their types and the options that hold for them.</summary>
/// <param name="source">Which ones.</param>
/// <param name="terminal">What to read from.</param>
internal sealed class ManifestReader(ManifestSource source, Terminal terminal)
{
    private const string NameOfStandardInput = "stdin.yaml";

    private readonly ConfigurationFolders _configuration = Configuration();

    /// <summary>The full path of the image lock of the project that was read, there or not; null where there is no project, or it says that it has none.</summary>
    public string? LockFile { get; private set; }

    /// <summary>The images that the project which was read makes itself, as the lock would call them.</summary>
    public IReadOnlySet<string> OwnImages { get; private set; } = new HashSet<string>();

    /// <summary>Reads all.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The objects: a group for all YAML, and one for each environment and framework of a project.</returns>
    /// <exception cref="CannotRunException">Something cannot be read: what is said of the rest would look complete.</exception>
    public async Task<IReadOnlyList<ManifestGroup>> Read(CancellationToken cancellationToken)
    {
        var definitions = new Definitions(terminal).Read(source.DefinitionPaths);
        return source.Project is null ? [ReadFiles(definitions)] : await ReadProject(source.Project, definitions, cancellationToken);
    }

    /// <summary>The options that hold for what comes from nowhere on this machine, as for the standard input.</summary>
    /// <param name="terminal">Where .editorconfig is looked for.</param>
    public static RuleOptions OptionsOf(Terminal terminal) => Configuration().Of(Path.Combine(terminal.Folder, NameOfStandardInput)).Settings.Options;

    private static ConfigurationFolders Configuration() => new(new([], RuleSelection.Parse([], [], []), OptionOverrides.None, IsComplete: false));

    private async Task<IReadOnlyList<ManifestGroup>> ReadProject(string path, IReadOnlyList<CustomDefinition> definitions, CancellationToken cancellationToken)
    {
        using var build = new ProjectBuild(terminal);
        var project = ProjectBuild.Find(path, terminal);

        // The options of C# hold for what it gives.
        var options = _configuration.Of(Path.Combine(Path.GetDirectoryName(project)!, "Manifests.cs")).Settings.Options;
        var groups = new List<ManifestGroup>();
        foreach (var environment in source.Environments.Count > 0 ? source.Environments : [null!])
        {
            foreach (var built in await build.Run(project, environment, cancellationToken))
            {
                var own = build.Definitions.Count > 0 ? new Definitions(terminal).Read([.. build.Definitions]) : [];
                var objects = built.Files.SelectMany(file => TreeReader.ReadObjects(File.ReadAllText(file), file).Roots.OfType<Mapping>());
                groups.Add(Group([.. objects], [.. definitions, .. own], _ => options) with { Environment = built.Environment });
            }
        }

        LockFile = build.LockFile;
        OwnImages = build.OwnImages;
        return groups;
    }

    private ManifestGroup ReadFiles(IReadOnlyList<CustomDefinition> definitions)
    {
        var inputs = new InputFiles(terminal.Folder);
        var files = inputs.Find(source.Paths);
        var problems = new List<string>(inputs.Faults);
        var objects = new List<Mapping>();
        var options = new Dictionary<Mapping, RuleOptions>(ReferenceEqualityComparer.Instance);
        foreach (var file in files)
        {
            var path = file.FullPath ?? Path.Combine(terminal.Folder, NameOfStandardInput);
            var fileSettings = _configuration.Of(path).Settings;
            var read = Read(file, fileSettings, problems);
            foreach (var root in (read?.Objects ?? []).Select(root => root.Node).OfType<Mapping>())
            {
                objects.Add(root);
                options[root] = fileSettings.Options;
            }
        }

        if (problems.Count > 0)
        {
            throw new CannotRunException(problems);
        }

        return objects.Count > 0 ? Group(objects, definitions, root => options[root]) with { HasLines = true } : throw new CannotRunException("there is no Kubernetes object in what was given.");
    }

    private LintedFile? Read(InputFile file, FileSettings fileSettings, List<string> problems)
    {
        try
        {
            using var input = file.FullPath is null ? terminal.Input() : null;
            using var bytes = new MemoryStream();
            input?.CopyTo(bytes);
            var read = LintedFile.Read(file, fileSettings, file.FullPath is null ? bytes.ToArray() : File.ReadAllBytes(file.FullPath));
            problems.AddRange((read?.Findings ?? []).Where(finding => finding.Severity == Severity.Error).Select(finding => $"{finding.File}:{finding.Span.Line}:{finding.Span.Column}: {finding.Rule.Id}: {finding.Message}"));
            return read;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add($"'{file.Name}' cannot be read: {e.Message}");
            return null;
        }
    }

    // As in the build: a custom resource has the pods that its definition gives it.
    private static ManifestGroup Group(IReadOnlyList<Mapping> objects, IReadOnlyList<CustomDefinition> given, Func<Mapping, RuleOptions> optionsOf)
    {
        CustomDefinition[] definitions = [.. given, .. Definitions.Among(objects)];
        if (definitions.Length == 0)
        {
            return new(objects, optionsOf);
        }

        var schema = ApiSchema.Kubernetes.With(definitions);
        var typed = new Dictionary<Mapping, Mapping>(ReferenceEqualityComparer.Instance);
        foreach (var root in objects)
        {
            typed[root.Type is null ? Typing.Object(root, schema) : root] = root;
        }

        return new([.. typed.Keys], root => optionsOf(typed[root]));
    }
}
