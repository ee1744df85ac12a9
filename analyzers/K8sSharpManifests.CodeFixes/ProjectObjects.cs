using K8sSharpManifests.Core;
using K8sSharpManifests.StaticEvaluation;
using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.CodeFixes;

/// <summary>The objects that a project's [Manifest] members give, as far as they can be seen without running them.</summary>
internal static class ProjectObjects
{
    public static IReadOnlyList<Node> Find(Compilation compilation, CancellationToken cancellationToken)
    {
        var objects = new List<Node>();
        var evaluator = new StaticEvaluator(compilation, cancellationToken);
        var finder = new RootFinder(evaluator);
        foreach (var tree in compilation.SyntaxTrees)
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var root in finder.Find(model, cancellationToken).Where(r => r.IsMember))
            {
                if (ManifestMembers.Around(root, model, cancellationToken) is { } symbol && ManifestMembers.Classify(symbol).Member is { } member)
                {
                    objects.AddRange(Objects(evaluator.Evaluate(root)).Select(member.Defaults().Apply));
                }
            }
        }

        return objects;
    }

    private static IEnumerable<Mapping> Objects(Node tree) => tree switch
    {
        Mapping mapping => [mapping],
        Sequence sequence => sequence.Items.SelectMany(Objects),
        _ => [],
    };
}
