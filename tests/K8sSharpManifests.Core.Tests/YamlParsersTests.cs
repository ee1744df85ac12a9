using System.Globalization;
using System.Text.Json;
using K8sSharpManifests.YamlParsers;
using static K8sSharpManifests.Core.Tests.Trees;

namespace K8sSharpManifests.Core.Tests;

/// <summary>What YamlWriter writes is the same data to every parser.</summary>
public sealed class YamlParsersTests
{
    public static TheoryData<string> Parsers => YamlParser.Names;

    [Theory]
    [MemberData(nameof(Parsers))]
    public async Task KnownStrings_AreTheSameToTheParser(string parser) =>
        await CheckAsync(YamlParser.Of(parser), [.. AwkwardStrings.Known, .. YamlStringTests.Table.Select(row => row.Data.Item1)]);

    [Theory]
    [MemberData(nameof(Parsers))]
    public async Task AwkwardStrings_AreTheSameToTheParser(string parser)
    {
        var texts = AwkwardStrings.Distinct(AwkwardStrings.Any, 10_000);
        var blocks = AwkwardStrings.Distinct(AwkwardStrings.MultiLine, 2000);
        await CheckAsync(YamlParser.Of(parser), texts);
        await CheckAsync(YamlParser.Of(parser), blocks);
        Checked.Report(parser, $"{texts.Count} awkward strings and {blocks.Count} texts of several lines, as keys and as values");
    }

    [Theory]
    [MemberData(nameof(Parsers))]
    public async Task Numbers_AreTheSameToTheParser(string parser)
    {
        Node[] numbers =
        [
            Scalar.Number(0), Scalar.Number(-1), Scalar.Number(int.MaxValue), Scalar.Number(int.MinValue), Scalar.Number(long.MaxValue), Scalar.Number(long.MinValue),
            .. new[] { 0.1, -0.5, 1.5, 1e21, -1e-7, 123456789012345680000d, double.MaxValue, double.MinValue, double.Epsilon, Math.PI, 1e15, 1e16, 12345678901234567e5 }
                .Select(d => new Scalar(ScalarKind.Number, d.ToString("R", CultureInfo.InvariantCulture))),
        ];
        await CheckAsync(YamlParser.Of(parser), Document(("numbers", List(numbers))));
    }

    [Theory]
    [MemberData(nameof(Parsers))]
    public async Task EveryKindOfNode_IsTheSameToTheParser(string parser) => await CheckAsync(
        YamlParser.Of(parser),
        Document(
            ("null", Scalar.Null), ("nulls", List(Scalar.Null, Map(("x", Scalar.Null)))), ("flags", List(Scalar.True, Scalar.False)),
            ("empty", Map()), ("none", List()), ("nested", List(List(List()), List(Map(), List(Str("x"))), Map(("a", List(Map()))))),
            (new string('k', 1100), Map((new string('ä', 900), List(Str("v")))))),
        Document());

    /// <summary>One tree with each string as value, as item, as key and deep in a list.</summary>
    public static Mapping TreeOf(IReadOnlyList<string> texts) => Map(
        ("values", new Mapping(texts.Select((t, i) => KeyValuePair.Create($"k{i}", (Node)Str(t))))),
        ("items", new Sequence([.. texts.Select(Str)])),
        ("deep", new Sequence([.. texts.Select(t => Map(("x", List(Str(t), Str("end")))))])),
        ("keys", new Mapping(texts.Distinct().Select(t => KeyValuePair.Create(t, (Node)Str("v"))))));

    private static Mapping Document(params (string Key, Node Value)[] spec) =>
        Map(("apiVersion", Str("example.com/v1")), ("kind", Str("Data")), ("metadata", Map(("name", Str("data")))), ("spec", Map(spec)));

    private static async Task CheckAsync(YamlParser parser, params Mapping[] documents)
    {
        var writer = new YamlWriter();
        Array.ForEach(documents, document => writer.Append(document));
        SameData.AssertReadAs(documents, await parser.ReadAsync(writer.ToArray()), parser);
    }

    /// <summary>Checks strings all at once. Where the parser cannot read them, the halves show which of them it is.</summary>
    private static async Task CheckAsync(YamlParser parser, IReadOnlyList<string> texts)
    {
        IReadOnlyList<JsonElement> documents;
        try
        {
            documents = await parser.ReadAsync(YamlWriter.Write(Document(("strings", TreeOf(texts)))));
        }
        catch (InvalidDataException) when (texts.Count > 1)
        {
            await CheckAsync(parser, [.. texts.Take(texts.Count / 2)]);
            await CheckAsync(parser, [.. texts.Skip(texts.Count / 2)]);
            return;
        }

        var strings = Assert.Single(documents).GetProperty("spec").GetProperty("strings");
        var values = strings.GetProperty("values").EnumerateObject().ToDictionary(p => p.Name, p => Text(p.Value));
        Assert.Equal(texts, texts.Select((_, i) => values[$"k{i}"]));
        Assert.Equal(texts, strings.GetProperty("items").EnumerateArray().Select(Text));
        Assert.Equal(texts, strings.GetProperty("deep").EnumerateArray().Select(e => Text(e.GetProperty("x")[0])));
        Assert.Equal(texts.Distinct().Order(StringComparer.Ordinal), strings.GetProperty("keys").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
    }

    private static string Text(JsonElement json) => json.ValueKind == JsonValueKind.String ? json.GetString()! : $"the {json.ValueKind} {json}";
}
