using K8sSharpManifests.Core;
using K8sSharpManifests.Tool.Images;
using K8sSharpManifests.Tool.Registry;

namespace K8sSharpManifests.Tool.Pulls;

/// <summary>An image as some pods would pull it: what is checked once, however many pods there are.</summary>
/// <param name="Image">What messages call it: its canonical text, or what stands in the manifest where that is no reference.</param>
/// <param name="Reference">The image; null where the text is no reference.</param>
/// <param name="Fault">Why it is none.</param>
internal sealed record PullTarget(string Image, ImageReference? Reference, ImageReferenceError Fault)
{
    /// <summary>Whether no pod pulls it (<c>imagePullPolicy: Never</c>).</summary>
    public bool IsNeverPulled { get; init; }

    /// <summary>By what one knows that the nodes have it, of an image that is never pulled; empty where nothing says so.</summary>
    public string ThereBecause { get; init; } = "";

    /// <summary>Whether the nodes have credentials of their own for its registry, as the options say.</summary>
    public bool HasNodeCredentials { get; init; }

    /// <summary>The logins of the pods' pull secrets for it, in the kubelet's order.</summary>
    public IReadOnlyList<RegistryLogin> Logins { get; init; } = [];

    /// <summary>Why a secret that the pods name has no login for it.</summary>
    public IReadOnlyList<string> MissingLogins { get; init; } = [];

    /// <summary>Why the kubelet makes no pull of these pods at all, whatever the image; empty where it does.</summary>
    public string BrokenSecret { get; init; } = "";

    /// <summary>What the kubelet says of that.</summary>
    public string KubeletError { get; init; } = "";

    /// <summary>The Secrets that may not be read, and may have logins for it: <c>shop/reg</c>.</summary>
    public IReadOnlyList<string> ForbiddenSecrets { get; init; } = [];

    /// <summary>Whether its files are a volume's, of which nothing is executed.</summary>
    public bool IsVolume { get; init; }

    /// <summary>The containers that need it, in their order.</summary>
    public List<ContainerImage> Uses { get; } = [];
}
