namespace K8sSharpManifests.Core;

/// <summary>How texts have to look and what bounds numbers have, where the API's description is silent and upstream's validation is not.</summary>
/// <remarks>A line is a type and its fields. Bounds are of numbers, and <c>0..</c> has no upper one.</remarks>
internal static class FieldFormats
{
    private static readonly Dictionary<string, string> Formats = FieldTable.Read(
        "V1ContainerPort name=k8s-port-name",
        "V1ServicePort name=k8s-short-name targetPort=k8s-port-name",
        "V1ValidatingAdmissionPolicyBindingSpec policyName=k8s-long-name",
        "V1MutatingAdmissionPolicyBindingSpec policyName=k8s-long-name",
        "V1beta1MutatingAdmissionPolicyBindingSpec policyName=k8s-long-name",
        "V1alpha1MutatingAdmissionPolicyBindingSpec policyName=k8s-long-name",
        "V1PriorityLevelConfigurationReference name=k8s-long-name",
        "V1VolumeAttachmentSpec nodeName=k8s-long-name",
        "V1VolumeAttachmentSource persistentVolumeName=k8s-long-name",
        "V1CSIStorageCapacity storageClassName=k8s-long-name",
        "V1ParentReference group=k8s-long-name resource=k8s-path-segment-name name=k8s-path-segment-name namespace=k8s-path-segment-name");

    private static readonly Dictionary<string, string> Ranges = FieldTable.Read(

        // A port 0 that nobody asked for: the server takes the port itself for the target.
        "V1ContainerPort containerPort=1..65535 hostPort=0..65535",
        "V1ServicePort port=1..65535 nodePort=0..65535 targetPort=0..65535",
        "V1DeploymentSpec replicas=0.. minReadySeconds=0.. revisionHistoryLimit=0..",
        "V1ReplicaSetSpec replicas=0.. minReadySeconds=0..",
        "V1StatefulSetSpec replicas=0.. minReadySeconds=0..",
        "V1DaemonSetSpec minReadySeconds=0.. revisionHistoryLimit=0..",
        "V1JobSpec parallelism=0.. completions=0.. activeDeadlineSeconds=0.. backoffLimit=0.. ttlSecondsAfterFinished=0.. backoffLimitPerIndex=0.. maxFailedIndexes=0..",
        "V1CronJobSpec startingDeadlineSeconds=0.. successfulJobsHistoryLimit=0.. failedJobsHistoryLimit=0..",
        "Corev1EndpointPort port=1..65535",
        "Admissionregistrationv1ServiceReference port=1..65535",
        "Apiextensionsv1ServiceReference port=1..65535",
        "Apiregistrationv1ServiceReference port=1..65535",
        "V1ValidatingWebhook timeoutSeconds=1..30",
        "V1MutatingWebhook timeoutSeconds=1..30",
        "V1CSIDriverSpec nodeAllocatableUpdatePeriodSeconds=10..",
        "V1VolumeNodeResources count=0..",
        "Storagev1TokenRequest expirationSeconds=600..4294967296",
        "V1CertificateSigningRequestSpec expirationSeconds=600..",
        "V1LeaseSpec leaseDurationSeconds=1.. leaseTransitions=0..",
        "V1ControllerRevision revision=0..",

        // The server takes 0 for absent.
        "V1FlowSchemaSpec matchingPrecedence=0..10000",
        "V1QueuingConfiguration queues=0..10000000 handSize=0.. queueLengthLimit=0..",
        "V1LimitedPriorityLevelConfiguration nominalConcurrencyShares=0.. lendablePercent=0..100 borrowingLimitPercent=0..",
        "V1ExemptPriorityLevelConfiguration nominalConcurrencyShares=0.. lendablePercent=0..100");

    internal static IEnumerable<string> Fields => Formats.Keys.Concat(Ranges.Keys).Concat(PodFieldFormats.Fields);

    /// <summary>The format of a text, by upstream's name; null for anything.</summary>
    public static string? Of(string type, string key) => FieldTable.Find(Formats, type, key) ?? PodFieldFormats.Of(type, key);

    /// <summary>The least number; null where there is none.</summary>
    public static long? Minimum(string type, string key) => Bound(type, key, 0);

    /// <summary>The largest number; null where there is none.</summary>
    public static long? Maximum(string type, string key) => Bound(type, key, 1);

    private static long? Bound(string type, string key, int index) =>
        (FieldTable.Find(Ranges, type, key) ?? PodFieldFormats.Bounds(type, key)) is { } bounds && bounds.Split(Dots, StringSplitOptions.None)[index] is { Length: > 0 } text ? long.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;

    private static readonly string[] Dots = [".."];
}
