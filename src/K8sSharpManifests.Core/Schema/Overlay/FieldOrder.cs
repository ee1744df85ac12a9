namespace K8sSharpManifests.Core;

/// <summary>Which fields come first in a manifest, as one writes it by hand: what names the object or the list's item.</summary>
internal static class FieldOrder
{
    // Items of lists whose name is not the first field of their schema.
    private static readonly HashSet<string> NamedItems =
    [
        "Corev1EndpointPort", "Discoveryv1EndpointPort", "Rbacv1Subject", "V1AttachedVolume", "V1CSINodeDriver", "V1ContainerPort",
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

    internal static IEnumerable<string> Types => NamedItems;

    /// <summary>Where a field stands among those of its type that are written first, from 0; a number larger than all positions for the others.</summary>
    public static int Position(string type, bool isKind, string key) => (type, key) switch
    {
        ("V1ObjectMeta", "namespace") or ("V1Container" or "V1EphemeralContainer", "image") => 1,
        ("V1ObjectMeta" or "V1Container" or "V1EphemeralContainer", "name") => 0,
        (_, "apiVersion") when isKind => 0,
        (_, "kind") when isKind => 1,
        (_, "metadata") when isKind => 2,
        (_, "name") when NamedItems.Contains(type) => 0,
        _ => int.MaxValue,
    };
}
