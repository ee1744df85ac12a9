using k8s;
using k8s.Models;
using K8sSharpManifests.Core;
using K8sSharpManifests.Tool.Images;

namespace K8sSharpManifests.Tool.Cluster;

/// <summary>An object of the cluster with what there is to know of its images.</summary>
/// <param name="Root">The object, with its types, and with nothing in it but what tells of images.</param>
internal sealed record ClusterObject(Mapping Root)
{
    /// <summary>What the server calls it for ever; empty for what is no pod.</summary>
    public string Uid { get; init; } = "";

    /// <summary>The states of its containers, by their names.</summary>
    public IReadOnlyDictionary<string, ContainerState> States { get; init; } = new Dictionary<string, ContainerState>();
}

/// <summary>Lists the pods of a cluster, and the objects that pods are made of.</summary>
/// <param name="client">Asks.</param>
/// <param name="namespaceName">The namespace; null for all.</param>
/// <param name="selector">The labels; null for all.</param>
internal sealed class ClusterPods(ClusterClient client, string? namespaceName, string? selector)
{
    private string Where => namespaceName is null ? "in all namespaces" : $"in the namespace '{namespaceName}'";

    /// <summary>The pods.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="CannotRunException">The server does not give them.</exception>
    public Task<List<ClusterObject>> Pods(CancellationToken cancellationToken) => client.List(
        $"list pods {Where}",
        async (token, ct) => namespaceName is null
            ? Page(await client.Api.CoreV1.ListPodForAllNamespacesAsync(continueParameter: token, labelSelector: selector, limit: ClusterClient.PageSize, cancellationToken: ct))
            : Page(await client.Api.CoreV1.ListNamespacedPodAsync(namespaceName, continueParameter: token, labelSelector: selector, limit: ClusterClient.PageSize, cancellationToken: ct)),
        pod => new ClusterObject(ClusterTree.Of(pod.Metadata, V1Pod.KubeApiVersion, V1Pod.KubeKind, ("spec", ClusterTree.Spec(pod.Spec, isOfPod: true))))
        {
            Uid = pod.Metadata?.Uid ?? "",
            States = States(pod.Status),
        },
        cancellationToken);

    /// <summary>The workloads of the built-in kinds that no other object has made, and the ServiceAccounts that their pods run as.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="CannotRunException">The server does not give them.</exception>
    public async Task<List<ClusterObject>> Workloads(CancellationToken cancellationToken)
    {
        var (apps, batch, core) = (client.Api.AppsV1, client.Api.BatchV1, client.Api.CoreV1);
        const int Limit = ClusterClient.PageSize;
        var all = new List<ClusterObject?>();
        all.AddRange(await List("deployments", async (t, ct) => namespaceName is null
            ? Page(await apps.ListDeploymentForAllNamespacesAsync(continueParameter: t, labelSelector: selector, limit: Limit, cancellationToken: ct))
            : Page(await apps.ListNamespacedDeploymentAsync(namespaceName, continueParameter: t, labelSelector: selector, limit: Limit, cancellationToken: ct)), o => Template(o, o.Spec?.Template)));
        all.AddRange(await List("statefulsets", async (t, ct) => namespaceName is null
            ? Page(await apps.ListStatefulSetForAllNamespacesAsync(continueParameter: t, labelSelector: selector, limit: Limit, cancellationToken: ct))
            : Page(await apps.ListNamespacedStatefulSetAsync(namespaceName, continueParameter: t, labelSelector: selector, limit: Limit, cancellationToken: ct)), o => Template(o, o.Spec?.Template)));
        all.AddRange(await List("daemonsets", async (t, ct) => namespaceName is null
            ? Page(await apps.ListDaemonSetForAllNamespacesAsync(continueParameter: t, labelSelector: selector, limit: Limit, cancellationToken: ct))
            : Page(await apps.ListNamespacedDaemonSetAsync(namespaceName, continueParameter: t, labelSelector: selector, limit: Limit, cancellationToken: ct)), o => Template(o, o.Spec?.Template)));
        all.AddRange(await List("replicasets", async (t, ct) => namespaceName is null
            ? Page(await apps.ListReplicaSetForAllNamespacesAsync(continueParameter: t, labelSelector: selector, limit: Limit, cancellationToken: ct))
            : Page(await apps.ListNamespacedReplicaSetAsync(namespaceName, continueParameter: t, labelSelector: selector, limit: Limit, cancellationToken: ct)), o => Template(o, o.Spec?.Template)));
        all.AddRange(await List("replicationcontrollers", async (t, ct) => namespaceName is null
            ? Page(await core.ListReplicationControllerForAllNamespacesAsync(continueParameter: t, labelSelector: selector, limit: Limit, cancellationToken: ct))
            : Page(await core.ListNamespacedReplicationControllerAsync(namespaceName, continueParameter: t, labelSelector: selector, limit: Limit, cancellationToken: ct)), o => Template(o, o.Spec?.Template)));
        all.AddRange(await List("cronjobs", async (t, ct) => namespaceName is null
            ? Page(await batch.ListCronJobForAllNamespacesAsync(continueParameter: t, labelSelector: selector, limit: Limit, cancellationToken: ct))
            : Page(await batch.ListNamespacedCronJobAsync(namespaceName, continueParameter: t, labelSelector: selector, limit: Limit, cancellationToken: ct)),
            o => Template(o, o.Spec?.JobTemplate?.Spec?.Template, "jobTemplate")));
        all.AddRange(await List("jobs", async (t, ct) => namespaceName is null
            ? Page(await batch.ListJobForAllNamespacesAsync(continueParameter: t, labelSelector: selector, limit: Limit, cancellationToken: ct))
            : Page(await batch.ListNamespacedJobAsync(namespaceName, continueParameter: t, labelSelector: selector, limit: Limit, cancellationToken: ct)), o => Template(o, o.Spec?.Template)));

        // Whatever their labels: nobody labels them as the workloads are.
        all.AddRange(await List("serviceaccounts", async (t, ct) => namespaceName is null
            ? Page(await core.ListServiceAccountForAllNamespacesAsync(continueParameter: t, limit: Limit, cancellationToken: ct))
            : Page(await core.ListNamespacedServiceAccountAsync(namespaceName, continueParameter: t, limit: Limit, cancellationToken: ct)), o => new ClusterObject(ClusterTree.Account(o))));
        return [.. all.OfType<ClusterObject>()];

        Task<List<ClusterObject?>> List<T>(string kind, Func<string?, CancellationToken, Task<Page<T>>> page, Func<T, ClusterObject?> read) =>
            client.List($"list {kind} {Where}", page, read, cancellationToken);
    }

    // An empty list may be null, as Go writes it.
    private static Page<T> Page<T>(IItems<T> list) => new((list.Items ?? []).Where(item => item is not null), (list as IMetadata<V1ListMeta>)?.Metadata?.ContinueProperty);

    // What another object has made says the same as that.
    private static ClusterObject? Template<T>(T workload, V1PodTemplateSpec? template, string? around = null)
        where T : IKubernetesObject<V1ObjectMeta>
    {
        if (template?.Spec is null || workload.Metadata?.OwnerReferences?.Any(owner => owner.Controller == true) == true)
        {
            return null;
        }

        Mapping spec = ClusterTree.Entry("template", ClusterTree.Entry("spec", ClusterTree.Spec(template.Spec, isOfPod: false)));
        spec = around is null ? spec : ClusterTree.Entry(around, ClusterTree.Entry("spec", spec));
        var meta = typeof(T).GetKubernetesTypeMetadata();
        return new(ClusterTree.Of(workload.Metadata, $"{(meta.Group.Length > 0 ? meta.Group + "/" : "")}{meta.ApiVersion}", meta.Kind, ("spec", spec)));
    }

    private static Dictionary<string, ContainerState> States(V1PodStatus? status)
    {
        var states = new Dictionary<string, ContainerState>(StringComparer.Ordinal);
        foreach (var container in new[] { status?.InitContainerStatuses, status?.ContainerStatuses, status?.EphemeralContainerStatuses }.SelectMany(list => list ?? []))
        {
            states[container.Name ?? ""] = container.State switch
            {
                { Waiting: { } waiting } => new("Waiting", waiting.Reason ?? "", waiting.Message ?? "", container.RestartCount),
                { Terminated: { } ended } => new("Terminated", ended.Reason ?? "", ended.Message ?? "", container.RestartCount),
                { Running: not null } => new("Running", "", "", container.RestartCount),
                _ => new("", "", "", container.RestartCount),
            };
        }

        return states;
    }
}
