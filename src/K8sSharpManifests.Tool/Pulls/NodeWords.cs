namespace K8sSharpManifests.Tool.Pulls;

/// <summary>Reads what a node has said of a pull that failed, in the words of containerd, CRI-O or Docker.</summary>
internal static class NodeWords
{
    // The first that is found counts: what is said of a platform ends in "not found", and a certificate stands behind a request that failed.
    private static readonly (string Words, PullStage Stage)[] Known =
    [
        ("x509:", PullStage.Tls),
        ("server gave HTTP response to HTTPS client", PullStage.Tls),
        ("tls: ", PullStage.Tls),
        ("proxyconnect", PullStage.Proxy),
        ("no such host", PullStage.Dns),
        ("server misbehaving", PullStage.Dns),
        ("toomanyrequests", PullStage.RateLimit),
        ("429 Too Many", PullStage.RateLimit),
        ("no match for platform", PullStage.Platform),
        ("no image found in manifest list for architecture", PullStage.Platform),
        ("connection refused", PullStage.Tcp),
        ("i/o timeout", PullStage.Tcp),
        ("connection reset", PullStage.Tcp),
        ("no route to host", PullStage.Tcp),
        ("network is unreachable", PullStage.Tcp),
        ("context deadline exceeded", PullStage.Tcp),
        ("401 Unauthorized", PullStage.Credentials),
        ("403 Forbidden", PullStage.Credentials),
        ("access denied", PullStage.Credentials),
        ("authorization failed", PullStage.Credentials),
        ("authentication required", PullStage.Credentials),
        ("500 Internal", PullStage.Http),
        ("502 Bad", PullStage.Http),
        ("503 Service", PullStage.Http),
        ("504 Gateway", PullStage.Http),
        ("manifest unknown", PullStage.Existence),
        ("not found", PullStage.Existence),
    ];

    /// <summary>What was in the way, by a message; null where it does not say.</summary>
    public static PullStage? Stage(string message)
    {
        foreach (var (words, stage) in Known)
        {
            if (message.Contains(words, StringComparison.OrdinalIgnoreCase))
            {
                return stage;
            }
        }

        return null;
    }

    /// <summary>What to tell of it.</summary>
    public static string Text(PullStage stage) => stage switch
    {
        PullStage.Reference => "what the pod names is no image",
        PullStage.Policy => "the node does not have the image, and may not pull it",
        PullStage.Dns => "the node finds no address for the registry",
        PullStage.Tcp => "the node gets no connection to the registry",
        PullStage.Tls => "the node does not trust the registry's certificate, or gets no encrypted connection",
        PullStage.Proxy => "the node's proxy does not lead to the registry",
        PullStage.RateLimit => "the registry has had too many pulls of the node, or of the account",
        PullStage.Credentials => "the registry does not let the node pull with the credentials that it has",
        PullStage.Existence => "the registry has no such image",
        PullStage.Platform => "the image is not there for the node's platform",
        _ => "the registry failed",
    };
}
