using K8sSharpManifests.Core;
using K8sSharpManifests.StaticEvaluation.Tests.Proofs;
using Microsoft.CodeAnalysis.CSharp;

namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>No case of the evaluator's switches can be deleted without an example that shows it.</summary>
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
            (OriginTests.Program, OriginTests.Places),
        ];
        var proofs = ProofPrograms.Faults.Concat(ProofPrograms.Known)
            .SelectMany(group => group.Programs.Select((_, index) => group.CompilationOf(index)))
            .SelectMany(program => evaluator.Examples(program, Dump.Of, program.SyntaxTrees.Length - 1));
        var examples = programs.SelectMany(p => evaluator.Examples(p.Item1, p.Item2)).Concat(proofs).ToList();

        // Few examples take a rare case, and where so many that take it do not show it, no other will.
        var survivors = Enumerable.Range(0, evaluator.Mutants.Count)
            .Where(mutant => !examples.Where(e => e.Reached.Contains(mutant)).OrderBy(e => e.Reached.Count).Take(MostExamples).Any(e => evaluator.Shows(e, mutant)))
            .Select(mutant => evaluator.Mutants[mutant]).ToList();

        output.WriteLine($"{evaluator.Mutants.Count - survivors.Count} of {evaluator.Mutants.Count} mutants are killed.");
        Assert.True(survivors.Count == 0, string.Join("\n", survivors));
    }
}
