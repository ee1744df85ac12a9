using System.CommandLine;
using K8sSharpManifests.Tool.Cluster;
using K8sSharpManifests.Tool.Images;
using K8sSharpManifests.Tool.Manifests;
using K8sSharpManifests.Tool.Pin;
using K8sSharpManifests.Tool.Registry;

namespace K8sSharpManifests.Tool.Pulls;

/// <summary><c>k8ssharp pulls</c>: whether the images can be pulled, before a node has to find out.</summary>
internal sealed class PullsCommand : Command, IHelpful
{
    private static readonly string[] Formats = ["text", "json"];

    private readonly ManifestParts _manifests = new();
    private readonly ClusterParts _cluster = new();

    private readonly Option<string[]> _platforms = new("--platform") { Description = "What the nodes are, such as linux/arm64; once for each. An image that is not there for it is a finding.", HelpName = "OS/ARCH" };

    private readonly Option<string> _timeout = TimeoutOption.Make();

    private readonly Option<string> _format = new("--format")
    {
        Description = "How it is told: text, json (one object for each image and set of credentials, each on a line).",
        HelpName = string.Join('|', Formats),
        DefaultValueFactory = _ => "text",
    };

    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Say only what is wrong." };

    private readonly Option<bool> _verbose = new("--verbose", "-v") { Description = "Say with whose credentials it was tried, what came of it, and what is left of the registry's limit." };

    private readonly Terminal _terminal;

    /// <summary>Makes the command.</summary>
    /// <param name="terminal">What to read from and to write to.</param>
    public PullsCommand(Terminal terminal) : base("pulls", "Checks that each image can be pulled, as each pod would: reference, network, credentials, existence.")
    {
        _terminal = terminal;
        CommandParts.AcceptOnly(_format, Formats);
        _manifests.AddTo(this, () => Escaped);
        _cluster.AddTo(this, _manifests);
        _platforms.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => ImagePlatform.Parse(token.Value) is null))
            {
                result.AddError($"--platform: '{token.Value}' is no platform: they are like linux/amd64 and linux/arm/v7.");
            }
        });
        foreach (var option in new Option[] { _platforms, _timeout, _format, _quiet, _verbose })
        {
            Options.Add(option);
        }

        SetAction((parsed, cancellationToken) => Task.Run(() => Run(parsed, cancellationToken), cancellationToken));
    }

    /// <summary>What stands behind '--', of which all are paths.</summary>
    public IReadOnlyList<string> Escaped { private get; init; } = [];

    /// <inheritdoc/>
    public string MoreHelp =>
        """
        Examples:
          k8ssharp pulls                                     the project in the current folder
          k8ssharp pulls deploy/ --platform linux/amd64 --platform linux/arm64
          helm template shop ./chart | k8ssharp pulls - -q
          k8ssharp pulls --cluster -n shop                   the pods that wait, and all others
          k8ssharp pulls --cluster -A --format json

        Credentials are those of the pods' pull secrets, chosen as the kubelet chooses them, and never shown.

        Exit codes:
          0    nothing is in the way of a pull
          1    something is, or a container waits for its image
          2    it could not run: a path that is not there, a build that fails, a cluster that does not answer
          130  it was interrupted


        """;

    private async Task<int> Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var timeout = TimeoutOption.Read(parsed, _timeout);
        var checker = new PullChecker([.. (parsed.GetValue(_platforms) ?? []).Select(text => ImagePlatform.Parse(text)!)], timeout, _terminal);
        var report = _cluster.IsCluster(parsed) ? await FromCluster(parsed, timeout, checker, cancellationToken) : await FromManifests(parsed, checker, cancellationToken);
        if (parsed.GetRequiredValue(_format) == "json")
        {
            report.WriteJson(_terminal.Output);
        }
        else
        {
            report.WriteText(_terminal, parsed.GetValue(_quiet), parsed.GetValue(_verbose));
        }

        return report.HasFindings ? ExitCode.Findings : ExitCode.Success;
    }

    private async Task<PullsReport> FromManifests(ParseResult parsed, PullChecker checker, CancellationToken cancellationToken)
    {
        var reader = new ManifestReader(_manifests.Read(parsed), _terminal);
        var groups = await reader.Read(cancellationToken);
        var imageLock = LockFile.OfProject(reader);
        var filter = _cluster.Filter(parsed);
        var targets = new PullTargets();
        foreach (var image in groups.SelectMany(group => ContainerImage.In(group, filter, imageLock)).DistinctBy(ImagesReport.Key))
        {
            targets.Add(image);
        }

        return new(await checker.Check(targets.All, cancellationToken), []);
    }

    private async Task<PullsReport> FromCluster(ParseResult parsed, TimeSpan timeout, PullChecker checker, CancellationToken cancellationToken)
    {
        using var client = ClusterClient.Open(_cluster.Options(parsed, timeout), _terminal);
        var pods = await _cluster.Pods(parsed, client).Pods(cancellationToken);
        var details = new ClusterDetails(client);
        var secrets = await details.Secrets(pods.SelectMany(pod => ClusterImages.PullSecrets(pod.Root)), cancellationToken);
        var images = ClusterImages.In(pods, secrets, ManifestReader.OptionsOf(_terminal)).ToList();
        var waiting = images.Where(pair => WaitingContainer.Is(pair.Image.State)).ToList();
        var events = await details.Events(waiting.Select(pair => pair.Object).Distinct(), cancellationToken);
        var targets = new PullTargets(details.WhyUnseen, details.IsForbidden);
        foreach (var (image, _) in images)
        {
            targets.Add(image);
        }

        var verdicts = await checker.Check(targets.All, cancellationToken);
        foreach (var problem in details.Problems)
        {
            _terminal.Error.WriteLine($"{CommandLine.Name}: {problem}");
        }

        var byImage = verdicts.SelectMany(verdict => verdict.Target.Uses.Select(use => (use, verdict))).ToDictionary(pair => pair.use, pair => pair.verdict, (IEqualityComparer<ContainerImage>)ReferenceEqualityComparer.Instance);
        return new(
            [.. verdicts.OrderByDescending(verdict => verdict.Target.Uses.Any(use => WaitingContainer.Is(use.State)))],
            [.. waiting.Select(pair => new WaitingContainer(pair.Image, events.GetValueOrDefault(pair.Object.Uid, []), byImage[pair.Image]))]);
    }
}
