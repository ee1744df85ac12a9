namespace K8sSharpManifests.Core;

/// <summary>Where 0 and an empty list, dictionary or object say something. Elsewhere they are what the models hold for "not set".</summary>
internal static class KeptValues
{
    private static readonly HashSet<string> Zeros =
    [
        "V1ISCSIPersistentVolumeSource.lun", "V1ISCSIVolumeSource.lun", "V1SleepAction.seconds", "V1EvictionResponder.priority",
        "V1ResourcePool.generation", "V1beta1ResourcePool.generation", "V1beta2ResourcePool.generation",
    ];

    // What the API requires to be there, and what means something else empty.
    private static readonly HashSet<string> Collections =
    [
        "V1CSINodeSpec.drivers", "V1CephFSPersistentVolumeSource.monitors", "V1CephFSVolumeSource.monitors", "V1CounterSet.counters",
        "V1CustomResourceDefinitionSpec.versions", "V1DeviceCounterConsumption.counters", "V1Endpoint.addresses", "V1HTTPIngressRuleValue.paths",
        "V1LimitRangeSpec.limits", "V1MutatingWebhook.admissionReviewVersions", "V1NodeSelector.nodeSelectorTerms", "V1NonResourcePolicyRule.nonResourceURLs",
        "V1NonResourcePolicyRule.verbs", "V1PodFailurePolicy.rules", "V1PodFailurePolicyOnExitCodesRequirement.values", "V1PodSpec.containers",
        "V1PolicyRule.verbs", "V1PolicyRulesWithSubjects.subjects", "V1RBDPersistentVolumeSource.monitors", "V1RBDVolumeSource.monitors",
        "V1ResourcePolicyRule.apiGroups", "V1ResourcePolicyRule.resources", "V1ResourcePolicyRule.verbs", "V1SuccessPolicy.rules",
        "V1TopologySelectorLabelRequirement.values", "V1ValidatingAdmissionPolicyBindingSpec.validationActions",
        "V1ValidatingWebhook.admissionReviewVersions", "V1WebhookConversion.conversionReviewVersions", "V1beta1CounterSet.counters",
        "V1beta1DeviceCounterConsumption.counters", "V1beta2CounterSet.counters", "V1beta2DeviceCounterConsumption.counters",
        "V1alpha3WorkloadSpec.podGroupTemplates", "V1beta1WorkloadSpec.podGroupTemplates",

        // Required by the schemas of API servers that are still about.
        "V1ClusterRole.rules", "V1EndpointSlice.endpoints", "V1Role.rules",

        // Absent it is the default policies, empty it is an error. And a section without rules is how one writes that nothing may pass.
        "V2HPAScalingRules.policies", "V1NetworkPolicySpec.egress", "V1NetworkPolicySpec.ingress",
    ];

    // The API's types hold these as values and not by pointer, so they cannot tell an empty one from none.
    private static readonly HashSet<string> HeldByValue =
    [
        "V1DaemonSetUpdateStrategy", "V1DeploymentStrategy", "V1ObjectMeta", "V1StatefulSetUpdateStrategy", "V1VolumeResourceRequirements",
    ];

    internal static IEnumerable<string> Fields => Zeros.Concat(Collections);

    internal static IEnumerable<string> Types => HeldByValue;

    /// <summary>Whether 0 is a value like another in a number.</summary>
    public static bool KeepsZero(string type, string key) => Zeros.Contains($"{type}.{key}");

    /// <summary>
    /// Whether an empty value is something else than none. To Kubernetes both lists are one unless a field says otherwise, since its storage does not keep them apart.
    /// An object without fields says something, as an emptyDir or a selector does: mostly.
    /// </summary>
    /// <param name="type">The type that has the field, like <c>V1Volume</c>.</param>
    /// <param name="key">The field's key.</param>
    /// <param name="held">Of an object, the name of its type, like <c>V1EmptyDirVolumeSource</c>; null for a list or dictionary.</param>
    public static bool KeepsEmpty(string type, string key, string? held) =>
        held is null ? Collections.Contains($"{type}.{key}")
        : held == "V1ResourceRequirements" ? type == "V1PodSpec"
        : !HeldByValue.Contains(held);
}
