using K8sSharpManifests.Core;

namespace K8sSharpManifests.Tool.Pin;

/// <summary>An image that is to be in the lock, and with what the kubelet would pull it.</summary>
/// <param name="Key">What the lock calls it.</param>
/// <param name="Reference">The image.</param>
internal sealed record PinnedImage(string Key, ImageReference Reference)
{
    /// <summary>Where it stands first, as messages tell it.</summary>
    public required string Place { get; init; }

    /// <summary>The credentials of the pods' pull secrets for it, in the kubelet's order, with the name of the secret.</summary>
    public List<(string Secret, RegistryCredential Credential)> Credentials { get; } = [];
}
