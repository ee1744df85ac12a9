using System.Collections.Concurrent;
using System.Net;
using k8s;
using k8s.Models;
using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules.Views;
using K8sSharpManifests.Tool.Output;

namespace K8sSharpManifests.Tool.Cluster;

/// <summary>An event of a pod.</summary>
/// <param name="Reason">Its reason.</param>
/// <param name="Message">Its message.</param>
/// <param name="Time">When it was seen last.</param>
/// <param name="Count">How often.</param>
internal sealed record PodEvent(string Reason, string Message, DateTime Time, int Count);

/// <summary>Reads what is only asked for where it is needed: the Secrets that pods pull with, and the events of pods that wait.</summary>
/// <param name="client">Asks.</param>
internal sealed class ClusterDetails(ClusterClient client)
{
    private const int Concurrency = 8;

    private const string Forbidden = "may not be read";

    private readonly ConcurrentDictionary<(string Namespace, string Name), string> _unseen = new();
    private readonly ConcurrentDictionary<string, byte> _problems = new(StringComparer.Ordinal);

    /// <summary>What could not be read, for the error output.</summary>
    public IReadOnlyList<string> Problems => [.. _problems.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Why a Secret that a pod names is not among those that were read, to follow its name.</summary>
    public string WhyUnseen(PullSecret item) => _unseen.GetValueOrDefault((item.Pod.Namespace.Text(), item.Name.Text()), "was not read");

    /// <summary>Whether the cluster keeps a Secret that a pod names from whoever asks, so that nobody knows what it is good for.</summary>
    public bool IsForbidden(PullSecret item) => WhyUnseen(item) == Forbidden;

    /// <summary>Reads the Secrets that pods pull with, and no others.</summary>
    /// <param name="secrets">Their namespaces and names.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Those that may be read.</returns>
    public async Task<IReadOnlyList<Mapping>> Secrets(IEnumerable<(string Namespace, string Name)> secrets, CancellationToken cancellationToken)
    {
        var found = new ConcurrentBag<Mapping>();
        await Parallel.ForEachAsync(secrets.Distinct(), Options(cancellationToken), async (secret, token) =>
        {
            var (read, status, problem) = await client.Read(
                $"read the Secret '{secret.Namespace}/{secret.Name}'", ct => client.Api.CoreV1.ReadNamespacedSecretAsync(secret.Name, secret.Namespace, cancellationToken: ct), token);
            if (read is not null)
            {
                found.Add(ClusterTree.Secret(read));
            }
            else if (status == HttpStatusCode.NotFound)
            {
                _unseen[secret] = "is not in the pod's namespace";
            }
            else
            {
                _unseen[secret] = status is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized ? Forbidden : "could not be read";
                _problems[problem] = 0;
            }
        });
        return [.. found];
    }

    /// <summary>Reads the events of pods.</summary>
    /// <param name="pods">The pods.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The events of each pod that has any, by its uid, the last one first.</returns>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<PodEvent>>> Events(IEnumerable<ClusterObject> pods, CancellationToken cancellationToken)
    {
        var found = new ConcurrentDictionary<string, IReadOnlyList<PodEvent>>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(pods, Options(cancellationToken), async (pod, token) =>
        {
            var (name, space) = (pod.Root.Get("metadata").Get("name").Text(), pod.Root.Get("metadata").Get("namespace").Text());
            var selector = $"involvedObject.kind=Pod,involvedObject.name={name}{(pod.Uid.Length > 0 ? $",involvedObject.uid={pod.Uid}" : "")}";
            var (events, _, problem) = await client.Read(
                $"list events in the namespace '{space}'",
                ct => client.Api.CoreV1.ListNamespacedEventAsync(space, fieldSelector: selector, limit: ClusterClient.PageSize, cancellationToken: ct),
                token);
            if (events is null)
            {
                _problems[problem] = 0;
            }
            else if (events.Items is { Count: > 0 } items)
            {
                found[pod.Uid] = [.. items.Select(Event).OrderByDescending(e => e.Time)];
            }
        });
        return found;
    }

    private static ParallelOptions Options(CancellationToken cancellationToken) => new() { MaxDegreeOfParallelism = Concurrency, CancellationToken = cancellationToken };

    private static PodEvent Event(Corev1Event e) => new(
        e.Reason ?? "",
        PlainText.OnOneLine(e.Message ?? ""),
        e.Series?.LastObservedTime ?? e.LastTimestamp ?? e.EventTime ?? e.FirstTimestamp ?? e.Metadata?.CreationTimestamp ?? DateTime.MinValue,
        e.Series?.Count ?? e.Count ?? 1);
}
