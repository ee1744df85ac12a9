using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Tool.Lint.Reports;

/// <summary>A log of SARIF 2.1.0, the format of code scanners.</summary>
internal sealed class SarifReport : Report
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";
    private const string Repository = "https://github.com/K8sSharpManifests/K8sSharpManifests";

    /// <summary>The version of this program.</summary>
    public static string Version { get; } = typeof(SarifReport).Assembly.GetName().Version!.ToString(3);

    public override void Write(LintResult result, TextWriter output)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" }))
        {
            WriteLog(writer, result);
        }

        output.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
        output.Write('\n');
    }

    private static void WriteLog(Utf8JsonWriter writer, LintResult result)
    {
        var rules = result.Findings.Select(finding => finding.Rule).Distinct().OrderBy(rule => rule.Id, StringComparer.Ordinal).ToList();
        writer.WriteStartObject();
        writer.WriteString("$schema", Schema);
        writer.WriteString("version", "2.1.0");
        writer.WriteStartArray("runs");
        writer.WriteStartObject();
        writer.WriteStartObject("tool");
        writer.WriteStartObject("driver");
        writer.WriteString("name", CommandLine.Name);
        writer.WriteString("version", Version);
        writer.WriteString("informationUri", Repository);
        WriteRules(writer, rules);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteString("columnKind", "utf16CodeUnits");
        writer.WriteStartArray("results");
        foreach (var finding in result.Findings)
        {
            WriteResult(writer, finding, rules.IndexOf(finding.Rule));
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteRules(Utf8JsonWriter writer, IEnumerable<RuleInfo> rules)
    {
        writer.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            writer.WriteStartObject();
            writer.WriteString("id", rule.Id);
            WriteText(writer, "shortDescription", rule.Title);
            writer.WriteString("helpUri", rule.HelpLink);
            writer.WriteStartObject("defaultConfiguration");
            writer.WriteBoolean("enabled", rule.Severity != Severity.Off);
            writer.WriteString("level", Level(rule.Severity));
            writer.WriteEndObject();
            writer.WriteStartObject("properties");
            writer.WriteStartArray("tags");
            writer.WriteStringValue(rule.Category);
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteResult(Utf8JsonWriter writer, LintFinding finding, int ruleIndex)
    {
        writer.WriteStartObject();
        writer.WriteString("ruleId", finding.Rule.Id);
        writer.WriteNumber("ruleIndex", ruleIndex);
        writer.WriteString("level", Level(finding.Severity));
        WriteText(writer, "message", finding.Message);
        writer.WriteStartArray("locations");
        writer.WriteStartObject();
        writer.WriteStartObject("physicalLocation");
        writer.WriteStartObject("artifactLocation");
        writer.WriteString("uri", UriOf(finding.File));
        writer.WriteEndObject();
        writer.WriteStartObject("region");
        writer.WriteNumber("startLine", finding.Span.Line);
        writer.WriteNumber("startColumn", finding.Span.Column);
        writer.WriteNumber("endLine", finding.Span.EndLine);
        writer.WriteNumber("endColumn", finding.Span.EndColumn);
        writer.WriteEndObject();
        writer.WriteEndObject();
        if (finding.Path.Length > 0)
        {
            writer.WriteStartArray("logicalLocations");
            writer.WriteStartObject();
            writer.WriteString("fullyQualifiedName", finding.Path);
            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string text)
    {
        writer.WriteStartObject(name);
        writer.WriteString("text", text);
        writer.WriteEndObject();
    }

    private static string Level(Severity severity) => severity switch { Severity.Error => "error", Severity.Warning or Severity.Off => "warning", _ => "note" };

    // A relative one stays relative: the scanner knows where the checkout is.
    private static string UriOf(string file) =>
        Path.IsPathFullyQualified(file) ? new Uri(file).AbsoluteUri : string.Join('/', file.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));
}
