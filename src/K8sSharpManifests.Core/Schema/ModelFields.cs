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

    // Items of lists whose name is not the first field of their schema.
    private static readonly HashSet<string> NamedItems =
    [
        "Corev1EndpointPort", "Discoveryv1EndpointPort", "Rbacv1Subject", "V1APIResource", "V1AttachedVolume", "V1CSINodeDriver", "V1ContainerPort",
        "V1ContainerStatus", "V1CounterSet", "V1CustomResourceColumnDefinition", "V1CustomResourceDefinitionVersion", "V1Device", "V1DeviceDerivedAttribute",
        "V1DeviceRequest", "V1DeviceSubRequest", "V1MatchCondition", "V1MutatingWebhook", "V1NodeRuntimeHandler", "V1ObjectReference", "V1OwnerReference",
        "V1PodVolumeHealth", "V1ResourceClaimConsumerReference", "V1ServicePort", "V1StorageHealth", "V1ValidatingWebhook", "V1Variable", "V1Volume",
        "V1VolumeDevice", "V1VolumeMount", "V1VolumeMountStatus", "V1alpha1MatchCondition", "V1alpha1Requester", "V1alpha1ResponderStatus",
        "V1alpha1Variable", "V1alpha3CompositePodGroupTemplate", "V1alpha3PodGroupTemplate", "V1alpha3ShareableCapacityStatus",
        "V1beta1CompositePodGroupTemplate", "V1beta1CounterSet", "V1beta1Device", "V1beta1DeviceDerivedAttribute", "V1beta1DeviceRequest",
        "V1beta1DeviceSubRequest", "V1beta1MatchCondition", "V1beta1PodGroupTemplate", "V1beta1ResourceClaimConsumerReference", "V1beta1Variable",
        "V1beta2CounterSet", "V1beta2Device", "V1beta2DeviceDerivedAttribute", "V1beta2DeviceRequest", "V1beta2DeviceSubRequest",
        "V1beta2ResourceClaimConsumerReference",
    ];

    /// <summary>Where a field stands among those of its record that are written first, as one writes them by hand: what names the object or the list's item.</summary>
    /// <param name="type">The record, like <c>V1Container</c>.</param>
    /// <param name="isKind">Whether the record is a top-level object.</param>
    /// <param name="field">The field's name in JSON.</param>
    /// <returns>Its position from 0; a number that is larger than all positions for the other fields, which follow in the order of the schema.</returns>
    public static int Position(string type, bool isKind, string field) => (type, field) switch
    {
        ("V1ObjectMeta", "namespace") or ("V1Container" or "V1EphemeralContainer", "image") => 1,
        ("V1ObjectMeta" or "V1Container" or "V1EphemeralContainer", "name") => 0,
        (_, "apiVersion") when isKind => 0,
        (_, "kind") when isKind => 1,
        (_, "metadata") when isKind => 2,
        (_, "name") when NamedItems.Contains(type) => 0,
        _ => int.MaxValue,
    };

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
