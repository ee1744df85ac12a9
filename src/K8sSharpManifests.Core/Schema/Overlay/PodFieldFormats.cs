namespace K8sSharpManifests.Core;

/// <summary>The formats and bounds of what is below a pod's specification, where the API's description is silent.</summary>
/// <remarks>Upstream: pkg/apis/core/validation/validation.go, in the function that validates each type. Names of formats that upstream has not are those of PodForms.</remarks>
internal static class PodFieldFormats
{
    private const string Id = "0..2147483647";
    private const string Mode = "0..511";
    private const string Port = "1..65535";

    private static readonly Dictionary<string, string> Formats = FieldTable.Read(
        "V1PodSpec nodeName=k8s-long-name priorityClassName=k8s-long-name serviceAccountName=k8s-long-name runtimeClassName=k8s-long-name hostnameOverride=hostname",
        "V1PodResourceClaim name=k8s-short-name resourceClaimName=k8s-long-name resourceClaimTemplateName=k8s-long-name",
        "V1PodReadinessGate conditionType=k8s-label-key",
        "V1PodAffinityTerm topologyKey=k8s-label-key",
        "V1Toleration key=k8s-label-key",
        "V1HostAlias ip=ip hostnames=k8s-long-name",
        "V1PodDNSConfig nameservers=ip searches=search-path",
        "V1Sysctl name=sysctl",
        "V1WindowsSecurityContextOptions gmsaCredentialSpecName=k8s-long-name runAsUserName=windows-user",
        "V1Container name=k8s-short-name",
        "V1EphemeralContainer name=k8s-short-name",
        "Corev1ResourceClaim request=k8s-short-name",
        "V1HTTPGetAction port=k8s-port-name",
        "V1HTTPHeader name=http-header-name",
        "V1TCPSocketAction port=k8s-port-name",
        "V1EnvVar name=env-var-name",
        "V1EnvFromSource prefix=env-var-name",
        "V1ConfigMapEnvSource name=name-prefix",
        "V1SecretEnvSource name=name-prefix",
        "V1ConfigMapKeySelector name=k8s-long-name key=config-map-key",
        "V1SecretKeySelector name=k8s-long-name key=config-map-key",
        "V1FileKeySelector volumeName=k8s-short-name key=env-var-name path=path-without-backsteps",
        "V1VolumeMount subPath=relative-path subPathExpr=relative-path",
        "V1Volume name=k8s-short-name",
        "V1KeyToPath path=local-path",
        "V1DownwardAPIVolumeFile path=local-path",
        "V1ServiceAccountTokenProjection path=local-path",
        "V1HostPathVolumeSource path=path-without-backsteps",
        "V1GitRepoVolumeSource directory=relative-path",
        "V1CSIVolumeSource driver=csi-driver-name",
        "V1StorageOSVolumeSource volumeName=k8s-short-name volumeNamespace=k8s-short-name");

    private static readonly Dictionary<string, string> Ranges = FieldTable.Read(
        "V1PodSpec activeDeadlineSeconds=1..2147483647",
        $"V1PodSecurityContext fsGroup={Id} runAsUser={Id} runAsGroup={Id} supplementalGroups={Id}",
        $"V1SecurityContext runAsUser={Id} runAsGroup={Id}",
        "V1Probe initialDelaySeconds=0.. timeoutSeconds=0.. periodSeconds=0.. successThreshold=0.. failureThreshold=0.. terminationGracePeriodSeconds=1..",
        $"V1HTTPGetAction port={Port}",
        $"V1TCPSocketAction port={Port}",
        $"V1GRPCAction port={Port}",
        "V1WeightedPodAffinityTerm weight=1..100",
        "V1PreferredSchedulingTerm weight=1..100",
        "V1TopologySpreadConstraint maxSkew=1.. minDomains=1..",
        $"V1SecretVolumeSource defaultMode={Mode}",
        $"V1ConfigMapVolumeSource defaultMode={Mode}",
        $"V1DownwardAPIVolumeSource defaultMode={Mode}",
        $"V1ProjectedVolumeSource defaultMode={Mode}",
        $"V1KeyToPath mode={Mode}",
        $"V1DownwardAPIVolumeFile mode={Mode}",
        "V1ServiceAccountTokenProjection expirationSeconds=600..4294967296",
        "V1GCEPersistentDiskVolumeSource partition=0..255",
        "V1AWSElasticBlockStoreVolumeSource partition=0..255",
        "V1ISCSIVolumeSource lun=0..255");

    internal static IEnumerable<string> Fields => Formats.Keys.Concat(Ranges.Keys);

    /// <summary>The format of a text, or of the items of a list; null for anything.</summary>
    public static string? Of(string type, string key) => FieldTable.Find(Formats, type, key);

    /// <summary>The bounds of a number, with two dots between; null for none.</summary>
    public static string? Bounds(string type, string key) => FieldTable.Find(Ranges, type, key);
}
