using System.Globalization;

namespace K8sSharpManifests.Core.Rules;

/// <summary>The user's <c>k8s_*</c> options, from .editorconfig or .globalconfig, read once.</summary>
public sealed class RuleOptions
{
    private static readonly string[] PublicHosts =
    [
        "docker.io", "ghcr.io", "quay.io", "gcr.io", "registry.k8s.io", "mcr.microsoft.com", "public.ecr.aws", "registry.gitlab.com",
        "nvcr.io", "docker.elastic.co", "registry.access.redhat.com", "cgr.dev",
    ];

    // Cloud registries that a node of the same cloud may read by its own identity.
    private static readonly string[] NodeCredentialHosts = ["*.pkg.dev", "*.dkr.ecr.*.amazonaws.com"];

    private static readonly RuleOption PublicRegistries = new(
        "k8s_public_registries", "registries", $"serve anyone, beside {string.Join(", ", PublicHosts)}", ["K8S103", "K8S112", "K8S116"]);

    private static readonly RuleOption PrivateRegistries = new(
        "k8s_private_registries", "registries", "want a pull secret, whatever else is said of them", ["K8S103", "K8S112", "K8S116"]);

    private static readonly RuleOption NodeCredentialRegistries = new(
        "k8s_node_credential_registries", "registries", $"the nodes have credentials for them, beside {string.Join(" and ", NodeCredentialHosts)}", ["K8S103", "K8S112", "K8S116"]);

    private static readonly RuleOption SecretConstants = new(
        "k8s_secret_constants",
        "`true`",
        "the YAML of Secrets is compiled into the assembly, as that of other objects is, for the build to compare or to emit without running anything; whoever gets the assembly can read it",
        ["K8S901", "K8S910"]);

    private static readonly RuleOption AlwaysPull = new(
        "k8s_always_pull", "`required`", "every container is to look at the registry when it starts: a pull policy that does is never called wasteful", ["K8S109"]);

    private static readonly RuleOption PreloadedImages = new("k8s_preloaded_images", "images", "the nodes are given them before a pod asks", ["K8S108"]);

    private static readonly RuleOption UnlockedImages = new(
        "k8s_unlocked_images", "images", "are emitted by their tag: `k8ssharp pin` leaves them out of the image lock", ["K8S123"]);

    private static readonly RuleOption ExternalKey = new(
        "k8s_external", "objects", "exist in the cluster, though this project does not emit them", ["K8S112", "K8S113", "K8S114", "K8S115", "K8S116", "K8S117"]);

    private static readonly RuleOption Target = new(
        "k8s_target_version", "a version, like `1.34`", "the cluster runs that version of Kubernetes: what came later is not there", ["K8S206", "K8S223"]);

    // Of the catalogue of rules, but no rule of this version looks at them. To take them for misspelled would be as wrong as to stay silent.
    private static readonly string[] ReservedKeys = ["k8s_pod_security"];

    private static readonly RegistryPattern[] KnownPublicRegistries = RegistryPattern.List(PublicHosts);
    private static readonly RegistryPattern[] KnownNodeCredentialRegistries = RegistryPattern.List(NodeCredentialHosts);

    private readonly RegistryPattern[] _public;
    private readonly RegistryPattern[] _private;
    private readonly RegistryPattern[] _nodeCredential;
    private readonly ImagePattern[] _preloaded;
    private readonly ImagePattern[] _unlocked;

    /// <summary>Reads an item of a list; null where the reason says what is wrong with it.</summary>
    private delegate T? Parser<T>(string text, out string reason)
        where T : class;

    private RuleOptions(
        RegistryPattern[] isPublic, RegistryPattern[] isPrivate, RegistryPattern[] nodeCredential, bool isAlwaysPullRequired, ExternalObjects external, ImagePattern[] preloaded,
        ImagePattern[] unlocked, bool hasSecretConstants, int? targetVersion)
    {
        _public = isPublic;
        _private = isPrivate;
        _nodeCredential = nodeCredential;
        IsAlwaysPullRequired = isAlwaysPullRequired;
        External = external;
        _preloaded = preloaded;
        _unlocked = unlocked;
        HasSecretConstants = hasSecretConstants;
        TargetVersion = targetVersion;
    }

    /// <summary>The options that there are; the page about configuration lists them from here.</summary>
    public static IReadOnlyList<RuleOption> All { get; } = [PublicRegistries, PrivateRegistries, NodeCredentialRegistries, SecretConstants, AlwaysPull, PreloadedImages, UnlockedImages, ExternalKey, Target];

    /// <summary>The keys that <see cref="Parse"/> asks for, in their order.</summary>
    public static IReadOnlyList<string> Keys { get; } = [.. All.Select(option => option.Key).OrderBy(key => key, StringComparer.Ordinal)];

    /// <summary>The key of <see cref="TargetVersion"/>, which a property of the project can set, too.</summary>
    public static string TargetVersionKey => Target.Key;

    /// <summary>What holds where the user says nothing.</summary>
    public static RuleOptions Default { get; } = Parse(_ => null, out _);

    /// <summary>Whether the team wants every container to start with a look at the registry (<c>k8s_always_pull = required</c>).</summary>
    public bool IsAlwaysPullRequired { get; }

    /// <summary>The objects that live outside the emitted set (<c>k8s_external</c>).</summary>
    public ExternalObjects External { get; }

    /// <summary>Whether the YAML of Secrets may be compiled into the assembly, as that of other objects is (<c>k8s_secret_constants = true</c>).</summary>
    public bool HasSecretConstants { get; }

    /// <summary>The minor version of Kubernetes 1 that the cluster runs (<c>k8s_target_version = 1.34</c>); null where the user does not say.</summary>
    public int? TargetVersion { get; }

    /// <summary>Reads the options.</summary>
    /// <param name="get">The text of a key; null where it is not set.</param>
    /// <param name="wrong">The values that say nothing sensible; they count as not set.</param>
    /// <returns>The options.</returns>
    public static RuleOptions Parse(Func<string, string?> get, out IReadOnlyList<WrongOption> wrong)
    {
        var found = new List<WrongOption>();
        wrong = found;
        return new(
            List(PublicRegistries, get, found, RegistryPattern.Parse),
            List(PrivateRegistries, get, found, RegistryPattern.Parse),
            List(NodeCredentialRegistries, get, found, RegistryPattern.Parse),
            Flag(AlwaysPull, "required", get, found),
            new(List(ExternalKey, get, found, ExternalObjectPattern.Parse)),
            List(PreloadedImages, get, found, ImagePattern.Parse),
            List(UnlockedImages, get, found, ImagePattern.Parse),
            Flag(SecretConstants, "true", get, found),
            Version(Target, get, found));
    }

    /// <summary>What is wrong with one line of a configuration file.</summary>
    /// <param name="key">A key that begins with <c>k8s_</c>, in lower case.</param>
    /// <param name="value">Its text.</param>
    /// <returns>The values that say nothing sensible, or the key itself where it is none.</returns>
    public static IReadOnlyList<WrongOption> Check(string key, string value)
    {
        if (!Keys.Contains(key))
        {
            return [new(key, null, ReservedKeys.Contains(key) ? "no rule of this version reads it"
                : Spelling.Nearest(key, Keys) is { } nearest ? $"there is no such option; did you mean {nearest}?" : $"there is no such option: they are {string.Join(", ", Keys)}")];
        }

        Parse(asked => asked == key ? value : null, out var wrong);
        return wrong;
    }

    /// <summary>Whether a pull needs credentials of the pod's. Private registries win over public and node-credentialled ones.</summary>
    internal bool NeedsPullSecret(ImageReference image) =>
        RegistryPattern.AnyMatches(_private, image)
        || !(RegistryPattern.AnyMatches(_public, image) || RegistryPattern.AnyMatches(KnownPublicRegistries, image)
            || RegistryPattern.AnyMatches(_nodeCredential, image) || RegistryPattern.AnyMatches(KnownNodeCredentialRegistries, image));

    /// <summary>Whether the nodes have credentials of their own for an image's registry, as the user says or as clouds have it.</summary>
    internal bool HasNodeCredentials(ImageReference image) =>
        !RegistryPattern.AnyMatches(_private, image) && (RegistryPattern.AnyMatches(_nodeCredential, image) || RegistryPattern.AnyMatches(KnownNodeCredentialRegistries, image));

    /// <summary>Whether the user names the registry of an image, in whatever role.</summary>
    internal bool Knows(ImageReference image) =>
        RegistryPattern.AnyMatches(_private, image) || RegistryPattern.AnyMatches(_public, image) || RegistryPattern.AnyMatches(_nodeCredential, image);

    /// <summary>Whether the nodes are given the image before any pod asks for it.</summary>
    internal bool IsPreloaded(ImageReference image) => _preloaded.Any(pattern => pattern.Matches(image));

    /// <summary>Whether the image is to have no entry in the image lock.</summary>
    internal bool IsUnlocked(ImageReference image) => _unlocked.Any(pattern => pattern.Matches(image));

    private static T[] List<T>(RuleOption option, Func<string, string?> get, List<WrongOption> wrong, Parser<T> parse)
        where T : class
    {
        var items = new List<T>();
        foreach (var text in (get(option.Key) ?? "").Split(',').Select(item => item.Trim()).Where(item => item.Length > 0))
        {
            if (parse(text, out var reason) is { } item)
            {
                items.Add(item);
            }
            else
            {
                wrong.Add(new(option.Key, text, reason));
            }
        }

        return [.. items];
    }

    private static bool Flag(RuleOption option, string value, Func<string, string?> get, List<WrongOption> wrong)
    {
        var text = (get(option.Key) ?? "").Trim();
        if (text.Length > 0 && text != value)
        {
            wrong.Add(new(option.Key, text, $"the only value is '{value}'"));
        }

        return text == value;
    }

    // Which patch it is makes no difference.
    private static int? Version(RuleOption option, Func<string, string?> get, List<WrongOption> wrong)
    {
        var text = (get(option.Key) ?? "").Trim();
        if (text.Length == 0)
        {
            return null;
        }

        var parts = (text[0] == 'v' ? text.Substring(1) : text).Split('.');
        if (parts.Length is 2 or 3 && parts.All(IsNumber) && parts[0] == "1" && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            return version;
        }

        wrong.Add(new(option.Key, text, "a version is like 1.34"));
        return null;
    }

    private static bool IsNumber(string text) => text.Length > 0 && text.All(c => c is >= '0' and <= '9');
}

/// <summary>An option: what its row in the page about configuration says.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Values">What can be set, in Markdown.</param>
/// <param name="Meaning">What that says.</param>
/// <param name="Rules">The ids of the rules that ask for it.</param>
public sealed record RuleOption(string Key, string Values, string Meaning, IReadOnlyList<string> Rules);

/// <summary>A value of an option, or a key, that says nothing sensible.</summary>
/// <param name="Key">The option's key.</param>
/// <param name="Value">The value, or the one of several that is wrong; null where the key is.</param>
/// <param name="Reason">What is wrong with it, to follow a colon.</param>
public sealed record WrongOption(string Key, string? Value, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => Value is null ? $"'{Key}' is ignored: {Reason}" : $"{Key}: '{Value}' is ignored: {Reason}";
}
