namespace K8sSharpManifests.Core.Rules.Views;

/// <summary>A pod's specification, alone or in whatever holds it, with what the object around it contributes.</summary>
internal sealed class Pod : ISubject
{
    private const string DefaultServiceAccount = "default";

    private readonly List<Container> _containers = [];
    private bool _mayHoldMore;

    public Pod(Node spec, string path, Node podNamespace, JudgeContext context)
    {
        Node = spec;
        Path = path;
        Namespace = podNamespace;
        Context = context;
        AddContainers("initContainers", ContainerList.InitContainers);
        AddContainers("containers", ContainerList.Containers);
        AddContainers("ephemeralContainers", ContainerList.EphemeralContainers);
        AddContainers("volumes", ContainerList.ImageVolumes);
        PullSecrets = ImagePullSecrets.Node is Sequence list ? [.. list.Items.Select((_, i) => new PullSecret(this, list, i, ImagePullSecrets.Path))] : [];
    }

    /// <summary>The pod's specification.</summary>
    public Node Node { get; }

    public string Path { get; }

    public string? PathByName => null;

    /// <summary>The namespace of the object around it; missing where that gives none.</summary>
    public Node Namespace { get; }

    public JudgeContext Context { get; }

    /// <summary>The containers of all lists and the image volumes, as far as they are seen.</summary>
    public IReadOnlyList<Container> Containers => _containers;

    public Field ImagePullSecrets => new(this, "imagePullSecrets");

    /// <summary>The items of imagePullSecrets, as far as they are seen.</summary>
    public IReadOnlyList<PullSecret> PullSecrets { get; }

    /// <summary>The items of its ServiceAccount's imagePullSecrets, where the account is seen.</summary>
    public IReadOnlyList<PullSecret> PullSecretsOfServiceAccount =>
        Context.ServiceAccounts.PullSecrets(Namespace, ServiceAccountName) is { } list ? [.. list.Items.Select((_, i) => new PullSecret(this, list, i, ImagePullSecrets.Path))] : [];

    /// <summary>What the kubelet pulls with: its own, or, where it has none at all, those of its ServiceAccount.</summary>
    public IReadOnlyList<PullSecret> EffectivePullSecrets => ImagePullSecrets.Node.IsEmptyList().IsTrue ? PullSecretsOfServiceAccount : PullSecrets;

    public Truth HasPullSecret => ImagePullSecrets.Node.HasNamedItem();

    /// <summary>The account that the pod runs as: by the field, by its deprecated alias, or <c>default</c>.</summary>
    public Node ServiceAccountName
    {
        get
        {
            var name = Node.Get("serviceAccountName");
            name = name.IsOmitted().IsTrue ? Node.Get("serviceAccount") : name;
            return name.IsOmitted().IsTrue ? Scalar.String(DefaultServiceAccount) : name;
        }
    }

    /// <summary>Whether its ServiceAccount gives the pod a pull secret: not where its own list has any item, even a useless one.</summary>
    public Truth GetsPullSecretFromServiceAccount =>
        ImagePullSecrets.Node.IsEmptyList()
        & Context.ServiceAccounts.HavePullSecret(Namespace, ServiceAccountName, Context.IsExternal("ServiceAccount", Namespace, ServiceAccountName));

    /// <summary>Whether a predicate holds for a container; Unknown instead of False where some may not be seen.</summary>
    public Truth AnyContainer(Func<Container, Truth> predicate) =>
        Truth.Any(_containers, predicate) | (_mayHoldMore ? Truth.Unknown : Truth.False);

    private void AddContainers(string key, ContainerList kind)
    {
        var node = Node.Get(key);
        if (node is not Sequence list)
        {
            _mayHoldMore |= node is Unknown;
            return;
        }

        _mayHoldMore |= list.IsOpen;
        for (var i = 0; i < list.Items.Count; i++)
        {
            Add(list, i, kind, Path.Length == 0 ? key : Path + "." + key);
        }
    }

    private void Add(Sequence list, int index, ContainerList kind, string listPath)
    {
        var item = list.Items[index];
        var isVolume = kind == ContainerList.ImageVolumes;
        var node = isVolume ? item.Get("image") : item;
        if (node is not Mapping)
        {
            _mayHoldMore |= node is Unknown;
            return;
        }

        var name = item.Get("name");
        var suffix = isVolume ? ".image" : "";
        var byName = name.Text() is { Length: > 0 } text ? $"{listPath}[name={text}]{suffix}" : null;
        var path = list.IsOpen ? byName ?? $"{listPath}[?]{suffix}" : $"{listPath}[{index}]{suffix}";
        _containers.Add(new(node, name, kind, path, byName, Context));
    }
}
