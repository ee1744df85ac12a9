namespace K8sSharpManifests.Core;

/// <summary>What the API server sets and never reads from a manifest.</summary>
internal static class ServerSetFields
{
    private static readonly HashSet<string> Metadata =
    [
        "creationTimestamp", "deletionGracePeriodSeconds", "deletionTimestamp", "generation", "managedFields", "resourceVersion", "selfLink", "uid",
    ];

    /// <summary>Whether it sets a field: the status of a kind, and metadata such as uid.</summary>
    public static bool Contains(string type, bool isKind, string key) => (type == "V1ObjectMeta" && Metadata.Contains(key)) || (isKind && key == "status");
}
