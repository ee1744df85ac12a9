using System.Collections.Concurrent;
using K8sSharpManifests.Cel;
using K8sSharpManifests.Core;
using K8sSharpManifests.Core.CustomResources;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Yaml;

namespace K8sSharpManifests.Tool.Lint;

/// <summary>Reads all files, then judges them: all that is given in one run is one set.</summary>
/// <param name="settings">What the run is asked for.</param>
/// <param name="terminal">What to read from.</param>
internal sealed class Linter(LintSettings settings, Terminal terminal)
{
    // Sections of .editorconfig are matched with a file's name.
    private const string NameOfStandardInput = "stdin.yaml";

    private readonly ConfigurationFolders _configuration = new(settings);

    /// <summary>Runs.</summary>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>What came of it.</returns>
    /// <exception cref="CannotRunException">A path stands for nothing, or nothing is there to judge.</exception>
    public LintResult Run(CancellationToken cancellationToken)
    {
        var given = new Definitions(terminal).Read(settings.DefinitionPaths);
        var inputs = new InputFiles(terminal.Folder);
        var files = inputs.Find(settings.Paths);
        var left = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var (read, faults, wrong) = (new LintedFile?[files.Count], new string?[files.Count], new IReadOnlyList<LintFinding>[files.Count]);
        using (var progress = new Progress(terminal, files.Count, "files"))
        {
            Each(files.Count, i => Read(files[i], out read[i], out faults[i], out wrong[i]));
            var rules = Type(read, given) ? new CelRules() : null;
            var objects = read.OfType<LintedFile>().SelectMany(file => file.Objects).Select(root => root.Node);
            var index = settings.IsComplete ? ObjectIndex.Of(objects, ExternalObjects.None) : ObjectIndex.OfPart(objects, ExternalObjects.None);
            Each(files.Count, i =>
            {
                read[i]?.Judge(index, rules, text => left.TryAdd(text, 0));
                progress.Advance();
            });
        }

        var linted = read.OfType<LintedFile>().ToList();
        List<LintFinding> findings = [.. linted.SelectMany(file => file.Findings).Concat(wrong.SelectMany(w => w))];
        var result = new LintResult(
            Ordered(findings), [.. inputs.Faults, .. faults.OfType<string>()], linted.Count, linted.Sum(file => file.Objects.Count),
            read.Count(file => file is null) - faults.Count(fault => fault is not null), linted.Sum(file => file.Suppressed))
        {
            Unknown = linted.Sum(file => file.Objects.Count(root => root.Node is Mapping { Type: null })),
            NotEvaluated = [.. left.Keys.Order(StringComparer.Ordinal)],
        };
        return result is { Objects: 0, Findings: [], Faults: [], Suppressed: 0 } ? throw new CannotRunException("there is no Kubernetes object to judge in what was given.") : result;

        void Each(int count, Action<int> action) => Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellationToken }, action);
    }

    private void Read(InputFile input, out LintedFile? file, out string? fault, out IReadOnlyList<LintFinding> wrong)
    {
        (file, fault, wrong) = (null, null, []);
        var path = input.FullPath ?? Path.Combine(terminal.Folder, NameOfStandardInput);
        var (fileSettings, folder) = _configuration.Of(path);
        try
        {
            file = LintedFile.Read(input, fileSettings, input.FullPath is null ? ReadInput() : File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            fault = $"'{input.Name}' cannot be read: {e.Message}";
        }

        if (file is not null && fileSettings.Wrong.Count > 0 && fileSettings.SeverityOf(YamlRules.Option) is not Severity.Off and var severity)
        {
            wrong = [.. fileSettings.Wrong.Select(option => Finding(option, folder, severity))];
        }
    }

    // What is applied together is judged together: a definition counts for all files.
    private static bool Type(LintedFile?[] files, IReadOnlyList<CustomDefinition> given)
    {
        CustomDefinition[] definitions = [.. given, .. Definitions.Among(files.OfType<LintedFile>().SelectMany(file => file.Objects).Select(root => root.Node))];
        if (definitions.Length > 0)
        {
            var schema = ApiSchema.Kubernetes.With(definitions);
            foreach (var file in files)
            {
                file?.Type(schema);
            }
        }

        return definitions.Length > 0;
    }

    private byte[] ReadInput()
    {
        using var input = terminal.Input();
        using var bytes = new MemoryStream();
        input.CopyTo(bytes);
        return bytes.ToArray();
    }

    private LintFinding Finding(WrongOption wrong, ConfigurationFolder folder, Severity severity)
    {
        var (file, line) = folder.Find(wrong) ?? (folder.Files[^1], 1);
        var relative = Path.GetRelativePath(terminal.Folder, file.Path).Replace('\\', '/');
        return new(relative.StartsWith("../", StringComparison.Ordinal) ? file.Path : relative, 0, new(line, 1, line, 1), YamlRules.Option, severity, "", wrong.ToString());
    }

    // An alias, or a line that holds for several files, is met more than once.
    private static List<LintFinding> Ordered(List<LintFinding> findings)
    {
        findings.Sort();
        return [.. findings.DistinctBy(finding => (finding.File, finding.Span, finding.Rule, finding.Message))];
    }
}
