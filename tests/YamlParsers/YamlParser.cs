using System.Text.Json;

namespace K8sSharpManifests.YamlParsers;

/// <summary>A parser that people read our YAML with, behind one face: documents in, JSON out.</summary>
internal abstract class YamlParser
{
    /// <summary>The four that must agree.</summary>
    public static IReadOnlyList<YamlParser> All { get; } = [ExternalParser.Kubectl, ExternalParser.JsYaml, ExternalParser.PyYaml, new YamlDotNetParser()];

    /// <summary>Their names, as rows of a theory: a parser that is missing skips its own row only.</summary>
    public static TheoryData<string> Names => [.. All.Select(p => p.Name)];

    /// <summary>The name that people know it by.</summary>
    public abstract string Name { get; }

    /// <summary>Whether every number is a double to it, so that a large integer loses its last digits there.</summary>
    public virtual bool HasDoublesOnly => false;

    /// <summary>The parser of a name.</summary>
    public static YamlParser Of(string name) => All.Single(p => p.Name == name);

    /// <summary>
    /// Reads a stream of documents. Where the parser is not installed the test is skipped, but fails where CI=true. What JSON cannot hold, such as a date or
    /// a key that is a number, is a failure.
    /// </summary>
    /// <param name="yaml">The documents; kubectl demands of each an apiVersion and a kind.</param>
    /// <returns>One JSON value a document.</returns>
    public abstract Task<IReadOnlyList<JsonElement>> ReadAsync(byte[] yaml);

    /// <summary>All documents of a JSON text in which they follow each other, or stand in one array.</summary>
    protected static IReadOnlyList<JsonElement> Documents(byte[] json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { AllowMultipleValues = true, MaxDepth = 512 });
        var documents = new List<JsonElement>();
        while (reader.Read())
        {
            documents.Add(JsonElement.ParseValue(ref reader));
        }

        return documents is [{ ValueKind: JsonValueKind.Array } all] ? [.. all.EnumerateArray()] : documents;
    }
}
