namespace K8sSharpManifests.Core.Rules.Validity.Metadata;

/// <summary>What the names of objects have to look like: most are DNS names, and some kinds restrict theirs further.</summary>
/// <remarks>Upstream: each kind's call of ValidateObjectMeta in pkg/apis/*/validation/validation.go; apimachinery's pkg/api/validation/generic.go.</remarks>
internal static class ObjectNames
{
    // A CronJob adds eleven characters to its name for each job, and a job's name is a DNS label.
    private const int MaxCronJob = 52;

    /// <summary>What is wrong with a name; null for nothing.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="name">The name, or its beginning.</param>
    /// <param name="isPrefix">Whether the API server appends to it.</param>
    public static string? Fault(ApiKind kind, string name, bool isPrefix)
    {
        var form = Form(kind);
        var text = isPrefix && form != PathSegment && name.Length > 1 && name[name.Length - 1] == '-' ? name.Substring(0, name.Length - 2) + "a" : name;
        return (isPrefix && form == PathSegment ? PathSegmentPrefix(text) : form?.Invoke(text))
            ?? (kind.Name == "CronJob" && !isPrefix && name.Length > MaxCronJob ? $"it has {name.Length} characters, and a CronJob's name at most {MaxCronJob}, since its jobs have names with eleven more" : null);
    }

    private static readonly Func<string, string?> PathSegment = TextForms.IsPathSegmentName;
    private static readonly Func<string, string?> Label = TextForms.IsDNS1123Label;
    private static readonly Func<string, string?> Subdomain = TextForms.IsDNS1123Subdomain;

    /// <summary>The form of the names of a kind; null where any will do.</summary>
    public static Func<string, string?>? Form(ApiKind kind) => kind.Group switch
    {
        "rbac.authorization.k8s.io" => PathSegment,
        "certificates.k8s.io" when kind.Name is "CertificateSigningRequest" => PathSegment,
        "certificates.k8s.io" when kind.Name is "ClusterTrustBundle" => ClusterTrustBundle,
        "apiregistration.k8s.io" or "apiextensions.k8s.io" or "policy" => PathSegment,
        "" when kind.Name is "Event" => PathSegment,
        "networking.k8s.io" when kind.Name == "IPAddress" => IpAddressName,
        _ => kind.Name is "Namespace" or "Service" or "StatefulSet" ? Label : Subdomain,
    };

    private static string? PathSegmentPrefix(string text) =>
        text.IndexOf('/') >= 0 ? "it cannot have a '/'" : text.IndexOf('%') >= 0 ? "it cannot have a '%'" : null;

    private static string? ClusterTrustBundle(string text) => text.Length == 0 ? null : Subdomain(text.Substring(text.LastIndexOf(':') + 1));

    private static string? IpAddressName(string text) =>
        !IpAddress.TryParse(text, out var address) ? "it has to be an IP address" : address!.Canonical == text && !address.HasLeadingZeros && !address.IsMapped ? null : $"it has to be the address as everybody writes it: '{address.Canonical}'";
}
