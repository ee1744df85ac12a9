namespace K8sSharpManifests.Core;

/// <summary>A user name and a password for the registries of a key, as a pull secret holds them. It never shows them as a text.</summary>
/// <param name="key">The key.</param>
/// <param name="userName">The user name.</param>
/// <param name="password">The password.</param>
public sealed class RegistryCredential(RegistryKey key, string userName, string password)
{
    /// <summary>The key.</summary>
    public RegistryKey Key { get; } = key;

    /// <summary>The user name; empty where it is blotted out.</summary>
    public string UserName { get; } = userName;

    /// <summary>The password; empty where it is blotted out.</summary>
    public string Password { get; } = password;

    /// <summary>The credentials that the kubelet tries for an image, in its order: by their keys, the last one first, and Docker Hub's other name at the end.</summary>
    /// <param name="credentials">All that there are, in the order in which the pod names their secrets.</param>
    /// <param name="image">The image.</param>
    /// <returns>Those for its registry.</returns>
    /// <remarks>The source is Lookup in pkg/credentialprovider/keyring.go of Kubernetes v1.32.</remarks>
    public static IEnumerable<RegistryCredential> For(ImageReference image, IEnumerable<RegistryCredential> credentials) =>
        credentials.Where(credential => credential.Key.Matches(image)).OrderBy(credential => credential.Key.IsLegacyDockerHub).ThenByDescending(credential => credential.Key.Index, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => $"credentials for {Key.Text}";
}
