using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using K8sSharpManifests.Core;

namespace K8sSharpManifests.Tool.Registry;

/// <summary>The logins of the Docker configuration: <c>auths</c>, <c>credHelpers</c> and <c>credsStore</c>, as Docker and the kubelet read them.</summary>
internal sealed class DockerConfig
{
    private const string Source = "the Docker configuration";
    private const string DockerHub = "docker.io";
    private const string DockerHubServer = "https://index.docker.io/v1/";

    private readonly List<(RegistryKey Key, RegistryLogin Login)> _logins = [];
    private readonly Dictionary<string, string> _helpers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Task<(RegistryLogin? Login, string? Problem)>>> _asked = new(StringComparer.Ordinal);
    private string? _store;

    private DockerConfig()
    {
    }

    /// <summary>There is none.</summary>
    public static DockerConfig None { get; } = new();

    /// <summary>Where it is: in the folder that DOCKER_CONFIG names, or in .docker of the user's own.</summary>
    /// <param name="variable">The environment.</param>
    public static string PathOf(Func<string, string?> variable) =>
        Path.Combine(variable("DOCKER_CONFIG") is { Length: > 0 } folder ? folder : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".docker"), "config.json");

    /// <summary>Reads it.</summary>
    /// <param name="path">The file; one that is not there has nothing.</param>
    /// <exception cref="CannotRunException">It cannot be read.</exception>
    public static DockerConfig Read(string path)
    {
        if (!File.Exists(path))
        {
            return None;
        }

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path), new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return json.RootElement.ValueKind == JsonValueKind.Object ? Of(json.RootElement) : throw new JsonException("it is no object");
        }
        catch (JsonException e)
        {
            throw new CannotRunException($"the Docker configuration '{path}' is no JSON (line {(e.LineNumber ?? 0) + 1}): correct it, or let DOCKER_CONFIG name another folder.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CannotRunException($"the Docker configuration '{path}' cannot be read: {e.Message}");
        }
    }

    /// <summary>The logins for an image, in the order in which they are to be tried.</summary>
    /// <param name="image">The image.</param>
    /// <param name="problems">Takes why a credential helper has none.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<RegistryLogin>> For(ImageReference image, Action<string> problems, CancellationToken cancellationToken)
    {
        var logins = new List<RegistryLogin>();
        if (Helper(image.Domain) is var (name, server))
        {
            var (login, problem) = await _asked.GetOrAdd(name + " " + server, _ => new(() => new CredentialHelper(name).Get(server, cancellationToken))).Value;
            if (login is not null)
            {
                logins.Add(login);
            }

            if (problem is not null)
            {
                problems(problem);
            }
        }

        logins.AddRange(Sorted(_logins.Where(l => l.Key.Matches(image))).Select(l => l.Login));
        return logins;
    }

    /// <summary>The keys of its logins, in the order in which those for one image are tried.</summary>
    public IReadOnlyList<RegistryKey> Keys => [.. Sorted(_logins).Select(l => l.Key)];

    /// <summary>The credential helper that is asked first for the registry of an image; null for none. It is not run.</summary>
    public string? HelperFor(ImageReference image) => Helper(image.Domain)?.Name;

    private static IEnumerable<(RegistryKey Key, RegistryLogin Login)> Sorted(IEnumerable<(RegistryKey Key, RegistryLogin Login)> logins) =>
        logins.OrderBy(l => l.Key.IsLegacyDockerHub).ThenByDescending(l => l.Key.Index, StringComparer.Ordinal);

    private (string Name, string Server)? Helper(string domain)
    {
        foreach (var server in domain == DockerHub ? [DockerHubServer, "index.docker.io", DockerHub] : new[] { domain, "https://" + domain })
        {
            if (_helpers.TryGetValue(server, out var name))
            {
                return (name, server);
            }
        }

        return _store is null ? null : (_store, domain == DockerHub ? DockerHubServer : domain);
    }

    private static DockerConfig Of(JsonElement root)
    {
        var config = new DockerConfig();
        foreach (var entry in Entries(root, "auths"))
        {
            if (Login(entry.Value) is { } login)
            {
                config._logins.Add((new(entry.Name), login));
            }
        }

        foreach (var entry in Entries(root, "credHelpers").Where(entry => entry.Value.ValueKind == JsonValueKind.String))
        {
            config._helpers[entry.Name] = entry.Value.GetString()!;
        }

        config._store = Text(root, "credsStore") is { Length: > 0 } store ? store : null;
        return config;
    }

    // An entry without anything says that a helper has it.
    private static RegistryLogin? Login(JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (Text(entry, "identitytoken") is { Length: > 0 } identity)
        {
            return RegistryLogin.IdentityToken(Source, identity);
        }

        if (Text(entry, "registrytoken") is { Length: > 0 } token)
        {
            return RegistryLogin.RegistryToken(Source, token);
        }

        var (user, password) = (Text(entry, "username") ?? "", Text(entry, "password") ?? "");
        if (Text(entry, "auth") is { Length: > 0 } auth && Decoded(auth) is { } pair && pair.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
        {
            (user, password) = (pair[..colon], pair[(colon + 1)..].TrimEnd('\0'));
        }

        return user.Length > 0 && password.Length > 0 ? RegistryLogin.Password(Source, user, password) : null;
    }

    private static string? Decoded(string base64) => Base64.Decode(base64) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    private static IEnumerable<JsonProperty> Entries(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : [];

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
