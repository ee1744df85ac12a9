using K8sSharpManifests.Core;
using K8sSharpManifests.Core.CustomResources;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Tool.Lint;
using K8sSharpManifests.Yaml;

namespace K8sSharpManifests.Tool.Pin;

/// <summary>Reads the manifests that a lock is for: YAML, or what a project gives.</summary>
/// <param name="settings">What the run is asked for.</param>
/// <param name="terminal">What to read from.</param>
internal sealed class PinInputs(PinSettings settings, Terminal terminal)
{
    private const string NameOfStandardInput = "stdin.yaml";

    private readonly ConfigurationFolders _configuration = new(new([], RuleSelection.Parse([], [], []), OptionOverrides.Parse([], null, []), IsComplete: false));

    /// <summary>The images.</summary>
    public ManifestImages Images { get; } = new();

    /// <summary>The full path of the lock.</summary>
    public string LockFile { get; private set; } = Path.GetFullPath(settings.LockFile ?? ImageLock.FileName, terminal.Folder);

    /// <summary>Reads all.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="CannotRunException">Something cannot be read: a lock without its images would look complete.</exception>
    public async Task Read(CancellationToken cancellationToken)
    {
        var definitions = new Definitions(terminal).Read(settings.DefinitionPaths);
        if (settings.Project is null)
        {
            ReadFiles(definitions);
        }
        else
        {
            await ReadProject(definitions, cancellationToken);
        }
    }

    private async Task ReadProject(IReadOnlyList<CustomDefinition> definitions, CancellationToken cancellationToken)
    {
        using var build = new ProjectBuild(terminal);
        var project = build.Find(settings.Project!);

        // The options of C# hold for what it gives.
        var options = _configuration.Of(Path.Combine(Path.GetDirectoryName(project)!, "Manifests.cs")).Settings.Options;
        foreach (var environment in settings.Environments.Count > 0 ? settings.Environments : [null!])
        {
            var files = await build.Run(project, environment, cancellationToken);
            Images.Own.UnionWith(build.OwnImages);
            var own = build.Definitions.Count > 0 ? new Definitions(terminal).Read([.. build.Definitions]) : [];
            Add([.. files.SelectMany(file => TreeReader.ReadObjects(File.ReadAllText(file), file).Roots.OfType<Mapping>())], [.. definitions, .. own], _ => options, hasLines: false);
        }

        LockFile = settings.LockFile is not null ? LockFile : build.LockFile
            ?? throw new CannotRunException($"'{Path.GetFileName(project)}' has no image lock, since ManifestImageLock is false there: take that out, or name a file by --lock.");
    }

    private void ReadFiles(IReadOnlyList<CustomDefinition> definitions)
    {
        var inputs = new InputFiles(terminal.Folder);
        var files = inputs.Find(settings.Paths);
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

        if (objects.Count == 0)
        {
            throw new CannotRunException("there is no Kubernetes object in what was given.");
        }

        Add(objects, definitions, root => options[root], hasLines: true);
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
    private void Add(IReadOnlyList<Mapping> objects, IReadOnlyList<CustomDefinition> given, Func<Mapping, RuleOptions> optionsOf, bool hasLines)
    {
        CustomDefinition[] definitions = [.. given, .. Definitions.Among(objects)];
        if (definitions.Length == 0)
        {
            Images.Add(objects, optionsOf, hasLines);
            return;
        }

        var schema = ApiSchema.Kubernetes.With(definitions);
        var typed = new Dictionary<Mapping, Mapping>(ReferenceEqualityComparer.Instance);
        foreach (var root in objects)
        {
            typed[root.Type is null ? Typing.Object(root, schema) : root] = root;
        }

        Images.Add([.. typed.Keys], root => optionsOf(typed[root]), hasLines);
    }
}
