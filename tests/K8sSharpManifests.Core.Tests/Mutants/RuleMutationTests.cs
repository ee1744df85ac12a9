using System.Text.Json.Nodes;
using K8sSharpManifests.Core.Tests.Verdicts;

namespace K8sSharpManifests.Core.Tests.Mutants;

/// <summary>A condition of the rules that always holds, or never, changes what is said of one of the objects that a server has judged.</summary>
public sealed class RuleMutationTests(ITestOutputHelper output)
{
    // Of the objects that meet a condition, where so many do not show what it is for, no other will.
    private const int MostObjects = 60;
    private const int MostKept = 300;
    private const int Variants = 3;
    private const int Stack = 512 * 1024 * 1024;

    // The others are for what none of the objects has: what is not known, texts that a list of forms refuses before, expressions in CEL.
    private const double LeastKilled = 0.48;

    // What is written instead of something; null where that is left out.
    private static readonly string?[] Others = ["\"\"", "\"x\"", "\"A b\"", "\"a/b\"", "0", "-1", "70000", "true", "[]", "{}", null];

    [Fact]
    public void ConditionThatAlwaysOrNeverHolds_ChangesAFinding()
    {
        Assert.SkipUnless(File.Exists(ServerVerdict.Objects), "The verdicts are not on this machine: no folder shared beside the repository holds any.");

        // A place that a mutant makes endlessly deep is walked in a recursion.
        Exception? thrown = null;
        var run = new Thread(() => thrown = Record.Exception(Run), Stack);
        run.Start();
        run.Join();
        Assert.Null(thrown);
    }

    private void Run()
    {
        var rules = new MutatedRules();
        var meeting = rules.Mutants.Select(_ => new List<Example>()).ToArray();
        foreach (var text in File.ReadLines(ServerVerdict.Objects).SelectMany(Documents))
        {
            foreach (var root in rules.Read(text))
            {
                var (said, reached) = rules.Judge(root);
                foreach (var mutant in reached.Where(m => meeting[m].Count < MostKept))
                {
                    meeting[mutant].Add(new(root, said, reached.Count));
                }
            }
        }

        // An object that meets few conditions was made for one of them.
        var survivors = Enumerable.Range(0, meeting.Length)
            .Where(m => !meeting[m].OrderBy(e => e.Reached).Take(MostObjects).Any(e => rules.Judge(e.Root, m) != e.Said))
            .Select(m => $"{(meeting[m].Count == 0 ? "not met" : "not told")}: {rules.Mutants[m]}").ToList();

        output.WriteLine($"{rules.Mutants.Count - survivors.Count} of {rules.Mutants.Count} mutants are killed.");
        output.WriteLine(string.Join('\n', survivors));
        Assert.True(survivors.Count <= (1 - LeastKilled) * rules.Mutants.Count, string.Join('\n', survivors));
    }

    // The document of a line, and what becomes of it where somebody writes something else at one or two places: few of those that were judged have what nobody writes.
    private static IEnumerable<string> Documents(string line, int number)
    {
        var document = JsonNode.Parse(line)!["doc"]!;
        yield return document.ToJsonString();
        var random = new Random(number);
        for (var i = 0; i < Variants; i++)
        {
            var variant = document.DeepClone();
            var places = Places(variant).ToList();
            Change(places[random.Next(places.Count)], random);
            yield return variant.ToJsonString();
        }
    }

    private static IEnumerable<JsonNode> Places(JsonNode node) => (node switch
    {
        JsonObject o => o.Where(e => e.Key is not ("apiVersion" or "kind")).Select(e => e.Value),
        JsonArray a => a,
        _ => [],
    }).OfType<JsonNode>().SelectMany(child => Places(child).Prepend(child));

    private static void Change(JsonNode place, Random random)
    {
        var other = Others[random.Next(Others.Length)];
        if (other is null && place.Parent is JsonObject around)
        {
            around.Remove(place.GetPropertyName());
        }
        else
        {
            place.ReplaceWith(other is null ? null : JsonNode.Parse(other));
        }
    }

    private sealed record Example(object Root, string Said, int Reached);
}
