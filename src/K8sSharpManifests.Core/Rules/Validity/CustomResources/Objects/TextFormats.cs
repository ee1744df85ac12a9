using System.Globalization;
using System.Text.RegularExpressions;

namespace K8sSharpManifests.Core.Rules.Validity.CustomResources.Objects;

/// <summary>Whether a text has the format that a schema names, as far as that is certain: of formats that the API server does not know, and of those that are rare, nothing is said.</summary>
/// <remarks>
/// Upstream: apiextensions-apiserver's pkg/apiserver/validation/formats.go (supportedVersionedFormats), kube-openapi's pkg/validation/strfmt (default.go, date.go, duration.go, time.go, kubernetes-extensions.go).
/// </remarks>
internal static class TextFormats
{
    private static readonly Regex Uuid = Pattern("^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$");
    private static readonly Regex HexColor = Pattern("^#?([0-9a-f]{3}|[0-9a-f]{6})$");
    private static readonly Regex ObjectId = Pattern("^[0-9a-f]{24}$");
    private static readonly Regex Time = Pattern("^([0-9]{2}):([0-9]{2}):([0-9]{2})(.[0-9]+)?(z|([+-][0-9]{2}:[0-9]{2}))$");
    private static readonly Regex Spoken = Pattern(@"^[0-9]+(\.[0-9]+)?\s*(ns|nano|us|µs|micro|ms|milli|s|sec|second|m|min|minute|h|hr|hour|d|day|w|wk|week)s?");

    private static readonly Dictionary<string, Func<string, string?>> Formats = new(StringComparer.Ordinal)
    {
        ["date-time"] = text => IsDateTime(text) ? null : "it has to be a time as RFC 3339 has it, like 2026-01-31T12:00:00Z",
        ["datetime"] = text => IsDateTime(text) ? null : "it has to be a time as RFC 3339 has it, like 2026-01-31T12:00:00Z",
        ["date"] = text => IsDate(text) ? null : "it has to be a date, like 2026-01-31",
        ["duration"] = text => IsDuration(text) ? null : "it has to be a duration, like 1h30m",
        ["byte"] = text => text.Length > 0 && Base64.Decode(text) is not null ? null : "it has to be base64",
        ["ipv4"] = text => IpAddress.TryParse(text, out var address) && text.IndexOf(':') < 0 && !address!.HasLeadingZeros ? null : "it has to be an IPv4 address, like 10.9.8.7",
        ["ipv6"] = text => IpAddress.TryParse(text, out _) && text.IndexOf(':') >= 0 ? null : "it has to be an IPv6 address, like 2001:db8::ffff",
        ["cidr"] = text => IpBlock.Parse(text) is not null ? null : "it has to be a block of addresses, like 10.9.8.0/24",
        ["uuid"] = text => Uuid.IsMatch(text) ? null : "it has to be a UUID, like 123e4567-e89b-12d3-a456-426614174000",
        ["uuid3"] = text => Uuid.IsMatch(text) && Version(text) == '3' ? null : "it has to be a UUID of version 3",
        ["uuid4"] = text => Uuid.IsMatch(text) && Version(text) == '4' ? null : "it has to be a UUID of version 4",
        ["uuid5"] = text => Uuid.IsMatch(text) && Version(text) == '5' ? null : "it has to be a UUID of version 5",
        ["hexcolor"] = text => HexColor.IsMatch(text) ? null : "it has to be a colour, like #ff0000",
        ["bsonobjectid"] = text => ObjectId.IsMatch(text) ? null : "it has to be 24 hexadecimal digits",
        ["hostname"] = text => IsHostName(text) ? null : "it has to be the name of a host, like www.example.com",
        ["uri"] = text => IsUri(text) ? null : "it has to be a URI, like https://example.com/path, or a path that begins with '/'",
        ["email"] = text => text.IndexOf('@') > 0 ? null : "it has to be an address of e-mail, like me@example.com",
        ["k8s-short-name"] = TextForms.IsDNS1123Label,
        ["k8s-long-name"] = TextForms.IsDNS1123Subdomain,
    };

    /// <summary>What is wrong with a text; null for nothing that is certain.</summary>
    public static string? Fault(string format, string text) => Formats.TryGetValue(format, out var fault) ? fault(text) : null;

    private static Regex Pattern(string pattern) => new(pattern.Replace("$", "\\z"), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static char Version(string uuid) => uuid.Replace("-", "")[12];

    private static bool IsDate(string text) => DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsDateTime(string text)
    {
        var parts = text.Split('t', 'T');
        return parts.Length == 2 && IsDate(parts[0]) && Time.Match(parts[1]) is { Success: true } time && Number(time, 1) <= 23 && Number(time, 2) <= 59 && Number(time, 3) <= 59;
    }

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static bool IsDuration(string text) => GoDuration.TryParse(text) is not null || Spoken.IsMatch(text.Trim());

    private static bool IsHostName(string text) =>
        text.Length is > 0 and <= 255 && text.Split('.').All(label => label.Length <= 63) && text.All(c => char.IsLetterOrDigit(c) || c is '-' or '.' or '_') && text[0] != '-' && text[0] != '.';

    // Go's ParseRequestURI: an absolute URI, or an absolute path.
    private static bool IsUri(string text) => text.Length > 0 && (text[0] == '/' || (text.IndexOf(':') is var colon and > 0 && IsScheme(text.Substring(0, colon)) && colon + 1 < text.Length)) && !text.Any(char.IsControl);

    private static bool IsScheme(string text) => text[0] < 128 && char.IsLetter(text[0]) && text.All(c => c < 128 && (char.IsLetterOrDigit(c) || c is '+' or '-' or '.'));
}
