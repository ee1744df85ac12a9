using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace K8sSharpManifests.Tool.Lint.Reports;

/// <summary>An object for each finding, on a line of its own.</summary>
internal sealed class JsonReport : Report
{
    public override void Write(LintResult result, TextWriter output)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        foreach (var finding in result.Findings)
        {
            writer.WriteStartObject();
            writer.WriteString("file", finding.File);
            writer.WriteNumber("document", finding.Document);
            writer.WriteNumber("line", finding.Span.Line);
            writer.WriteNumber("column", finding.Span.Column);
            writer.WriteString("rule", finding.Rule.Id);
            writer.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
            writer.WriteString("path", finding.Path);
            writer.WriteString("message", finding.Message);
            writer.WriteEndObject();
            writer.Flush();
            output.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
            output.Write('\n');
            buffer.Clear();
            writer.Reset();
        }
    }
}
