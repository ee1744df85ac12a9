using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Core.Rules.Views;
using K8sSharpManifests.Tool.Manifests;

namespace K8sSharpManifests.Tool.Images;

/// <summary>What an image is for.</summary>
internal enum ImageRole
{
    /// <summary>A container.</summary>
    Container,

    /// <summary>A container that runs before the others, or beside them from the start.</summary>
    Init,

    /// <summary>A container that somebody has put into a running pod.</summary>
    Ephemeral,

    /// <summary>A volume whose files come from an image.</summary>
    Volume,
}

/// <summary>A pull secret that is in effect for a pod.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Account">The ServiceAccount that it comes from; null where the pod names it itself.</param>
internal sealed record PullSecretUse(string Name, string? Account)
{
    /// <summary>Where it comes from: <c>pod</c>, or <c>ServiceAccount/x</c>.</summary>
    public string From => Account is null ? "pod" : $"ServiceAccount/{Account}";
}

/// <summary>What the cluster says of a container.</summary>
/// <param name="Name">Waiting, Running or Terminated; empty where nobody has said yet.</param>
/// <param name="Reason">Why it waits, or ended.</param>
/// <param name="Message">What there is to tell of that.</param>
/// <param name="Restarts">How often it was started again.</param>
internal sealed record ContainerState(string Name, string Reason, string Message, int Restarts);

/// <summary>An image of a container or a volume, and how it is pulled.</summary>
internal sealed class ContainerImage
{
    private readonly ImageUse _use;
    private readonly Mapping _root;

    /// <summary>Looks at an image.</summary>
    /// <param name="use">Where it stands.</param>
    /// <param name="root">The object around it.</param>
    /// <param name="group">What is applied together with that.</param>
    /// <param name="states">What a cluster says of the containers of the object, by their names, which has filled in then what was left out; null for an object of manifests.</param>
    public ContainerImage(ImageUse use, Mapping root, ManifestGroup group, IReadOnlyDictionary<string, ContainerState>? states = null)
    {
        (_use, _root) = (use, root);
        Environment = group.Environment;
        Pod = PodImages.PodAround(use);
        Role = RoleOf(use.Place);
        Container = (Role == ImageRole.Volume ? use.Place.Parent!.Node : use.Place.Node).Get("name").Text();
        WrittenPolicy = use.ImagePullPolicy.Text;
        Policy = PullPolicy.Of(WrittenPolicy, Reference, use.Context.Options.IsAlwaysPullRequired, isStored: states is not null);
        State = Role == ImageRole.Volume ? null : states?.GetValueOrDefault(Container);
        Place = PodImages.Place(use, root, group.HasLines);
        PullSecrets = Pod is null ? [] : [.. Pod.EffectivePullSecrets.Items.Where(item => item.IsNamed.IsTrue).Select(item => new PullSecretUse(item.Name.Text(), Account))];
    }

    /// <summary>The environment that the project was built for; empty where there is none.</summary>
    public string Environment { get; }

    /// <summary>The namespace; empty where the object names none.</summary>
    public string Namespace => _root.Get("metadata").Get("namespace").Text();

    /// <summary>The object: <c>Deployment/web</c>.</summary>
    public string Object => $"{_root.Get("kind").Text()}/{ObjectName}";

    /// <summary>The name of the container, or of the volume.</summary>
    public string Container { get; }

    /// <summary>What it is for.</summary>
    public ImageRole Role { get; }

    /// <summary>The image as it stands in the manifest.</summary>
    public string Written => _use.Image.Text;

    /// <summary>The image as it is read, with the digest of the image lock; null where it is none.</summary>
    public ImageReference? Reference => _use.Image.Reference;

    /// <summary>Why it is none.</summary>
    public ImageReferenceError Fault => Written.Length == 0 ? ImageReferenceError.Empty : _use.Image.Fault;

    /// <summary>The policy in the manifest; empty where it says none.</summary>
    public string WrittenPolicy { get; }

    /// <summary>The policy in effect.</summary>
    public PullPolicy Policy { get; }

    /// <summary>The pull secrets in effect, as far as they are seen.</summary>
    public IReadOnlyList<PullSecretUse> PullSecrets { get; }

    /// <summary>The ServiceAccount that may have more of them, and is not seen; null for none.</summary>
    public string? UnseenAccount => Pod?.GetsPullSecretFromServiceAccount.IsUnknown == true ? Pod.ServiceAccountName.Text() : null;

    /// <summary>What the cluster says of the container; null where nobody has asked it.</summary>
    public ContainerState? State { get; }

    /// <summary>Where it stands, as messages tell it.</summary>
    public string Place { get; }

    /// <summary>What the container, or the volume's source, is called in its object, such as <c>spec.containers[0]</c>.</summary>
    public string Path => _use.Place.Path;

    /// <summary>The container, or the volume's source.</summary>
    public Node Node => _use.Place.Node;

    /// <summary>The pod, or its template; null where a container stands in none.</summary>
    public Pod? Pod { get; }

    /// <summary>The options that hold for it.</summary>
    public RuleOptions Options => _use.Context.Options;

    private string ObjectName => _root.Get("metadata").Get("name").Text() is { Length: > 0 } name ? name : _root.Get("metadata").Get("generateName").Text() + "*";

    private string? Account => Pod!.ImagePullSecrets.Node.IsEmptyList().IsTrue ? Pod.ServiceAccountName.Text() : null;

    /// <summary>The images of objects, in their order.</summary>
    /// <param name="group">The objects.</param>
    /// <param name="filter">Which of them are meant.</param>
    /// <param name="imageLock">The digests that the build gives to tags; null for none.</param>
    public static IEnumerable<ContainerImage> In(ManifestGroup group, ObjectFilter filter, ImageLock? imageLock)
    {
        var applied = filter.Apply(group);
        return applied.Objects.Where(filter.Selects).SelectMany(root =>
            PodImages.Of(root, new(applied.OptionsOf(root), applied.Index) { ImageLock = imageLock }).Select(use => new ContainerImage(use, root, applied)));
    }

    private static ImageRole RoleOf(TreePlace place) => place.Parent?.Key switch
    {
        _ when place.Key == "image" => ImageRole.Volume,
        "initContainers" => ImageRole.Init,
        "ephemeralContainers" => ImageRole.Ephemeral,
        _ => ImageRole.Container,
    };
}
