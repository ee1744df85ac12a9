using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using K8sSharpManifests.Core;

namespace K8sSharpManifests.Tool.Registry;

/// <summary>
/// Asks registries by their own API (the OCI distribution specification, and Docker's, from which that comes). A registry on this machine is asked without encryption where it has none, as Docker does it; any
/// other never is. Any number of threads may ask at once.
/// </summary>
internal sealed class RegistryClient : IDisposable
{
    private const string DockerHub = "docker.io";
    private const string DockerHubRegistry = "registry-1.docker.io";

    private const string Manifests = "manifests/";
    private const string Blobs = "blobs/";

    private const int Attempts = 2;

    private static readonly string[] IndexTypes = ["application/vnd.oci.image.index.v1+json", "application/vnd.docker.distribution.manifest.list.v2+json"];

    private static readonly string[] ManifestTypes =
    [
        .. IndexTypes,
        "application/vnd.oci.image.manifest.v1+json",
        "application/vnd.docker.distribution.manifest.v2+json",
    ];

    private readonly Connections _connections;
    private readonly Requests _requests;
    private readonly Tokens _tokens;
    private readonly ConcurrentDictionary<string, Registry> _registries = new(StringComparer.Ordinal);

    /// <summary>Makes a client. Nothing is asked before somebody wants to know.</summary>
    public RegistryClient(RegistryOptions? options = null)
    {
        options ??= new();
        _connections = new(options);
        _requests = new(_connections, options);
        _tokens = new(_requests);
    }

    /// <summary>Whether a type is that of an index, from which a node chooses by its platform.</summary>
    public static bool IsIndex(string? mediaType) => IndexTypes.Contains(mediaType);

    /// <summary>Asks which digest an image's tag stands for now.</summary>
    /// <param name="image">The image; without a tag it is <c>latest</c>.</param>
    /// <param name="login">Who asks.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The digest, or why there is none.</returns>
    public async Task<RegistryAnswer> Resolve(ImageReference image, RegistryLogin login, CancellationToken cancellationToken)
    {
        if (Of(image) is not var (registry, reference))
        {
            return NoRegistry;
        }

        var (answer, _) = await Ask(registry, HttpMethod.Head, image.Path, Manifests + reference, login, cancellationToken);

        // Some registries know no HEAD, or do not say the digest of the bytes that they would send.
        if (answer is { Outcome: RegistryOutcome.Protocol } or { Outcome: RegistryOutcome.Found, Digest: null })
        {
            (answer, _) = await Ask(registry, HttpMethod.Get, image.Path, Manifests + reference, login, cancellationToken);
        }

        return answer;
    }

    /// <summary>Asks for an image's manifest, and what it runs on. Docker Hub counts that as a pull.</summary>
    /// <param name="image">The image; without a tag it is <c>latest</c>.</param>
    /// <param name="login">Who asks.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The digest with the platforms, or why there is none.</returns>
    public async Task<RegistryAnswer> Inspect(ImageReference image, RegistryLogin login, CancellationToken cancellationToken)
    {
        if (Of(image) is not var (registry, reference))
        {
            return NoRegistry;
        }

        var (answer, body) = await Ask(registry, HttpMethod.Get, image.Path, Manifests + reference, login, cancellationToken);
        if (answer.Outcome != RegistryOutcome.Found)
        {
            return answer;
        }

        if (Manifest.Read(body) is not { } manifest)
        {
            return new(RegistryOutcome.Protocol, $"{registry.Host} does not answer as a registry does: what it gives is no manifest");
        }

        if (manifest.Platforms is not null || manifest.Configuration is null)
        {
            return answer with { Platforms = manifest.Platforms ?? [] };
        }

        var (found, configuration) = await Ask(registry, HttpMethod.Get, image.Path, Blobs + manifest.Configuration, login, cancellationToken);
        return found.Outcome == RegistryOutcome.Found ? answer with { Platforms = Manifest.ReadConfiguration(configuration) is { } platform ? [platform] : [] }
            : found.Outcome == RegistryOutcome.NotFound ? found with { Outcome = RegistryOutcome.Protocol, Message = $"{registry.Host} has the image's manifest without the configuration that it names: push it again" }
            : found;
    }

    /// <inheritdoc/>
    public void Dispose() => _connections.Dispose();

    private static RegistryAnswer NoRegistry => new(RegistryOutcome.Protocol, "it names no registry");

    private (Registry Registry, string Reference)? Of(ImageReference image) => image.Domain.Length == 0 ? null
        : (_registries.GetOrAdd(image.Domain, domain => new(domain == DockerHub ? DockerHubRegistry : domain)), image.Digest ?? image.Tag ?? "latest");

    private async Task<(RegistryAnswer Answer, byte[] Body)> Ask(Registry registry, HttpMethod method, string repository, string path, RegistryLogin login, CancellationToken cancellationToken)
    {
        var shown = new Shown(null, null);
        for (var attempt = 0; ; attempt++)
        {
            // What it wants is remembered, so that the next request brings it at once.
            var known = registry.Challenge;
            shown = known is null ? shown : await Show(known, repository, login, shown.Token, cancellationToken);
            if (shown.Failure is { } failure)
            {
                return (failure, []);
            }

            var reply = await Send(registry, method, $"/v2/{repository}/{path}", shown.Header, cancellationToken);
            if (reply is not { IsAnswer: true, Status: HttpStatusCode.Unauthorized })
            {
                return (Answer(reply, registry, method, repository, path, login, shown.Token), reply.Body);
            }

            if (Challenge.Of(reply.Challenges) is not { } challenge)
            {
                return (new(RegistryOutcome.Protocol, $"{registry.Host} wants credentials, and does not say which"), []);
            }

            // A token may have run out on the way: there is another one, once.
            registry.Challenge = challenge with { Error = "" };
            if (attempt == Attempts || (known == registry.Challenge && (attempt > 0 || !challenge.IsBearer)))
            {
                return (Refused(registry, challenge, login) with { Status = reply.Status, RateLimit = reply.RateLimit, IsOfPassword = !challenge.IsBearer }, []);
            }
        }
    }

    // The header that answers a challenge.
    private async Task<Shown> Show(Challenge challenge, string repository, RegistryLogin login, string? refused, CancellationToken cancellationToken)
    {
        if (login.IsRegistryToken)
        {
            return new(login.Secret, new AuthenticationHeaderValue("Bearer", login.Secret));
        }

        if (challenge.IsBearer)
        {
            var token = await _tokens.Get(challenge, repository, login, refused, cancellationToken);
            return token.Failure is null ? new(token.Text, new AuthenticationHeaderValue("Bearer", token.Text)) : new(null, null) { Failure = token.Failure };
        }

        return login.IsAnonymous ? new(null, null)
            : login.IsIdentityToken ? new(null, null) { Failure = new(RegistryOutcome.CredentialsWrong, $"it wants a user name and a password, and {login} are an identity token") }
            : new(null, login.Basic());
    }

    private async Task<Reply> Send(Registry registry, HttpMethod method, string path, AuthenticationHeaderValue? header, CancellationToken cancellationToken)
    {
        var scheme = await registry.Scheme(() => FindScheme(registry, cancellationToken));
        return await _requests.Send(Make, cancellationToken);

        HttpRequestMessage Make()
        {
            var request = new HttpRequestMessage(method, $"{scheme}://{registry.Host}{path}");
            request.Headers.Authorization = header;
            foreach (var type in path.Contains(Blobs, StringComparison.Ordinal) ? [] : ManifestTypes)
            {
                request.Headers.Accept.Add(new(type));
            }

            return request;
        }
    }

    private async Task<string> FindScheme(Registry registry, CancellationToken cancellationToken)
    {
        const string Plain = "http";
        const string Encrypted = "https";
        if (!registry.IsLoopback)
        {
            return Encrypted;
        }

        var reply = await Ping(Encrypted);
        return reply.IsAnswer || reply.IsAboutCertificate ? Encrypted
            : reply.Failure == RegistryOutcome.Tls || (await Ping(Plain)).IsAnswer ? Plain
            : Encrypted;

        Task<Reply> Ping(string scheme) => _requests.SendOnce(() => new(HttpMethod.Get, $"{scheme}://{registry.Host}/v2/"), cancellationToken);
    }

    private static RegistryAnswer Answer(Reply reply, Registry registry, HttpMethod method, string repository, string path, RegistryLogin login, string? token)
    {
        if (!reply.IsAnswer)
        {
            return new(reply.Failure, reply.Message) { TlsFault = reply.TlsFault };
        }

        var reference = path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..];
        var answer = reply.Status switch
        {
            HttpStatusCode.OK when path.StartsWith(Blobs, StringComparison.Ordinal) => Blob(reply, registry, reference),
            HttpStatusCode.OK => Found(reply, registry, method, reference),
            HttpStatusCode.NotFound => new(RegistryOutcome.NotFound, $"{registry.Host} has no '{repository}' with {(reference.Contains(':', StringComparison.Ordinal) ? "the digest" : "the tag")} '{reference}'"),
            HttpStatusCode.Forbidden => Refused(registry, null, login),
            _ => Answers.Of(reply, registry.Host, login, token),
        };
        return answer with { Status = answer.Outcome == RegistryOutcome.Found ? null : reply.Status, RateLimit = reply.RateLimit };
    }

    private static RegistryAnswer Blob(Reply reply, Registry registry, string digest) =>
        digest.StartsWith("sha256:", StringComparison.Ordinal) && digest != "sha256:" + Convert.ToHexStringLower(SHA256.HashData(reply.Body))
            ? new(RegistryOutcome.Protocol, $"{registry.Host} gives another configuration of the image than the one that it names")
            : new(RegistryOutcome.Found, "");

    private static RegistryAnswer Found(Reply reply, Registry registry, HttpMethod method, string reference)
    {
        if (!ManifestTypes.Contains(reply.MediaType))
        {
            return new(RegistryOutcome.Protocol, reply.MediaType.Contains("manifest.v1", StringComparison.Ordinal)
                ? $"{registry.Host} has it as a manifest of Docker's first version, which nodes do not pull any more: push it again"
                : $"{registry.Host} does not answer as a registry does: it calls the image '{reply.MediaType}'");
        }

        // What is read is what counts; without that, what the registry says.
        var digest = method == HttpMethod.Get ? "sha256:" + Convert.ToHexStringLower(SHA256.HashData(reply.Body)) : reply.Digest;
        if (digest.Length > 0 && !ImageReference.TryParse("x@" + digest, out _, out _))
        {
            return new(RegistryOutcome.Protocol, $"{registry.Host} does not answer as a registry does: its digest is none");
        }

        return (method == HttpMethod.Get && reply.Digest.StartsWith("sha256:", StringComparison.Ordinal) && reply.Digest != digest)
            || (reference.StartsWith("sha256:", StringComparison.Ordinal) && digest.Length > 0 && reference != digest)
            ? new(RegistryOutcome.Protocol, $"{registry.Host} gives another image than the one that it names")
            : new(RegistryOutcome.Found, "") { Digest = digest.Length == 0 ? null : digest, MediaType = reply.MediaType };
    }

    private static RegistryAnswer Refused(Registry registry, Challenge? challenge, RegistryLogin login) =>
        login.IsAnonymous ? new(RegistryOutcome.CredentialsMissing, $"{registry.Host} wants credentials for it, or has no such repository")
        : challenge is { IsBearer: false } || (login.IsRegistryToken && challenge is not { Error: "insufficient_scope" }) ? new(RegistryOutcome.CredentialsWrong, $"{registry.Host} does not take {login}")
        : new(RegistryOutcome.NotAllowed, $"{registry.Host} does not let {login} pull it, or has no such repository");

    private sealed record Shown(string? Token, AuthenticationHeaderValue? Header)
    {
        public RegistryAnswer? Failure { get; init; }
    }

    private sealed class Registry(string host)
    {
        public string Host { get; } = host;

        public bool IsLoopback { get; } = Uri.TryCreate($"https://{host}/", UriKind.Absolute, out var uri) && uri.IsLoopback;

        // Whoever finds it out says it for all; that several do at first is no harm.
        public volatile Challenge? Challenge;

        private readonly Lock _turn = new();
        private Task<string>? _scheme;

        public Task<string> Scheme(Func<Task<string>> find)
        {
            lock (_turn)
            {
                return _scheme ??= find();
            }
        }
    }
}
