namespace K8sSharpManifests.Core;

/// <summary>
/// The grammar of <see cref="ImageReference"/>, as scanners over the text: an analyzer asks at every keystroke, so nothing is allocated
/// until all parts are known to be good.
/// </summary>
internal static class ImageReferenceGrammar
{
    private const int MaxTagLength = 128;

    // splitDockerDomain's test of the segment before the first slash.
    public static bool LooksLikeDomain(string text, int slash)
    {
        for (var i = 0; i < slash; i++)
        {
            if (text[i] is '.' or ':' || IsUpper(text[i]))
            {
                return true;
            }
        }

        return Begins(text, slash, "localhost");
    }

    // Whether the text's first characters, exactly that many, are the value.
    public static bool Begins(string text, int length, string value) =>
        length == value.Length && string.CompareOrdinal(text, 0, value, 0, length) == 0;

    // A host name, IPv4 address or bracketed IPv6 address, then perhaps a port. The grammar is loose: [:] and port 99999 pass.
    public static bool IsDomain(string text, int end)
    {
        var i = text[0] == '[' ? SkipIPv6(text) : SkipHostName(text, end);
        if (i < 0 || i == end)
        {
            return i == end;
        }

        var port = i + 1;
        for (i = port; i < end && IsDigit(text[i]); i++)
        {
        }

        return text[port - 1] == ':' && port < end && i == end;
    }

    // Words, joined by a slash or a separator. It ends at the tag, the digest or the text's end; else "end" is where it fails.
    public static bool IsPath(string text, int start, out int end, out bool hasUppercase)
    {
        hasUppercase = false;
        for (end = start; ;)
        {
            var word = end;
            for (; end < text.Length && IsAlphanumeric(text[end]); end++)
            {
                hasUppercase |= IsUpper(text[end]);
            }

            if (end == word)
            {
                return false;
            }

            if (end == text.Length || text[end] is ':' or '@')
            {
                return true;
            }

            var separator = text[end];
            if (separator is not ('/' or '.' or '_' or '-'))
            {
                return false;
            }

            var longest = separator switch { '-' => text.Length, '_' => 2, _ => 1 };
            for (var length = 0; length < longest && end < text.Length && text[end] == separator; length++)
            {
                end++;
            }
        }
    }

    public static bool IsTag(string text, int start, int end)
    {
        if (end == start || end - start > MaxTagLength || text[start] is '.' or '-')
        {
            return false;
        }

        var i = start;
        while (i < end && (IsAlphanumeric(text[i]) || text[i] is '_' or '.' or '-'))
        {
            i++;
        }

        return i == end;
    }

    public static bool IsDigest(string text, int start) =>
        IsDigest(text, start, "sha256:", 64) || IsDigest(text, start, "sha384:", 96) || IsDigest(text, start, "sha512:", 128);

    public static bool IsLowerHex(string text, int start)
    {
        while (start < text.Length && (IsDigit(text[start]) || text[start] is >= 'a' and <= 'f'))
        {
            start++;
        }

        return start == text.Length;
    }

    // Both give the place after the host, or -1. A slash ends every run, so that the domain's end need not be watched for.
    private static int SkipIPv6(string text)
    {
        var i = 1;
        while (text[i] == ':' || IsDigit(text[i]) || text[i] is (>= 'a' and <= 'f') or (>= 'A' and <= 'F'))
        {
            i++;
        }

        return i > 1 && text[i] == ']' ? i + 1 : -1;
    }

    private static int SkipHostName(string text, int end)
    {
        for (var i = 0; ; i++)
        {
            var label = i;
            while (IsAlphanumeric(text[i]) || text[i] == '-')
            {
                i++;
            }

            if (i == label || text[label] == '-' || text[i - 1] == '-')
            {
                return -1;
            }

            if (i == end || text[i] != '.')
            {
                return i;
            }
        }
    }

    private static bool IsDigest(string text, int start, string algorithm, int digits) =>
        text.Length - start == algorithm.Length + digits
        && string.CompareOrdinal(text, start, algorithm, 0, algorithm.Length) == 0
        && IsLowerHex(text, start + algorithm.Length);

    // ASCII alone: char.IsLetter and its like know far more letters than the grammar.
    private static bool IsAlphanumeric(char c) => IsDigit(c) || IsUpper(c) || c is >= 'a' and <= 'z';

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool IsUpper(char c) => c is >= 'A' and <= 'Z';
}
