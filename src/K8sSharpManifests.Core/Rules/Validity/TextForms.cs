using System.Text.RegularExpressions;

namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>
/// The forms of texts that the API server knows. Each function says what is wrong with a text, or null; each is called as upstream calls it.
/// </summary>
/// <remarks>Upstream: apimachinery's pkg/util/validation/validation.go, ip.go and pkg/api/validate/content.</remarks>
internal static class TextForms
{
    private const int MaxLabel = 63;
    private const int MaxSubdomain = 253;
    private const RegexOptions Options = RegexOptions.CultureInvariant;

    private static readonly Regex Label = new(@"^[a-z0-9]([-a-z0-9]*[a-z0-9])?\z", Options);
    private static readonly Regex Subdomain = new(@"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\z", Options);
    private static readonly Regex SubdomainCaseless = new(@"^[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?(\.[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?)*\z", Options);
    private static readonly Regex Name1035 = new(@"^[a-z]([-a-z0-9]*[a-z0-9])?\z", Options);
    private static readonly Regex Qualified = new(@"^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?\z", Options);
    private static readonly Regex Identifier = new(@"^[A-Za-z_][A-Za-z0-9_]*\z", Options);
    private static readonly Regex DataKey = new(@"^[-._a-zA-Z0-9]+\z", Options);
    private static readonly Regex HeaderName = new(@"^[-A-Za-z0-9]+\z", Options);
    private static readonly Regex Path = new(@"^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+\z", Options);
    private static readonly Regex Uuid = new(@"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\z", Options);
    private static readonly Regex Percentage = new(@"^[0-9]+%\z", Options);

    /// <summary>The form of a name of the schema's format; null where any text will do.</summary>
    public static Func<string, string?>? Of(string? format) => format switch
    {
        "k8s-short-name" => IsDNS1123Label,
        "k8s-long-name" => IsDNS1123Subdomain,
        "k8s-long-name-caseless" => IsDNS1123SubdomainCaseless,
        "k8s-port-name" => PortName.Fault,
        "k8s-label-key" => IsLabelKey,
        "k8s-label-value" => IsValidLabelValue,
        "k8s-prefixed-label-key" => IsPrefixedLabelKey,
        "k8s-path-segment-name" => IsPathSegmentName,
        "k8s-uuid" => text => Uuid.IsMatch(text) ? null : "it has to be a UUID in lowercase, as RFC 4122 has it",
        "k8s-resource-fully-qualified-name" => Devices.DeviceNames.FullyQualifiedFault,
        "k8s-resource-pool-name" => Devices.DeviceNames.PoolFault,
        "k8s-extended-resource-name" => ResourceNames.ExtendedFault,
        _ => PodForms.Of(format),
    };

    public static string TooLong(int length, int most) => $"it has {length} characters, and at most {most} are allowed";

    public static string? IsDNS1123Label(string text) =>
        text.Length > MaxLabel ? TooLong(text.Length, MaxLabel)
        : Label.IsMatch(text) ? null
        : "it has to be lowercase letters, digits and '-', and to begin and to end with a letter or a digit, like 'my-name' or '123-abc'";

    public static string? IsDNS1123Subdomain(string text) =>
        text.Length > MaxSubdomain ? TooLong(text.Length, MaxSubdomain)
        : Subdomain.IsMatch(text) ? null
        : "it has to be lowercase letters, digits, '-' and '.', and to begin and to end with a letter or a digit, like 'example.com'";

    public static string? IsDNS1123SubdomainCaseless(string text) =>
        text.Length > MaxSubdomain ? TooLong(text.Length, MaxSubdomain)
        : SubdomainCaseless.IsMatch(text) ? null
        : "it has to be letters, digits, '-' and '.', and to begin and to end with a letter or a digit, like 'example.com'";

    public static string? IsDNS1035Label(string text) =>
        text.Length > MaxLabel ? TooLong(text.Length, MaxLabel)
        : Name1035.IsMatch(text) ? null
        : "it has to be lowercase letters, digits and '-', to begin with a letter, and to end with a letter or a digit, like 'my-name'";

    public static string? IsWildcardDNS1123Subdomain(string text) =>
        text.StartsWith("*.", StringComparison.Ordinal) && text.Length <= MaxSubdomain && Subdomain.IsMatch(text.Substring(2)) ? null
        : "it has to begin with '*.', followed by a DNS name in lowercase, like '*.example.com'";

    /// <summary>Letters, digits, '-', '_' and '.', at most 63, perhaps with a DNS name and a slash before them.</summary>
    public static string? IsQualifiedName(string text)
    {
        var parts = text.Split('/');
        if (parts.Length > 2)
        {
            return "it has to be a name, perhaps with a DNS name and one '/' before it, like 'example.com/my-name'";
        }

        if (parts.Length == 2)
        {
            if (parts[0].Length == 0)
            {
                return "nothing stands before its '/', where a DNS name has to be";
            }

            if (IsDNS1123Subdomain(parts[0]) is { } fault)
            {
                return $"what stands before its '/' is no DNS name: {fault}";
            }
        }

        return NamePart(parts[parts.Length - 1]);
    }

    /// <summary>The key of a label.</summary>
    public static string? IsLabelKey(string text) => IsQualifiedName(text);

    /// <summary>A qualified name with a prefix.</summary>
    public static string? IsPrefixedLabelKey(string text) =>
        IsQualifiedName(text) ?? (text.IndexOf('/') < 0 ? "it needs a DNS name and a '/' before it, like 'example.com/my-name'" : null);

    public static string? IsValidLabelValue(string text) =>
        text.Length > MaxLabel ? TooLong(text.Length, MaxLabel)
        : text.Length == 0 || Qualified.IsMatch(text) ? null
        : "it has to be letters, digits, '-', '_' and '.', and to begin and to end with a letter or a digit, or to be empty";

    public static string? IsPathSegmentName(string text) =>
        text is "." or ".." ? $"it cannot be '{text}'"
        : text.IndexOf('/') >= 0 ? "it cannot have a '/'"
        : text.IndexOf('%') >= 0 ? "it cannot have a '%'"
        : null;

    public static string? IsCIdentifier(string text) =>
        Identifier.IsMatch(text) ? null : "it has to be letters, digits and '_', and not to begin with a digit";

    /// <summary>The name of an environment variable: any printable ASCII but '='.</summary>
    public static string? IsEnvVarName(string text) =>
        text.Length == 0 || text.Any(c => c is < ' ' or > '~' or '=') ? "it has to be printable characters of ASCII other than '='" : null;

    public static string? IsConfigMapKey(string text) =>
        text.Length > MaxSubdomain ? TooLong(text.Length, MaxSubdomain)
        : !DataKey.IsMatch(text) ? "it has to be letters, digits, '-', '_' and '.', like 'key.name' or 'KEY_NAME'"
        : text == "." ? "it cannot be '.'"
        : text == ".." ? "it cannot be '..'"
        : text.StartsWith("..", StringComparison.Ordinal) ? "it cannot begin with '..'"
        : null;

    public static string? IsHTTPHeaderName(string text) => HeaderName.IsMatch(text) ? null : "it has to be letters, digits and '-', like 'X-Header-Name'";

    /// <summary>A DNS name, a slash and a path.</summary>
    public static string? IsDomainPrefixedPath(string text)
    {
        var slash = text.IndexOf('/');
        return slash <= 0 || slash == text.Length - 1 ? "it has to be a DNS name, a '/' and a path, like 'acme.io/foo'"
            : IsDNS1123Subdomain(text.Substring(0, slash)) is { } fault ? $"what stands before its '/' is no DNS name: {fault}"
            : Path.IsMatch(text.Substring(slash + 1)) ? null : "its path has characters that a URL's path cannot have";
    }

    /// <summary>A DNS name of two labels at least.</summary>
    public static string? IsFullyQualifiedName(string text) =>
        text.Length == 0 ? "it cannot be empty"
        : IsDNS1123Subdomain(text) ?? (text.IndexOf('.') < 0 ? "it has to have two parts at least, with a '.' between them" : null);

    /// <summary>A DNS name of two labels at least, perhaps with a dot at its end.</summary>
    public static string? IsFullyQualifiedDomainName(string text) =>
        text.Length == 0 ? "it cannot be empty"
        : text.EndsWith(".", StringComparison.Ordinal) ? IsFullyQualifiedDomainName(text.Substring(0, text.Length - 1))
        : IsDNS1123Subdomain(text) ?? (text.IndexOf('.') < 0 ? "it has to have two parts at least, with a '.' between them"
            : text.Split('.').Any(part => part.Length > MaxLabel) ? $"each of its parts has at most {MaxLabel} characters" : null);

    public static string? IsValidPercent(string text) => Percentage.IsMatch(text) ? null : "it has to be a whole number and '%', like '25%'";

    /// <summary>An IP address as upstream's strict parser takes it: no zeros at the head of a number, and no IPv4 in IPv6.</summary>
    public static string? IsValidIP(string text) =>
        IpAddress.TryParse(text, out var address) is var isParsed && !isParsed ? "it has to be an IP address, like '10.9.8.7' or '2001:db8::ffff'"
        : address!.HasLeadingZeros ? "its numbers cannot begin with 0"
        : address.IsMapped ? "it cannot be an IPv4 address in IPv6's form"
        : null;

    /// <summary>A block of IP addresses as upstream's strict parser takes it.</summary>
    public static string? IsValidCIDR(string text) => IpBlock.Parse(text) switch
    {
        null => "it has to be a block of addresses, like '10.9.8.0/24' or '2001:db8::/64'",
        { Address.IsMapped: true } => "it cannot be an IPv4 address in IPv6's form",
        { HasLeadingZeros: true } => "its numbers cannot begin with 0",
        { HasHostBits: true } block => $"it has bits beyond its prefix; '{block.Masked}' is meant",
        _ => null,
    };

    /// <summary>The fix that writes a text in lowercase, where nothing else is wrong with it.</summary>
    public static Fix[] Lowered(TreePlace place, string text, Func<string, string?>? form) =>
        form is not null && text.ToLowerInvariant() is var lower && lower != text && form(lower) is null ? [Fix.ChangeTo(place, Scalar.String(lower), isSafeForFixAll: true)] : [];

    private static string? NamePart(string name) =>
        name.Length == 0 ? "its name is empty"
        : name.Length > MaxLabel ? TooLong(name.Length, MaxLabel)
        : Qualified.IsMatch(name) ? null
        : "it has to be letters, digits, '-', '_' and '.', and to begin and to end with a letter or a digit, like 'my-name' or 'example.com/my-name'";
}
