using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace K8sSharpManifests.YamlParsers;

/// <summary>
/// YamlDotNet, with the types that YAML 1.2.2 gives plain scalars in its core schema (chapter 10.3.2). YamlDotNet's own guesses read every fraction as a
/// float first, which loses digits.
/// </summary>
internal sealed partial class YamlDotNetParser : YamlParser
{
    /// <inheritdoc/>
    public override string Name => "YamlDotNet";

    /// <inheritdoc/>
    public override Task<IReadOnlyList<JsonElement>> ReadAsync(byte[] yaml)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(Encoding.UTF8.GetString(yaml)));
        }
        catch (YamlException e)
        {
            throw new InvalidDataException($"{Name} does not read the document: {e.Message}\n{Encoding.UTF8.GetString(yaml)}", e);
        }

        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, new() { MaxDepth = 512 }))
        {
            writer.WriteStartArray();
            foreach (var document in stream.Documents)
            {
                Write(writer, document.RootNode);
            }

            writer.WriteEndArray();
        }

        return Task.FromResult(Documents(json.ToArray()));
    }

    private static void Write(Utf8JsonWriter json, YamlNode node)
    {
        if (!node.Tag.IsEmpty || !node.Anchor.IsEmpty)
        {
            throw new InvalidDataException($"{node.Start}: a tag or an anchor");
        }

        switch (node)
        {
            case YamlMappingNode map:
                json.WriteStartObject();
                foreach (var (key, value) in map.Children)
                {
                    json.WritePropertyName(Key(key));
                    Write(json, value);
                }

                json.WriteEndObject();
                break;
            case YamlSequenceNode list:
                json.WriteStartArray();
                foreach (var item in list)
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            default:
                WriteScalar(json, (YamlScalarNode)node);
                break;
        }
    }

    private static void WriteScalar(Utf8JsonWriter json, YamlScalarNode scalar)
    {
        var text = scalar.Value!;
        switch (scalar.Style == ScalarStyle.Plain ? text : null)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                json.WriteNullValue();
                break;
            case "true" or "True" or "TRUE" or "false" or "False" or "FALSE":
                json.WriteBooleanValue(text[0] is 't' or 'T');
                break;
            case not null when OtherRadix().IsMatch(text):
                json.WriteNumberValue(Convert.ToInt64(text[2..], text[1] == 'x' ? 16 : 8));
                break;
            case not null when Integer().IsMatch(text) && decimal.TryParse(text, CultureInfo.InvariantCulture, out var integer):
                json.WriteNumberValue(integer);
                break;
            case not null when Number().IsMatch(text):
                json.WriteNumberValue(double.Parse(text, CultureInfo.InvariantCulture));
                break;
            case not null when NotFinite().IsMatch(text):
                throw new InvalidDataException($"{scalar.Start}: {text} is a number that JSON does not have");
            default:
                json.WriteStringValue(text);
                break;
        }
    }

    private static string Key(YamlNode key)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json))
        {
            Write(writer, key);
        }

        var value = JsonSerializer.Deserialize<JsonElement>(json.ToArray());
        return value.ValueKind == JsonValueKind.String ? value.GetString()! : throw new InvalidDataException($"{key.Start}: the key {key} is a {value.ValueKind}");
    }

    [GeneratedRegex(@"^(0o[0-7]+|0x[0-9a-fA-F]+)\z")]
    private static partial Regex OtherRadix();

    [GeneratedRegex(@"^[-+]?[0-9]+\z")]
    private static partial Regex Integer();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z")]
    private static partial Regex Number();

    [GeneratedRegex(@"^([-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))\z")]
    private static partial Regex NotFinite();
}
