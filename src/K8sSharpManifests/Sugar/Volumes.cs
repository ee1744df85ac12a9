using System.Runtime.CompilerServices;
using k8s.Models;

namespace K8sSharpManifests;

[EmbedSource]
public static partial class Fluent
{
    /// <summary>Adds a volume with the keys of a config map as files, and mounts it.</summary>
    /// <param name="self">The pod's spec, with the containers that are to see the volume.</param>
    /// <param name="configMap">The config map's name.</param>
    /// <param name="mountPath">Where the containers see it.</param>
    /// <param name="container">The one container that mounts it; all containers that are there by now where it is not given.</param>
    /// <param name="name">The volume's name; the config map's where it is not given.</param>
    /// <returns>A changed copy.</returns>
    /// <exception cref="InvalidOperationException">The pod has no such container (yet).</exception>
    public static V1PodSpec MountConfigMap(
        this V1PodSpec self, string configMap, string mountPath, string? container = null, string? name = null) =>
        self.MountVolume(new V1Volume { Name = name ?? configMap, ConfigMap = new() { Name = configMap } }, mountPath, container, readOnly: true);

    /// <summary>Adds a volume with the keys of a secret as files, and mounts it.</summary>
    /// <param name="self">The pod's spec, with the containers that are to see the volume.</param>
    /// <param name="secret">The secret's name.</param>
    /// <param name="mountPath">Where the containers see it.</param>
    /// <param name="container">The one container that mounts it; all containers that are there by now where it is not given.</param>
    /// <param name="name">The volume's name; the secret's where it is not given.</param>
    /// <returns>A changed copy.</returns>
    /// <exception cref="InvalidOperationException">The pod has no such container (yet).</exception>
    public static V1PodSpec MountSecret(this V1PodSpec self, string secret, string mountPath, string? container = null, string? name = null) =>
        self.MountVolume(new V1Volume { Name = name ?? secret, Secret = new() { SecretName = secret } }, mountPath, container, readOnly: true);

    /// <summary>Adds an empty volume that lives as long as the pod, and mounts it.</summary>
    /// <param name="self">The pod's spec, with the containers that are to see the volume.</param>
    /// <param name="name">The volume's name.</param>
    /// <param name="mountPath">Where the containers see it.</param>
    /// <param name="container">The one container that mounts it; all containers that are there by now where it is not given.</param>
    /// <param name="medium">See <see cref="StorageMedium"/>; the node's disk where it is not given.</param>
    /// <param name="sizeLimit">How large it may grow, like <c>64Mi</c>.</param>
    /// <returns>A changed copy.</returns>
    /// <exception cref="InvalidOperationException">The pod has no such container (yet).</exception>
    public static V1PodSpec MountEmptyDir(
        this V1PodSpec self, string name, string mountPath, string? container = null, string? medium = null, ResourceQuantity? sizeLimit = null) =>
        self.MountVolume(new V1Volume { Name = name, EmptyDir = new() { Medium = medium, SizeLimit = sizeLimit } }, mountPath, container);

    /// <inheritdoc cref="MountEmptyDir(V1PodSpec, string, string, string, string, ResourceQuantity)"/>
    [OverloadResolutionPriority(1)]
    public static V1PodSpec MountEmptyDir(
        this V1PodSpec self, string name, string mountPath, string? container = null, string? medium = null, string? sizeLimit = null) =>
        self.MountEmptyDir(name, mountPath, container, medium, K8sSharpManifests.K8s.ParseQuantity(sizeLimit));

    /// <summary>Adds a volume from a persistent volume claim, and mounts it.</summary>
    /// <param name="self">The pod's spec, with the containers that are to see the volume.</param>
    /// <param name="claim">The claim's name.</param>
    /// <param name="mountPath">Where the containers see it.</param>
    /// <param name="container">The one container that mounts it; all containers that are there by now where it is not given.</param>
    /// <param name="name">The volume's name; the claim's where it is not given.</param>
    /// <param name="readOnly">Whether the containers may only read.</param>
    /// <returns>A changed copy.</returns>
    /// <exception cref="InvalidOperationException">The pod has no such container (yet).</exception>
    public static V1PodSpec MountClaim(
        this V1PodSpec self, string claim, string mountPath, string? container = null, string? name = null, bool? readOnly = null) =>
        self.MountVolume(
            new V1Volume { Name = name ?? claim, PersistentVolumeClaim = new() { ClaimName = claim } }, mountPath, container, readOnly);

    /// <summary>Adds a volume and mounts it.</summary>
    /// <param name="self">The pod's spec, with the containers that are to see the volume.</param>
    /// <param name="volume">The volume, with its name and its source.</param>
    /// <param name="mountPath">Where the containers see it.</param>
    /// <param name="container">The one container that mounts it; all containers that are there by now where it is not given.</param>
    /// <param name="readOnly">Whether the containers may only read.</param>
    /// <returns>A changed copy.</returns>
    /// <exception cref="InvalidOperationException">The pod has no such container (yet).</exception>
    public static V1PodSpec MountVolume(
        this V1PodSpec self, V1Volume volume, string mountPath, string? container = null, bool? readOnly = null) =>
        self.Containers is { Count: > 0 } containers && (container is null || containers.Any(c => c.Name == container))
            ? self.AddVolume(volume).WithContainers(containers.Select(c => container is null || c.Name == container
                ? c.AddVolumeMount(new V1VolumeMount { Name = volume.Name, MountPath = mountPath, ReadOnlyProperty = readOnly })
                : c))
            : throw new InvalidOperationException(container is null
                ? $"The volume '{volume.Name}' has no container to be mounted in: add the containers first, then the volume."
                : $"The volume '{volume.Name}' is to be mounted in the container '{container}', which the pod does not have (yet): add the container first, then the volume.");
}
