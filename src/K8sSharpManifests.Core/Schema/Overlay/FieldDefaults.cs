namespace K8sSharpManifests.Core;

/// <summary>
/// What the API server sets where a field is absent, beyond what its description says. The source is upstream's pkg/apis/*/v1/defaults.go, of which only what depends
/// on no other field is here.
/// </summary>
internal static class FieldDefaults
{
    private static readonly Dictionary<string, string> Table = FieldTable.Read(
        "V1PodSpec dnsPolicy=ClusterFirst restartPolicy=Always terminationGracePeriodSeconds=30 schedulerName=default-scheduler enableServiceLinks=true",
        "V1Container terminationMessagePath=/dev/termination-log terminationMessagePolicy=File",
        "V1EphemeralContainer terminationMessagePath=/dev/termination-log terminationMessagePolicy=File",
        "V1Probe timeoutSeconds=1 periodSeconds=10 successThreshold=1 failureThreshold=3",
        "V1HTTPGetAction path=/ scheme=HTTP",
        "V1ObjectFieldSelector apiVersion=v1",
        "V1SecretVolumeSource defaultMode=420",
        "V1ConfigMapVolumeSource defaultMode=420",
        "V1DownwardAPIVolumeSource defaultMode=420",
        "V1ProjectedVolumeSource defaultMode=420",
        "V1ServiceAccountTokenProjection expirationSeconds=3600",
        "V1PersistentVolumeSpec persistentVolumeReclaimPolicy=Retain volumeMode=Filesystem",
        "V1PersistentVolumeClaimSpec volumeMode=Filesystem",
        "V1ServiceSpec sessionAffinity=None type=ClusterIP",
        "V1Secret type=Opaque",
        "V1ReplicaSetSpec replicas=1",
        "V1DeploymentSpec replicas=1 revisionHistoryLimit=10 progressDeadlineSeconds=600",
        "V1DeploymentStrategy type=RollingUpdate",
        "V1RollingUpdateDeployment maxUnavailable=25% maxSurge=25%",
        "V1DaemonSetSpec revisionHistoryLimit=10",
        "V1DaemonSetUpdateStrategy type=RollingUpdate",
        "V1RollingUpdateDaemonSet maxUnavailable=1 maxSurge=0",
        "V1StatefulSetSpec podManagementPolicy=OrderedReady replicas=1 revisionHistoryLimit=10",
        "V1StatefulSetUpdateStrategy type=RollingUpdate",
        "V1RollingUpdateStatefulSetStrategy partition=0",
        "V1StatefulSetPersistentVolumeClaimRetentionPolicy whenDeleted=Retain whenScaled=Retain",
        "V1JobSpec completionMode=NonIndexed suspend=false",
        "V1PodFailurePolicyOnPodConditionsPattern status=True",
        "V1CronJobSpec concurrencyPolicy=Allow suspend=false successfulJobsHistoryLimit=3 failedJobsHistoryLimit=1",
        "V2HorizontalPodAutoscalerSpec minReplicas=1",
        "V1HorizontalPodAutoscalerSpec minReplicas=1",
        "V1NetworkPolicyPort protocol=TCP",
        "V1IngressClassParametersReference scope=Cluster",
        "Discoveryv1EndpointPort protocol=TCP",
        "Corev1EndpointPort protocol=TCP",
        "V1StorageClass reclaimPolicy=Delete volumeBindingMode=Immediate",
        "V1PriorityClass preemptionPolicy=PreemptLowerPriority",
        "V1CSIDriverSpec attachRequired=true podInfoOnMount=false storageCapacity=false fsGroupPolicy=ReadWriteOnceWithFSType requiresRepublish=false seLinuxMount=false",
        "V1RoleRef apiGroup=rbac.authorization.k8s.io",
        "V1ValidatingWebhook failurePolicy=Fail matchPolicy=Equivalent timeoutSeconds=10",
        "V1MutatingWebhook failurePolicy=Fail matchPolicy=Equivalent timeoutSeconds=10 reinvocationPolicy=Never",
        "V1RuleWithOperations scope=*",
        "V1NamedRuleWithOperations scope=*",
        "V1ValidatingAdmissionPolicySpec failurePolicy=Fail",
        "V1MutatingAdmissionPolicySpec failurePolicy=Fail",
        "V1MatchResources matchPolicy=Equivalent",
        "Admissionregistrationv1ServiceReference port=443",
        "Apiregistrationv1ServiceReference port=443",
        "Apiextensionsv1ServiceReference port=443",
        "V1FlowSchemaSpec matchingPrecedence=1000",
        "V1LimitedPriorityLevelConfiguration nominalConcurrencyShares=30 lendablePercent=0",
        "V1ExemptPriorityLevelConfiguration nominalConcurrencyShares=0 lendablePercent=0",
        "V1QueuingConfiguration queues=64 handSize=8 queueLengthLimit=50");

    internal static IEnumerable<string> Fields => Table.Keys;

    /// <summary>The value as JSON has it; null where the server sets none.</summary>
    public static string? Of(string type, string key) => FieldTable.Find(Table, type, key);
}
