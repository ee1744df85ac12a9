using System.Text.RegularExpressions;

namespace K8sSharpManifests.Tool.Secrets;

/// <summary>What is never shown of a text, whatever it is called: what has the form of a secret, and what stands behind the name of one. Rather one text too many than one too few.</summary>
internal static partial class SecretText
{
    /// <summary>What stands in place of it.</summary>
    public const string Shown = "(secret)";

    // Longer than any name, path or URL that one reads; and what looks for forms takes the square of it.
    private const int LongestWord = 1024;

    /// <summary>Whether a text holds a secret.</summary>
    public static bool IsSecret(string text) => HasForm(text) || IsNamed(text);

    /// <summary>Whether something in a text looks like a secret by itself: a URL with a password, a token of a known kind, a text that nobody has made up.</summary>
    public static bool HasForm(string text)
    {
        if (HasLongWord(text))
        {
            return true;
        }

        text = Digest().Replace(text, "");
        return Known().IsMatch(text) || Scheme().IsMatch(text) || UserInfo().IsMatch(text) || Delivery().IsMatch(text) || RandomText.IsIn(text);
    }

    /// <summary>A text without what has the form of a secret, where the rest has to be read: a message, an image, the key of a registry.</summary>
    public static string Blotted(string text) => Known().Replace(UserInfo().Replace(text, match => match.Groups["before"].Value + Shown + "@"), Shown);

    /// <summary>Whether an item of a list is secret by the one before it: the argument behind <c>--password</c> or <c>-u</c>.</summary>
    /// <param name="option">The item before it that says something.</param>
    /// <param name="item">The item.</param>
    public static bool IsSecretAfter(string option, string item) => item.Length > 0 && (
        Letter().IsMatch(option) ? !Harmless().IsMatch(item)
        : UserOption().IsMatch(option) ? IsPair(item)
        : !option.Contains(' ', StringComparison.Ordinal) && !option.StartsWith('/') && SecretNames.IsSecretInText(Separators().Split(option)[^1]));

    /// <summary>Whether a command makes passwords, so that any of its arguments may be one.</summary>
    public static bool MakesSecrets(string command) => Maker().IsMatch(command);

    /// <summary>Whether a text may be a user and a password: <c>ann:hunter2</c>, and no image with its tag or host with its port.</summary>
    public static bool IsPair(string text) => Pair().IsMatch(text);

    /// <summary>Whether a key may be a secret itself: the one of a registry, with a user and a password.</summary>
    public static string Key(string key) => HasForm(key) ? Shown : key;

    // Behind its name stands a secret, however the two are told apart: password=x, "password": "x", <password>x, --password x, requirepass x.
    private static bool IsNamed(string text)
    {
        if (Attached().IsMatch(text))
        {
            return true;
        }

        text = Host().Replace(Path().Replace(Url().Replace(Reference().Replace(text, ""), "x"), "x"), match => SecretNames.IsSecret(LastWord(match.Value)) ? match.Value : "x");
        var words = Separators().Split(text).Where(word => word.Length > 0).ToList();
        return words.SkipLast(1).Distinct(StringComparer.Ordinal).Any(SecretNames.IsSecretInText) || words.Zip(words.Skip(1)).Any(pair => pair.First.Length == 2 && Letter().IsMatch(pair.First) && !Harmless().IsMatch(pair.Second));
    }

    private static bool HasLongWord(string text)
    {
        var length = 0;
        foreach (var c in text)
        {
            length = char.IsWhiteSpace(c) ? 0 : length + 1;
            if (length > LongestWord)
            {
                return true;
            }
        }

        return false;
    }

    // Of db-password:1234 it is a password, and of token-service:8080 a service.
    private static string LastWord(string host)
    {
        var name = host[..host.LastIndexOf(':')];
        return name[(name.LastIndexOfAny(['-', '.', '_', '/']) + 1)..];
    }

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    // The same image, and no secret: what a digest is the digest of has been published.
    [GeneratedRegex("sha(256|384|512):[0-9a-f]{32,}", Options)]
    private static partial Regex Digest();

    [GeneratedRegex(
        """
        -----BEGIN[\s\S]*
        |\beyJ[\w.+/=-]{4,}
        |\b(gh[a-z]_|github_pat_|gl(pat|ptt|dt|rt|cbt|imt|agent|soat|ft|oas)-|xox[a-z][.-]|xapp-|npm_|do[opr]_v1_|dckr_(pat|oat)_|hf_|gsk_|shp(at|ca|pa|ss)_|[a-z]{2}_(live|test)_|whsec_|hv[sbr]\.|pypi-|sq0[a-z]{3}-|tskey-|tok_|pat-|lin_api_|figd_|ATATT|ATCTT|ATBB|PMAK-|NRAK-|AGE-SECRET-KEY-|ya29\.|SG\.)[\w.+/=-]{3,}
        |\bsk-[\w-]{8,}
        |\b(AKIA|ASIA|ABIA|ACCA)[\w]{4,}
        |\bAIza[\w-]{6,}
        |\bkey-[0-9a-f]{12,}
        |\bdapi[0-9a-f]{12,}
        |\$(1|2[abxy]?|5|6|7|y|apr1|argon2\w*|scrypt|pbkdf2[\w-]*)\$\S*
        |\{S?(SHA|MD5|CRYPT)[\d-]*\}\S*
        """,
        Options | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Known();

    // As a header has it, and as statements and lists of users do.
    [GeneratedRegex("""\bidentified\s+by\b|\buser\s+\S+\s+on\b|\b(ch|ht)passwd\b|\b(bearer|basic|digest|negotiate|apikey|api-key|token|aws4-hmac-sha256)[\s:]+[^\s'"]""", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();

    // user:password@host with a scheme and without, and token@host with one. repo:tag@sha256:… is an image.
    [GeneratedRegex(
        """
        (?<before>://)([^\s/?\#"'<>]*|[^\s/:@"'<>]*:[^\s"'<>]*)@
        |(?<before>(?<![\w/:@.%-]))[\w.%-]*(:|%3a)(?!//)[^\s@"']+@(?!sha(256|384|512)\b)
        """,
        Options | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex UserInfo();

    // Who knows the URL of a web hook, or has a signed one, may use it.
    [GeneratedRegex(@"://\S*hook|://\S*/bot\d+:|[?&](code|sig|k|t|p|pw|u)=[^\s&]", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Delivery();

    [GeneratedRegex(@"\$\([A-Za-z_]\w*\)|\$\{[A-Za-z_]\w*\}", Options)]
    private static partial Regex Reference();

    [GeneratedRegex("""(?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]*://[^\s"'<>?#;|\\)]*""", Options)]
    private static partial Regex Url();

    [GeneratedRegex(@"(?<![\w.@+/-])\.{0,2}(/[\w.@+-]+)+/?", Options)]
    private static partial Regex Path();

    // A host with its port, and an image with its tag.
    [GeneratedRegex(@"(?<![\w./@-])([A-Za-z0-9][\w.-]*:\d{2,5}|[A-Za-z0-9][\w-]*(\.[\w-]+)+(:\d+)?(/[\w.-]+)+:[\w.-]+)(?![\w:@/])", Options)]
    private static partial Regex Host();

    [GeneratedRegex("""[\s"'`,;:=<>(){}\[\]|&?\\#]+""", Options)]
    private static partial Regex Separators();

    // Options of one letter that take a user, a password, a token, a key or a header.
    [GeneratedRegex("^-[uUaApPkwWtTHsb]$", Options)]
    private static partial Regex Letter();

    // The same with the value right behind: -pSecret. Options of Go's flags are lower-case words.
    [GeneratedRegex("""(?<![^\s"'])-[uapkw](?![a-z-]*(=|$|[\s"']))\S""", Options)]
    private static partial Regex Attached();

    [GeneratedRegex("^(ch|ht)passwd$", Options)]
    private static partial Regex Maker();

    [GeneratedRegex("^-+([a-z-]+-)?(user|login|basic-auth|auth)$", Options)]
    private static partial Regex UserOption();

    [GeneratedRegex(@"^(-+[\w-]+=)?[\w.@+-]+:(?!//|v?\d|latest\b|stable\b|main\b|alpine\b|\\)[^\s/]+$", Options)]
    private static partial Regex Pair();

    [GeneratedRegex(@"^(-.*|[\d.:]+|\.{0,2}/[\w./-]*|true|false|x)$", Options)]
    private static partial Regex Harmless();
}
