using System.Text;

namespace K8sSharpManifests.Core.Rules.Views;

/// <summary>A Secret of the emitted set, as the kubelet reads it when a pod names it for pulling.</summary>
internal sealed class EmittedSecret
{
    private const string ConfigType = "kubernetes.io/dockerconfigjson";
    private const string LegacyType = "kubernetes.io/dockercfg";

    private readonly List<RegistryCredential> _credentials = [];

    public EmittedSecret(Node root)
    {
        Root = root;
        Fault = IsRegistrySecret ? FindFault() : "";
    }

    public Node Root { get; }

    public Node Namespace => Root.Get("metadata").Get("namespace");

    public string Name => Root.Get("metadata").Get("name").Text();

    /// <summary>The type; that of a Secret without one is Opaque.</summary>
    public string Type => Root.Get("type").Text() is { Length: > 0 } type ? type : "Opaque";

    /// <summary>Whether the kubelet looks into it at all.</summary>
    public bool IsRegistrySecret => Type is ConfigType or LegacyType;

    /// <summary>What is wrong with its content, without any of it; empty for nothing.</summary>
    public string Fault { get; }

    /// <summary>What puts the fault right.</summary>
    public string Remedy { get; private set; } = "make it with K8s.RegistrySecret";

    /// <summary>Whether the content has been blotted out, so that nobody can judge it.</summary>
    public bool IsRedacted { get; private set; }

    /// <summary>The registries that it has credentials for, where it is a registry secret that is not blotted out and has no fault.</summary>
    public IEnumerable<RegistryKey> Keys => _credentials.Select(credential => credential.Key);

    /// <summary>Those credentials, in the order in which they stand there.</summary>
    public IReadOnlyList<RegistryCredential> Credentials => _credentials;

    private string FindFault()
    {
        var key = Type == ConfigType ? ".dockerconfigjson" : ".dockercfg";
        if (Content(key) is not { } content)
        {
            return $"it has no key '{key}'";
        }

        IsRedacted = LooksRedacted(content);
        if (IsRedacted)
        {
            return "";
        }

        if (JsonReader.Parse(content) is not Mapping config)
        {
            return $"its key '{key}' holds no JSON object";
        }

        var auths = Type == ConfigType ? config["auths"] : config;
        if (auths is not Mapping { Entries.Count: > 0 } entries)
        {
            return $"its key '{key}' names no registry{(Type == ConfigType ? " in 'auths'" : "")}";
        }

        foreach (var entry in entries.Entries)
        {
            var (credential, isRedacted) = Credential(entry.Key, entry.Value);
            IsRedacted |= isRedacted;
            if (credential is null)
            {
                // The form is right, and may well come from that method.
                Remedy = "give it both";
                return $"its entry for '{entry.Key}' has no user name and password";
            }

            _credentials.Add(credential);
        }

        return "";
    }

    // The API server puts stringData over data.
    private string? Content(string key) =>
        Root.Get("stringData").Get(key) is Scalar text ? text.Text
        : Root.Get("data").Get(key) is Scalar encoded ? Decoded(encoded.Text)
        : null;

    // What is blotted out is there, and nobody can use it.
    private static (RegistryCredential? Credential, bool IsRedacted) Credential(string key, Node entry)
    {
        var parts = new[] { "auth", "username", "password" }.Select(part => entry.Get(part) is Scalar { Kind: ScalarKind.String } text ? text.Text : "").ToArray();
        if (parts.Any(LooksRedacted))
        {
            return (new(new(key), "", ""), true);
        }

        // What 'auth' says goes before the other two.
        var (user, password) = parts[0].Length == 0 ? (parts[1], parts[2])
            : Decoded(parts[0]) is { } pair && pair.IndexOf(':') is > 0 and var colon ? (pair.Substring(0, colon), pair.Substring(colon + 1))
            : ("", "");
        return (user.Length > 0 && password.Length > 0 ? new(new(key), user, password) : null, false);
    }

    private static bool LooksRedacted(string text) =>
        text.IndexOf("redacted", StringComparison.OrdinalIgnoreCase) >= 0
        || text.IndexOf("${", StringComparison.Ordinal) >= 0
        || (text.Length > 2 && text.All(c => c is '*' or 'x' or 'X' or '.'));

    private static string? Decoded(string base64) => Base64.Decode(base64) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;
}
