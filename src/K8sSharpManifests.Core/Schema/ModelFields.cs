namespace K8sSharpManifests.Core;

/// <summary>
/// What both front ends know of single fields of the models: the ObjectReader, whose generator links this file, and the static evaluator. It needs nothing of
/// the rest of Core.
/// </summary>
internal static class ModelFields
{
    private static readonly HashSet<string> ServerSetMetadata =
    [
        "creationTimestamp", "deletionGracePeriodSeconds", "deletionTimestamp", "generation", "managedFields", "resourceVersion", "selfLink", "uid",
    ];

    private static readonly HashSet<string> NumbersThatMayBeZero =
    [
        "V1ISCSIPersistentVolumeSource.lun", "V1ISCSIVolumeSource.lun", "V1SleepAction.seconds", "V1EvictionResponder.priority",
        "V1ResourcePool.generation", "V1beta1ResourcePool.generation", "V1beta2ResourcePool.generation",
    ];

    // What the API requires to be there, and what means something else empty.
    private static readonly HashSet<string> EmptyCollections =
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
    private static readonly HashSet<string> RecordsHeldByValue =
    [
        "V1DaemonSetUpdateStrategy", "V1DeploymentStrategy", "V1ObjectMeta", "V1StatefulSetUpdateStrategy", "V1VolumeResourceRequirements",
    ];

    /// <summary>Whether the API server sets a field and never reads it from a manifest.</summary>
    /// <param name="type">The record, like <c>V1ObjectMeta</c>.</param>
    /// <param name="isKind">Whether the record is a top-level object.</param>
    /// <param name="field">The field's name in JSON.</param>
    /// <returns>True for the status of a kind and for metadata such as uid.</returns>
    public static bool IsServerSet(string type, bool isKind, string field) =>
        (type == "V1ObjectMeta" && ServerSetMetadata.Contains(field)) || (isKind && field == "status");

    /// <summary>
    /// Whether 0 is a value like another in a required number. The models hold 0 for every required number that the C# did not set, so in all others, where the
    /// API server rejects 0, it is taken for "not set".
    /// </summary>
    /// <param name="type">The record, like <c>V1ISCSIVolumeSource</c>.</param>
    /// <param name="field">The field's name in JSON.</param>
    /// <returns>Whether a 0 is kept.</returns>
    public static bool IsZeroAValue(string type, string field) => NumbersThatMayBeZero.Contains($"{type}.{field}");

    /// <summary>
    /// Whether an empty list or dictionary is something else than none. To Kubernetes both are one unless a field says otherwise, since its storage does not
    /// keep them apart.
    /// </summary>
    /// <param name="type">The record, like <c>V1PodSpec</c>.</param>
    /// <param name="field">The field's name in JSON.</param>
    /// <returns>Whether an empty one is kept.</returns>
    public static bool IsEmptyCollectionAValue(string type, string field) => EmptyCollections.Contains($"{type}.{field}");

    /// <summary>Whether a record without fields is something else than none, as an emptyDir or a selector is: mostly.</summary>
    /// <param name="type">The record that has the field, like <c>V1Volume</c>.</param>
    /// <param name="record">The record that the field holds, like <c>V1EmptyDirVolumeSource</c>.</param>
    /// <returns>Whether an empty one is kept.</returns>
    public static bool IsEmptyRecordAValue(string type, string record) =>
        record == "V1ResourceRequirements" ? type == "V1PodSpec" : !RecordsHeldByValue.Contains(record);
}
