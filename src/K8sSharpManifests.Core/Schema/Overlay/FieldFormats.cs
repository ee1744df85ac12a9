namespace K8sSharpManifests.Core;

/// <summary>How texts have to look and what bounds numbers have, where the API's description is silent and upstream's validation is not.</summary>
internal static class FieldFormats
{
    private const int LargestPort = 65535;

    /// <summary>The format of a text, by upstream's name; null for anything.</summary>
    public static string? Of(string type, string key) => (type, key) switch
    {
        ("V1ContainerPort", "name") => "k8s-port-name",
        ("V1ServicePort", "name") => "k8s-short-name",
        ("V1ServicePort", "targetPort") => "k8s-port-name",
        _ => null,
    };

    /// <summary>The least number; null where there is none.</summary>
    public static long? Minimum(string type, string key) => (type, key) switch
    {
        ("V1ContainerPort", "containerPort") or ("V1ServicePort", "port") => 1,

        // 0 is a port that nobody asked for: the server takes the port itself for the target.
        ("V1ContainerPort", "hostPort") or ("V1ServicePort", "nodePort" or "targetPort") => 0,
        _ => null,
    };

    /// <summary>The largest number; null where there is none.</summary>
    public static long? Maximum(string type, string key) => Minimum(type, key) is null ? null : LargestPort;
}
