using System.Text;

namespace K8sSharpManifests.Core.Tests;

public sealed class ValuePlacesTests
{
    // Each value's place is the number that it begins with.
    private static readonly Node[] Trees =
    [
        Map(
            ("a", Value("1")),
            ("script", Value("2\n- x: |\n\n  deeper\n")),
            ("empty", new Mapping([])),
            ("none", new Sequence([])),
            ("items", new Sequence([
                Map(("name", Value("5")), ("text", Value("6\nmore\n")), ("inner", Map(("x: y", Value("7"))))),
                Value("8"),
                Value("9\nlines: 1\n"),
                new Sequence([Value("10"), Value("11")]),
                Map(("last", Value("12: |"))),
            ])),
            ("z", Value("13"))),
        Map(("b", Value("14")), ("c", Map(("d", Value("15 # no comment"))))),
    ];

    [Fact]
    public void LineOfEachValue_GivesItsPlace()
    {
        var writer = new YamlWriter();
        var places = new StringBuilder();
        var last = (7, 3);
        foreach (var tree in Trees)
        {
            writer.Append((Mapping)tree);
            ValuePlaces.Append(places, tree, Place, ref last);
        }

        var yaml = Encoding.UTF8.GetString(writer.ToArray());
        var lines = yaml.Split('\n');
        string[] found = [.. lines.Select((text, i) => $"{ValuePlaces.Find(places.ToString(), (7, 3), yaml, i + 1)?.Line}\t{text}")];

        // A key without a value has the place of what follows, and the lines of a text have its.
        Assert.Equal(
            """
            1	a: "1"
            2	script: |
            2	  2
            2	  - x: |
            2	
            2	    deeper
            	empty: {}
            	none: []
            5	items:
            5	- name: "5"
            6	  text: |
            6	    6
            6	    more
            7	  inner:
            7	    "x: y": "7"
            8	- "8"
            9	- |
            9	  9
            9	  lines: 1
            10	- - "10"
            11	  - "11"
            12	- last: "12: |"
            13	z: "13"
            14	---
            14	b: "14"
            15	c:
            15	  d: "15 # no comment"
            """,
            string.Join("\n", found[..^1]));
    }

    [Fact]
    public void ValueWithoutAPlace_HasNone()
    {
        var places = new StringBuilder();
        var last = (1, 1);
        ValuePlaces.Append(places, Map(("a", Scalar.String("x")), ("b", Value("1"))), Place, ref last);

        Assert.Equal("- =", places.ToString());
        Assert.Null(ValuePlaces.Find("- =", (1, 1), "a: x\nb: 1\n", 1));
        Assert.Equal((1, 1), ValuePlaces.Find("- =", (1, 1), "a: x\nb: 1\n", 2));
        Assert.Null(ValuePlaces.Find("- =", (1, 1), "a: x\nb: 1\n", 3));
        Assert.Null(ValuePlaces.Find("- =", (1, 1), "a: x\nb: 1\n# elsewhere: Secret cred\n", 3));
    }

    private static Mapping Map(params (string Key, Node Value)[] entries) => new([.. entries.Select(e => new KeyValuePair<string, Node>(e.Key, e.Value))]);

    private static Scalar Value(string text) => Scalar.String(text, text.TakeWhile(char.IsDigit).Aggregate(0, (number, digit) => (10 * number) + digit - '0'));

    private static (int, int)? Place(Node node) => node.Origin is int number ? (number, 1) : null;
}
