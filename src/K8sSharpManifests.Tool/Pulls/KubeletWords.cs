using System.Net;
using K8sSharpManifests.Core;
using K8sSharpManifests.Tool.Registry;

namespace K8sSharpManifests.Tool.Pulls;

/// <summary>What the kubelet would say of a pull that fails: the reason by which a container waits, and the message of the event.</summary>
/// <param name="Reason">The reason, such as <c>ErrImagePull</c>.</param>
/// <param name="Message">The message; an ellipsis stands for what only the node knows.</param>
/// <remarks>
/// The reasons and the kubelet's own messages are those of pkg/kubelet/images/types.go and image_manager.go (EnsureImageExists, evalCRIPullErr) of Kubernetes, the others those of containerd 2: core/remotes/docker/resolver.go
/// (Resolve, do), authorizer.go (AddResponses, doBearerAuth) and client/pull.go, around errors of Go's net, crypto/tls and crypto/x509. Other runtimes word them otherwise.
/// </remarks>
internal sealed record KubeletWords(string Reason, string Message)
{
    private const string ErrImagePull = "ErrImagePull";
    private const string Denied = "pull access denied, repository does not exist or may require authorization";

    /// <summary>Of what is no reference.</summary>
    public static KubeletWords OfReference(string image, ImageReferenceError fault)
    {
        var reason = fault == ImageReferenceError.UppercasePath ? "invalid reference format: repository name must be lowercase" : "invalid reference format";
        return new("InvalidImageName", $"Failed to apply default image tag \"{image}\": couldn't parse image name \"{image}\": {reason}");
    }

    /// <summary>Of an image that is never pulled, and is not there.</summary>
    public static KubeletWords OfNever(string image) => new("ErrImageNeverPull", $"Container image \"{image}\" is not present with pull policy of Never");

    /// <summary>Of a pull secret that it cannot read.</summary>
    /// <param name="error">Go's words for that.</param>
    public static KubeletWords OfSecret(string error) => new(ErrImagePull, error);

    /// <summary>Of an image that is there for other platforms.</summary>
    /// <param name="image">The image.</param>
    /// <param name="isIndex">Whether there is an index to choose from. A single manifest is pulled whatever it is for (Manifest in core/images/image.go), and does not run.</param>
    public static KubeletWords OfPlatform(ImageReference image, bool isIndex) => isIndex
        ? new(ErrImagePull, $"failed to pull and unpack image \"{Full(image)}\": no match for platform in manifest: not found")
        : new("CrashLoopBackOff", "it is pulled, and the container ends with: exec …: exec format error");

    /// <summary>Of what a registry answers, or why it does not.</summary>
    public static KubeletWords Of(ImageReference image, RegistryAnswer answer, bool isAnonymous)
    {
        var name = Full(image);
        return new(ErrImagePull, $"failed to pull and unpack image \"{name}\": failed to resolve reference \"{name}\": {Cause(image, name, answer, isAnonymous)}");
    }

    private static string Cause(ImageReference image, string name, RegistryAnswer answer, bool isAnonymous)
    {
        var host = image.Domain == "docker.io" ? "registry-1.docker.io" : image.Domain;
        var url = $"https://{host}/v2/{image.Path}/manifests/{image.Digest ?? image.Tag ?? "latest"}";
        var status = answer.Status is { } code ? Words(code) : "…";
        var request = $"failed to do request: Head \"{url}\": ";
        var token = $"failed to authorize: failed to fetch {(isAnonymous ? "anonymous" : "oauth")} token: ";
        return answer.Outcome switch
        {
            RegistryOutcome.NotFound => $"{name}: not found",
            _ when answer is { IsFromTokenServer: true, Status: not null } => $"{token}unexpected status from GET request to …: {status}",
            RegistryOutcome.CredentialsMissing => answer.IsOfPassword ? $"{Denied}: authorization failed: no basic auth credentials" : $"{Denied}: … authorization failed",
            RegistryOutcome.CredentialsWrong when answer.IsOfPassword => $"unexpected status from HEAD request to {url}: {status}",
            RegistryOutcome.NotAllowed when answer.Status != HttpStatusCode.Forbidden => $"{Denied}: … authorization failed",
            RegistryOutcome.NameResolution => $"{request}dial tcp: lookup {Name(host)}: no such host",
            RegistryOutcome.Connection when answer.Message.Contains("refused", StringComparison.OrdinalIgnoreCase) => $"{request}dial tcp …: connect: connection refused",
            RegistryOutcome.Connection => $"{request}… connection reset by peer",
            RegistryOutcome.TimedOut => $"{request}dial tcp …: i/o timeout",
            RegistryOutcome.Proxy => $"{request}proxyconnect tcp: …",
            RegistryOutcome.Tls => request + Tls(answer.TlsFault),
            RegistryOutcome.Protocol when answer.Status is null => "…",
            _ => $"unexpected status from HEAD request to {url}: {status}",
        };
    }

    private static string Tls(TlsFault fault) => fault switch
    {
        TlsFault.Expired => "tls: failed to verify certificate: x509: certificate has expired or is not yet valid: …",
        TlsFault.WrongHost => "tls: failed to verify certificate: x509: certificate is valid for …",
        TlsFault.UnknownAuthority => "tls: failed to verify certificate: x509: certificate signed by unknown authority",
        TlsFault.Certificate => "tls: failed to verify certificate: x509: …",
        TlsFault.NotSpoken => "http: server gave HTTP response to HTTPS client",
        _ => "remote error: tls: …",
    };

    // As containerd calls it: in full, and with a tag.
    private static string Full(ImageReference image) => image is { Tag: null, Digest: null } ? image + ":latest" : image.ToString();

    private static string Name(string host) => host.LastIndexOf(':') is > 0 and var colon && !host.EndsWith(']') ? host[..colon] : host;

    private static string Words(HttpStatusCode status)
    {
        using var response = new HttpResponseMessage(status);
        return $"{(int)status} {response.ReasonPhrase}".TrimEnd();
    }
}
