namespace K8sSharpManifests.Core.Rules.Validity.Devices;

/// <summary>The names of drivers, pools and attributes of devices.</summary>
/// <remarks>
/// Upstream: pkg/apis/resource/validation/validation.go (validateQualifiedName, validateFullyQualifiedName, validateCIdentifier, validatePoolName) and pkg/apis/core/validation/validation.go
/// (ValidateCSIDriverName).
/// </remarks>
internal static class DeviceNames
{
    private const int LongestDomain = 63;
    private const int LongestId = 32;
    private const int LongestPool = 253;

    /// <summary>The name of a driver: a DNS name in any case.</summary>
    public static string? DriverFault(string text) => text.Length > LongestDomain ? TextForms.TooLong(text.Length, LongestDomain) : TextForms.IsDNS1123Subdomain(text.ToLowerInvariant());

    /// <summary>The name of a pool: DNS names with '/' between them.</summary>
    public static string? PoolFault(string text) =>
        text.Length > LongestPool ? TextForms.TooLong(text.Length, LongestPool) : text.Split('/').Select(TextForms.IsDNS1123Subdomain).FirstOrDefault(fault => fault is not null);

    /// <summary>The name of an attribute or a capacity, perhaps with the domain of a driver before it.</summary>
    public static string? QualifiedFault(string text)
    {
        var parts = text.Split('/');
        return parts.Length > 2 ? null
            : parts.Length == 2 && parts[0].Length == 0 ? "nothing stands before its '/', where a domain has to be"
            : parts.Length == 2 && DriverFault(parts[0]) is { } fault ? $"what stands before its '/' is no domain: {fault}"
            : IdFault(parts[parts.Length - 1]);
    }

    /// <summary>The name of an attribute with the domain of a driver before it.</summary>
    public static string? FullyQualifiedFault(string text) => QualifiedFault(text) ?? (text.IndexOf('/') < 0 ? "it needs a domain and a '/' before it, like 'gpu.example.com/model'" : null);

    private static string? IdFault(string text) =>
        text.Length == 0 ? "its name is empty" : text.Length > LongestId ? TextForms.TooLong(text.Length, LongestId) : TextForms.IsCIdentifier(text);
}
