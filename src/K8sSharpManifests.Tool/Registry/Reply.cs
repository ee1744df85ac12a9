using System.Net;
using System.Net.Http.Headers;

namespace K8sSharpManifests.Tool.Registry;

/// <summary>The answer to one request, read to its end; or why there was none.</summary>
internal sealed class Reply
{
    /// <summary>Why there was no answer; <see cref="RegistryOutcome.Found"/> where there was one.</summary>
    public RegistryOutcome Failure { get; init; }

    /// <summary>What to tell of the failure.</summary>
    public string Message { get; init; } = "";

    /// <summary>Why there was no encrypted connection.</summary>
    public TlsFault TlsFault { get; init; }

    /// <summary>Whether the server speaks TLS, and its certificate is not to be trusted.</summary>
    public bool IsAboutCertificate => TlsFaults.IsAboutCertificate(TlsFault);

    /// <summary>The status.</summary>
    public HttpStatusCode Status { get; init; }

    /// <summary>What the server wants to be shown.</summary>
    public IReadOnlyList<AuthenticationHeaderValue> Challenges { get; init; } = [];

    /// <summary>The header Docker-Content-Digest; empty where there is none.</summary>
    public string Digest { get; init; } = "";

    /// <summary>The type of the body; empty where the server does not say.</summary>
    public string MediaType { get; init; } = "";

    /// <summary>The body.</summary>
    public byte[] Body { get; init; } = [];

    /// <summary>How long the server wants one to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How many pulls are left to whoever asks; null where the server does not say.</summary>
    public RateLimit? RateLimit { get; init; }

    /// <summary>Whether there was an answer.</summary>
    public bool IsAnswer => Failure == RegistryOutcome.Found;

    /// <summary>Whether the next time may bring another answer.</summary>
    public bool IsPassing => IsAnswer
        ? Status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout
        : Failure is RegistryOutcome.Connection or RegistryOutcome.TimedOut;
}
