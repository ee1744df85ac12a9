using System.Globalization;
using System.Text;
using System.Text.Json;
using K8sSharpManifests.Core;

namespace K8sSharpManifests.YamlParsers;

/// <summary>One text for the same data, however it is written and in whatever order its keys stand: to compare whole documents.</summary>
internal static class SameData
{
    /// <summary>Checks that a parser reads documents as the trees that they were written from.</summary>
    public static void AssertReadAs(IReadOnlyList<Mapping> expected, IReadOnlyList<JsonElement> actual, YamlParser parser)
    {
        Assert.Equal(expected.Count, actual.Count);
        foreach (var (tree, json) in expected.Zip(actual))
        {
            Assert.Equal(Text(tree, parser.HasDoublesOnly), Text(json, parser.HasDoublesOnly));
        }
    }

    /// <summary>The text of a tree.</summary>
    /// <param name="node">The tree.</param>
    /// <param name="areDoubles">Whether only so much of a number counts as a double holds.</param>
    public static string Text(Node node, bool areDoubles = false) => Append(new(), node, areDoubles, "\n").ToString();

    /// <summary>The text of a JSON value.</summary>
    /// <param name="json">The value.</param>
    /// <param name="areDoubles">Whether only so much of a number counts as a double holds.</param>
    public static string Text(JsonElement json, bool areDoubles = false) => Text(Tree(json), areDoubles);

    /// <summary>The tree of a JSON value.</summary>
    public static Node Tree(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => new Mapping(json.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, Tree(p.Value)))),
        JsonValueKind.Array => new Sequence([.. json.EnumerateArray().Select(Tree)]),
        JsonValueKind.String => Scalar.String(json.GetString()!),
        JsonValueKind.Number => new Scalar(ScalarKind.Number, json.GetRawText()),
        JsonValueKind.True => Scalar.True,
        JsonValueKind.False => Scalar.False,
        _ => Scalar.Null,
    };

    private static StringBuilder Append(StringBuilder text, Node node, bool areDoubles, string line) => node switch
    {
        Mapping { Entries.Count: > 0 } map => Lines(text, line, "{", "}", map.Entries.OrderBy(e => e.Key, StringComparer.Ordinal), (e, inner) =>
            Append(text.Append(Quoted(e.Key)).Append(": "), e.Value, areDoubles, inner)),
        Sequence { Items.Count: > 0 } list => Lines(text, line, "[", "]", list.Items, (item, inner) => Append(text, item, areDoubles, inner)),
        Mapping => text.Append("{}"),
        Sequence => text.Append("[]"),
        Scalar { Kind: ScalarKind.String } scalar => text.Append(Quoted(scalar.Text)),
        Scalar { Kind: ScalarKind.Number } scalar => text.Append(Number(scalar.Text, areDoubles)),
        Scalar scalar => text.Append(scalar.Text),
        _ => throw new NotSupportedException(node.GetType().Name),
    };

    private static StringBuilder Lines<T>(StringBuilder text, string line, string open, string close, IEnumerable<T> items, Action<T, string> append)
    {
        text.Append(open);
        foreach (var item in items)
        {
            text.Append(line).Append("  ");
            append(item, line + "  ");
        }

        return text.Append(line).Append(close);
    }

    // A whole number counts to its last digit; any other, and what is beyond 64 bits, as the double that most parsers make of it.
    private static string Number(string text, bool isDouble) => !isDouble && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
        ? whole.ToString(CultureInfo.InvariantCulture)
        : Positional(double.Parse(text, CultureInfo.InvariantCulture));

    // 1E+20, 1e20 and 100000000000000000000 are one number; so shall be their texts.
    private static string Positional(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return Math.Abs(number) < 1e21 && number == Math.Truncate(number)
            ? decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)
            : text;
    }

    // As JSON, which shows what is not seen.
    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
