namespace K8sSharpManifests.Core;

/// <summary>What is known of the kinds that Kubernetes itself has: their scope, and where a workload keeps its pod template.</summary>
/// <remarks>
/// The scopes are those of the API paths in Kubernetes' OpenAPI document: a kind with /namespaces/{namespace}/ in its path is namespaced. A test compares
/// them with the operations that KubernetesClient generates from it.
/// </remarks>
public static class KindFacts
{
    private static readonly string[] Self = [];
    private static readonly string[] Template = ["template"];
    private static readonly string[] SpecTemplate = ["spec", "template"];
    private static readonly string[] JobTemplate = ["spec", "jobTemplate", "spec", "template"];

    // By group, a slash and kind. A kind has the same scope in each version of its group.
    internal static IReadOnlyDictionary<string, bool> Namespaced => Table.Scopes;

    /// <summary>Whether objects of a kind live in a namespace.</summary>
    /// <param name="apiVersion">The apiVersion, as in <c>apps/v1</c> or <c>v1</c>. Only its group counts.</param>
    /// <param name="kind">The kind, as in <c>Deployment</c>.</param>
    /// <returns>True or false for a kind of Kubernetes itself; null for any other, such as a custom resource.</returns>
    public static bool? IsNamespaced(string apiVersion, string kind) =>
        Namespaced.TryGetValue($"{GroupOf(apiVersion)}/{kind}", out var isNamespaced) ? isNamespaced : null;

    /// <summary>The keys that lead from an object to its pod template, the mapping that holds the pod's <c>metadata</c> and <c>spec</c>.</summary>
    /// <param name="apiVersion">The apiVersion, as in <c>apps/v1</c>. Only its group counts.</param>
    /// <param name="kind">The kind, as in <c>Deployment</c>.</param>
    /// <returns>The keys, none for a Pod, which is its own; null for a kind without a pod template.</returns>
    public static IReadOnlyList<string>? PodTemplatePath(string apiVersion, string kind) =>
        PodTemplate(kind) is { } template && template.Group == GroupOf(apiVersion) ? template.Path : null;

    /// <summary>The group of a kind with a pod template, and the keys that lead to the template.</summary>
    /// <param name="kind">The kind. Other groups have kinds of the same names (a Job is also one of Volcano's), so its group is to be compared.</param>
    /// <returns>Null for a kind without a pod template.</returns>
    internal static (string Group, string[] Path)? PodTemplate(string kind) => kind switch
    {
        "Pod" => ("", Self),
        "PodTemplate" => ("", Template),
        "ReplicationController" => ("", SpecTemplate),
        "Deployment" or "StatefulSet" or "DaemonSet" or "ReplicaSet" => ("apps", SpecTemplate),
        "Job" => ("batch", SpecTemplate),
        "CronJob" => ("batch", JobTemplate),
        _ => null,
    };

    private static string GroupOf(string apiVersion)
    {
        var slash = apiVersion.IndexOf('/');
        return slash < 0 ? "" : apiVersion.Substring(0, slash);
    }

    // Apart, so that whoever asks for a pod template does not build it.
    private static class Table
    {
        public static readonly Dictionary<string, bool> Scopes = Of(
            ("", "Binding ConfigMap Endpoints Event LimitRange PersistentVolumeClaim Pod PodTemplate ReplicationController ResourceQuota Secret Service " +
                "ServiceAccount", "Namespace Node PersistentVolume"),
            ("admissionregistration.k8s.io", "", "MutatingAdmissionPolicy MutatingAdmissionPolicyBinding MutatingWebhookConfiguration " +
                "ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding ValidatingWebhookConfiguration"),
            ("apiextensions.k8s.io", "", "CustomResourceDefinition"),
            ("apiregistration.k8s.io", "", "APIService"),
            ("apps", "ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet", ""),
            ("authentication.k8s.io", "TokenRequest", "SelfSubjectReview TokenReview"),
            ("authorization.k8s.io", "LocalSubjectAccessReview", "SelfSubjectAccessReview SelfSubjectRulesReview SubjectAccessReview"),
            ("autoscaling", "HorizontalPodAutoscaler Scale", ""),
            ("batch", "CronJob Job", ""),
            ("certificates.k8s.io", "PodCertificateRequest", "CertificateSigningRequest ClusterTrustBundle"),
            ("coordination.k8s.io", "Lease LeaseCandidate", ""),
            ("discovery.k8s.io", "EndpointSlice", ""),
            ("events.k8s.io", "Event", ""),
            ("flowcontrol.apiserver.k8s.io", "", "FlowSchema PriorityLevelConfiguration"),
            ("internal.apiserver.k8s.io", "", "StorageVersion"),
            ("lifecycle.k8s.io", "Eviction EvictionRequest", ""),
            ("networking.k8s.io", "Ingress NetworkPolicy", "IPAddress IngressClass ServiceCIDR"),
            ("node.k8s.io", "", "RuntimeClass"),
            ("policy", "Eviction PodDisruptionBudget", ""),
            ("rbac.authorization.k8s.io", "Role RoleBinding", "ClusterRole ClusterRoleBinding"),
            ("resource.k8s.io", "ResourceClaim ResourceClaimTemplate", "DeviceClass DeviceTaintRule ResourcePoolStatusRequest ResourceSlice"),
            ("scheduling.k8s.io", "CompositePodGroup PodGroup Workload", "PriorityClass"),
            ("storage.k8s.io", "CSIStorageCapacity", "CSIDriver CSINode StorageClass VolumeAttachment VolumeAttributesClass"),
            ("storagemigration.k8s.io", "", "StorageVersionMigration"));

        private static Dictionary<string, bool> Of(params (string Group, string Namespaced, string Cluster)[] rows)
        {
            var scopes = new Dictionary<string, bool>();
            foreach (var (group, namespaced, cluster) in rows)
            {
                Add(scopes, group, namespaced, true);
                Add(scopes, group, cluster, false);
            }

            return scopes;
        }

        private static void Add(Dictionary<string, bool> scopes, string group, string kinds, bool isNamespaced)
        {
            foreach (var kind in kinds.Split([' '], StringSplitOptions.RemoveEmptyEntries))
            {
                scopes.Add($"{group}/{kind}", isNamespaced);
            }
        }
    }
}
