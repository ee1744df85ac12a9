namespace K8sSharpManifests.Core.Rules.Validity.Cel;

/// <summary>What functions the API server's CEL knows.</summary>
/// <remarks>
/// Source: cel-go's common/stdlib and ext, and apiserver's pkg/cel/library, in which the environment of pkg/cel/environment/base.go has them. A name is enough: which of its
/// overloads fits is left to the server, but for the type of what a few of them certainly give.
/// </remarks>
internal static class CelFunctions
{
    private static readonly HashSet<string> Global = Set(
        "size type dyn bool int uint double string bytes duration timestamp matches has "
        + "url isURL quantity isQuantity ip isIP cidr isCIDR semver isSemver "
        + "getDate getDayOfMonth getDayOfWeek getDayOfYear getFullYear getHours getMilliseconds getMinutes getMonth getSeconds "
        + "contains endsWith startsWith image isImage");

    private static readonly HashSet<string> Members = Set(
        "size contains endsWith startsWith matches getDate getDayOfMonth getDayOfWeek getDayOfYear getFullYear getHours getMilliseconds getMinutes getMonth getSeconds "
        + "all exists exists_one existsOne map filter transformList transformMap transformMapEntry "
        + "charAt indexOf join lastIndexOf lowerAscii upperAscii replace split substring trim format quote reverse "
        + "isSorted sum min max find findAll flatten slice sort sortBy distinct range first last "
        + "getScheme getHost getHostname getPort getEscapedPath getQuery "
        + "path group serviceAccount resource subresource namespace name check allowed reason errored error decision fieldSelector labelSelector "
        + "sign isInteger asInteger asApproximateFloat add sub isLessThan isGreaterThan compareTo "
        + "major minor patch family isUnspecified isLoopback isLinkLocalMulticast isLinkLocalUnicast isGlobalUnicast isCanonical containsIP containsCIDR masked prefixLength ip "
        + "containsDigest registry repository identifier tag digest validate hasValue value or orValue optMap optFlatMap of ofNonZeroValue none bind includes");

    private static readonly HashSet<string> Macros = Set("all exists exists_one existsOne map filter transformList transformMap transformMapEntry sortBy optMap optFlatMap bind");

    private static readonly HashSet<string> Namespaces = Set("math strings base64 sets lists optional cel ip cidr format regex google net kubernetes jsonpatch authorizer JSONPatch Object list map quantity semver url");

    private static readonly Dictionary<string, CelType> Results = new(StringComparer.Ordinal)
    {
        ["size"] = CelType.Int,
        ["bool"] = CelType.Bool,
        ["int"] = CelType.Int,
        ["uint"] = CelType.Uint,
        ["double"] = CelType.Double,
        ["string"] = CelType.String,
        ["bytes"] = CelType.Bytes,
        ["duration"] = CelType.Duration,
        ["timestamp"] = CelType.Timestamp,
        ["matches"] = CelType.Bool,
        ["has"] = CelType.Bool,
        ["startsWith"] = CelType.Bool,
        ["endsWith"] = CelType.Bool,
        ["all"] = CelType.Bool,
        ["exists"] = CelType.Bool,
        ["exists_one"] = CelType.Bool,
        ["existsOne"] = CelType.Bool,
        ["lowerAscii"] = CelType.String,
        ["upperAscii"] = CelType.String,
        ["isURL"] = CelType.Bool,
        ["isQuantity"] = CelType.Bool,
        ["isIP"] = CelType.Bool,
        ["isCIDR"] = CelType.Bool,
        ["isSemver"] = CelType.Bool,
        ["isImage"] = CelType.Bool,
    };

    /// <summary>Whether there may be a function of a name.</summary>
    public static bool IsKnown(string name, bool isMember) => isMember ? Members.Contains(name) || Global.Contains(name) : Global.Contains(name) || Macros.Contains(name);

    /// <summary>Whether a call binds the names that are its first arguments.</summary>
    public static bool IsMacro(string name) => Macros.Contains(name);

    /// <summary>Whether a name may be the first part of the name of a type or a function.</summary>
    public static bool IsNamespace(string name) => Namespaces.Contains(name);

    /// <summary>Whether a name is that of a type.</summary>
    public static bool IsTypeName(string name) => name is "bool" or "int" or "uint" or "double" or "string" or "bytes" or "list" or "map" or "null_type" or "type";

    /// <summary>Whether a function may be called of a value, or with it as the only argument. Where that is not certain it may.</summary>
    public static bool IsFor(string name, CelType? type) => type is null || !(type.IsSimple || type.Kind is CelKind.List or CelKind.Timestamp or CelKind.Duration) || name switch
    {
        "size" => type.Kind is CelKind.String or CelKind.Bytes or CelKind.List,
        "startsWith" or "endsWith" or "matches" or "lowerAscii" or "upperAscii" => type.Kind == CelKind.String,
        "all" or "exists" or "exists_one" or "existsOne" or "map" or "filter" => type.Kind == CelKind.List,
        _ => true,
    };

    /// <summary>Whether a function that is called of a value may have another one as its only argument.</summary>
    public static bool IsWith(string name, CelType? type) => name is not ("startsWith" or "endsWith" or "matches") || IsFor(name, type);

    /// <summary>What a function certainly gives.</summary>
    public static CelType Result(string name) => Results.TryGetValue(name, out var type) ? type : CelType.Unsure;

    private static HashSet<string> Set(string names) => new(names.Split(' '), StringComparer.Ordinal);
}
