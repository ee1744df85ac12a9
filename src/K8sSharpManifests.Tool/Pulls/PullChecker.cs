using System.Collections.Concurrent;
using K8sSharpManifests.Tool.Registry;

namespace K8sSharpManifests.Tool.Pulls;

/// <summary>Finds out whether images can be pulled, as the kubelet would try it.</summary>
/// <param name="platforms">What they have to run on; none for whatever they do.</param>
/// <param name="timeout">How long one answer may take.</param>
/// <param name="terminal">The environment, and where to tell how far it is.</param>
internal sealed class PullChecker(IReadOnlyList<ImagePlatform> platforms, TimeSpan timeout, Terminal terminal)
{
    private const string DockerHub = "docker.io";

    private readonly RegistryOptions _options = new() { Timeout = timeout };

    // What holds for all images of a registry, and the registries that have answered at all.
    private readonly ConcurrentDictionary<string, RegistryAnswer> _hosts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> _answering = new(StringComparer.Ordinal);

    /// <summary>Checks.</summary>
    /// <param name="targets">The images.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The verdicts, in the order of the images.</returns>
    public async Task<IReadOnlyList<PullVerdict>> Check(IReadOnlyList<PullTarget> targets, CancellationToken cancellationToken)
    {
        var verdicts = new PullVerdict[targets.Count];
        var config = new Lazy<DockerConfig>(() => DockerConfig.Read(DockerConfig.PathOf(terminal.Variable)));
        using var client = new RegistryClient(_options);
        using var progress = new Progress(terminal, targets.Count, "images");
        await Parallel.ForEachAsync(Enumerable.Range(0, targets.Count), new ParallelOptions { MaxDegreeOfParallelism = _options.Connections, CancellationToken = cancellationToken }, async (i, token) =>
        {
            verdicts[i] = await Check(targets[i], client, config, token);
            progress.Advance();
        });
        return verdicts;
    }

    private async Task<PullVerdict> Check(PullTarget target, RegistryClient client, Lazy<DockerConfig> config, CancellationToken cancellationToken)
    {
        if (target.Reference is not { } image)
        {
            return target.Image.Length == 0
                ? new(target, PullStage.Reference, "no image is named, and the API server takes no pod for it") { Remedy = Remedy.OfReference(target.Fault) }
                : new(target, PullStage.Reference, $"'{target.Image}' is no image reference") { Kubelet = KubeletWords.OfReference(target.Image, target.Fault), Remedy = Remedy.OfReference(target.Fault) };
        }

        if (target.IsNeverPulled)
        {
            return target.ThereBecause.Length > 0
                ? new(target, null, "") { Note = $"never pulled: {target.ThereBecause}" }
                : new(target, PullStage.Policy, "imagePullPolicy is Never, and nothing says that the nodes have the image")
                {
                    Kubelet = KubeletWords.OfNever(target.Uses[0].Written),
                    Remedy = "name it in k8s_preloaded_images if the nodes are given it, or let it be pulled: IfNotPresent",
                };
        }

        if (target.BrokenSecret.Length > 0)
        {
            return new(target, PullStage.Credentials, target.BrokenSecret) { Kubelet = KubeletWords.OfSecret(target.KubeletError), Remedy = "put the Secret right, or name it no more; no image of the pod is pulled before" };
        }

        var attempts = new List<PullAttempt>();

        // The kubelet pulls without credentials only where no secret has any for the image (PullImage in pkg/kubelet/kuberuntime/kuberuntime_image.go).
        IReadOnlyList<RegistryLogin> logins = target.Logins.Count > 0 ? target.Logins : [RegistryLogin.Anonymous];
        foreach (var login in logins)
        {
            if (await Try(login) is { } verdict)
            {
                return verdict;
            }
        }

        var problems = new List<string>();
        if (target.HasNodeCredentials && attempts[^1].Answer.IsAboutCredentials)
        {
            foreach (var login in await config.Value.For(image, problems.Add, cancellationToken))
            {
                if (await Try(login) is { } verdict)
                {
                    return verdict with { Note = verdict.Note.Length > 0 || !verdict.IsPulled ? verdict.Note : $"with {login}, in place of the nodes' own" };
                }
            }
        }

        var isPulledByAnybody = target.Logins.Count > 0 && attempts[^1].Answer.IsAboutCredentials && (await Ask(RegistryLogin.Anonymous)).Outcome == RegistryOutcome.Found;
        return Failed(target, attempts, isPulledByAnybody, problems);

        async Task<PullVerdict?> Try(RegistryLogin login)
        {
            var answer = await Ask(login);
            attempts.Add(new(login.IsAnonymous ? "no credentials" : login.Source, answer));

            // The kubelet tries the next one whatever the reason, but for a registry that nobody reaches that changes nothing.
            return answer.Outcome == RegistryOutcome.Found ? Found(target, answer, attempts)
                : answer.IsAboutCredentials || answer.Outcome == RegistryOutcome.NotFound ? null
                : Failed(target, attempts, isPulledByAnybody: false, []);
        }

        // Docker Hub counts whoever reads a manifest, and not who asks whether it is there.
        async Task<RegistryAnswer> Ask(RegistryLogin login)
        {
            if (_hosts.TryGetValue(image.Domain, out var known))
            {
                return known;
            }

            var answer = platforms.Count == 0 && image.Domain == DockerHub ? await client.Resolve(image, login, cancellationToken) : await client.Inspect(image, login, cancellationToken);

            // Who has never answered is not asked for the next image; nor is one who wants to be left alone.
            var isUnreached = answer.IsAboutHost && !answer.IsFromTokenServer;
            if (answer.Outcome == RegistryOutcome.RateLimited || (isUnreached && !_answering.ContainsKey(image.Domain)))
            {
                _hosts.TryAdd(image.Domain, answer);
            }
            else if (!isUnreached)
            {
                _answering.TryAdd(image.Domain, 0);
            }

            return answer;
        }
    }

    private PullVerdict Found(PullTarget target, RegistryAnswer answer, List<PullAttempt> attempts)
    {
        var lacking = platforms.FirstOrDefault(platform => answer.Platforms?.Any(platform.Runs) != true);

        // A single manifest is pulled whatever it is for, and of a volume's files nothing is executed.
        var isMounted = target.IsVolume && !RegistryClient.IsIndex(answer.MediaType);
        return lacking is null || isMounted ? new(target, null, "") { Answer = answer, Attempts = attempts } : new(
            target, PullStage.Platform, answer.Platforms is { Count: > 0 } there ? $"it is not there for {lacking}, but for {string.Join(", ", there)}" : $"it does not say that it is for {lacking}")
        {
            Answer = answer,
            Attempts = attempts,
            Kubelet = KubeletWords.OfPlatform(target.Reference!, RegistryClient.IsIndex(answer.MediaType)),
            Remedy = Remedy.OfPlatform(lacking),
        };
    }

    private static PullVerdict Failed(PullTarget target, List<PullAttempt> attempts, bool isPulledByAnybody, IReadOnlyList<string> problems)
    {
        // Of several answers the one that knows most: that it is not there says who may pull.
        var worst = attempts.MaxBy(attempt => attempt.Answer.Outcome switch
        {
            RegistryOutcome.CredentialsMissing => 0,
            RegistryOutcome.CredentialsUnavailable => 1,
            RegistryOutcome.CredentialsWrong => 2,
            RegistryOutcome.NotAllowed => 3,
            _ => 4,
        })!.Answer;
        var messages = attempts.Select(attempt => attempt.Answer.Message).Distinct();
        return new(target, Stage(worst), worst.IsAboutCredentials ? string.Join("; ", [.. messages, .. target.MissingLogins, .. problems]) : worst.Message)
        {
            Answer = worst,
            Attempts = attempts,
            Kubelet = KubeletWords.Of(target.Reference!, worst, target.Logins.Count == 0),
            Remedy = Remedy.Of(target, worst, isPulledByAnybody),
        };
    }

    private static PullStage Stage(RegistryAnswer answer) => answer.Outcome switch
    {
        RegistryOutcome.NotFound => PullStage.Existence,
        RegistryOutcome.NameResolution => PullStage.Dns,
        RegistryOutcome.Connection or RegistryOutcome.TimedOut => PullStage.Tcp,
        RegistryOutcome.Tls => PullStage.Tls,
        RegistryOutcome.Proxy => PullStage.Proxy,
        RegistryOutcome.RateLimited => PullStage.RateLimit,
        RegistryOutcome.CredentialsMissing or RegistryOutcome.CredentialsWrong or RegistryOutcome.NotAllowed or RegistryOutcome.CredentialsUnavailable => PullStage.Credentials,
        _ => PullStage.Http,
    };
}
