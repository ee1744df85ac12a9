using System.Text.RegularExpressions;

namespace K8sSharpManifests.Core;

/// <summary>What others have written, as it may be shown: manifests, kubeconfigs, and what registries, proxies, API servers and nodes answer. Any of them may repeat a credential.</summary>
internal static class ForeignText
{
    private const string Hidden = "***";

    // What follows an '@', and is no digest.
    private const string Host = "(?!sha[0-9]|[A-Za-z0-9+._-]+:[0-9a-fA-F]{32})(?=[A-Za-z0-9[*])";

    private static readonly Pattern[] Patterns =
    [
        // User and password, up to the last '@', since a password may have one of its own; a drive's letter is no user.
        new(["@"], @"(?:(?<kept>[A-Za-z][A-Za-z0-9+.-]*://)|(?<![A-Za-z0-9])(?![A-Za-z]:[\\/])[^\s""'/@:]+:)\S*(?=@" + Host + ")"),

        // A user without a password, who may be a token: only before host and path, since addresses of e-mail are no secret.
        new(["@"], @"(?<![^\s""'(=])[^\s""'/@:\\*]+(?=@" + Host + @"(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?::[0-9]+)?/)"),

        // What follows such a word in a sentence is no token.
        new(["bearer"], @"(?<kept>\b(?i:bearer)\s+)(?!(?i:tokens?|auth|authentication|authorization|credentials?|scheme|challenge|realm=\S*|error=\S*|is|was|or|and)(?![\w.~+/=-]))[^\s""',;]+"),
        new(["basic"], @"(?<kept>\b(?i:basic)\s+)(?=[A-Za-z+/_-]*[A-Z0-9=+/])[A-Za-z0-9+/_-]{6,}=*"),

        // Headers. In small letters, "require authorization: …" is the words of containerd.
        new(["Authorization:", "-Auth:", "Cookie:"], @"(?<kept>\b(?:Authorization|X-Registry-Auth|Cookie):\s+)(?!(?i:bearer|basic)\b)[^\s""',]+"),

        // token=…, "password": "…", X-Amz-Signature=…
        new(["=", ":"], @"(?<kept>(?i:password|passwd|token|secret|api[_-]?key|signature|credential|authorization)(?:[""']?\s*=\s*[""']?|[""']\s*:\s*[""']))(?!\*)[^\s""'&;,]+"),

        // Tokens of JSON (JWT), OpenShift, GitHub, GitLab, Docker Hub, Slack and Amazon.
        new(["eyJ", "sha256~", "gh", "glpat-", "dckr_", "xox", "AKIA"],
            @"\beyJ[A-Za-z0-9_-]{6,}(?:\.[A-Za-z0-9_-]*)*|\bsha256~[A-Za-z0-9_-]{8,}|\b(?:gh[pousr]_|github_pat_|glpat-|dckr_[a-z]+_|xox[a-z]-)[A-Za-z0-9_-]{8,}|\bAKIA[A-Z0-9]{12,}"),
    ];

    /// <summary>A text without what may be a credential: user and password of an address, with a scheme or without one, tokens, and values that are called one.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text, with asterisks in their places. Rather too much is taken out than too little.</returns>
    public static string WithoutSecrets(string text)
    {
        foreach (var pattern in Patterns)
        {
            text = pattern.Hide(text);
        }

        return text;
    }

    /// <summary>A text without credentials that are known.</summary>
    /// <param name="text">The text.</param>
    /// <param name="secrets">The credentials; empty ones are none.</param>
    public static string Without(string text, params IEnumerable<string?> secrets)
    {
        foreach (var secret in secrets)
        {
            text = string.IsNullOrEmpty(secret) ? text : text.Replace(secret, Hidden);
        }

        return text;
    }

    // Hardly any text has one of the markers, and then nothing has to be matched.
    private sealed class Pattern(string[] markers, string expression)
    {
        // A text that is made to take for ever is not shown at all.
        private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

        private readonly Lazy<Regex> _regex = new(() => new(expression, RegexOptions.CultureInvariant, Longest));

        public string Hide(string text)
        {
            if (!Array.Exists(markers, marker => text.IndexOf(marker, StringComparison.OrdinalIgnoreCase) >= 0))
            {
                return text;
            }

            try
            {
                return _regex.Value.Replace(text, match => match.Groups["kept"].Value + Hidden);
            }
            catch (RegexMatchTimeoutException)
            {
                return Hidden;
            }
        }
    }
}
