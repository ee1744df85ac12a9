namespace K8sSharpManifests.Tool.Lint.Reports;

/// <summary>A way to write findings.</summary>
internal abstract class Report
{
    /// <summary>Writes all findings of a run.</summary>
    public abstract void Write(LintResult result, TextWriter output);

    /// <summary>The way of a name.</summary>
    /// <param name="format">What <c>--format</c> says.</param>
    /// <param name="hasColor">Whether a person looks at the output.</param>
    public static Report Of(string format, bool hasColor) => format switch
    {
        "json" => new JsonReport(),
        "sarif" => new SarifReport(),
        "github" => new GitHubReport(),
        _ => new TextReport(hasColor),
    };
}
