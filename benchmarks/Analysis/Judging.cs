using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.StaticEvaluation;

namespace Analysis;

/// <summary>What the rules alone take of a manifest that is evaluated.</summary>
internal sealed class Judging(UserProject project)
{
    /// <summary>Prints the median in microseconds and the kB that are allocated for each manifest.</summary>
    public void Run(int rounds)
    {
        var trees = Trees();
        var context = new JudgeContext();
        var allocated = 0L;
        void JudgeAll()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var tree in trees)
            {
                Judge.Run(tree, context);
            }

            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        var median = Measuring.Medians(5, rounds, () => Measuring.Time(JudgeAll))[0];
        Measuring.Print("rules", $"{RuleCatalog.All.Count}", median.TotalMicroseconds / trees.Count, allocated / 1000.0 / trees.Count);
    }

    private List<Node> Trees()
    {
        var compilation = project.Compile();
        var evaluator = new StaticEvaluator(compilation, CancellationToken.None);
        return [.. compilation.SyntaxTrees
            .SelectMany(tree => evaluator.Evaluate([.. new RootFinder(evaluator).Find(compilation.GetSemanticModel(tree), CancellationToken.None)]))
            .Where(t => t.Root.IsFinished && t.Tree is Mapping)
            .Select(t => t.Tree)];
    }
}
