using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Tool.Lint.Reports;

/// <summary>Commands to a GitHub workflow, which shows each finding at its line in the pull request. Their escaping is that of actions/toolkit (packages/core/src/command.ts).</summary>
internal sealed class GitHubReport : Report
{
    public override void Write(LintResult result, TextWriter output)
    {
        foreach (var finding in result.Findings)
        {
            var command = finding.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "notice" };

            // Columns count only where it is one line.
            var columns = finding.Span.Line == finding.Span.EndLine ? $",col={finding.Span.Column},endColumn={Math.Max(finding.Span.Column, finding.Span.EndColumn)}" : "";
            output.Write(
                $"::{command} file={Property(finding.File.Replace('\\', '/'))},line={finding.Span.Line},endLine={finding.Span.EndLine}{columns},title={Property($"{finding.Rule.Id}: {finding.Rule.Title}")}"
                + $"::{Data(finding.Message)}\n");
        }
    }

    private static string Data(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
