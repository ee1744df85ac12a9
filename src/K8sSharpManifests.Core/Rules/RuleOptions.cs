namespace K8sSharpManifests.Core.Rules;

/// <summary>The user's <c>k8s_*</c> options, from .editorconfig or .globalconfig, read once.</summary>
public sealed class RuleOptions
{
    private const string PublicRegistries = "k8s_public_registries";
    private const string PrivateRegistries = "k8s_private_registries";
    private const string NodeCredentialRegistries = "k8s_node_credential_registries";
    private const string AlwaysPull = "k8s_always_pull";

    private static readonly RegistryPattern[] KnownPublicRegistries = RegistryPattern.List(
        "docker.io", "ghcr.io", "quay.io", "gcr.io", "registry.k8s.io", "mcr.microsoft.com", "public.ecr.aws", "registry.gitlab.com",
        "nvcr.io", "docker.elastic.co", "registry.access.redhat.com", "cgr.dev");

    // Cloud registries that a node of the same cloud may read by its own identity.
    private static readonly RegistryPattern[] KnownNodeCredentialRegistries =
        RegistryPattern.List("*.pkg.dev", "*.dkr.ecr.*.amazonaws.com");

    private readonly RegistryPattern[] _public;
    private readonly RegistryPattern[] _private;
    private readonly RegistryPattern[] _nodeCredential;

    private RuleOptions(
        RegistryPattern[] isPublic, RegistryPattern[] isPrivate, RegistryPattern[] nodeCredential, bool isAlwaysPullRequired)
    {
        _public = isPublic;
        _private = isPrivate;
        _nodeCredential = nodeCredential;
        IsAlwaysPullRequired = isAlwaysPullRequired;
    }

    /// <summary>What holds where the user says nothing.</summary>
    public static RuleOptions Default { get; } = Parse(_ => null, out _);

    /// <summary>The keys that <see cref="Parse"/> asks for.</summary>
    public static IReadOnlyList<string> Keys { get; } = [AlwaysPull, NodeCredentialRegistries, PrivateRegistries, PublicRegistries];

    /// <summary>Whether the team wants every container to start with a look at the registry (<c>k8s_always_pull = required</c>).</summary>
    public bool IsAlwaysPullRequired { get; }

    /// <summary>Reads the options.</summary>
    /// <param name="get">The text of a key; null where it is not set.</param>
    /// <param name="wrong">The values that say nothing sensible; they count as not set.</param>
    /// <returns>The options.</returns>
    public static RuleOptions Parse(Func<string, string?> get, out IReadOnlyList<WrongOption> wrong)
    {
        var found = new List<WrongOption>();
        wrong = found;
        return new(
            RegistryPatterns(PublicRegistries, get, found),
            RegistryPatterns(PrivateRegistries, get, found),
            RegistryPatterns(NodeCredentialRegistries, get, found),
            Flag(AlwaysPull, "required", get, found));
    }

    /// <summary>Whether a pull needs credentials of the pod's. Private registries win over public and node-credentialled ones.</summary>
    internal bool NeedsPullSecret(ImageReference image) =>
        RegistryPattern.AnyMatches(_private, image)
        || !(RegistryPattern.AnyMatches(_public, image) || RegistryPattern.AnyMatches(KnownPublicRegistries, image)
            || RegistryPattern.AnyMatches(_nodeCredential, image) || RegistryPattern.AnyMatches(KnownNodeCredentialRegistries, image));

    private static RegistryPattern[] RegistryPatterns(string key, Func<string, string?> get, List<WrongOption> wrong)
    {
        var patterns = new List<RegistryPattern>();
        foreach (var item in (get(key) ?? "").Split(','))
        {
            var text = item.Trim();
            if (text.Length == 0)
            {
                continue;
            }

            if (RegistryPattern.TryParse(text, out var pattern, out var reason))
            {
                patterns.Add(pattern);
            }
            else
            {
                wrong.Add(new(key, text, reason));
            }
        }

        return [.. patterns];
    }

    private static bool Flag(string key, string value, Func<string, string?> get, List<WrongOption> wrong)
    {
        var text = (get(key) ?? "").Trim();
        if (text.Length > 0 && text != value)
        {
            wrong.Add(new(key, text, $"the only value is '{value}'"));
        }

        return text == value;
    }
}

/// <summary>A value of an option that says nothing sensible.</summary>
/// <param name="Key">The option's key.</param>
/// <param name="Value">The value, or the one of several that is wrong.</param>
/// <param name="Reason">What is wrong with it, to follow a colon.</param>
public sealed record WrongOption(string Key, string Value, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Key}: '{Value}' is ignored: {Reason}";
}
