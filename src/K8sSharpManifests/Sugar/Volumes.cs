using System.Runtime.CompilerServices;
using k8s.Models;

namespace K8sSharpManifests;

[EmbedSource]
public static partial class Fluent
{
    /// <summary>Adds a volume with the keys of a config map as files, and mounts it.</summary>
    /// <param name="self">The pod's spec, with the containers that are to see the volume.</param>
    /// <param name="configMap">The config map or its name, in the pod's namespace.</param>
    /// <param name="mountPath">Where the containers see it: a folder, or with <paramref name="subPath"/> that one file.</param>
    /// <param name="container">The one container that mounts it; all containers that are there by now where it is not given.</param>
    /// <param name="name">The volume's name; the config map's where it is not given.</param>
    /// <param name="subPath">
    /// The one file of the volume that is mounted, beside what the image has in its folder, like <c>appsettings.Production.json</c>. Such a file stays as it is
    /// until the pod restarts.
    /// </param>
    /// <param name="items">The keys that become files, and how these are called; all keys where it is not given.</param>
    /// <param name="defaultMode">The files' permissions in octal, like <c>"0400"</c>; 0644 where it is not given.</param>
    /// <returns>A changed copy.</returns>
    /// <exception cref="InvalidOperationException">The pod has no such container (yet), or another volume of that name.</exception>
    public static V1PodSpec MountConfigMap(
        this V1PodSpec self,
        string configMap,
        string mountPath,
        string? container = null,
        string? name = null,
        string? subPath = null,
        IEnumerable<V1KeyToPath>? items = null,
        string? defaultMode = null) =>
        self.MountVolume(
            new V1Volume { Name = name ?? configMap, ConfigMap = new() { Name = configMap, Items = items?.ToList(), DefaultMode = Octal(defaultMode) } },
            mountPath,
            container,
            readOnly: true,
            subPath);

    /// <inheritdoc cref="MountConfigMap(V1PodSpec, string, string, string?, string?, string?, IEnumerable{V1KeyToPath}?, string?)"/>
    [OverloadResolutionPriority(-1)]
    public static V1PodSpec MountConfigMap(
        this V1PodSpec self,
        V1ConfigMap configMap,
        string mountPath,
        string? container = null,
        string? name = null,
        string? subPath = null,
        IEnumerable<V1KeyToPath>? items = null,
        string? defaultMode = null) =>
        self.MountConfigMap(NameOf(configMap.Metadata, "ConfigMap"), mountPath, container, name, subPath, items, defaultMode);

    /// <summary>Adds a volume with the keys of a secret as files, and mounts it.</summary>
    /// <param name="self">The pod's spec, with the containers that are to see the volume.</param>
    /// <param name="secret">The secret or its name, in the pod's namespace.</param>
    /// <param name="mountPath">Where the containers see it: a folder, or with <paramref name="subPath"/> that one file.</param>
    /// <param name="container">The one container that mounts it; all containers that are there by now where it is not given.</param>
    /// <param name="name">The volume's name; the secret's where it is not given.</param>
    /// <param name="subPath">
    /// The one file of the volume that is mounted, beside what the image has in its folder. Such a file stays as it is until the pod restarts.
    /// </param>
    /// <param name="items">The keys that become files, and how these are called; all keys where it is not given.</param>
    /// <param name="defaultMode">The files' permissions in octal, like <c>"0400"</c>; 0644 where it is not given.</param>
    /// <returns>A changed copy.</returns>
    /// <exception cref="InvalidOperationException">The pod has no such container (yet), or another volume of that name.</exception>
    public static V1PodSpec MountSecret(
        this V1PodSpec self,
        string secret,
        string mountPath,
        string? container = null,
        string? name = null,
        string? subPath = null,
        IEnumerable<V1KeyToPath>? items = null,
        string? defaultMode = null) =>
        self.MountVolume(
            new V1Volume { Name = name ?? secret, Secret = new() { SecretName = secret, Items = items?.ToList(), DefaultMode = Octal(defaultMode) } },
            mountPath,
            container,
            readOnly: true,
            subPath);

    /// <inheritdoc cref="MountSecret(V1PodSpec, string, string, string?, string?, string?, IEnumerable{V1KeyToPath}?, string?)"/>
    [OverloadResolutionPriority(-1)]
    public static V1PodSpec MountSecret(
        this V1PodSpec self,
        V1Secret secret,
        string mountPath,
        string? container = null,
        string? name = null,
        string? subPath = null,
        IEnumerable<V1KeyToPath>? items = null,
        string? defaultMode = null) =>
        self.MountSecret(NameOf(secret.Metadata, "Secret"), mountPath, container, name, subPath, items, defaultMode);

    /// <summary>Adds an empty volume that lives as long as the pod, and mounts it.</summary>
    /// <param name="self">The pod's spec, with the containers that are to see the volume.</param>
    /// <param name="name">The volume's name.</param>
    /// <param name="mountPath">Where the containers see it.</param>
    /// <param name="container">The one container that mounts it; all containers that are there by now where it is not given.</param>
    /// <param name="medium">See <see cref="StorageMedium"/>; the node's disk where it is not given.</param>
    /// <param name="sizeLimit">How large it may grow, like <c>64Mi</c>.</param>
    /// <returns>A changed copy.</returns>
    /// <exception cref="InvalidOperationException">The pod has no such container (yet), or another volume of that name.</exception>
    public static V1PodSpec MountEmptyDir(
        this V1PodSpec self, string name, string mountPath, string? container = null, string? medium = null, ResourceQuantity? sizeLimit = null) =>
        self.MountVolume(new V1Volume { Name = name, EmptyDir = new() { Medium = medium, SizeLimit = sizeLimit } }, mountPath, container);

    /// <inheritdoc cref="MountEmptyDir(V1PodSpec, string, string, string, string, ResourceQuantity)"/>
    [OverloadResolutionPriority(1)]
    public static V1PodSpec MountEmptyDir(
        this V1PodSpec self, string name, string mountPath, string? container = null, string? medium = null, string? sizeLimit = null) =>
        self.MountEmptyDir(name, mountPath, container, medium, K8sSharpManifests.K8s.ParseQuantity(sizeLimit));

    /// <summary>Adds a file or folder of the node, and mounts it.</summary>
    /// <param name="self">The pod's spec, with the containers that are to see the volume.</param>
    /// <param name="path">Where it is on the node.</param>
    /// <param name="mountPath">Where the containers see it.</param>
    /// <param name="container">The one container that mounts it; all containers that are there by now where it is not given.</param>
    /// <param name="name">The volume's name; the path with dashes, like <c>var-log</c>, where it is not given.</param>
    /// <param name="readOnly">Whether the containers may only read.</param>
    /// <param name="type">What has to be there; see <see cref="HostPathType"/>.</param>
    /// <returns>A changed copy.</returns>
    /// <exception cref="InvalidOperationException">The pod has no such container (yet), or another volume of that name.</exception>
    public static V1PodSpec MountHostPath(
        this V1PodSpec self, string path, string mountPath, string? container = null, string? name = null, bool? readOnly = null, string? type = null) =>
        self.MountVolume(
            new V1Volume { Name = name ?? NameOf(path), HostPath = new() { Path = path, Type = type } }, mountPath, container, readOnly);

    /// <summary>Adds a volume from a persistent volume claim, and mounts it.</summary>
    /// <param name="self">The pod's spec, with the containers that are to see the volume.</param>
    /// <param name="claim">The claim or its name, in the pod's namespace.</param>
    /// <param name="mountPath">Where the containers see it.</param>
    /// <param name="container">The one container that mounts it; all containers that are there by now where it is not given.</param>
    /// <param name="name">The volume's name; the claim's where it is not given.</param>
    /// <param name="readOnly">Whether the containers may only read.</param>
    /// <param name="subPath">The folder of the volume that is mounted; all of it where it is not given.</param>
    /// <returns>A changed copy.</returns>
    /// <exception cref="InvalidOperationException">The pod has no such container (yet), or another volume of that name.</exception>
    public static V1PodSpec MountClaim(
        this V1PodSpec self, string claim, string mountPath, string? container = null, string? name = null, bool? readOnly = null, string? subPath = null) =>
        self.MountVolume(
            new V1Volume { Name = name ?? claim, PersistentVolumeClaim = new() { ClaimName = claim } }, mountPath, container, readOnly, subPath);

    /// <inheritdoc cref="MountClaim(V1PodSpec, string, string, string?, string?, bool?, string?)"/>
    [OverloadResolutionPriority(-1)]
    public static V1PodSpec MountClaim(
        this V1PodSpec self,
        V1PersistentVolumeClaim claim,
        string mountPath,
        string? container = null,
        string? name = null,
        bool? readOnly = null,
        string? subPath = null) =>
        self.MountClaim(NameOf(claim.Metadata, "PersistentVolumeClaim"), mountPath, container, name, readOnly, subPath);

    /// <summary>Adds a volume, unless it is there already, and mounts it.</summary>
    /// <param name="self">The pod's spec, with the containers that are to see the volume.</param>
    /// <param name="volume">The volume, with its name and its source.</param>
    /// <param name="mountPath">Where the containers see it.</param>
    /// <param name="container">The one container that mounts it; all containers that are there by now where it is not given.</param>
    /// <param name="readOnly">Whether the containers may only read.</param>
    /// <param name="subPath">The file or folder of the volume that is mounted; all of it where it is not given.</param>
    /// <returns>A changed copy.</returns>
    /// <exception cref="InvalidOperationException">The pod has no such container (yet), or another volume of that name.</exception>
    public static V1PodSpec MountVolume(
        this V1PodSpec self, V1Volume volume, string mountPath, string? container = null, bool? readOnly = null, string? subPath = null) =>
        self.WithVolume(volume).Mount(volume.Name, mountPath, container, readOnly, subPath);

    /// <summary>Gives each pod of a stateful set a volume of its own, which outlives it, and mounts it.</summary>
    /// <param name="self">The stateful set's spec, with the containers that are to see the volume.</param>
    /// <param name="name">The volume's name.</param>
    /// <param name="storage">How much it requests, like <c>10Gi</c>.</param>
    /// <param name="mountPath">Where the containers see it; it is not mounted where it is not given.</param>
    /// <param name="container">The one container that mounts it; all containers that are there by now where it is not given.</param>
    /// <param name="storageClass">The storage class's name; the cluster's default where it is not given.</param>
    /// <returns>A changed copy.</returns>
    /// <exception cref="InvalidOperationException">The pod has no such container (yet).</exception>
    public static V1StatefulSetSpec AddVolumeClaimTemplate(
        this V1StatefulSetSpec self, string name, string storage, string? mountPath = null, string? container = null, string? storageClass = null) =>
        mountPath is null
            ? self.AddVolumeClaimTemplate(K8s.PersistentVolumeClaim(name, storage).WithStorageClassName(storageClass))
            : self.WithTemplate((self.Template ?? new()).WithSpec((self.Template?.Spec ?? new()).Mount(name, mountPath, container, null, null)))
                .AddVolumeClaimTemplate(K8s.PersistentVolumeClaim(name, storage).WithStorageClassName(storageClass));

    private static V1PodSpec WithVolume(this V1PodSpec self, V1Volume volume) =>
        self.Volumes?.Any(known => known.Name == volume.Name) != true ? self.AddVolume(volume)
            : self.Volumes.Any(known => IsSame(known, volume)) ? self
            : throw new InvalidOperationException($"The pod has another volume '{volume.Name}': give this one a name of its own.");

    // What says more than its source, such as which keys, is another volume.
    private static bool IsSame(V1Volume known, V1Volume volume) =>
        known.Name == volume.Name
        && known.ConfigMap?.Name == volume.ConfigMap?.Name
        && known.Secret?.SecretName == volume.Secret?.SecretName
        && known.PersistentVolumeClaim?.ClaimName == volume.PersistentVolumeClaim?.ClaimName
        && known.HostPath?.Path == volume.HostPath?.Path
        && known.EmptyDir is null == volume.EmptyDir is null
        && (known.ConfigMap ?? known.Secret ?? known.PersistentVolumeClaim ?? known.HostPath ?? (object?)known.EmptyDir) is not null
        && (volume.ConfigMap?.Items ?? volume.Secret?.Items) is null
        && (volume.ConfigMap?.DefaultMode ?? volume.Secret?.DefaultMode) is null
        && (volume.EmptyDir?.Medium ?? volume.HostPath?.Type ?? (object?)volume.EmptyDir?.SizeLimit) is null;

    private static V1PodSpec Mount(this V1PodSpec self, string volume, string mountPath, string? container, bool? readOnly, string? subPath) =>
        self.Containers is { Count: > 0 } containers && (container is null || containers.Any(c => c.Name == container))
            ? self.WithContainers(containers.Select(c => container is null || c.Name == container
                ? c.AddVolumeMount(volume, mountPath, subPath, readOnly)
                : c))
            : throw new InvalidOperationException(container is null
                ? $"The volume '{volume}' has no container to be mounted in: add the containers first, then the volume."
                : $"The volume '{volume}' is to be mounted in the container '{container}', which the pod does not have (yet): add the container first, then the volume.");

    private static string NameOf(string path) =>
        path.Trim('/') is { Length: > 0 } name ? name.Replace('/', '-').Replace('.', '-').Replace('_', '-').ToLowerInvariant() : "root";

    private static int? Octal(string? mode) => mode is null ? null : Convert.ToInt32(mode, 8);
}
