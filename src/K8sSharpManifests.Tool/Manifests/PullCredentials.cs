using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Tool.Manifests;

/// <summary>The credentials that the kubelet tries for an image of a pod, as far as the pod's secrets are seen.</summary>
/// <param name="Items">The credentials in its order, with the names of their secrets.</param>
/// <param name="Missing">Why a secret that the pod names gives none, a sentence's end each: <c>the Secret 'db' is …</c>.</param>
internal sealed record PullCredentials(IReadOnlyList<(string Secret, RegistryCredential Credential)> Items, IReadOnlyList<string> Missing)
{
    /// <summary>The first secret that the kubelet cannot read, for which it makes no pull of the pod at all; null for none.</summary>
    public EmittedSecret? Broken { get; init; }

    /// <summary>No secret is named.</summary>
    public static PullCredentials None { get; } = new([], []);

    /// <summary>Those for an image.</summary>
    /// <param name="pod">The pod; null where a container stands in none.</param>
    /// <param name="image">The image.</param>
    /// <param name="whyUnseen">Why a Secret that the pod names is not seen, to follow its name.</param>
    public static PullCredentials Of(Pod? pod, ImageReference image, Func<PullSecret, string>? whyUnseen = null)
    {
        if (pod is null)
        {
            return None;
        }

        var named = pod.EffectivePullSecrets.Items.Where(item => item.IsNamed.IsTrue).ToList();
        var secrets = named.Select(item => item.Secret).OfType<EmittedSecret>().Distinct().ToList();
        var names = secrets.SelectMany(secret => secret.Credentials.Select(credential => (credential, secret.Name))).DistinctBy(pair => pair.credential).ToDictionary(pair => pair.credential, pair => pair.Name);
        var usable = secrets.SelectMany(secret => secret.Credentials).Where(credential => credential.Password.Length > 0);
        return new(
            [.. RegistryCredential.For(image, usable).Select(credential => (names[credential], credential))],
            [.. named.Select(item => Fault(item, image, whyUnseen)).OfType<string>().Distinct()])
        {
            Broken = secrets.Find(secret => secret.KubeletError.Length > 0),
        };
    }

    /// <summary>Why a secret that a pod names gives no credentials for an image, a sentence's end; null where it gives some.</summary>
    /// <param name="item">Where the pod names it, or its ServiceAccount.</param>
    /// <param name="image">The image.</param>
    /// <param name="whyUnseen">Why a Secret that is not seen is not, to follow its name.</param>
    public static string? Fault(PullSecret item, ImageReference image, Func<PullSecret, string>? whyUnseen = null)
    {
        var name = $"the Secret '{item.Name.Text()}'";
        return item.Secret is not { } secret ? $"{name} {whyUnseen?.Invoke(item) ?? "is not seen"}"
            : !secret.IsRegistrySecret ? $"{name} is of type {secret.Type}, which the kubelet does not look into"
            : secret.KubeletError.Length > 0 ? $"{name} cannot be read by the kubelet, which then pulls no image of the pod: {secret.Fault}"
            : secret.Credentials.Any(credential => credential.Password.Length > 0 && credential.Key.Matches(image)) ? null
            : secret.Fault.Length > 0 ? $"{name} cannot be used: {secret.Fault}"
            : secret.IsRedacted ? $"the content of {name} is blotted out"
            : $"{name} is for {string.Join(", ", secret.Keys.Select(key => key.Text))}";
    }
}
