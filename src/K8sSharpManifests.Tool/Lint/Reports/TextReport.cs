using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Tool.Lint.Reports;

/// <summary>A line for each finding, as compilers write them: editors and terminals know what to open.</summary>
/// <param name="hasColor">Whether a person looks at it.</param>
internal sealed class TextReport(bool hasColor) : Report
{
    private const string Reset = "\e[0m";
    private const string Faint = "\e[2m";

    public override void Write(LintResult result, TextWriter output)
    {
        foreach (var finding in result.Findings)
        {
            var path = finding.Path.Length == 0 ? "" : Colored(Faint, $" ({finding.Path})");
            var (color, word) = finding.Severity switch { Severity.Error => ("\e[31m", "error"), Severity.Warning => ("\e[33m", "warning"), _ => ("\e[36m", "info") };
            output.WriteLine($"{finding.File}:{finding.Span.Line}:{finding.Span.Column}: {Colored(color, word)} {finding.Rule.Id}: {finding.Message}{path}");
        }
    }

    private string Colored(string color, string text) => hasColor ? color + text + Reset : text;
}
