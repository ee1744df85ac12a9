using System.Net.Http.Headers;

namespace K8sSharpManifests.Tool.Registry;

/// <summary>What a registry wants to be shown (WWW-Authenticate).</summary>
/// <param name="IsBearer">Whether it is a token; else it is user name and password.</param>
/// <param name="Realm">The address that gives tokens.</param>
/// <param name="Service">What that calls the registry; empty where it needs no name.</param>
/// <param name="Error">What the registry says of the token that it was shown; empty for nothing.</param>
internal sealed record Challenge(bool IsBearer, string Realm, string Service, string Error)
{
    /// <summary>The challenge of an answer; null where there is none that is known here.</summary>
    /// <param name="headers">The headers. A token is taken before a password, as Docker does it.</param>
    public static Challenge? Of(IEnumerable<AuthenticationHeaderValue> headers)
    {
        Challenge? basic = null;
        foreach (var header in headers)
        {
            var values = Parameters(header.Parameter ?? "");
            if (string.Equals(header.Scheme, "Bearer", StringComparison.OrdinalIgnoreCase) && values.TryGetValue("realm", out var realm))
            {
                return new(true, realm, values.GetValueOrDefault("service", ""), values.GetValueOrDefault("error", ""));
            }

            if (string.Equals(header.Scheme, "Basic", StringComparison.OrdinalIgnoreCase))
            {
                basic = new(false, "", "", "");
            }
        }

        return basic;
    }

    // key="value, with commas",other=token (RFC 9110, 11.2).
    private static Dictionary<string, string> Parameters(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < text.Length;)
        {
            var equals = text.IndexOf('=', i);
            if (equals < 0)
            {
                break;
            }

            var key = text[i..equals].Trim(' ', ',', '\t');
            var value = new System.Text.StringBuilder();
            i = equals + 1;
            if (i < text.Length && text[i] == '"')
            {
                for (i++; i < text.Length && text[i] != '"'; i++)
                {
                    i += text[i] == '\\' && i + 1 < text.Length ? 1 : 0;
                    value.Append(text[i]);
                }

                i++;
            }
            else
            {
                for (; i < text.Length && text[i] != ','; i++)
                {
                    value.Append(text[i]);
                }
            }

            values[key] = value.ToString().Trim();
        }

        return values;
    }
}
