namespace K8sSharpManifests.Core;

/// <summary>The texts of a list of constants that one of its fields does not take.</summary>
internal static class UnsupportedValues
{
    /// <summary>The texts that a field may hold.</summary>
    public static IEnumerable<string> Without(ApiField field, IEnumerable<string> texts) => (field.Owner.Name, field.Key) switch
    {
        // The feature gate SELinuxMount is off by default.
        ("V1PodSecurityContext", "seLinuxChangePolicy") => texts.Where(text => text != "MountOption"),
        ("V1Validation", "reason") => texts.Where(text => text != "Unauthorized"),
        ("V1StorageClass", "reclaimPolicy") => texts.Where(text => text != "Recycle"),
        _ => texts,
    };

    /// <summary>Whether an empty text means none, though the API's types can tell the two apart.</summary>
    public static bool AllowsEmpty(ApiField field) => (field.Owner.Name, field.Key) is ("V1HostPathVolumeSource", "type");
}
