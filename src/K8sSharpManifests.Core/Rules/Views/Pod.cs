namespace K8sSharpManifests.Core.Rules.Views;

/// <summary>A pod's specification, alone or in whatever holds it, with what the object around it contributes.</summary>
internal sealed class Pod : ISubject
{
    public static readonly SubjectType<Pod> Type = new(["V1PodSpec"], (place, context) => new Pod(place, context));

    private const string AccountKind = "ServiceAccount";
    private const string DefaultServiceAccount = "default";

    // An unseen item of these may have an image.
    private static readonly string[] ContainerLists = ["initContainers", "containers", "ephemeralContainers"];

    private List<ImageUse>? _images;
    private IReadOnlyList<PullSecret>? _pullSecrets;
    private bool _mayHoldMore;

    public Pod(TreePlace place, JudgeContext context)
    {
        Place = place;
        Context = context;
    }

    /// <summary>The pod's specification.</summary>
    public TreePlace Place { get; }

    /// <summary>The namespace of the object around it; missing where that gives none.</summary>
    public Node Namespace => Place.Namespace;

    public JudgeContext Context { get; }

    /// <summary>The containers of all lists and the image volumes, as far as they are seen.</summary>
    public IReadOnlyList<ImageUse> Images
    {
        get
        {
            if (_images is null)
            {
                _images = [];
                foreach (var key in ContainerLists)
                {
                    AddImages(Place.Child(key), container => container);
                }

                AddImages(Place.Child("volumes"), volume => volume.Child("image"));
            }

            return _images;
        }
    }

    public Field ImagePullSecrets => new(this, "imagePullSecrets");

    /// <summary>The items of imagePullSecrets, as far as they are seen.</summary>
    public IReadOnlyList<PullSecret> PullSecrets => _pullSecrets ??= [.. Place.Child("imagePullSecrets").Items.Select(item => new PullSecret(this, item))];

    /// <summary>The items of its ServiceAccount's imagePullSecrets, as far as the account is seen.</summary>
    public PullSecretList PullSecretsOfServiceAccount
    {
        get
        {
            var list = Context.Objects.Find(AccountKind, Namespace, ServiceAccountName)?["imagePullSecrets"] as Sequence;
            return new(
                list is null ? [] : [.. new TreePlace(list).Items.Select(item => new PullSecret(this, item))],
                Context.Objects.IsEmitted(AccountKind, Namespace, ServiceAccountName).IsUnknown);
        }
    }

    /// <summary>What the kubelet pulls with: its own, or, where it has none at all, those of its ServiceAccount.</summary>
    public PullSecretList EffectivePullSecrets => ImagePullSecrets.Node.IsEmptyList().IsTrue
        ? PullSecretsOfServiceAccount
        : new(PullSecrets, ImagePullSecrets.Node is Unknown or Sequence { IsOpen: true });

    public Truth HasPullSecret => ImagePullSecrets.Node.HasNamedItem();

    /// <summary>The account that the pod runs as: by the field, by its deprecated alias, or <c>default</c>.</summary>
    public Node ServiceAccountName
    {
        get
        {
            var name = Place.Node.Get("serviceAccountName");
            name = name.IsOmitted().IsTrue ? Place.Node.Get("serviceAccount") : name;
            return name.IsOmitted().IsTrue ? Scalar.String(DefaultServiceAccount) : name;
        }
    }

    /// <summary>
    /// Whether its ServiceAccount gives the pod a pull secret: not where its own list has any item, even a useless one. An account that is not seen may have one, but for
    /// <c>default</c>, which is taken to have none unless somebody says that it lives elsewhere.
    /// </summary>
    public Truth GetsPullSecretFromServiceAccount => ImagePullSecrets.Node.IsEmptyList() & Context.Objects.Holds(
        AccountKind,
        Namespace,
        ServiceAccountName,
        account => account.Get("imagePullSecrets").HasNamedItem(),
        otherwise: (!ServiceAccountName.Is(DefaultServiceAccount) | Context.IsExternal(AccountKind, Namespace, ServiceAccountName)) & Truth.Unknown);

    /// <summary>Whether a predicate holds for an image; Unknown instead of False where some may not be seen.</summary>
    public Truth AnyImage(Func<ImageUse, Truth> predicate) =>
        Truth.Any(Images, predicate) | (_mayHoldMore ? Truth.Unknown : Truth.False);

    /// <summary>The fix that adds a pull secret. Where the name is a stand-in that the user replaces, never for all at once.</summary>
    public Fix AddPullSecret(string name, bool isStandIn) => Fix.Append(
        Place, ImagePullSecrets.Key, new Mapping([new("name", Scalar.String(name))]), $"Add the pull secret '{name}'", isSafeForFixAll: !isStandIn);

    private void AddImages(TreePlace list, Func<TreePlace, TreePlace> image)
    {
        _mayHoldMore |= list.Node is Unknown or Sequence { IsOpen: true };
        foreach (var use in list.Items.Select(image))
        {
            if (use.Node is Mapping)
            {
                _images!.Add(new(use, Context));
            }

            _mayHoldMore |= use.Node is Unknown;
        }
    }
}
