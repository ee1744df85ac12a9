using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Tool.Lint;

/// <summary>A run in one line.</summary>
internal static class Summary
{
    /// <summary>The line.</summary>
    public static string Of(LintResult result)
    {
        var found = string.Join(", ", new[] { (Severity.Error, "error"), (Severity.Warning, "warning"), (Severity.Info, "note") }
            .Select(kind => CommandParts.Count(result.Findings.Count(finding => finding.Severity == kind.Item1), kind.Item2)).Where(text => text[0] != '0'));
        var silenced = result.Suppressed > 0 ? $", {result.Suppressed} suppressed" : "";
        var foreign = result.Foreign > 0 ? $" Skipped, since nothing in them is for Kubernetes: {CommandParts.Count(result.Foreign, "file")}." : "";
        var unknown = result.Unknown > 0 ? $" Not judged, since their kind is not known: {CommandParts.Count(result.Unknown, "object")}." : "";
        var left = result.NotEvaluated.Count > 0 ? $" Left to the API server, which alone can evaluate them: {CommandParts.Count(result.NotEvaluated.Count, "rule")} in CEL." : "";
        return $"{(found.Length > 0 ? found : "Nothing found")}{silenced}: {CommandParts.Count(result.Objects, "object")} in {CommandParts.Count(result.Files, "file")}.{foreign}{unknown}{left}";
    }
}
