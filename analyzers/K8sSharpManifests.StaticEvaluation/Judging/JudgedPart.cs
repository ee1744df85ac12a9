using K8sSharpManifests.Core;
using CoreShape = K8sSharpManifests.Core.Rules.TreeShape;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>A tree that rules can judge: a root's own, an object of the sequence that the root is, or the pod template in it.</summary>
/// <param name="Tree">The tree.</param>
/// <param name="Shape">What it is.</param>
internal readonly record struct JudgedPart(Node Tree, CoreShape Shape)
{
    /// <summary>Parts of objects that hold a pod template, and where.</summary>
    private static readonly Dictionary<string, string> Templates = new()
    {
        ["V1DaemonSetSpec"] = "template",
        ["V1DeploymentSpec"] = "template",
        ["V1ReplicaSetSpec"] = "template",
        ["V1ReplicationControllerSpec"] = "template",
        ["V1StatefulSetSpec"] = "template",
        ["V1JobSpec"] = "template",
        ["V1JobTemplateSpec"] = "spec.template",
        ["V1CronJobSpec"] = "jobTemplate.spec.template",
    };

    /// <summary>Whether it is worth evaluating a root at all.</summary>
    public static bool CanHave(EvaluationRoot root, ModelTypes models) => root.Shape != TreeShape.Other || Templates.ContainsKey(root.TypeName) || HasQuantities(root, models);

    public static IEnumerable<JudgedPart> Of(Node tree, EvaluationRoot root, ModelTypes models)
    {
        switch (root.Shape)
        {
            case TreeShape.Object or TreeShape.Objects:
                return Objects(tree);
            case TreeShape.PodSpec:
                return [new(tree, CoreShape.PodSpec)];
            case TreeShape.PodTemplateSpec:
                return [new(tree, CoreShape.PodTemplateSpec)];
            case TreeShape.Container:
                return [new(tree, CoreShape.Container)];
            default:
                IEnumerable<JudgedPart> template = Templates.TryGetValue(root.TypeName, out var path) && TreePath.Resolve(tree, path) is { Count: > 0 } nodes
                    ? [new(nodes[nodes.Count - 1], CoreShape.PodTemplateSpec)]
                    : [];
                return HasQuantities(root, models) ? template.Append(new(tree, CoreShape.Part)) : template;
        }
    }

    private static bool HasQuantities(EvaluationRoot root, ModelTypes models) => models.Named(root.TypeName)?.LeadsToQuantity(models) == true;

    // A member that is declared as one object can be a sequence, too, and the other way round.
    private static IEnumerable<JudgedPart> Objects(Node tree) => tree switch
    {
        Mapping => [new(tree, CoreShape.Object)],
        Sequence sequence => sequence.Items.SelectMany(Objects),
        _ => [],
    };
}
