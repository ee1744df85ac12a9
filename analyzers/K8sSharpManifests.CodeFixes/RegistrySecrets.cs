using K8sSharpManifests.Core;
using K8sSharpManifests.StaticEvaluation;
using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.CodeFixes;

/// <summary>The registry secrets that a project declares, in whatever style.</summary>
internal static class RegistrySecrets
{
    private const int Most = 3;

    /// <summary>Their names, in the order of the files; not more than a menu can show.</summary>
    public static async Task<IReadOnlyList<string>> Names(Project project, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        if (await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation)
        {
            return names;
        }

        var evaluator = new StaticEvaluator(compilation, cancellationToken);
        foreach (var tree in compilation.SyntaxTrees.Where(MayDeclareOne))
        {
            foreach (var root in new RootFinder(evaluator).Find(compilation.GetSemanticModel(tree), cancellationToken))
            {
                if (root.Shape == TreeShape.Objects || root.TypeName is "V1Secret" or "IKubernetesObject")
                {
                    names.AddRange(Names(evaluator.Evaluate(root)));
                }
            }
        }

        return [.. names.Distinct().Take(Most)];

        bool MayDeclareOne(SyntaxTree tree)
        {
            var text = tree.GetText(cancellationToken).ToString();
            return text.Contains("RegistrySecret") || text.IndexOf("dockerc", StringComparison.OrdinalIgnoreCase) >= 0;
        }
    }

    private static IEnumerable<string> Names(Node tree) => tree switch
    {
        Mapping secret when secret["kind"].Is("Secret").IsTrue
            && (secret["type"].Is("kubernetes.io/dockerconfigjson") | secret["type"].Is("kubernetes.io/dockercfg")).IsTrue
            && secret["metadata"] is Mapping metadata && metadata["name"] is Scalar { Kind: ScalarKind.String } name => [name.Text],
        Sequence sequence => sequence.Items.SelectMany(Names),
        _ => [],
    };
}
