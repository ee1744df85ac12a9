namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>The names of those who sign certificates: a domain, a slash and a path.</summary>
/// <remarks>Upstream: pkg/apis/core/validation/names.go (ValidateSignerName).</remarks>
internal static class SignerNames
{
    private const int LongestDomain = 253;
    private const int LongestName = 571;

    /// <summary>What is wrong with a name; null for nothing.</summary>
    public static string? Fault(string name)
    {
        var parts = name.Split('/');
        if (parts.Length != 2)
        {
            return "it has to be a domain, a '/' and a path, like 'example.com/my-signer'";
        }

        var labels = parts[0].Split('.');
        return parts[0].Length > LongestDomain ? TextForms.TooLong(parts[0].Length, LongestDomain)
            : labels.Select(TextForms.IsDNS1123Label).FirstOrDefault(f => f is not null) is { } fault ? $"what stands before its '/' is no domain: {fault}"
            : labels.Length < 2 ? "its domain needs two parts at least, like 'example.com/my-signer'"
            : parts[1].Split('.').Select(TextForms.IsDNS1123Subdomain).FirstOrDefault(f => f is not null) is { } pathFault ? $"what stands after its '/' cannot: {pathFault}"
            : name.Length > LongestName ? TextForms.TooLong(name.Length, LongestName) : null;
    }
}
