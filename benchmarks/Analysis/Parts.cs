using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.StaticEvaluation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Analysis;

/// <summary>What the analysis of all files takes, part by part, on one thread and without the analyzer driver.</summary>
internal sealed class Parts(UserProject project)
{
    private static readonly string[] Names = ["declare", "bind", "find roots", "evaluate", "judge and report"];

    /// <summary>Prints the medians in microseconds and kB for each manifest.</summary>
    public void Run(int warmUps, int rounds)
    {
        var manifests = project.Files.Sum(f => f.Text.ToString().Split("[Manifest]").Length - 1);
        var runs = new List<(double[] Times, double[] Bytes)>();
        for (var round = -warmUps; round < rounds; round++)
        {
            GC.Collect();
            var run = Once();
            if (round >= 0)
            {
                runs.Add(run);
            }
        }

        for (var i = 0; i < Names.Length; i++)
        {
            Measuring.Print(
                $"parts {manifests}", Names[i], Median(runs.Select(r => r.Times[i])) * 1e6 / manifests, Median(runs.Select(r => r.Bytes[i])) / 1000 / manifests);
        }
    }

    private (double[] Times, double[] Bytes) Once()
    {
        var compilation = project.Compile();
        var times = new double[Names.Length];
        var bytes = new double[Names.Length];
        void Part(int index, Action action)
        {
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            times[index] += Measuring.Time(action).TotalSeconds;
            bytes[index] += GC.GetAllocatedBytesForCurrentThread() - allocated;
        }

        var evaluator = new StaticEvaluator(compilation, CancellationToken.None);
        var context = new JudgeContext(RuleOptions.Parse(_ => null, out _));
        Part(0, () => compilation.GetDeclarationDiagnostics());
        foreach (var tree in compilation.SyntaxTrees)
        {
            var model = compilation.GetSemanticModel(tree);
            var bodies = tree.GetRoot().DescendantNodes(n => n is not ExpressionSyntax)
                .Where(n => n is ArrowExpressionClauseSyntax or BlockSyntax or EqualsValueClauseSyntax).ToList();
            Part(1, () => bodies.ForEach(b => model.GetOperation(b)));
            IReadOnlyList<EvaluationRoot> roots = [];
            Part(2, () => roots = [.. new RootFinder(evaluator).Find(model, CancellationToken.None)]);
            Part(3, () => evaluator.Evaluate(roots));

            // The whole does all of this again, on what is bound, so the rest is the rules' and the reports'.
            var start = (times[2], times[3], bytes[2], bytes[3]);
            Part(2, () => new RootFinder(evaluator).Find(model, CancellationToken.None).ToList());
            Part(3, () => evaluator.Evaluate(roots));
            var again = (times[2] - start.Item1 + times[3] - start.Item2, bytes[2] - start.Item3 + bytes[3] - start.Item4);
            (times[2], times[3], bytes[2], bytes[3]) = start;
            Part(4, () => new FileAnalysis(evaluator, model, context, (_, _, _) => { }, CancellationToken.None).Run());
            times[4] -= again.Item1;
            bytes[4] -= again.Item2;
        }

        return (times, bytes);
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[sorted.Count / 2] + sorted[(sorted.Count - 1) / 2]) / 2;
    }
}
