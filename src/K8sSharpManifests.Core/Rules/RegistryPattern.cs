namespace K8sSharpManifests.Core.Rules;

/// <summary>
/// A registry host, perhaps with a port, perhaps with a repository path: <c>*.acme.io</c>, <c>ghcr.io/acme/*</c>. A star stands for any
/// run of characters, but never reaches from the host into the path. A path counts as a prefix, segment by segment, as in a pull secret.
/// </summary>
internal sealed class RegistryPattern
{
    private readonly string _host;
    private readonly string _path;

    private RegistryPattern(string text)
    {
        var slash = text.IndexOf('/');
        _host = slash < 0 ? text : text.Substring(0, slash);
        _path = slash < 0 ? "" : text.Substring(slash + 1).TrimEnd('/');
    }

    public static RegistryPattern[] List(params string[] texts) => Array.ConvertAll(texts, text => new RegistryPattern(text));

    public static RegistryPattern? Parse(string text, out string reason)
    {
        reason = WhatIsWrong(text);
        return reason.Length > 0 ? null : new(text);
    }

    public static bool AnyMatches(RegistryPattern[] patterns, ImageReference image)
    {
        foreach (var pattern in patterns)
        {
            if (pattern.Matches(image))
            {
                return true;
            }
        }

        return false;
    }

    // A whole path against "acme" and against "acme/*": the pattern may end at any slash of the path.
    private bool Matches(ImageReference image)
    {
        if (!Glob.Matches(_host, image.Domain, image.Domain.Length))
        {
            return false;
        }

        if (_path.Length == 0)
        {
            return true;
        }

        for (var end = image.Path.IndexOf('/'); end >= 0; end = image.Path.IndexOf('/', end + 1))
        {
            if (Glob.Matches(_path, image.Path, end))
            {
                return true;
            }
        }

        return Glob.Matches(_path, image.Path, image.Path.Length);
    }

    private static string WhatIsWrong(string text)
    {
        if (text.IndexOf("://", StringComparison.Ordinal) >= 0)
        {
            return "a registry host has no scheme";
        }

        var slash = text.IndexOf('/');
        var host = slash < 0 ? text : text.Substring(0, slash);
        if (host.Length == 0 || text.IndexOfAny([' ', '\t', ';']) >= 0)
        {
            return "hosts are separated by commas, and each may be followed by a path: ghcr.io/acme/*";
        }

        if (slash >= 0 && text.IndexOfAny(['@', ':'], slash) >= 0)
        {
            return "this is an image: leave out its tag and digest";
        }

        var isHost = host.IndexOfAny(['.', ':', '*']) >= 0 || host == "localhost";
        return isHost ? "" : $"this is no registry host; on Docker Hub write docker.io/{text}";
    }
}
