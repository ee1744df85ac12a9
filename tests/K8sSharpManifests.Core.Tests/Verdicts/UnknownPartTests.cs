using System.Text.Json;
using System.Text.RegularExpressions;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Yaml;

namespace K8sSharpManifests.Core.Tests.Verdicts;

/// <summary>What is not known is never held against an object: of the documents that a server has judged, with parts of them taken away, nothing is said that is not said of the whole.</summary>
public sealed class UnknownPartTests
{
    private const int TreesOfEach = 3;

    private static readonly Node[] Strays =
    [
        Scalar.String(""), Scalar.String("x"), Scalar.Number(-1), Scalar.Number(long.MaxValue), Scalar.True, new Scalar(ScalarKind.Null, "null"), new Sequence([]), new Mapping([]),
        new Sequence([new Scalar(ScalarKind.Null, "null")]), new Mapping([new("name", new Sequence([Scalar.String("x")]))]), Unknown.Value,
    ];

    [Fact]
    public void PartThatIsNotKnown_GivesNoFinding()
    {
        var context = new JudgeContext();
        var wrong = new List<string>();
        ForEach((from, root, random) =>
        {
            var said = Judge.All(root, context).Verdicts.Where(v => v.Truth.IsTrue).Select(v => (v.Info.Id, v.Path)).ToHashSet();
            for (var i = 0; i < TreesOfEach; i++)
            {
                wrong.AddRange(Judge.Run(Without(root, random, isRoot: true), context).Where(f => !said.Contains((f.Info.Id, f.Path))).Select(f => $"{from}: {f}"));
            }
        });
        Assert.Empty(wrong.Take(20));
    }

    // A field or an entry that is not known need not be there at all.
    [Fact]
    public void PartThatMayNotBeThere_GivesNoFinding()
    {
        var context = new JudgeContext();
        var wrong = new List<string>();
        ForEach((from, root, random) =>
        {
            for (var i = 0; i < TreesOfEach; i++)
            {
                var (unknown, absent) = Lacking(root, random, isRoot: true);
                var said = Judge.All(absent, context).Verdicts.Where(v => v.Truth.IsTrue).Select(v => (v.Info.Id, v.Path)).ToHashSet();

                // Of a definition that is wrong in one way, the server does not look for all others.
                var isEnough = root["kind"] is Scalar { Text: "CustomResourceDefinition" } && said.Count > 0;
                wrong.AddRange(Judge.Run(unknown, context).Where(f => !isEnough && !said.Contains((f.Info.Id, f.Path))).Select(f => $"{from}: {f}"));
            }
        });
        Assert.True(wrong.Count == 0, $"{wrong.Count} findings, such as:\n{string.Join("\n", wrong.Take(60))}");
    }

    // What is seen of a list need not be its beginning, and what stands where nothing is seen is anything.
    [Fact]
    public void ListOfWhichSomeIsSeen_GivesNoFindingThatTheWholeDoesNotGive()
    {
        var context = new JudgeContext();
        var wrong = new List<string>();
        ForEach((from, root, random) =>
        {
            var said = Judge.All(root, context).Verdicts.Where(v => v.Truth.IsTrue).Select(v => (v.Info.Id, WithoutNumbers(v.Path))).ToHashSet();
            for (var i = 0; i < TreesOfEach; i++)
            {
                wrong.AddRange(Judge.Run(Opened(root, random), context).Where(f => !said.Contains((f.Info.Id, WithoutNumbers(f.Path)))).Select(f => $"{from}: {f}"));
            }
        });
        Assert.True(wrong.Count == 0, $"{wrong.Count} findings, such as:\n{string.Join("\n", wrong.Take(60))}");
    }

    // What stands in YAML may be anything, anywhere.
    [Fact]
    public void ValueOfAnyType_IsJudgedWithoutAnException() => ForEach((_, root, random) =>
    {
        for (var i = 0; i < TreesOfEach; i++)
        {
            Judge.All(With(root, random, isRoot: true), new());
        }
    });

    private static void ForEach(Action<string, Mapping, Random> judge)
    {
        if (!File.Exists(ServerVerdict.Objects))
        {
            Assert.Skip("The verdicts are not on this machine: no folder shared beside the repository holds any.");
        }

        var random = new Random(42);
        foreach (var line in File.ReadLines(ServerVerdict.Objects))
        {
            using var json = JsonDocument.Parse(line);
            foreach (var root in TreeReader.ReadObjects(json.RootElement.GetProperty("doc").GetRawText()).Roots.OfType<Mapping>())
            {
                judge(json.RootElement.GetProperty("from").GetString()!, root, random);
            }
        }
    }

    private static Node With(Node node, Random random, bool isRoot = false)
    {
        const double Strayed = 0.03;
        if (!isRoot && random.NextDouble() < Strayed)
        {
            return Strays[random.Next(Strays.Length)];
        }

        return node switch
        {
            Mapping mapping => new Mapping(
                mapping.Entries.Select(e => KeyValuePair.Create(e.Key, isRoot && e.Key is "apiVersion" or "kind" ? e.Value : With(e.Value, random))), mapping.IsOpen, mapping.Origin, mapping.Type),
            Sequence list => new Sequence([.. list.Items.Select(item => With(item, random))], list.IsOpen, list.Origin),
            _ => node,
        };
    }

    // The same parts, once unknown and once not there.
    private static (Node Unknown, Node Absent) Lacking(Node node, Random random, bool isRoot = false)
    {
        const double Gone = 0.06;
        switch (node)
        {
            case Mapping mapping:
                var (unknown, absent) = (new List<KeyValuePair<string, Node>>(), new List<KeyValuePair<string, Node>>());
                foreach (var entry in mapping.Entries)
                {
                    var isGone = !(isRoot && entry.Key is "apiVersion" or "kind") && random.NextDouble() < Gone;
                    var parts = isGone ? (Unknown.Value, entry.Value) : Lacking(entry.Value, random);
                    unknown.Add(new(entry.Key, parts.Item1));
                    if (!isGone)
                    {
                        absent.Add(new(entry.Key, parts.Item2));
                    }
                }

                return (new Mapping(unknown, mapping.IsOpen, mapping.Origin, mapping.Type), new Mapping(absent, mapping.IsOpen, mapping.Origin, mapping.Type));
            case Sequence list:
                var items = list.Items.Select(item => Lacking(item, random)).ToList();
                return (new Sequence([.. items.Select(item => item.Unknown)], list.IsOpen, list.Origin), new Sequence([.. items.Select(item => item.Absent)], list.IsOpen, list.Origin));
            default:
                return (node, node);
        }
    }

    private static string WithoutNumbers(string path) => Regex.Replace(path, @"\[[^\]]*\]", "[]");

    private static Node Opened(Node node, Random random)
    {
        const double IsOpened = 0.3;
        const double IsSeen = 0.6;
        switch (node)
        {
            case Mapping mapping:
                return new Mapping(mapping.Entries.Select(e => KeyValuePair.Create(e.Key, Opened(e.Value, random))), mapping.IsOpen, mapping.Origin, mapping.Type);
            case Sequence list:
                var isOpened = random.NextDouble() < IsOpened;
                return isOpened && random.NextDouble() < IsOpened
                    ? Unknown.Value
                    : new Sequence([.. list.Items.Where(_ => !isOpened || random.NextDouble() < IsSeen).Select(item => Opened(item, random))], list.IsOpen || isOpened, list.Origin);
            default:
                return node;
        }
    }

    // Lists stay closed: in an open one an item has another path.
    private static Node Without(Node node, Random random, bool isRoot = false)
    {
        const double Gone = 0.04;
        const double Opened = 0.1;
        if (!isRoot && random.NextDouble() < Gone)
        {
            return Unknown.Value;
        }

        switch (node)
        {
            case Mapping mapping:
                var isOpen = mapping.IsOpen || random.NextDouble() < Opened;
                var entries = mapping.Entries
                    .Where(e => !isOpen || (isRoot && e.Key is "apiVersion" or "kind") || random.NextDouble() > Opened)
                    .Select(e => KeyValuePair.Create(e.Key, isRoot && e.Key is "apiVersion" or "kind" ? e.Value : Without(e.Value, random)));
                return new Mapping(entries, isOpen, mapping.Origin, mapping.Type);
            case Sequence list:
                return new Sequence([.. list.Items.Select(item => Without(item, random))], list.IsOpen, list.Origin);
            default:
                return node;
        }
    }
}
