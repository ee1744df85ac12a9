using K8sSharpManifests.Core;
using K8sSharpManifests.StaticEvaluation.Tests.Proofs;
using Microsoft.CodeAnalysis.CSharp;

namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>
/// No case of the evaluator's switches can be deleted without an example that shows it. The environment variable MUTANTS restricts this to the cases of some files:
/// <c>MUTANTS=Places.cs,Join.cs</c>.
/// </summary>
public class MutationTests(ITestOutputHelper output)
{
    private const int MostExamples = 80;

    [Fact]
    public void DeletedCase_ChangesAnExample()
    {
        var evaluator = new MutatedEvaluator();
        (CSharpCompilation, Func<Node, string>)[] programs =
        [
            .. Cases.Compilations.Select(c => (c, (Func<Node, string>)Dump.Of)),
            (Code.Compile(RootFinderTests.Sending(RootFinderTests.Sent.Select(r => r.Data.Item1))), Dump.Of),
            (Code.Compile(RootFinderTests.Constructor), Dump.Of),
            (Code.Compile(RootFinderTests.Alias), Dump.Of),
        ];
        var shown = Proofs(evaluator, isOfCases: true).Concat(evaluator.Examples(OriginTests.Program, OriginTests.Places)).ToList();
        var others = programs.SelectMany(p => evaluator.Examples(p.Item1, p.Item2)).Concat(Proofs(evaluator, isOfCases: false)).ToList();

        // The programs that were written to show cases come first. Of the others few take a rare case, and where so many that take it do not show it, no other will.
        var only = Environment.GetEnvironmentVariable("MUTANTS")?.Split(',');
        var mutants = Enumerable.Range(0, evaluator.Mutants.Count)
            .Where(m => !UnshownCases.All.Contains(UnshownCases.Key(evaluator.Mutants[m])) && only?.Contains(evaluator.Mutants[m].Split('(')[0]) != false).ToList();
        var survivors = mutants
            .Where(m => !Taking(shown, m).Concat(Taking(others, m).Take(MostExamples)).Any(e => evaluator.Shows(e, m)))
            .Select(m => evaluator.Mutants[m]).ToList();

        output.WriteLine($"{mutants.Count - survivors.Count} of {evaluator.Mutants.Count} mutants are killed.");
        Assert.True(survivors.Count == 0, string.Join("\n", survivors));
    }

    private static IEnumerable<MutatedEvaluator.Example> Taking(IEnumerable<MutatedEvaluator.Example> examples, int mutant) =>
        examples.Where(e => e.Reached.Contains(mutant)).OrderBy(e => e.Reached.Count);

    private static List<MutatedEvaluator.Example> Proofs(MutatedEvaluator evaluator, bool isOfCases) =>
    [
        .. ProofPrograms.Faults.Concat(ProofPrograms.Known)
            .Where(group => group.Name.StartsWith("CaseProofs", StringComparison.Ordinal) == isOfCases)
            .SelectMany(group => group.Programs.Select((_, index) => group.CompilationOf(index)))
            .SelectMany(program => evaluator.Examples(program, Dump.Of, program.SyntaxTrees.Length - 1)),
    ];
}
