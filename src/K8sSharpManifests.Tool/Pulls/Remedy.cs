using K8sSharpManifests.Core;
using K8sSharpManifests.Tool.Registry;

namespace K8sSharpManifests.Tool.Pulls;

/// <summary>What to do about a pull that fails.</summary>
internal static class Remedy
{
    /// <summary>About what is no reference.</summary>
    public static string OfReference(ImageReferenceError fault) => fault switch
    {
        ImageReferenceError.Empty => "name an image",
        ImageReferenceError.Whitespace => "take out the white space",
        ImageReferenceError.Scheme => "take out the scheme: an image begins with the registry's host",
        ImageReferenceError.HexName => "name the repository before the id: name@sha256:…",
        ImageReferenceError.InvalidDomain => "correct the registry's host, before the first slash",
        ImageReferenceError.UppercasePath => "write the repository in lowercase",
        ImageReferenceError.PathTooLong => "shorten the repository's path to 255 characters",
        ImageReferenceError.InvalidTag => "correct the tag: up to 128 letters, digits, '_', '.' and '-'",
        ImageReferenceError.InvalidDigest => "correct the digest: sha256: and 64 lowercase hex digits",
        _ => "correct the repository's path: lowercase letters and digits, with '.', '_', '-' and '/' between them",
    };

    /// <summary>About what a registry answers, or why it does not.</summary>
    /// <param name="target">The image.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="isPulledByAnybody">Whether it could be pulled without credentials.</param>
    public static string Of(PullTarget target, RegistryAnswer answer, bool isPulledByAnybody)
    {
        var host = target.Reference!.Domain;
        return answer.Outcome switch
        {
            _ when isPulledByAnybody => "anybody may pull it: take the credentials out of the secret, or put them right",
            RegistryOutcome.NotFound => "push it, or name a tag or digest that is there",
            _ when answer.IsAboutCredentials && target.ForbiddenSecrets.Count > 0 => $"have it checked by who may read {string.Join(" and ", target.ForbiddenSecrets.Select(secret => $"the Secret '{secret}'"))} (the verb get for secrets): nobody else knows whether it helps",
            RegistryOutcome.CredentialsMissing when target.HasNodeCredentials => $"log in to {host} by 'docker login', which then stands in for the nodes' own credentials, or name a pull secret",
            RegistryOutcome.CredentialsMissing when target.MissingLogins.Count > 0 => $"give the pod a pull secret of type kubernetes.io/dockerconfigjson with credentials for {host}",
            RegistryOutcome.CredentialsMissing => $"name a pull secret with credentials for {host} in imagePullSecrets, of the pod or its ServiceAccount; or correct the name",
            RegistryOutcome.CredentialsWrong => "put user name and password in the secret right; a token may have expired",
            RegistryOutcome.NotAllowed => "let that account pull from the repository, or correct the name",
            RegistryOutcome.RateLimited => "wait, or pull with credentials, for which the limit is higher, or from a mirror",
            RegistryOutcome.NameResolution => "correct the registry's host, or see to the DNS here and on the nodes",
            RegistryOutcome.Connection or RegistryOutcome.TimedOut => "see whether the registry runs and listens there, and whether a firewall is in between",
            RegistryOutcome.Proxy => "see to HTTPS_PROXY and NO_PROXY here, and to those of the container runtime on the nodes",
            RegistryOutcome.Tls => OfTls(host, answer.TlsFault),
            RegistryOutcome.ServerError => "try again later, or ask who runs the registry",
            RegistryOutcome.CredentialsUnavailable => "encrypt the server of the registry's tokens",
            _ => $"see whether {host} is a registry, and whether something stands before it",
        };
    }

    /// <summary>About an image without the platform.</summary>
    public static string OfPlatform(ImagePlatform platform) => $"build it for {platform} too (docker buildx build --platform), or keep the pod off such nodes (nodeSelector kubernetes.io/arch)";

    private static string OfTls(string host, TlsFault fault) => fault switch
    {
        TlsFault.Expired => "renew the certificate, and see to the clocks",
        TlsFault.WrongHost => "name the registry as its certificate does, or issue one for this name",
        TlsFault.UnknownAuthority => $"give the nodes the authority's certificate (containerd: ca in /etc/containerd/certs.d/{host}/hosts.toml), and this machine, too",
        TlsFault.NotSpoken => $"let the registry speak TLS, or have the nodes do without (containerd: server = \"http://{host}\" in /etc/containerd/certs.d/{host}/hosts.toml)",
        _ => "see to the registry's certificate and its versions of TLS",
    };
}
