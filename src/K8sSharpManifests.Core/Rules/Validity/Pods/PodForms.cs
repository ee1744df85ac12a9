using System.Text;
using System.Text.RegularExpressions;

namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>The forms of texts below a pod's specification. Each function says what is wrong with a text, or null.</summary>
/// <remarks>
/// Upstream: pkg/apis/core/validation/validation.go (validateLocalDescendingPath, validatePathNoBacksteps, ValidateLocalNonReservedPath, ValidateCSIDriverName, validatePodHostName, IsValidSysctlName,
/// validateWindowsSecurityContextOptions, validatePodDNSConfig), apimachinery's pkg/api/validation/generic.go (maskTrailingDash) and pkg/util/validation/validation.go.
/// </remarks>
internal static class PodForms
{
    private const int MaxDriverName = 63;
    private const int MaxHostname = 64;
    private const int MaxName = 253;
    private const int MaxWindowsDomain = 255;
    private const int MaxWindowsUser = 104;
    private const RegexOptions Options = RegexOptions.CultureInvariant;

    private static readonly Regex SearchPath = new(@"^_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?(\._?[a-z0-9]([-_a-z0-9]*[a-z0-9])?)*\z", Options);
    private static readonly Regex Sysctl = new(@"^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?\z", Options);
    private static readonly Regex NetBios = new("^[^\\\\/:*?\"<>|.][^\\\\/:*?\"<>|]{0,14}\\z", Options);
    private static readonly Regex WindowsDomain = new(@"^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*\z", Options);

    /// <summary>The form of a name of <see cref="PodFieldFormats"/>; null where any text will do.</summary>
    public static Func<string, string?>? Of(string? format) => format switch
    {
        "config-map-key" => TextForms.IsConfigMapKey,
        "env-var-name" => TextForms.IsEnvVarName,
        "name-prefix" => NamePrefix,
        "hostname" => Hostname,
        "http-header-name" => TextForms.IsHTTPHeaderName,
        "ip" => TextForms.IsValidIP,
        "search-path" => SearchPathFault,
        "csi-driver-name" => DriverName,
        "local-path" => LocalPath,
        "relative-path" => RelativePath,
        "path-without-backsteps" => NoBacksteps,
        "windows-user" => WindowsUser,
        "sysctl" => SysctlFault,
        _ => null,
    };

    /// <summary>No '..' among the parts of a path.</summary>
    public static string? NoBacksteps(string path) =>
        path.IndexOf("..", StringComparison.Ordinal) >= 0 && Array.IndexOf(path.Split('/'), "..") >= 0 ? "it cannot have '..' among its parts" : null;

    /// <summary>A path below another one.</summary>
    public static string? RelativePath(string path) => path.StartsWith("/", StringComparison.Ordinal) ? "it has to be a relative path, without a '/' before it" : NoBacksteps(path);

    /// <summary>A path below another one that does not begin with two dots, as the kubelet's own files do.</summary>
    public static string? LocalPath(string path) => RelativePath(path) ?? (path.StartsWith("..", StringComparison.Ordinal) ? "it cannot begin with '..'" : null);

    /// <summary>A DNS name, or what may become one when something is appended.</summary>
    private static string? NamePrefix(string name) =>
        TextForms.IsDNS1123Subdomain(name.Length > 1 && name[name.Length - 1] == '-' ? name.Substring(0, name.Length - 2) + "a" : name);

    private static string? Hostname(string name) => name.Length > MaxHostname ? TextForms.TooLong(name.Length, MaxHostname) : TextForms.IsDNS1123Subdomain(name);

    /// <summary>The name of a CSI driver.</summary>
    public static string? DriverName(string name) => name.Length > MaxDriverName ? TextForms.TooLong(name.Length, MaxDriverName) : TextForms.IsDNS1123SubdomainCaseless(name);

    private static string? SearchPathFault(string path)
    {
        if (path == ".")
        {
            return null;
        }

        var name = path.EndsWith(".", StringComparison.Ordinal) ? path.Substring(0, path.Length - 1) : path;
        return name.Length > MaxName ? TextForms.TooLong(name.Length, MaxName)
            : SearchPath.IsMatch(name) ? null
            : "it has to be a DNS name in lowercase, like 'my-namespace.svc.cluster.local'";
    }

    private static string? SysctlFault(string name) =>
        name.Length > MaxName ? TextForms.TooLong(name.Length, MaxName)
        : Sysctl.IsMatch(name) ? null
        : "it has to be lowercase letters, digits, '-' and '_', in parts with '.' or '/' between them, like 'net.ipv4.tcp_syncookies'";

    private static string? WindowsUser(string name)
    {
        if (name.Length == 0)
        {
            return "it cannot be empty";
        }

        if (name.Any(char.IsControl))
        {
            return "it cannot have control characters";
        }

        var parts = name.Split('\\');
        if (parts.Length > 2)
        {
            return "it cannot have more than one backslash: it is DOMAIN\\USER or USER";
        }

        var user = parts[parts.Length - 1];
        return parts.Length == 2 && Encoding.UTF8.GetByteCount(parts[0]) > MaxWindowsDomain ? $"its domain has more than {MaxWindowsDomain} characters"
            : parts.Length == 2 && !NetBios.IsMatch(parts[0]) && !WindowsDomain.IsMatch(parts[0]) ? "its domain is neither a NetBIOS name nor a DNS name"
            : user.Length == 0 ? "its user is empty"
            : Encoding.UTF8.GetByteCount(user) > MaxWindowsUser ? $"its user has more than {MaxWindowsUser} characters"
            : user.All(c => c is '.' or ' ') ? "its user cannot be only dots and blanks"
            : user.IndexOfAny(['"', '/', '\\', ':', ';', '|', '=', ',', '+', '*', '?', '<', '>', '@', '[', ']']) >= 0 ? "its user cannot have any of \" / \\ : ; | = , + * ? < > @ [ ]"
            : null;
    }
}
