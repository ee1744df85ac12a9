using System.Globalization;
using System.Text;

namespace K8sSharpManifests.Cel.Functions;

/// <summary>A URL as Go's net/url reads one that stands in a request: absolute, or a path.</summary>
/// <remarks>Source: Go's net/url/url.go (ParseRequestURI, Parse).</remarks>
internal sealed class GoUrl
{
    private const string Unreserved = "-_.~";
    private const string InPath = "$&+,/:;=@";
    private const string MayStayInPath = "!$&'()*+,;=:@[]";
    private const string InHost = "!$&'()*+,;=:[]<>\"";

    private GoUrl(string text) => Text = text;

    public string Text { get; }

    public string Scheme { get; private set; } = "";

    /// <summary>The host, with its port.</summary>
    public string Host { get; private set; } = "";

    public string EscapedPath { get; private set; } = "";

    /// <summary>What stands after '?'.</summary>
    public string RawQuery { get; private set; } = "";

    public string Hostname => Split(Host).Name;

    public string Port => Split(Host).Port;

    /// <summary>Reads a URL; null where Go refuses it.</summary>
    public static GoUrl? Parse(string text)
    {
        if (text.Length == 0 || text.Any(c => c < ' ' || c == 0x7f))
        {
            return null;
        }

        var url = new GoUrl(text);
        if (text == "*")
        {
            url.EscapedPath = "*";
            return url;
        }

        if (SchemeOf(text) is not { } scheme)
        {
            return null;
        }

        url.Scheme = scheme.ToLowerInvariant();
        var rest = text.Substring(scheme.Length == 0 ? 0 : scheme.Length + 1);

        // In a request all of it counts, and then what stands before '#'.
        if (!IsEscapedWell(rest.Split('?')[0]))
        {
            return null;
        }

        rest = rest.Split('#')[0];
        var question = rest.IndexOf('?');
        url.RawQuery = question < 0 ? "" : rest.Substring(question + 1);
        rest = question < 0 ? rest : rest.Substring(0, question);
        if (!rest.StartsWith("/", StringComparison.Ordinal))
        {
            // mailto:a@b: what has no path.
            return scheme.Length > 0 && rest.Length + url.RawQuery.Length >= 0 ? url : null;
        }

        if (scheme.Length > 0 && rest.StartsWith("//", StringComparison.Ordinal))
        {
            var slash = rest.IndexOf('/', 2);
            var authority = slash < 0 ? rest.Substring(2) : rest.Substring(2, slash - 2);
            rest = slash < 0 ? "" : rest.Substring(slash);
            if (!url.ReadAuthority(authority))
            {
                return null;
            }
        }

        if (!IsEscapedWell(rest))
        {
            return null;
        }

        url.EscapedPath = MayStay(rest) ? rest : Escape(Unescape(rest, false)!);
        return url;
    }

    /// <summary>The values of the query, by key.</summary>
    public List<KeyValuePair<string, List<string>>> Query()
    {
        var query = new List<KeyValuePair<string, List<string>>>();
        foreach (var part in RawQuery.Split('&'))
        {
            var equals = part.IndexOf('=');
            var key = Unescape(equals < 0 ? part : part.Substring(0, equals), true);
            var value = Unescape(equals < 0 ? "" : part.Substring(equals + 1), true);
            if (part.Length == 0 || part.IndexOf(';') >= 0 || key is null || value is null)
            {
                continue;
            }

            var at = query.FindIndex(q => q.Key == key);
            if (at < 0)
            {
                query.Add(new(key, [value]));
            }
            else
            {
                query[at].Value.Add(value);
            }
        }

        return query;
    }

    // Empty for none; null for a ':' with nothing before it.
    private static string? SchemeOf(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == ':')
            {
                return i == 0 ? null : text.Substring(0, i);
            }

            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z')) && (i == 0 || c is not ((>= '0' and <= '9') or '+' or '-' or '.')))
            {
                return "";
            }
        }

        return "";
    }

    private bool ReadAuthority(string authority)
    {
        var at = authority.LastIndexOf('@');
        if (at >= 0 && !(IsEscapedWell(authority.Substring(0, at)) && authority.Substring(0, at).All(c => IsAlphanumeric(c) || "-._:~!$&'()*+,;=%@".IndexOf(c) >= 0)))
        {
            return false;
        }

        var host = authority.Substring(at + 1);
        var port = host.LastIndexOf(':');
        if (host.StartsWith("[", StringComparison.Ordinal))
        {
            var end = host.LastIndexOf(']');
            port = end < 0 ? -1 : end + 1;
            if (end < 0 || (host.Length > port && host[port] != ':'))
            {
                return false;
            }
        }

        if (port >= 0 && port < host.Length && !host.Skip(port + 1).All(c => c is >= '0' and <= '9'))
        {
            return false;
        }

        var isWell = IsEscapedWell(host) && host.All(c => c >= 0x80 || IsAlphanumeric(c) || c == '%' || Unreserved.IndexOf(c) >= 0 || InHost.IndexOf(c) >= 0) && Unescape(host, false) is { } plain
            && (host.IndexOf('%') < 0 || plain.Any(c => c >= 0x80) || host.StartsWith("[", StringComparison.Ordinal));
        Host = isWell ? Unescape(host, false)! : "";
        return isWell;
    }

    private static (string Name, string Port) Split(string host)
    {
        var port = host.LastIndexOf(':');
        var (name, number) = port >= 0 && host.IndexOf(']', port) < 0 && host.Skip(port + 1).All(c => c is >= '0' and <= '9') ? (host.Substring(0, port), host.Substring(port + 1)) : (host, "");
        return (name.StartsWith("[", StringComparison.Ordinal) && name.EndsWith("]", StringComparison.Ordinal) ? name.Substring(1, name.Length - 2) : name, number);
    }

    private static bool IsEscapedWell(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && (i + 2 >= text.Length || !Uri.IsHexDigit(text[i + 1]) || !Uri.IsHexDigit(text[i + 2])))
            {
                return false;
            }
        }

        return true;
    }

    private static string? Unescape(string text, bool isQuery)
    {
        if (!IsEscapedWell(text))
        {
            return null;
        }

        var bytes = new List<byte>();
        foreach (var part in SplitEscapes(isQuery ? text.Replace('+', ' ') : text))
        {
            if (part[0] == '%')
            {
                bytes.Add(byte.Parse(part.Substring(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(part));
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static IEnumerable<string> SplitEscapes(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var next = text[i] == '%' ? i + 3 : text.IndexOf('%', i);
            next = next < 0 ? text.Length : next;
            yield return text.Substring(i, next - i);
            i = next;
        }
    }

    private static bool MayStay(string path) => path.All(c => IsAlphanumeric(c) || c is '%' or '/' || Unreserved.IndexOf(c) >= 0 || MayStayInPath.IndexOf(c) >= 0);

    private static string Escape(string path) =>
        string.Concat(Encoding.UTF8.GetBytes(path).Select(b => b < 0x80 && (IsAlphanumeric((char)b) || Unreserved.IndexOf((char)b) >= 0 || InPath.IndexOf((char)b) >= 0) ? ((char)b).ToString() : "%" + b.ToString("X2", CultureInfo.InvariantCulture)));

    private static bool IsAlphanumeric(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
