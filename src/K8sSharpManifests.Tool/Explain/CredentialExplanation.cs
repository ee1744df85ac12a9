using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules.Views;
using K8sSharpManifests.Tool.Images;
using K8sSharpManifests.Tool.Manifests;
using K8sSharpManifests.Tool.Registry;

namespace K8sSharpManifests.Tool.Explain;

/// <summary>A key of a registry credential, and whether it is for an image.</summary>
/// <param name="Key">The key, as it is written.</param>
/// <param name="IsMatch">Whether it is.</param>
/// <param name="Why">Why, or why not.</param>
internal sealed record KeyExplanation(string Key, bool IsMatch, string Why)
{
    /// <summary>Compares a key with an image, as the kubelet does.</summary>
    public static KeyExplanation Of(RegistryKey key, ImageReference image)
    {
        var mismatch = key.Mismatch(image);
        return new(key.Text, mismatch == RegistryKeyMismatch.None, mismatch switch
        {
            RegistryKeyMismatch.Port => $"the port differs from that of {image.Domain}: it has to be the same, or none in both",
            RegistryKeyMismatch.Labels => $"its host has not as many labels as {image.Domain}, and a '*' stands for exactly one",
            RegistryKeyMismatch.Host => $"it is another host than {image.Domain}",
            RegistryKeyMismatch.Path => $"the repository {image.Path} does not begin with its path",
            _ when key.IsLegacyDockerHub => "Docker Hub's other name, to which the kubelet goes when no other key is left",
            _ => "host, port and the start of the path are the same",
        });
    }
}

/// <summary>Something that may hold credentials for an image, and what it holds.</summary>
/// <param name="Name">What it is called: <c>Secret 'reg'</c>.</param>
/// <param name="From">Who names it: <c>pod</c>, <c>ServiceAccount/x</c>, or empty for nobody.</param>
/// <param name="Fault">Why nothing in it is tried; empty for nothing.</param>
/// <param name="Keys">Its keys, and which of them are for the image.</param>
internal sealed record CredentialExplanation(string Name, string From, string Fault, IReadOnlyList<KeyExplanation> Keys)
{
    private const string NotGiven = "is not among the manifests that were read: --with names more";

    /// <summary>The pull secrets that a pod has in effect for an image, in the order in which they are named.</summary>
    /// <param name="use">The image.</param>
    public static IEnumerable<CredentialExplanation> OfPod(ContainerImage use)
    {
        var items = use.Pod is { } pod ? pod.EffectivePullSecrets.Items.Where(item => item.IsNamed.IsTrue) : [];
        return items.Zip(use.PullSecrets, (item, named) => Of(item, named, use.Reference!));
    }

    /// <summary>The pull secrets among objects that have credentials for an image, and that the pod does not name.</summary>
    /// <param name="manifests">The objects.</param>
    /// <param name="image">The image.</param>
    /// <param name="pod">The pod; null for that there is none, and all count.</param>
    public static IEnumerable<CredentialExplanation> Unnamed(ManifestGroup manifests, ImageReference image, Pod? pod)
    {
        var named = (pod?.EffectivePullSecrets.Items ?? []).Select(item => item.Secret?.Root).ToHashSet(ReferenceEqualityComparer.Instance);
        return
            from root in manifests.Objects
            where root.Get("kind").Text() == "Secret" && !named.Contains(root) && (pod is null || root.Get("metadata").Get("namespace").HasSameTextAs(pod.Namespace).IsTrue)
            let secret = manifests.Index.Secret(root)
            where secret.IsRegistrySecret && (pod is null || secret.Keys.Any(key => key.Matches(image)))
            select new CredentialExplanation($"Secret '{secret.Name}'", "", FaultOf(secret), Explained(secret.Keys, image));
    }

    /// <summary>The logins of the Docker configuration, by their keys alone.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="image">The image.</param>
    /// <param name="path">The file.</param>
    public static CredentialExplanation OfDocker(DockerConfig config, ImageReference image, string path)
    {
        var helper = config.HelperFor(image) is { } name ? new[] { new KeyExplanation($"docker-credential-{name}", true, $"the credential helper, which is asked for {image.Domain}") } : [];
        KeyExplanation[] keys = [.. helper, .. Explained(config.Keys, image)];
        return new($"Docker configuration {path}", "", keys.Length == 0 ? "it has no logins" : "", keys);
    }

    private static CredentialExplanation Of(PullSecret item, PullSecretUse named, ImageReference image)
    {
        var keys = item.Secret is { } secret ? Explained(secret.Keys, image) : [];
        var name = $"Secret '{named.Name}'";
        var fault = keys.Count > 0 && item.Secret is { Fault.Length: 0, IsRedacted: false } ? "" : PullCredentials.Fault(item, image, _ => NotGiven) ?? "";
        return new(name, named.From, fault.StartsWith($"the {name} ", StringComparison.Ordinal) ? "it" + fault[$"the {name}".Length..] : fault, keys);
    }

    private static string FaultOf(EmittedSecret secret) => secret.Fault.Length > 0 ? $"it cannot be used: {secret.Fault}" : secret.IsRedacted ? "its content is blotted out" : "";

    private static List<KeyExplanation> Explained(IEnumerable<RegistryKey> keys, ImageReference image) => [.. keys.Select(key => KeyExplanation.Of(key, image))];
}
