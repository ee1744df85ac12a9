using System.Text;

namespace K8sSharpManifests.Core.Rules.Views;

/// <summary>A Secret of the emitted set, as the kubelet reads it when a pod names it for pulling.</summary>
internal sealed class EmittedSecret
{
    private const string ConfigType = "kubernetes.io/dockerconfigjson";
    private const string LegacyType = "kubernetes.io/dockercfg";
    private const string WrongType = "json: cannot unmarshal … into Go …";

    private readonly List<RegistryCredential> _credentials = [];

    public EmittedSecret(Node root)
    {
        Root = root;
        if (IsRegistrySecret)
        {
            Read(Type == ConfigType ? ".dockerconfigjson" : ".dockercfg");
        }
    }

    public Node Root { get; }

    public Node Namespace => Root.Get("metadata").Get("namespace");

    public string Name => Root.Get("metadata").Get("name").Text();

    /// <summary>The type; that of a Secret without one is Opaque.</summary>
    public string Type => Root.Get("type").Text() is { Length: > 0 } type ? type : "Opaque";

    /// <summary>Whether the kubelet looks into it at all.</summary>
    public bool IsRegistrySecret => Type is ConfigType or LegacyType;

    /// <summary>What is wrong with its content, without any of it; empty for nothing.</summary>
    public string Fault { get; private set; } = "";

    /// <summary>What puts the fault right.</summary>
    public string Remedy { get; private set; } = "make it with K8s.RegistrySecret";

    /// <summary>What the kubelet says of content that it cannot read, an ellipsis for what only it knows; empty where it can. It then makes no pull of the pod at all, of public images neither.</summary>
    /// <remarks>The source is MakeDockerKeyring in pkg/credentialprovider/secrets/secrets.go of Kubernetes v1.32, and UnmarshalJSON of DockerConfigEntry in pkg/credentialprovider/config.go.</remarks>
    public string KubeletError { get; private set; } = "";

    /// <summary>Whether the API server refuses the object for the fault, of which a rule of its own tells (K8S120).</summary>
    public bool IsRefused { get; private set; }

    /// <summary>Whether the content has been blotted out, so that nobody can judge it.</summary>
    public bool IsRedacted { get; private set; }

    /// <summary>The registries that it has credentials for, where it is a registry secret that is not blotted out: those of all entries that can be read, whatever is wrong with others.</summary>
    public IEnumerable<RegistryKey> Keys => _credentials.Select(credential => credential.Key);

    /// <summary>Those credentials, in the order in which they stand there.</summary>
    public IReadOnlyList<RegistryCredential> Credentials => _credentials;

    private void Read(string key)
    {
        if (Content(key) is not { } content)
        {
            Fault = IsRefused ? $"its key '{key}' is no base64" : $"it has no key '{key}'";
            return;
        }

        IsRedacted = LooksRedacted(content);
        if (IsRedacted)
        {
            return;
        }

        // The kubelet passes over what is empty, and takes null for an empty object.
        var config = content.Length == 0 ? Scalar.Null : JsonReader.Parse(content);
        if (config is not (Mapping or Scalar { Kind: ScalarKind.Null }))
        {
            Add($"its key '{key}' holds no JSON object", config is null ? "invalid character …" : WrongType);
            return;
        }

        var auths = Type == ConfigType ? Part(config, "auths") : config;
        if (auths is Mapping { Entries.Count: > 0 } entries)
        {
            foreach (var entry in entries.Entries)
            {
                ReadEntry(entry.Key, entry.Value);
            }
        }
        else
        {
            Add($"its key '{key}' names no registry{(Type == ConfigType ? " in 'auths'" : "")}", auths is Mapping or Missing or Scalar { Kind: ScalarKind.Null } ? "" : WrongType);
        }
    }

    // The API server puts stringData over data.
    private string? Content(string key)
    {
        if (Root.Get("stringData").Get(key) is Scalar text)
        {
            return text.Text;
        }

        var content = Root.Get("data").Get(key) is Scalar encoded ? Decoded(encoded.Text) : null;
        IsRefused = content is null && Root.Get("data").Get(key) is Scalar;
        return content;
    }

    // What is blotted out is there, and nobody can use it.
    private void ReadEntry(string key, Node entry)
    {
        var parts = new[] { "auth", "username", "password" }.Select(part => Part(entry, part)).ToArray();
        var (auth, user, password) = (TextOf(parts[0]), TextOf(parts[1]), TextOf(parts[2]));
        if (LooksRedacted(auth) || LooksRedacted(user) || LooksRedacted(password))
        {
            IsRedacted = true;
            _credentials.Add(new(new(key), "", ""));
            return;
        }

        if (entry is not (Mapping or Scalar { Kind: ScalarKind.Null }) || parts.Any(part => part is not (Missing or Scalar { Kind: ScalarKind.String or ScalarKind.Null })))
        {
            Add($"its entry for '{key}' has something else than texts", WrongType);
            return;
        }

        // What 'auth' says goes before the other two.
        if (auth.Length > 0)
        {
            if (DecodedAuth(auth) is not { } pair || pair.IndexOf(':') is not (>= 0 and var colon))
            {
                Add(
                    $"its entry for '{key}' has an 'auth' that is not the base64 of user:password",
                    DecodedAuth(auth) is null ? "illegal base64 data at input byte …" : "unable to parse auth field, must be formatted as base64(username:password)",
                    remedy: "encode user:password");
                return;
            }

            (user, password) = (pair.Substring(0, colon), pair.Substring(colon + 1));
        }

        if (user.Length > 0 && password.Length > 0)
        {
            _credentials.Add(new(new(key), user, password));
        }
        else
        {
            // The form is right, and may well come from that method.
            Add($"its entry for '{key}' has no user name and password", kubeletError: "", remedy: "give it both");
        }
    }

    // The first counts; and what ends every pull goes before what is of no use.
    private void Add(string fault, string kubeletError, string? remedy = null)
    {
        if (Fault.Length == 0 || (KubeletError.Length == 0 && kubeletError.Length > 0))
        {
            (Fault, KubeletError, Remedy) = (fault, kubeletError, remedy ?? Remedy);
        }
    }

    // Go does not mind the case of keys.
    private static Node Part(Node node, string key) => node is Mapping mapping && mapping.Entries.LastOrDefault(entry => string.Equals(entry.Key, key, StringComparison.OrdinalIgnoreCase)).Value is { } value ? value : Missing.Value;

    private static string TextOf(Node node) => node is Scalar { Kind: ScalarKind.String } text ? text.Text : "";

    // Without the signs that fill it up it is base64 as well (decodeDockerConfigFieldAuth).
    private static string? DecodedAuth(string auth) =>
        auth.IndexOfAny([' ', '\t']) >= 0 ? null : Decoded(auth.EndsWith("=", StringComparison.Ordinal) ? auth : auth.PadRight((auth.Length + 3) / 4 * 4, '='));

    private static bool LooksRedacted(string text) =>
        text.IndexOf("redacted", StringComparison.OrdinalIgnoreCase) >= 0
        || text.IndexOf("${", StringComparison.Ordinal) >= 0
        || (text.Length > 2 && text.All(c => c is '*' or 'x' or 'X' or '.'));

    private static string? Decoded(string base64) => Base64.Decode(base64) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;
}
