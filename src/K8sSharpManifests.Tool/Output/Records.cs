using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using K8sSharpManifests.Core;

namespace K8sSharpManifests.Tool.Output;

/// <summary>Writes records for programs: each an object of its own, so that a reader can begin before the last one is there. Credentials are shown to programs as little as to people.</summary>
internal static class Records
{
    private static readonly char[] Quoted = ['"', ',', '\r', '\n'];

    /// <summary>As JSON: an object a line.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="records">The records.</param>
    /// <param name="isOurs">Whether we have written all that they say.</param>
    public static void WriteJson(TextWriter output, IEnumerable<Mapping> records, bool isOurs = false)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        foreach (var record in records)
        {
            Write(writer, isOurs ? record : Shown(record));
            writer.Flush();
            output.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
            output.Write('\n');
            buffer.Clear();
            writer.Reset();
        }
    }

    /// <summary>As YAML: a document a record.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="records">The records.</param>
    public static void WriteYaml(TextWriter output, IEnumerable<Mapping> records)
    {
        var isFirst = true;
        foreach (var record in records)
        {
            output.Write(isFirst ? "" : YamlWriter.Separator);
            output.Write(Encoding.UTF8.GetString(YamlWriter.Write((Mapping)Shown(record))));
            isFirst = false;
        }
    }

    /// <summary>As CSV (RFC 4180): a line with the names of the columns, and a line a record. Items of a list have semicolons between them.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="records">The records.</param>
    public static void WriteCsv(TextWriter output, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> records)
    {
        const string Newline = "\r\n";
        foreach (var cells in records.Prepend(columns))
        {
            output.Write(string.Join(',', cells.Select(Cell)) + Newline);
        }
    }

    /// <summary>A text; null where it is empty.</summary>
    public static Scalar Text(string? text) => string.IsNullOrEmpty(text) ? Scalar.Null : Scalar.String(text);

    /// <summary>A record.</summary>
    public static Mapping Of(params IEnumerable<(string Key, Node Value)> entries) => new(entries.Select(entry => new KeyValuePair<string, Node>(entry.Key, entry.Value)));

    /// <summary>A list.</summary>
    public static Sequence List(IEnumerable<Node> items) => new([.. items]);

    private static string Cell(string text) => ForeignText.WithoutSecrets(text) is var shown && shown.IndexOfAny(Quoted) < 0 ? shown : $"\"{shown.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static Node Shown(Node node) => node switch
    {
        Mapping mapping => Of(mapping.Entries.Select(entry => (entry.Key, Shown(entry.Value)))),
        Sequence sequence => List(sequence.Items.Select(Shown)),
        Scalar { Kind: ScalarKind.String, Text: var text } when ForeignText.WithoutSecrets(text) is var shown && shown != text => Scalar.String(shown),
        _ => node,
    };

    private static void Write(Utf8JsonWriter writer, Node node)
    {
        switch (node)
        {
            case Mapping mapping:
                writer.WriteStartObject();
                foreach (var entry in mapping.Entries)
                {
                    writer.WritePropertyName(entry.Key);
                    Write(writer, entry.Value);
                }

                writer.WriteEndObject();
                break;
            case Sequence sequence:
                writer.WriteStartArray();
                foreach (var item in sequence.Items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case Scalar { Kind: ScalarKind.String, Text: var text }:
                writer.WriteStringValue(text);
                break;
            case Scalar scalar:
                writer.WriteRawValue(scalar.Text);
                break;
        }
    }
}
