using System.Text.RegularExpressions;

namespace K8sSharpManifests.Core.Rules.Validity.Cel;

/// <summary>How fields are called in CEL whose names are no names there: <c>__namespace__</c>, <c>a__dash__b</c>.</summary>
/// <remarks>Upstream: apiserver's pkg/cel/escaping.go.</remarks>
internal static class FieldNames
{
    private static readonly Regex Escaped = new("__[^_]+__", RegexOptions.CultureInvariant);

    /// <summary>The name in CEL; null where a field cannot be named there.</summary>
    public static string? Escape(string name)
    {
        if (IsReserved(name))
        {
            return $"__{name}__";
        }

        return name.Length == 0 || name[0] is >= '0' and <= '9' || name.Any(c => c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '.' or '/')) ? null
            : name.Replace("__", "__underscores__").Replace(".", "__dot__").Replace("-", "__dash__").Replace("/", "__slash__");
    }

    /// <summary>The name in YAML; null for what no field is called.</summary>
    public static string? Unescape(string name)
    {
        if (name.IndexOf("__", StringComparison.Ordinal) < 0)
        {
            return name;
        }

        var isName = true;
        var plain = Escaped.Replace(name, match =>
        {
            switch (match.Value)
            {
                case "__underscores__":
                    return "__";
                case "__dot__":
                    return ".";
                case "__dash__":
                    return "-";
                case "__slash__":
                    return "/";
                default:
                    var word = match.Value.Substring(2, match.Length - 4);
                    isName &= IsReserved(word) && match.Length == name.Length;
                    return word;
            }
        });
        return isName ? plain : null;
    }

    private static bool IsReserved(string name) => name is "true" or "false" or "null" || CelParser.IsReserved(name);
}
