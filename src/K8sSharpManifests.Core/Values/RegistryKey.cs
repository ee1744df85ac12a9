namespace K8sSharpManifests.Core;

/// <summary>What keeps a registry credential from an image.</summary>
internal enum RegistryKeyMismatch
{
    /// <summary>Nothing: it is for the image.</summary>
    None,

    /// <summary>Another port, or one where the other has none.</summary>
    Port,

    /// <summary>The host has more labels, or fewer: a star stands for exactly one.</summary>
    Labels,

    /// <summary>Another host.</summary>
    Host,

    /// <summary>The repository does not begin with the key's path.</summary>
    Path,
}

/// <summary>The key of a registry credential, as the kubelet reads it from a pull secret: a host, perhaps with a port and a path.</summary>
/// <remarks>
/// The source is pkg/credentialprovider/keyring.go of Kubernetes v1.32: Add for how a key is read, URLsMatch for how it is compared (the same port, as many labels of the
/// host, each matched by itself, and the path as a mere prefix), and Lookup for Docker Hub's other name.
/// </remarks>
public sealed class RegistryKey
{
    private const string DockerHub = "docker.io";
    private const string LegacyDockerHub = "index.docker.io";

    private readonly string[] _labels;
    private readonly string _port;
    private readonly string _path;
    private readonly bool _isLegacyDockerHub;

    /// <summary>Reads a key. There is none that cannot be read; one that is no host matches nothing.</summary>
    /// <param name="text">The key, such as <c>ghcr.io</c>, <c>*.acme.io:5000/shop</c> or <c>https://index.docker.io/v1/</c>.</param>
    public RegistryKey(string text)
    {
        Text = text;
        var rest = WithoutScheme(text);
        var slash = rest.IndexOf('/');
        var path = slash < 0 ? "" : rest.Substring(slash);
        foreach (var version in (string[])["/v1/", "/v2/"])
        {
            path = path.StartsWith(version, StringComparison.Ordinal) ? path.Substring(version.Length - 1) : path;
        }

        _path = path == "/" ? "" : path;
        var host = slash < 0 ? rest : rest.Substring(0, slash);
        (_labels, _port) = Split(host);
        _isLegacyDockerHub = host == LegacyDockerHub && _path.Length == 0;
        Index = host + _path;
    }

    /// <summary>The key as it stands in the secret.</summary>
    public string Text { get; }

    /// <summary>Host, port and path alone: by what the kubelet sorts its keys, the last one first.</summary>
    public string Index { get; }

    /// <summary>Whether it is Docker Hub's other name, to which the kubelet goes when no key is left.</summary>
    public bool IsLegacyDockerHub => _isLegacyDockerHub;

    /// <summary>Whether the credential is sent along when an image is pulled.</summary>
    /// <param name="image">The image.</param>
    /// <returns>Whether it is.</returns>
    public bool Matches(ImageReference image) => Mismatch(image) == RegistryKeyMismatch.None;

    /// <summary>Why the credential is not sent along when an image is pulled: the first reason that there is, as the kubelet compares.</summary>
    /// <param name="image">The image.</param>
    internal RegistryKeyMismatch Mismatch(ImageReference image)
    {
        var (labels, port) = Split(image.Domain);
        return _isLegacyDockerHub && image.Domain == DockerHub ? RegistryKeyMismatch.None
            : _port != port ? RegistryKeyMismatch.Port
            : _labels.Length != labels.Length ? RegistryKeyMismatch.Labels
            : _labels.Where((label, i) => !Matches(label, 0, labels[i], 0)).Any() ? RegistryKeyMismatch.Host
            : !("/" + image.Path).StartsWith(_path, StringComparison.Ordinal) ? RegistryKeyMismatch.Path
            : RegistryKeyMismatch.None;
    }

    private static string WithoutScheme(string text)
    {
        foreach (var scheme in (string[])["https://", "http://"])
        {
            if (text.StartsWith(scheme, StringComparison.Ordinal))
            {
                return text.Substring(scheme.Length);
            }
        }

        return text;
    }

    private static (string[] Labels, string Port) Split(string host)
    {
        // With a port, the brackets of an address of IPv6 go; without one they stay, and are a class of characters.
        var end = host.IndexOf("]:", StringComparison.Ordinal);
        var colon = end >= 0 ? end + 1 : host.IndexOf(']') >= 0 ? -1 : host.LastIndexOf(':');
        var name = end >= 0 ? host.Substring(1, end - 1) : colon < 0 ? host : host.Substring(0, colon);
        return (name.Split('.'), colon < 0 ? "" : host.Substring(colon + 1));
    }

    // As filepath.Match of Go: '*' and '?' within a label, [a-z] for a character, and a backslash before what is meant as it stands.
    private static bool Matches(string pattern, int p, string text, int t)
    {
        for (; p < pattern.Length; p++, t++)
        {
            switch (pattern[p])
            {
                case '*':
                    for (var rest = t; rest <= text.Length; rest++)
                    {
                        if (Matches(pattern, p + 1, text, rest))
                        {
                            return true;
                        }
                    }

                    return false;
                case '[' when t < text.Length && InClass(pattern, ref p, text[t]):
                case '?' when t < text.Length:
                    break;
                case '[' or '?':
                    return false;
                default:
                    p += pattern[p] == '\\' && p + 1 < pattern.Length ? 1 : 0;
                    if (t == text.Length || pattern[p] != text[t])
                    {
                        return false;
                    }

                    break;
            }
        }

        return t == text.Length;
    }

    private static bool InClass(string pattern, ref int p, char c)
    {
        var end = pattern.IndexOf(']', p);
        if (end < 0)
        {
            return false;
        }

        var isNegated = p + 1 < end && pattern[p + 1] == '^';
        var isIn = false;
        for (var i = p + (isNegated ? 2 : 1); i < end; i++)
        {
            var last = i + 2 < end && pattern[i + 1] == '-' ? pattern[i + 2] : pattern[i];
            isIn |= c >= pattern[i] && c <= last;
            i += last == pattern[i] ? 0 : 2;
        }

        p = end;
        return isIn != isNegated;
    }
}
