using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Tool.Images;
using K8sSharpManifests.Tool.Manifests;
using K8sSharpManifests.Tool.Pulls;
using K8sSharpManifests.Tool.Registry;
using K8sSharpManifests.Tool.Secrets;

namespace K8sSharpManifests.Tool.Explain;

/// <summary>How an image is read, which pull policy it gets, and with which credentials it is pulled.</summary>
internal sealed record ImageExplanation
{
    /// <summary>What it is the image of: <c>container 'web'</c>; empty for an image alone.</summary>
    public string Of { get; init; } = "";

    /// <summary>Where the container stands in its object, such as <c>spec.containers[0]</c>; empty for an image alone.</summary>
    public string Path { get; init; } = "";

    /// <summary>The text that was read.</summary>
    public required string Written { get; init; }

    /// <summary>The reference; null where the text is none.</summary>
    public ImageReference? Reference { get; init; }

    /// <summary>Why it is none, with what the kubelet says and what to do; empty for nothing.</summary>
    public string Fault { get; init; } = "";

    /// <summary>The policy in the manifest; empty for none.</summary>
    public string WrittenPolicy { get; init; } = "";

    /// <summary>The policy in effect, and why.</summary>
    public required PullPolicy Policy { get; init; }

    /// <summary>What may hold credentials for it.</summary>
    public IReadOnlyList<CredentialExplanation> Credentials { get; init; } = [];

    /// <summary>What is tried, in the kubelet's order.</summary>
    public IReadOnlyList<string> Tried { get; init; } = [];

    /// <summary>Whether the registry's host does not stand in the text.</summary>
    public bool IsRegistryFilledIn => Reference is { Domain.Length: > 0 } reference && !Written.StartsWith(reference.Domain + "/", StringComparison.Ordinal) && !Written.StartsWith("index.docker.io/", StringComparison.Ordinal);

    /// <summary>Whether the text leaves out <c>library/</c>.</summary>
    public bool IsLibraryFilledIn => Reference is not null && Reference.Path.StartsWith("library/", StringComparison.Ordinal) && !Written.Contains("library/", StringComparison.Ordinal);

    /// <summary>What the policy in effect comes to.</summary>
    public string Meaning => (Policy.Name, Reference) switch
    {
        ("Always", { Digest: not null }) => "each start asks the registry, though a digest is always the same image",
        ("Always", _) => "each start asks the registry which image it is now, and fetches what the node does not have",
        ("Never", _) => "the node has to have it: without, the container ends in ErrImageNeverPull",
        (_, { IsMutable: true }) => "a node that has some image of this name starts that, however old it is",
        ("IfNotPresent", _) => "a node that has it starts it without asking the registry",
        _ => "this is no policy, and the API server refuses it",
    };

    /// <summary>Explains the image of a container.</summary>
    /// <param name="use">The image.</param>
    /// <param name="group">What is applied together with its object.</param>
    public static ImageExplanation OfContainer(ContainerImage use, ManifestGroup group)
    {
        var explained = new ImageExplanation
        {
            Of = $"{(use.Role is ImageRole.Container ? "container" : use.Role is ImageRole.Volume ? "image volume" : use.Role.ToString().ToLowerInvariant() + " container")} '{use.Container}'",
            Path = use.Path,
            Written = use.Written,
            Reference = use.Reference,
            Fault = FaultOf(use.Written, use.Fault),
            WrittenPolicy = use.WrittenPolicy,
            Policy = use.Policy,
        };
        if (use.Reference is not { } image)
        {
            return explained;
        }

        var credentials = PullCredentials.Of(use.Pod, image);
        return explained with
        {
            Credentials = [.. CredentialExplanation.OfPod(use), .. CredentialExplanation.Unnamed(group, image, use.Pod)],
            Tried = use.Policy.Name == "Never" ? ["nothing: it is never pulled"]
                : credentials.Broken is { } broken ? [$"nothing: the kubelet cannot read the Secret '{broken.Name}', and then pulls no image of the pod"]
                : credentials.Items.Count > 0 ? [.. credentials.Items.Select(item => $"Secret '{item.Secret}', key '{item.Credential.Key.Text}'")]
                : [use.UnseenAccount is { } account ? $"what the ServiceAccount '{account}' names, which is not among the manifests that were read" : WithoutSecret(image, use.Options)],
        };
    }

    /// <summary>Explains an image that stands in no pod.</summary>
    /// <param name="text">The image.</param>
    /// <param name="options">The options that hold.</param>
    /// <param name="group">Objects among which there may be pull secrets; null for none.</param>
    /// <param name="docker">The logins of this machine.</param>
    /// <param name="dockerPath">Their file.</param>
    /// <exception cref="CannotRunException">It is no image reference.</exception>
    public static ImageExplanation OfImage(string text, RuleOptions options, ManifestGroup? group, DockerConfig docker, string dockerPath)
    {
        if (!ImageReference.TryParse(text, out var image, out var fault))
        {
            throw new CannotRunException($"'{SecretText.Blotted(text)}' is no rule, no FILE:LINE of a file that is there, and no image reference: {Remedy.OfReference(fault)}.");
        }

        var secrets = group is null ? [] : CredentialExplanation.Unnamed(group, image, pod: null).ToList();
        return new()
        {
            Written = text,
            Reference = image,
            Policy = PullPolicy.Of("", image, options.IsAlwaysPullRequired, isStored: false),
            Credentials = [.. secrets, CredentialExplanation.OfDocker(docker, image, dockerPath)],
            Tried = [$"the pod's pull secrets{(secrets.Any(secret => secret.Keys.Any(key => key.IsMatch)) ? ", if it names one of those that match" : "")}", WithoutSecret(image, options)],
        };
    }

    private static string FaultOf(string text, ImageReferenceError fault) =>
        fault == ImageReferenceError.None ? "" : $"{Remedy.OfReference(fault)}; the kubelet says {KubeletWords.OfReference(text, fault).Reason}";

    private static string WithoutSecret(ImageReference image, RuleOptions options) =>
        options.HasNodeCredentials(image) ? "the nodes' own credentials (k8s_node_credential_registries)"
        : "without credentials, which the kubelet does where no secret has any for it"
            + (image.Domain.Length > 0 && options.NeedsPullSecret(image) ? $"; {image.Domain} is not known to serve anyone (k8s_public_registries)" : "");
}
