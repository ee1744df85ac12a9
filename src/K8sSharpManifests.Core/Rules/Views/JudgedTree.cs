namespace K8sSharpManifests.Core.Rules.Views;

/// <summary>A tree with the views that rules ask for, made once for all of them.</summary>
internal sealed class JudgedTree
{
    public JudgedTree(Node root, JudgeContext context, TreeShape shape)
    {
        Context = context;
        SecretValues = shape == TreeShape.Object ? SecretValue.Of(root) : [];
        RefusedQuantities = RefusedQuantity.Of(root);
        if (shape == TreeShape.Container)
        {
            Containers = [new(root, root.Get("name"), ContainerList.None, "", null, context)];
        }
        else if (PodFinder.Find(root, shape, context) is { } pod)
        {
            Pods = [pod];
            Containers = pod.Containers;
        }
    }

    public JudgeContext Context { get; }

    public IReadOnlyList<Pod> Pods { get; } = [];

    public IReadOnlyList<PullSecret> PullSecrets => Pods.Count == 0 ? [] : Pods[0].PullSecrets;

    public IReadOnlyList<SecretValue> SecretValues { get; }

    public IReadOnlyList<RefusedQuantity> RefusedQuantities { get; }

    public IReadOnlyList<Container> Containers { get; } = [];
}
