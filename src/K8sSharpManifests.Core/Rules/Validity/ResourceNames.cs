namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>The names of resources, like cpu or nvidia.com/gpu, and what may be said of each.</summary>
/// <remarks>Upstream: pkg/apis/core/helper/helpers.go, pkg/apis/core/validation/validation.go (validateResourceName …).</remarks>
internal static class ResourceNames
{
    private const string Hugepages = "hugepages-";
    private static readonly HashSet<string> Standard =
    [
        "cpu", "memory", "ephemeral-storage", "requests.cpu", "requests.memory", "requests.ephemeral-storage", "limits.cpu", "limits.memory", "limits.ephemeral-storage", "pods", "resourcequotas", "services",
        "replicationcontrollers", "secrets", "configmaps", "persistentvolumeclaims", "storage", "requests.storage", "services.nodeports", "services.loadbalancers",
    ];

    private static readonly HashSet<string> OfContainers = ["cpu", "memory", "ephemeral-storage"];

    private static readonly HashSet<string> OfQuotas =
    [
        "cpu", "memory", "ephemeral-storage", "requests.cpu", "requests.memory", "requests.storage", "requests.ephemeral-storage", "limits.cpu", "limits.memory", "limits.ephemeral-storage", "pods",
        "resourcequotas", "services", "replicationcontrollers", "secrets", "persistentvolumeclaims", "configmaps", "services.nodeports", "services.loadbalancers",
    ];

    public static bool IsHugePages(string name) => name.StartsWith(Hugepages, StringComparison.Ordinal);

    public static bool IsNative(string name) => name.IndexOf('/') < 0 || name.IndexOf("kubernetes.io/", StringComparison.Ordinal) >= 0;

    /// <summary>Whether it is a resource of devices, such as nvidia.com/gpu.</summary>
    public static bool IsExtended(string name) => !IsNative(name) && !name.StartsWith("requests.", StringComparison.Ordinal) && TextForms.IsQualifiedName("requests." + name) is null;

    /// <summary>Whether only whole numbers of it can be asked for.</summary>
    public static bool IsInteger(string name) => name is "pods" or "resourcequotas" or "services" or "replicationcontrollers" or "secrets" or "configmaps" or "persistentvolumeclaims" or "services.nodeports" or "services.loadbalancers" || IsExtended(name);

    public static bool MayBeOvercommitted(string name) => IsNative(name) && !IsHugePages(name);

    public static string? ExtendedFault(string name) => TextForms.IsQualifiedName(name) ?? (IsExtended(name) ? null : "it has to be the name of an extended resource, like 'example.com/device'");

    /// <summary>What is wrong with the name of any resource.</summary>
    public static string? Fault(string name) =>
        TextForms.IsQualifiedName(name) ?? (name.IndexOf('/') < 0 && !Standard.Contains(name) && !IsHugePages(name) ? "it has to be a resource of Kubernetes, like 'cpu' or 'memory', or to have a DNS name before it, like 'example.com/device'" : null);

    /// <summary>What is wrong with the name of a resource of a container.</summary>
    public static string? ContainerFault(string name) =>
        Fault(name) ?? (name.IndexOf('/') < 0 ? (OfContainers.Contains(name) || IsHugePages(name) ? null : "it has to be 'cpu', 'memory', 'ephemeral-storage', huge pages, or to have a DNS name before it, like 'example.com/device'")
            : !IsNative(name) && !IsExtended(name) ? "it is no extended resource: its name cannot begin with 'requests.'" : null);

    /// <summary>What is wrong with the name of a resource of a quota.</summary>
    public static string? QuotaFault(string name) =>
        Fault(name) ?? (name.IndexOf('/') < 0 && !OfQuotas.Contains(name) && !IsHugePages(name) && !name.StartsWith("requests.hugepages-", StringComparison.Ordinal) ? "it is no resource that a quota can limit" : null);
}
