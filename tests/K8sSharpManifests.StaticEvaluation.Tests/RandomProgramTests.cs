using System.Text;
using CsCheck;
using K8sSharpManifests.Core;
using Microsoft.CodeAnalysis.CSharp;

namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>Of programs made up at random, what the evaluation claims is what they make, and what the rules decide on the code they decide on the objects.</summary>
public class RandomProgramTests(ITestOutputHelper output)
{
    private const int Batch = 100;

    // What is added to it shares its references, which would be the costly part of each compilation.
    private static readonly CSharpCompilation Empty = Code.Compile();

    [Fact]
    public void RandomPrograms_AgreeWithTheirObjects()
    {
        var batches = Environment.GetEnvironmentVariable("CI") == "true" ? 12 : 2;
        var total = new Agreement();
        var withoutCoins = new Agreement();
        var (programs, decided) = (0, 0);
        Gen.Int.Uniform.Array[Batch].Sample(
            seeds =>
            {
                foreach (var (program, claimed, actual) in Run([.. seeds.Select((seed, number) => new RandomProgram(seed, number))]))
                {
                    var agreement = new Agreement();
                    agreement.Compare(claimed, actual);
                    var verdicts = VerdictAgreement.Differences(claimed, actual, out var count);
                    Assert.True(agreement.Differences.Count == 0 && verdicts.Count == 0, string.Join("\n", [.. agreement.Differences, .. verdicts, program.Code]));
                    total.Compare(claimed, actual);
                    if (!program.Code.Contains("Coin", StringComparison.Ordinal))
                    {
                        withoutCoins.Compare(claimed, actual);
                    }

                    programs++;
                    decided += count;
                }
            },
            iter: batches,
            threads: 1);

        var report = $"{programs} random programs: {total.Known} of {total.Leaves} leaves are known ({withoutCoins.Known} of {withoutCoins.Leaves} where no coin is flipped), {decided} verdicts of rules are decided, all as in the objects that they make.";
        output.WriteLine(report);
        Checked.Report("random-programs", report);

        // What a coin decides nobody knows, and how many there are is chance. A few programs may hold more of what is not understood than people write.
        Assert.True(withoutCoins.Known >= withoutCoins.Leaves * (programs >= 1000 ? 95 : 85) / 100, report);
    }

    /// <summary>Runs all programs, and evaluates each in a compilation of its own: what one does to its objects hides what is known of another's static ones.</summary>
    private static IEnumerable<(RandomProgram Program, Node Claimed, Node Actual)> Run(IReadOnlyList<RandomProgram> programs)
    {
        using var all = new LoadedManifests(Code.Compile(File(programs)));
        foreach (var program in programs)
        {
            var tree = CSharpSyntaxTree.ParseText(File([program]), (CSharpParseOptions)Empty.SyntaxTrees[0].Options);
            foreach (var (root, claimed) in Evaluate.Roots(Empty.AddSyntaxTrees(tree)).Where(r => r.Root.IsFinished))
            {
                yield return (program, claimed, Running.Read(all.Assembly, root));
            }
        }
    }

    private static string File(IEnumerable<RandomProgram> programs) =>
        new StringBuilder("public static class Programs\n{\n").AppendLine(RandomProgram.Shared).AppendLine(string.Join("\n", programs.Select(p => p.Code))).AppendLine("}").ToString();
}
