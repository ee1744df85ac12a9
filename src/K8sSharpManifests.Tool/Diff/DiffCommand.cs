using System.CommandLine;
using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Tool.Cluster;
using K8sSharpManifests.Tool.Manifests;
using K8sSharpManifests.Tool.Pin;

namespace K8sSharpManifests.Tool.Diff;

/// <summary><c>k8ssharp diff</c>: what would change, object by object, by what the manifests mean.</summary>
internal sealed class DiffCommand : Command, IHelpful
{
    private static readonly string[] Formats = ["text", "json"];

    private readonly ManifestParts _manifests = new();
    private readonly ClusterParts _cluster = new() { IsCompared = true };

    private readonly Option<string?> _against = new("--against")
    {
        Description = "The manifests as they were: a folder or a file. Of a project with environments, the folder with a folder for each.",
        HelpName = "FOLDER|FILE",
    };

    private readonly Option<string> _manager = new("--field-manager")
    {
        Description = "With --cluster, of objects that are applied by the server (kubectl apply --server-side): the manager whose fields apply takes away where they are left out.",
        HelpName = "NAME",
        DefaultValueFactory = _ => "kubectl",
    };

    private readonly Option<string> _timeout = TimeoutOption.Make();

    private readonly Option<string> _format = new("--format")
    {
        Description = "How it is told: text, json (one object that differs on each line).",
        HelpName = string.Join('|', Formats),
        DefaultValueFactory = _ => "text",
    };

    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Only what differs, without a line for the whole." };

    private readonly Option<bool> _verbose = new("--verbose", "-v") { Description = "Say what was read, on the error output." };

    private readonly Terminal _terminal;

    /// <summary>Makes the command.</summary>
    /// <param name="terminal">What to read from and to write to.</param>
    public DiffCommand(Terminal terminal) : base("diff", "Says what manifests change, by their meaning: against a folder, or against what a cluster holds.")
    {
        _terminal = terminal;
        CommandParts.AcceptOnly(_format, Formats);
        _manifests.AddTo(this, () => Escaped);
        Options.Add(_against);
        _cluster.AddTo(this, _manifests);
        foreach (var option in new Option[] { _manager, _timeout, _format, _quiet, _verbose })
        {
            Options.Add(option);
        }

        Validators.Add(result =>
        {
            if ((result.GetResult(_against) is not null) == result.GetValue<bool>("--cluster"))
            {
                result.AddError("name one of --against and --cluster: what the manifests are compared with.");
            }
        });
        SetAction((parsed, cancellationToken) => Task.Run(() => Run(parsed, cancellationToken), cancellationToken));
    }

    /// <summary>What stands behind '--', of which all are paths.</summary>
    public IReadOnlyList<string> Escaped { private get; init; } = [];

    /// <inheritdoc/>
    public string MoreHelp =>
        """
        Examples:
          k8ssharp diff --against deploy/                    the project in the current folder, and what it wrote before
          git worktree add /tmp/main main && k8ssharp diff deploy/ --against /tmp/main/deploy
          helm template shop ./chart | k8ssharp diff - --against rendered.yaml
          k8ssharp diff deploy/ --cluster --context prod     what apply changes there, and what it does not
          k8ssharp diff --project src/Shop --environment prod --cluster --format json

        Quantities, defaults of the API and the order of keys do not count; the order of env and of containers does. What is secret is shown as 'changed'.

        Exit codes:
          0    no difference
          1    there are differences, or a pull policy stays that the manifest does not mean
          2    it could not run, or not all could be compared
          130  it was interrupted


        """;

    private async Task<int> Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var reader = new ManifestReader(_manifests.Read(parsed), _terminal);
        var groups = Grouped(await reader.Read(cancellationToken), LockFile.OfProject(reader), _cluster.Filter(parsed));
        var objects = groups.Sum(group => group.Objects.Count);
        if (parsed.GetValue(_verbose))
        {
            _terminal.Error.WriteLine($"{CommandLine.Name}: read {CommandParts.Count(objects, "object")}.");
        }

        var (differences, failed) = _cluster.IsCluster(parsed)
            ? await WithCluster(parsed, groups, cancellationToken)
            : (await WithFolder(parsed.GetValue(_against)!, parsed, groups, cancellationToken), []);
        var report = new DiffReport([.. differences.Select(WithoutSecrets)], failed, groups.All(group => group.HasLines));
        if (parsed.GetRequiredValue(_format) == "json")
        {
            report.WriteJson(_terminal.Output);
        }
        else
        {
            report.WriteText(_terminal);
        }

        foreach (var problem in report.Problems)
        {
            _terminal.Error.WriteLine($"{CommandLine.Name}: {problem}");
        }

        if (!parsed.GetValue(_quiet))
        {
            _terminal.Error.WriteLine(report.Summary(objects));
        }

        return failed.Count > 0 ? ExitCode.CannotRun : differences.Any(difference => difference.Counts) ? ExitCode.Findings : ExitCode.Success;
    }

    // Where the project's build has read a secret, what stood there before was perhaps one as well.
    private ObjectDifference WithoutSecrets(ObjectDifference difference) =>
        difference with { Changes = [.. difference.Changes.Select(change => change with { IsSecret = change.IsSecret || IsSecret(change.Before) || IsSecret(change.After) })] };

    private bool IsSecret(Node value) => value is Scalar scalar && _terminal.Secrets.Redact(scalar.Text) != scalar.Text;

    // As they are deployed: with the digests of the image lock. What several frameworks of a project give is one set.
    private static List<ManifestGroup> Grouped(IReadOnlyList<ManifestGroup> groups, ImageLock? imageLock, ObjectFilter filter)
    {
        var result = new List<ManifestGroup>();
        foreach (var environment in groups.GroupBy(group => group.Environment))
        {
            var roots = environment.Select(filter.Apply).SelectMany(group => group.Objects.Where(filter.Selects).Select(root => (Group: group, Root: root, Pinned: imageLock is null ? root : ImageUses.Pin(root, imageLock)))).ToList();
            var names = SetComparison.ByName(roots.Select(item => item.Pinned));
            var options = roots.GroupBy(item => item.Pinned, ReferenceEqualityComparer.Instance).ToDictionary(items => items.Key!, items => items.First().Group.OptionsOf(items.First().Root), ReferenceEqualityComparer.Instance);
            result.Add(new([.. names.Values], root => options[root]) { Environment = environment.Key, HasLines = environment.First().HasLines });
        }

        return result;
    }

    private async Task<IReadOnlyList<ObjectDifference>> WithFolder(string against, ParseResult parsed, List<ManifestGroup> groups, CancellationToken cancellationToken)
    {
        var differences = new List<ObjectDifference>();
        foreach (var group in groups)
        {
            var before = await new ManifestReader(new() { Paths = [PathOf(against, group.Environment, groups.Count)], DefinitionPaths = parsed.GetValue(_manifests.Definitions) ?? [] }, _terminal).Read(cancellationToken);
            var filter = _cluster.Filter(parsed);
            differences.AddRange(SetComparison.Differences(before.Select(filter.Apply).SelectMany(old => old.Objects.Where(filter.Selects)), group.Objects, group.Environment));
        }

        return differences;
    }

    private string PathOf(string against, string environment, int groups)
    {
        if (environment.Length == 0)
        {
            return against;
        }

        var own = Path.Combine(against, environment);
        return Directory.Exists(Path.GetFullPath(own, _terminal.Folder)) ? own
            : groups == 1 ? against
            : throw new CannotRunException($"'{against}' has no folder '{environment}': name an environment by --environment, and its folder by --against.");
    }

    private async Task<(IReadOnlyList<ObjectDifference> Differences, IReadOnlyList<(Mapping Root, string Problem)> Failed)> WithCluster(ParseResult parsed, List<ManifestGroup> groups, CancellationToken cancellationToken)
    {
        if (groups is not [var group])
        {
            throw new CannotRunException($"the project has several environments, and a cluster is one of them: name it by --environment ({string.Join(", ", groups.Select(g => g.Environment))}).");
        }

        using var client = ClusterClient.Open(_cluster.Options(parsed, TimeoutOption.Read(parsed, _timeout)), _terminal);
        return await new ClusterComparison(client, parsed.GetRequiredValue(_manager)).Differences(group, cancellationToken);
    }
}
