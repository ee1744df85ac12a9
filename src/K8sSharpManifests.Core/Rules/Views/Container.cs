namespace K8sSharpManifests.Core.Rules.Views;

/// <summary>The list that a container is in.</summary>
internal enum ContainerList
{
    None,
    Containers,
    InitContainers,
    EphemeralContainers,

    /// <summary>Not a container: a volume whose files come from an image, which is pulled like a container's.</summary>
    ImageVolumes,
}

/// <summary>A container of any list, or an image volume: what has an image and a policy for pulling it.</summary>
internal sealed class Container : ISubject
{
    private readonly bool _isUnfinished;

    public Container(Node node, Node name, ContainerList list, string path, string? pathByName, JudgeContext context)
    {
        _isUnfinished = context.IsForUnfinished;
        var isVolume = list == ContainerList.ImageVolumes;
        Context = context;
        Node = node;
        Name = name;
        List = list;
        Path = path;
        PathByName = pathByName;
        Image = new(new(this, isVolume ? "reference" : "image"));
        ImagePullPolicy = new(this, isVolume ? "pullPolicy" : "imagePullPolicy");
    }

    public Node Node { get; }

    public Node Name { get; }

    public ContainerList List { get; }

    public string Path { get; }

    public string? PathByName { get; }

    public JudgeContext Context { get; }

    public ImageValue Image { get; }

    public Field ImagePullPolicy { get; }

    /// <summary>Whether the kubelet will ask a registry for its image that wants credentials, as far as the options tell.</summary>
    public Truth NeedsPullSecret => Image.NeedsPullSecret(Context.Options) & !ImagePullPolicy.Is("Never");

    /// <summary>Whether the policy is left to be computed from the tag. Who has not set it in an unfinished tree is taken not to.</summary>
    public Truth IsPolicyOmitted => ImagePullPolicy.IsOmitted | (_isUnfinished && Node.IsOpenWithout(ImagePullPolicy.Key));
}
