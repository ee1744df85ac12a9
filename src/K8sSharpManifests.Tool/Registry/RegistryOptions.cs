using System.Net;

namespace K8sSharpManifests.Tool.Registry;

/// <summary>How patient a client is, and how it gets out.</summary>
internal sealed record RegistryOptions
{
    /// <summary>How many connections there are at most, to all hosts together.</summary>
    public int Connections { get; init; } = 16;

    /// <summary>How many there are to one host: a registry and the server of its tokens then share all of them, and neither waits for the other to let one go.</summary>
    public int ConnectionsToHost => Math.Max(1, Connections / 2);

    /// <summary>How long one request may take, connecting included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How often a request is made again that may well succeed the next time.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>How long it is waited before the first of these; twice as long before each next one.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a registry may tell one to wait (Retry-After) before it counts as an answer.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The proxy; that of the environment (HTTPS_PROXY, HTTP_PROXY, NO_PROXY) where nobody says otherwise.</summary>
    public IWebProxy Proxy { get; init; } = HttpClient.DefaultProxy;
}
