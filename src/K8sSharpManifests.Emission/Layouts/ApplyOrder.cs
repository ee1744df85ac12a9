namespace K8sSharpManifests.Emission.Layouts;

/// <summary>
/// The number that a file's name begins with. kubectl applies a folder's files in the order of their names, so what others need comes first.
/// Kinds that are not named here (custom resources, mostly) come last.
/// </summary>
internal static class ApplyOrder
{
    public static int Of(string kind) => kind switch
    {
        "Namespace" => 10,
        "CustomResourceDefinition" => 15,
        "ServiceAccount" => 20,
        "Role" or "ClusterRole" or "RoleBinding" or "ClusterRoleBinding" => 25,
        "PriorityClass" or "RuntimeClass" or "ResourceQuota" or "LimitRange" => 28,
        "ConfigMap" or "Secret" => 30,
        "StorageClass" or "PersistentVolume" or "PersistentVolumeClaim" => 40,
        "Service" or "EndpointSlice" or "Endpoints" => 50,
        "Pod" or "Deployment" or "StatefulSet" or "DaemonSet" or "ReplicaSet" or "ReplicationController" or "Job" or "CronJob" => 60,
        "HorizontalPodAutoscaler" or "PodDisruptionBudget" => 70,
        "IngressClass" => 79,
        "Ingress" or "NetworkPolicy" => 80,

        // These stand between the API server and everything else: what they call must be there first.
        "APIService" or "MutatingWebhookConfiguration" or "ValidatingWebhookConfiguration" => 85,
        _ => 90,
    };
}
