using System.Text;
using K8sSharpManifests.Core;

namespace K8sSharpManifests.StaticEvaluation.Tests.Proofs;

/// <summary>
/// What is proved of a program is what running it gives. The programs are kinds of code that an evaluator gets wrong who thinks of the usual way only; whatever
/// it does not know it need not say.
/// </summary>
public class ProofTests
{
    /// <summary>Ordinary programs that may remain unproved, by name.</summary>
    private static readonly string[] NotYet =
    [
        "queue of work",
        "stack",
        "try and a catch that is not needed",
        "enum values",
        "string.Format with a format",
        "Split with options",
        "StringBuilder",
        "StringBuilder with interpolation",
        "new string",
        "numbers",
        "hexadecimal text",
        "bool.Parse",
        "dictionary that ignores case",
        "List methods",
        "arrays",
        "join in a query",
        "Sum, Min, Max, Average",
        "ToDictionary and ToLookup",
        "DistinctBy and Chunk",
        "ElementAt, DefaultIfEmpty, SequenceEqual",
        "slice patterns",
        "nullable numbers",
        "nameof and typeof",
        "time spans",
    ];

    public static IEnumerable<TheoryDataRow<string>> Groups =>
        ProofPrograms.Faults.Concat(ProofPrograms.Known).Select(g => new TheoryDataRow<string>(g.Name) { TestDisplayName = $"{g.Name} compile" });

    public static IEnumerable<TheoryDataRow<string, int>> Faults => Rows(ProofPrograms.Faults);

    public static IEnumerable<TheoryDataRow<string, int>> Known => Rows(ProofPrograms.Known);

    [Theory]
    [MemberData(nameof(Groups))]
    public void Programs_Compile(string group)
    {
        var programs = Group(group);

        Assert.True(programs.Errors.Count == 0, string.Join("\n", programs.Errors));
        Assert.Equal(programs.Programs.Count, programs.Programs.Select(p => p.Name).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Program_IsNotProvedWrong(string group, int index)
    {
        var programs = Group(group);
        var members = programs.Evaluated(index);

        Assert.NotEmpty(members);
        AssertAgrees(programs, index, members);
    }

    [Theory]
    [MemberData(nameof(Known))]
    public void OrdinaryProgram_IsProved(string group, int index)
    {
        var programs = Group(group);
        var members = programs.Evaluated(index);

        Assert.NotEmpty(members);
        AssertAgrees(programs, index, members);
        if (!NotYet.Contains(programs.Programs[index].Name))
        {
            var gaps = members.Where(m => HasGap(m.Tree)).Select(m => Dump.Of(m.Tree)).ToList();
            Assert.True(gaps.Count == 0, $"{programs.Programs[index].Name} is not proved whole: {string.Join("\n", gaps)}\n{programs.Programs[index].Code}");
        }
    }

    /// <summary>A name that is not needed any more hides what gets lost again.</summary>
    [Fact]
    public void ProgramsThatAreNotProvedYet_AreNotProved()
    {
        var unproved = ProofPrograms.Known.SelectMany(g => g.Programs.Index().Where(p => NotYet.Contains(p.Item.Name) && g.Evaluated(p.Index).Any(m => HasGap(m.Tree))));

        Assert.Empty(NotYet.Except(unproved.Select(p => p.Item.Name)));
    }

    /// <summary>A member is proved whichever member ran before it, and in every culture: both orders are tried, each with statics that nobody has touched.</summary>
    private static void AssertAgrees(ProofGroup group, int index, IReadOnlyList<(EvaluationRoot Root, Node Tree)> members)
    {
        var program = group.Programs[index];
        var text = new StringBuilder();
        var threw = false;
        foreach (var (order, list, abroad) in new[] { ("first to last", members, false), ("last to first, abroad", [.. members.Reverse()], true) })
        {
            foreach (var ((root, claimed), actual) in list.Zip(group.Run(list.Select(m => m.Root), abroad)))
            {
                threw |= actual is null;
                if (actual is not null)
                {
                    var agreement = new Agreement();
                    agreement.Compare(claimed, actual);
                    foreach (var difference in agreement.Differences.Concat(VerdictAgreement.Differences(claimed, actual, out _)))
                    {
                        text.AppendLine($"{order}, line {root.Operation.Syntax.GetLocation().GetLineSpan().StartLinePosition.Line - 3}: {difference}");
                    }
                }
            }
        }

        if (threw != program.Throws)
        {
            text.AppendLine(threw ? "A member throws." : "No member throws.");
        }

        Assert.True(text.Length == 0, $"{program.Name}\n{text}{program.Code}");
    }

    private static bool HasGap(Node node) => node switch
    {
        Mapping mapping => mapping.IsOpen || mapping.Entries.Any(e => HasGap(e.Value)),
        Sequence sequence => sequence.IsOpen || sequence.Items.Any(HasGap),
        Unknown => true,
        _ => false,
    };

    private static ProofGroup Group(string name) => ProofPrograms.Faults.Concat(ProofPrograms.Known).Single(g => g.Name == name);

    private static IEnumerable<TheoryDataRow<string, int>> Rows(IEnumerable<ProofGroup> groups) =>
        groups.SelectMany(g => g.Programs.Select((p, i) => new TheoryDataRow<string, int>(g.Name, i) { TestDisplayName = $"{g.Name}: {p.Name}" }));
}
