using k8s;

namespace K8sSharpManifests.Testing;

/// <summary>A Kubernetes object of a <see cref="ManifestSet"/>.</summary>
/// <param name="Kind">Its kind, like <c>Deployment</c>.</param>
/// <param name="Namespace">Its namespace; null where it has none.</param>
/// <param name="Name">Its name.</param>
/// <param name="Member">The [Manifest] member that gives it, like <c>Acme.Shop.Web</c>.</param>
/// <param name="Object">The object, with the namespace and the labels that its class gives it.</param>
/// <param name="Yaml">Its YAML, as the build writes it, without a header.</param>
public sealed record Manifest(string Kind, string? Namespace, string Name, string Member, IKubernetesObject Object, string Yaml)
{
    /// <inheritdoc/>
    public override string ToString() => Namespace is null ? $"{Kind} '{Name}'" : $"{Kind} '{Name}' in namespace '{Namespace}'";
}
