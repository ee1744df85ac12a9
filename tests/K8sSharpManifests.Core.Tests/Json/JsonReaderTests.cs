using System.Text;
using System.Text.Json;
using CsCheck;
using K8sSharpManifests.YamlParsers;

namespace K8sSharpManifests.Core.Tests.Json;

public sealed class JsonReaderTests
{
    // The characters and words of JSON's grammar, in any order: now and then it is JSON.
    private static readonly Gen<string> NearlyJson =
        Gen.OneOf("{", "}", "[", "]", ":", ",", "\"a\"", "\"\"", "\"b", "\"", "\\", "1", "-0", "01", "1.5e-3", "1.", ".5", "-", "true", "false", "null", "nul", " ", "\t", "\n", "\"\\u00e4\"", "\"\\x\"", "//", "\u00A0", "\uFEFF")
            .Array[1, 12].Select(string.Concat);

    private static readonly Gen<string> Values = Gen.Recursive<string>((depth, value) => depth > 3
        ? Gen.OneOf("1", "-2.50e+7", "true", "false", "null", "\"x\"", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\ud83d\\ude00\"", "\"\u2028\u007F\"")
        : Gen.OneOf(
            value.Array[0, 3].Select(items => $"[ {string.Join(" ,\t", items)}]"),
            Gen.Select(Gen.OneOf("\"a\"", "\"b\"", "\"\\u0061\"", "\"\""), value).Array[0, 12].Select(entries => $"{{{string.Join(",\r\n", entries.Select(e => $"{e.Item1} : {e.Item2}"))} }}"),
            Gen.OneOf("0", "\"y\"", "12345678901234567890")));

    [Fact]
    public void AnyText_IsReadAsSystemTextJsonReadsIt()
    {
        var read = 0;
        Gen.OneOf(NearlyJson, Values, Gen.Select(Values, NearlyJson, (value, rest) => value + rest)).Sample(
            text =>
            {
                var expected = Expected(text);
                Assert.Equal(expected, JsonReader.Parse(text) is { } node ? SameData.Text(node) : null);
                Interlocked.Add(ref read, expected is null ? 0 : 1);
            },
            iter: 20_000);

        Assert.True(read > 2000, $"Only {read} texts were JSON.");
    }

    [Theory]
    [InlineData("\"\\ud800\"", "\uFFFD")]
    [InlineData("\"a\\udc00b\"", "a\uFFFDb")]
    [InlineData("\"\\ud800\\ud83d\\ude00\"", "\uFFFD😀")]
    [InlineData("\"\\ud83dx\"", "\uFFFDx")]
    [InlineData("\"\\uD83D\\n\"", "\uFFFD\n")]
    public void HalfOfASurrogatePair_IsWhatGoMakesOfIt(string json, string expected) => Assert.True(JsonReader.Parse(json)?.Is(expected).IsTrue);

    [Theory]
    [InlineData(Node.MaxDepth, true)]
    [InlineData(Node.MaxDepth + 1, false)]
    [InlineData(1_000_000, false)]
    public void DeepNesting_IsReadToADepthOnASmallStack(int depth, bool isRead)
    {
        var text = new string('[', depth) + new string(']', depth);
        var wasRead = !isRead;
        var thread = new Thread(() => wasRead = JsonReader.Parse(text) is not null, maxStackSize: 384 * 1024);
        thread.Start();
        thread.Join();

        Assert.Equal(isRead, wasRead);
    }

    private static string? Expected(string text)
    {
        try
        {
            var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { MaxDepth = Node.MaxDepth });
            json.Read();
            var value = JsonElement.ParseValue(ref json);
            return json.Read() ? null : SameData.Text(LastOfEachKey(value));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement LastOfEachKey(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => JsonSerializer.SerializeToElement(json.EnumerateObject().GroupBy(p => p.Name).ToDictionary(g => g.Key, g => LastOfEachKey(g.Last().Value))),
        JsonValueKind.Array => JsonSerializer.SerializeToElement(json.EnumerateArray().Select(LastOfEachKey)),
        _ => json,
    };
}
