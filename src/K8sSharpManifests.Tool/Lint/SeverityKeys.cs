using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Yaml;

namespace K8sSharpManifests.Tool.Lint;

/// <summary>The keys by which .editorconfig sets severities, and their values, as the compiler has them.</summary>
internal static class SeverityKeys
{
    /// <summary>The values, for a message.</summary>
    public const string Words = "error, warning, suggestion, silent, none and default";

    /// <summary>The key for all rules.</summary>
    public const string OfAll = "dotnet_analyzer_diagnostic.severity";

    /// <summary>All keys that say something, in lower case.</summary>
    public static IReadOnlyList<string> All { get; } = [.. YamlRules.All.Select(Of), .. YamlRules.All.Select(OfCategory).Distinct(), OfAll];

    /// <summary>The key for one rule.</summary>
    public static string Of(RuleInfo rule) => $"dotnet_diagnostic.{rule.Id.ToLowerInvariant()}.severity";

    /// <summary>The key for the family of a rule.</summary>
    public static string OfCategory(RuleInfo rule) => $"dotnet_analyzer_diagnostic.category-{rule.Category.ToLowerInvariant()}.severity";

    /// <summary>Whether a key in lower case is one of them.</summary>
    public static bool Contains(string key) => All.Contains(key);

    /// <summary>Reads a value.</summary>
    /// <param name="text">The value.</param>
    /// <param name="severity">What it says; null for the rule's own.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse(string text, out Severity? severity)
    {
        severity = text.ToLowerInvariant() switch
        {
            "error" => Severity.Error,
            "warning" => Severity.Warning,
            "suggestion" => Severity.Info,
            "silent" or "refactoring" or "none" => Severity.Off,
            _ => null,
        };
        return severity is not null || text.Equals("default", StringComparison.OrdinalIgnoreCase);
    }
}
