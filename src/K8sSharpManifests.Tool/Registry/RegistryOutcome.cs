using System.Net;

namespace K8sSharpManifests.Tool.Registry;

/// <summary>What came of asking a registry for an image.</summary>
internal enum RegistryOutcome
{
    /// <summary>It is there.</summary>
    Found,

    /// <summary>The registry has no such repository or tag.</summary>
    NotFound,

    /// <summary>The registry wants credentials, and none were sent.</summary>
    CredentialsMissing,

    /// <summary>The registry does not know the credentials that were sent.</summary>
    CredentialsWrong,

    /// <summary>The registry knows whose the credentials are, and that one may not pull the image; or there is no such repository, which many do not tell from it.</summary>
    NotAllowed,

    /// <summary>There were too many requests, and there still would be after the time that may be waited.</summary>
    RateLimited,

    /// <summary>The host's name has no address (DNS).</summary>
    NameResolution,

    /// <summary>Nobody takes the connection, or it is cut (TCP).</summary>
    Connection,

    /// <summary>No encryption can be agreed upon, or the certificate is not to be trusted (TLS).</summary>
    Tls,

    /// <summary>The proxy between here and the registry refuses, or is not there.</summary>
    Proxy,

    /// <summary>There was no answer in time.</summary>
    TimedOut,

    /// <summary>The registry says that something is wrong with itself (5xx).</summary>
    ServerError,

    /// <summary>What answers is no registry, or says what a registry would not.</summary>
    Protocol,

    /// <summary>The credentials that the configuration points to cannot be had, or sent: a credential helper fails, or a token's server is not encrypted.</summary>
    CredentialsUnavailable,
}

/// <summary>What a registry says of an image.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Message">What to tell of it, on one line and without any credential; empty where the image was found.</param>
internal sealed record RegistryAnswer(RegistryOutcome Outcome, string Message)
{
    /// <summary>The digest of what the tag stands for: of the index, where there are several platforms.</summary>
    public string? Digest { get; init; }

    /// <summary>The type of what the tag stands for, such as <c>application/vnd.oci.image.index.v1+json</c>.</summary>
    public string? MediaType { get; init; }

    /// <summary>What the image runs on; null where nobody has asked, and none where the image does not say.</summary>
    public IReadOnlyList<ImagePlatform>? Platforms { get; init; }

    /// <summary>How many pulls are left to whoever asked; null where the registry does not say.</summary>
    public RateLimit? RateLimit { get; init; }

    /// <summary>Why there was no encrypted connection.</summary>
    public TlsFault TlsFault { get; init; }

    /// <summary>The status of the answer; null where there was none, or the image was found.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>Whether the server of the registry's tokens has said so, before the registry could say anything.</summary>
    public bool IsFromTokenServer { get; init; }

    /// <summary>Whether the registry wanted a user name and a password, and no token.</summary>
    public bool IsOfPassword { get; init; }

    /// <summary>Whether the registry, or what leads to it, is the reason: all other images there fare alike.</summary>
    public bool IsAboutHost => Outcome is RegistryOutcome.NameResolution or RegistryOutcome.Connection or RegistryOutcome.Tls or RegistryOutcome.Proxy or RegistryOutcome.TimedOut;

    /// <summary>Whether other credentials may bring another answer.</summary>
    public bool IsAboutCredentials => Outcome is RegistryOutcome.CredentialsMissing or RegistryOutcome.CredentialsWrong or RegistryOutcome.NotAllowed or RegistryOutcome.CredentialsUnavailable;
}
