using System.CommandLine;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Tool.Cluster;
using K8sSharpManifests.Tool.Manifests;
using K8sSharpManifests.Tool.Pin;

namespace K8sSharpManifests.Tool.Images;

/// <summary><c>k8ssharp images</c>: lists images and how they are pulled.</summary>
internal sealed class ImagesCommand : Command, IHelpful
{
    private readonly ManifestParts _manifests = new();
    private readonly ClusterParts _cluster = new();

    private readonly Option<bool> _workloads = new("--workloads") { Description = "With --cluster: the templates of workloads (Deployment, CronJob, …) too, whether they have pods or not." };

    private readonly Option<string> _timeout = TimeoutOption.Make();

    private readonly Option<string> _format = new("--format")
    {
        Description = "How it is told: table, json (an object a line), csv, yaml (a document an image).",
        HelpName = string.Join('|', ImagesReport.Formats),
        DefaultValueFactory = _ => "table",
    };

    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Only the list, without a line for the whole." };

    private readonly Option<bool> _verbose = new("--verbose", "-v") { Description = "Say what was read, on the error output." };

    private readonly Terminal _terminal;

    /// <summary>Makes the command.</summary>
    /// <param name="terminal">What to read from and to write to.</param>
    public ImagesCommand(Terminal terminal) : base("images", "Lists the image of every container, the pull policy and the pull secrets in effect, and why.")
    {
        _terminal = terminal;
        CommandParts.AcceptOnly(_format, [.. ImagesReport.Formats]);
        _manifests.AddTo(this, () => Escaped);
        _cluster.AddTo(this, _manifests);
        foreach (var option in new Option[] { _workloads, _timeout, _format, _quiet, _verbose })
        {
            Options.Add(option);
        }

        Validators.Add(result =>
        {
            if (result.GetValue(_workloads) && result.GetResult("--cluster") is null)
            {
                result.AddError("--workloads is for --cluster: manifests are listed whole.");
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
          k8ssharp images                                    the project in the current folder
          k8ssharp images deploy/ -l app=web                 YAML, as lint takes it
          helm template shop ./chart | k8ssharp images -
          k8ssharp images --cluster                          the pods of the context's namespace, with their states
          k8ssharp images --cluster -A --workloads --format csv > images.csv
          k8ssharp images --cluster -n shop --context prod -l 'tier in (web, api)'

        Exit codes:
          0    it is listed; there may be nothing
          2    it could not run: a path that is not there, a build that fails, a cluster that does not answer
          130  it was interrupted


        """;

    private async Task<int> Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var isCluster = _cluster.IsCluster(parsed);
        var images = isCluster ? await FromCluster(parsed, cancellationToken) : await FromManifests(parsed, cancellationToken);
        var format = parsed.GetRequiredValue(_format);
        new ImagesReport(images, isCluster).Write(format, _terminal.Output);
        if (!parsed.GetValue(_quiet))
        {
            _terminal.Error.WriteLine(Summary(images));
        }

        return ExitCode.Success;
    }

    private async Task<IReadOnlyList<ContainerImage>> FromManifests(ParseResult parsed, CancellationToken cancellationToken)
    {
        var reader = new ManifestReader(_manifests.Read(parsed), _terminal);
        var groups = await reader.Read(cancellationToken);
        var imageLock = LockFile.OfProject(reader);
        if (parsed.GetValue(_verbose))
        {
            _terminal.Error.WriteLine($"{CommandLine.Name}: read {CommandParts.Count(groups.Sum(group => group.Objects.Count), "object")}{(imageLock is null ? "" : $", with the digests of {imageLock.Name}")}.");
        }

        var filter = _cluster.Filter(parsed);

        // Frameworks of a project give the same manifests, mostly.
        return [.. groups.SelectMany(group => ContainerImage.In(group, filter, imageLock)).DistinctBy(ImagesReport.Key)];
    }

    private async Task<IReadOnlyList<ContainerImage>> FromCluster(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var client = ClusterClient.Open(_cluster.Options(parsed, TimeoutOption.Read(parsed, _timeout)), _terminal);
        var list = _cluster.Pods(parsed, client);
        var pods = await list.Pods(cancellationToken);
        var workloads = parsed.GetValue(_workloads) ? await list.Workloads(cancellationToken) : [];
        if (parsed.GetValue(_verbose))
        {
            _terminal.Error.WriteLine($"{CommandLine.Name}: read {CommandParts.Count(pods.Count, "pod")} and {CommandParts.Count(workloads.Count, "other object")}.");
        }

        // Apart: what a ServiceAccount has now, a pod need not have got when it was made.
        return
        [
            .. ClusterImages.In(workloads, [], RuleOptions.Default).Concat(ClusterImages.In(pods, [], RuleOptions.Default)).Select(pair => pair.Image)
                .OrderBy(image => image.Namespace, StringComparer.Ordinal).ThenBy(image => image.Object, StringComparer.Ordinal),
        ];
    }

    private static string Summary(IReadOnlyList<ContainerImage> images)
    {
        var distinct = images.Where(image => image.Reference is not null).Select(image => image.Reference!.ToString()).Distinct().Count();
        var pinned = images.Count(image => image.Reference?.Digest is not null);
        return images.Count == 0 ? $"{CommandLine.Name}: there is no container in what was given."
            : $"{CommandParts.Count(images.Count, "container")}, {CommandParts.Count(distinct, "image")}; {pinned} by digest, {images.Count(image => image.Policy.Name == "Always")} always pulled.";
    }
}
