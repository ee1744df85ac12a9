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
        "V1alpha1TargetResponder.priority", "V1ResourcePool.generation", "V1beta1ResourcePool.generation", "V1beta2ResourcePool.generation",
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
}
