using System.Text.RegularExpressions;

namespace K8sSharpManifests.Tool.Secrets;

/// <summary>What is called as a password, a token or a key is called: of variables, keys, headers and options.</summary>
internal static partial class SecretNames
{
    // Anywhere in a word, since words run together: dbpasswd, accesstoken.
    private static readonly string[] Within =
        ["pass", "pwd", "secret", "token", "cred", "salt", "dsn", "hmac", "bearer", "jwt", "webhook", "private", "mnemonic", "authoriz", "authentic", "signature", "oauth", "cookie", "cipher", "connstr"];

    private static readonly string[] AtTheEnd = ["key", "keys", "auth", "sig", "cert", "certs", "pw", "psk", "pem", "pfx", "jks", "keystore"];

    private static readonly HashSet<string> Whole = new(StringComparer.Ordinal) { "pin", "otp", "totp", "seed", "nonce", "sas", "pat", "session", "license", "licence", "conn", "certificate", "certificates", "sk", "community" };

    // What is about a secret and is none: its file, how long it lives, which one it is.
    private static readonly HashSet<string> About = new(StringComparer.Ordinal)
    {
        "file", "path", "dir", "directory", "name", "names", "ref", "refs", "namespace", "host", "port", "url", "uri", "endpoint", "ttl", "timeout", "seconds", "enabled", "disabled", "type", "algorithm",
        "length", "size", "count", "mode", "format", "version", "class", "provider", "policy",
    };

    // Where what it leads to is the secret.
    private static readonly string[] WhateverFollows = ["webhook", "dsn", "connstr"];

    /// <summary>Whether what is called so is to stay secret.</summary>
    /// <param name="name">The name, in any spelling: <c>DB_PASSWORD</c>, <c>apiKey</c>, <c>--client-secret</c>, <c>acme.io/token</c>.</param>
    public static bool IsSecret(string name)
    {
        var words = Word().Matches(name[(name.LastIndexOf('/') + 1)..]).Select(match => match.Value.ToLowerInvariant()).ToList();
        if (words.Count == 0 || name.Equals("imagePullSecrets", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        return words.Exists(word => Array.Exists(WhateverFollows, part => word.Contains(part, StringComparison.Ordinal)))
            || string.Concat(words).Contains("connectionstring", StringComparison.Ordinal)
            || (!About.Contains(words[^1]) && words.Exists(IsSecretWord));
    }

    /// <summary>The same of a word in a text. Of names with dots, hosts above all, what stands at the end says what they are.</summary>
    public static bool IsSecretInText(string word)
    {
        var name = word[(word.LastIndexOf('/') + 1)..].Trim('.');
        var dot = name.LastIndexOf('.');
        var before = dot < 0 ? -1 : name.LastIndexOf('.', Math.Max(dot - 1, 0));
        return IsSecret(name[(before + 1)..]);
    }

    private static bool IsSecretWord(string word) =>
        Whole.Contains(word) || Array.Exists(Within, part => word.Contains(part, StringComparison.Ordinal)) || Array.Exists(AtTheEnd, part => word.EndsWith(part, StringComparison.Ordinal));

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
