using System.Runtime.CompilerServices;
using k8s.Models;

namespace K8sSharpManifests;

[EmbedSource]
public static partial class Fluent
{
    /// <summary>Adds a container.</summary>
    /// <param name="self">The pod's spec.</param>
    /// <param name="name">The container's name, unique in the pod.</param>
    /// <param name="image">Its image, like <c>registry.acme.io/shop/web:1.4.2</c>.</param>
    /// <param name="configure">Takes the container and returns the changed one.</param>
    /// <returns>A changed copy.</returns>
    public static V1PodSpec AddContainer(this V1PodSpec self, string name, string image, Func<V1Container, V1Container>? configure = null) =>
        configure is null
            ? self.AddContainer(new V1Container { Name = name, Image = image })
            : self.AddContainer(configure(new V1Container { Name = name, Image = image }));

    /// <summary>Adds a container that runs to its end before the others start.</summary>
    /// <param name="self">The pod's spec.</param>
    /// <param name="name">The container's name, unique in the pod.</param>
    /// <param name="image">Its image, like <c>registry.acme.io/shop/migrate:1.4.2</c>.</param>
    /// <param name="configure">Takes the container and returns the changed one.</param>
    /// <returns>A changed copy.</returns>
    public static V1PodSpec AddInitContainer(
        this V1PodSpec self, string name, string image, Func<V1Container, V1Container>? configure = null) =>
        configure is null
            ? self.AddInitContainer(new V1Container { Name = name, Image = image })
            : self.AddInitContainer(configure(new V1Container { Name = name, Image = image }));

    /// <summary>Names a secret with the credentials of a registry that the pod's images come from.</summary>
    /// <param name="self">The pod's spec.</param>
    /// <param name="name">The secret's name, in the pod's namespace; <see cref="K8s.RegistrySecret(string, string, string, string)"/> makes one.</param>
    /// <returns>A changed copy.</returns>
    public static V1PodSpec AddImagePullSecret(this V1PodSpec self, string name) =>
        self.AddImagePullSecret(new V1LocalObjectReference { Name = name });

    /// <summary>Has the pod's images pulled with the credentials of a secret.</summary>
    /// <param name="self">The pod's spec.</param>
    /// <param name="secret">The secret, in the pod's namespace; <see cref="K8s.RegistrySecret(string, string, string, string)"/> makes one.</param>
    /// <returns>A changed copy.</returns>
    [OverloadResolutionPriority(-1)]
    public static V1PodSpec AddImagePullSecret(this V1PodSpec self, V1Secret secret) => self.AddImagePullSecret(NameOf(secret.Metadata, "Secret"));

    /// <summary>Names a secret with which the pods of a service account pull their images, where they name none themselves.</summary>
    /// <param name="self">The service account.</param>
    /// <param name="name">The secret's name, in the account's namespace; <see cref="K8s.RegistrySecret(string, string, string, string)"/> makes one.</param>
    /// <returns>A changed copy.</returns>
    public static V1ServiceAccount AddImagePullSecret(this V1ServiceAccount self, string name) =>
        self.AddImagePullSecret(new V1LocalObjectReference { Name = name });

    /// <inheritdoc cref="AddImagePullSecret(V1ServiceAccount, string)"/>
    /// <param name="self">The service account.</param>
    /// <param name="secret">The secret, in the account's namespace.</param>
    [OverloadResolutionPriority(-1)]
    public static V1ServiceAccount AddImagePullSecret(this V1ServiceAccount self, V1Secret secret) => self.AddImagePullSecret(NameOf(secret.Metadata, "Secret"));

    /// <summary>Has the pod's processes find hosts at an address, before they ask a name server.</summary>
    /// <param name="self">The pod's spec.</param>
    /// <param name="ip">The address.</param>
    /// <param name="hostnames">The hosts' names.</param>
    /// <returns>A changed copy.</returns>
    public static V1PodSpec AddHostAlias(this V1PodSpec self, string ip, params string[] hostnames) =>
        self.AddHostAlias(new V1HostAlias { Ip = ip, Hostnames = [.. hostnames] });

    /// <summary>Has the pod run as a service account.</summary>
    /// <param name="self">The pod's spec.</param>
    /// <param name="account">The service account, in the pod's namespace.</param>
    /// <returns>A changed copy.</returns>
    [OverloadResolutionPriority(-1)]
    public static V1PodSpec WithServiceAccount(this V1PodSpec self, V1ServiceAccount account) =>
        self.WithServiceAccountName(NameOf(account.Metadata, "ServiceAccount"));

    /// <summary>Adds a label to the pods that a workload makes.</summary>
    /// <param name="self">The pod template.</param>
    /// <param name="key">The label's key.</param>
    /// <param name="value">The label's value.</param>
    /// <returns>A changed copy.</returns>
    public static V1PodTemplateSpec AddPodLabel(this V1PodTemplateSpec self, string key, string value) => self.AddLabel(key, value);

    /// <summary>Adds an annotation to the pods that a workload makes.</summary>
    /// <param name="self">The pod template.</param>
    /// <param name="key">The annotation's key.</param>
    /// <param name="value">The annotation's value.</param>
    /// <returns>A changed copy.</returns>
    public static V1PodTemplateSpec AddPodAnnotation(this V1PodTemplateSpec self, string key, string value) => self.AddAnnotation(key, value);

    /// <summary>Adds a port that the container listens on.</summary>
    /// <param name="self">The container.</param>
    /// <param name="containerPort">The port's number.</param>
    /// <param name="name">Its name, unique in the pod, by which probes and services can refer to it.</param>
    /// <param name="protocol">TCP where it is not given; see <see cref="Protocol"/>.</param>
    /// <returns>A changed copy.</returns>
    public static V1Container AddPort(this V1Container self, int containerPort, string? name = null, string? protocol = null) =>
        self.AddPort(new V1ContainerPort { ContainerPort = containerPort, Name = name, Protocol = protocol });

    /// <summary>Mounts a volume that the pod has.</summary>
    /// <param name="self">The container.</param>
    /// <param name="name">The volume's name.</param>
    /// <param name="mountPath">Where the container sees it.</param>
    /// <param name="subPath">The file or folder of the volume that is mounted; all of it where it is not given.</param>
    /// <param name="readOnly">Whether the container may only read.</param>
    /// <returns>A changed copy.</returns>
    public static V1Container AddVolumeMount(this V1Container self, string name, string mountPath, string? subPath = null, bool? readOnly = null) =>
        self.AddVolumeMount(new V1VolumeMount { Name = name, MountPath = mountPath, SubPath = subPath, ReadOnlyProperty = readOnly });

    /// <summary>Sets what the container asks for, which is what the scheduler counts with.</summary>
    /// <param name="self">The container.</param>
    /// <param name="cpu">Like <c>250m</c> or <c>2</c>.</param>
    /// <param name="memory">Like <c>128Mi</c>.</param>
    /// <param name="ephemeralStorage">Like <c>1Gi</c>.</param>
    /// <returns>A changed copy.</returns>
    public static V1Container WithRequests(
        this V1Container self, ResourceQuantity? cpu = null, ResourceQuantity? memory = null, ResourceQuantity? ephemeralStorage = null) =>
        self.WithResources((self.Resources ?? new()).WithRequests(Amounts(cpu, memory, ephemeralStorage)));

    /// <inheritdoc cref="WithRequests(V1Container, ResourceQuantity, ResourceQuantity, ResourceQuantity)"/>
    [OverloadResolutionPriority(3)]
    public static V1Container WithRequests(this V1Container self, string? cpu = null, string? memory = null, string? ephemeralStorage = null) =>
        self.WithRequests(K8sSharpManifests.K8s.ParseQuantity(cpu), K8sSharpManifests.K8s.ParseQuantity(memory), K8sSharpManifests.K8s.ParseQuantity(ephemeralStorage));

    // Beside a quantity, too, a text is read as the API server does: the models' conversion must not get it. What takes the most texts goes first.
    /// <inheritdoc cref="WithRequests(V1Container, ResourceQuantity, ResourceQuantity, ResourceQuantity)"/>
    [OverloadResolutionPriority(2)]
    public static V1Container WithRequests(this V1Container self, ResourceQuantity? cpu = null, string? memory = null, string? ephemeralStorage = null) =>
        self.WithRequests(cpu, K8sSharpManifests.K8s.ParseQuantity(memory), K8sSharpManifests.K8s.ParseQuantity(ephemeralStorage));

    /// <inheritdoc cref="WithRequests(V1Container, ResourceQuantity, ResourceQuantity, ResourceQuantity)"/>
    [OverloadResolutionPriority(2)]
    public static V1Container WithRequests(this V1Container self, string? cpu = null, ResourceQuantity? memory = null, string? ephemeralStorage = null) =>
        self.WithRequests(K8sSharpManifests.K8s.ParseQuantity(cpu), memory, K8sSharpManifests.K8s.ParseQuantity(ephemeralStorage));

    /// <inheritdoc cref="WithRequests(V1Container, ResourceQuantity, ResourceQuantity, ResourceQuantity)"/>
    [OverloadResolutionPriority(2)]
    public static V1Container WithRequests(this V1Container self, string? cpu = null, string? memory = null, ResourceQuantity? ephemeralStorage = null) =>
        self.WithRequests(K8sSharpManifests.K8s.ParseQuantity(cpu), K8sSharpManifests.K8s.ParseQuantity(memory), ephemeralStorage);

    /// <inheritdoc cref="WithRequests(V1Container, ResourceQuantity, ResourceQuantity, ResourceQuantity)"/>
    [OverloadResolutionPriority(1)]
    public static V1Container WithRequests(this V1Container self, ResourceQuantity? cpu = null, ResourceQuantity? memory = null, string? ephemeralStorage = null) =>
        self.WithRequests(cpu, memory, K8sSharpManifests.K8s.ParseQuantity(ephemeralStorage));

    /// <inheritdoc cref="WithRequests(V1Container, ResourceQuantity, ResourceQuantity, ResourceQuantity)"/>
    [OverloadResolutionPriority(1)]
    public static V1Container WithRequests(this V1Container self, ResourceQuantity? cpu = null, string? memory = null, ResourceQuantity? ephemeralStorage = null) =>
        self.WithRequests(cpu, K8sSharpManifests.K8s.ParseQuantity(memory), ephemeralStorage);

    /// <inheritdoc cref="WithRequests(V1Container, ResourceQuantity, ResourceQuantity, ResourceQuantity)"/>
    [OverloadResolutionPriority(1)]
    public static V1Container WithRequests(this V1Container self, string? cpu = null, ResourceQuantity? memory = null, ResourceQuantity? ephemeralStorage = null) =>
        self.WithRequests(K8sSharpManifests.K8s.ParseQuantity(cpu), memory, ephemeralStorage);

    /// <summary>Sets what the container may use at most.</summary>
    /// <param name="self">The container.</param>
    /// <param name="cpu">Like <c>250m</c> or <c>2</c>; beyond it the container is slowed down.</param>
    /// <param name="memory">Like <c>128Mi</c>; beyond it the container is killed.</param>
    /// <param name="ephemeralStorage">Like <c>1Gi</c>; beyond it the pod is evicted.</param>
    /// <returns>A changed copy.</returns>
    public static V1Container WithLimits(
        this V1Container self, ResourceQuantity? cpu = null, ResourceQuantity? memory = null, ResourceQuantity? ephemeralStorage = null) =>
        self.WithResources((self.Resources ?? new()).WithLimits(Amounts(cpu, memory, ephemeralStorage)));

    /// <inheritdoc cref="WithLimits(V1Container, ResourceQuantity, ResourceQuantity, ResourceQuantity)"/>
    [OverloadResolutionPriority(3)]
    public static V1Container WithLimits(this V1Container self, string? cpu = null, string? memory = null, string? ephemeralStorage = null) =>
        self.WithLimits(K8sSharpManifests.K8s.ParseQuantity(cpu), K8sSharpManifests.K8s.ParseQuantity(memory), K8sSharpManifests.K8s.ParseQuantity(ephemeralStorage));

    /// <inheritdoc cref="WithLimits(V1Container, ResourceQuantity, ResourceQuantity, ResourceQuantity)"/>
    [OverloadResolutionPriority(2)]
    public static V1Container WithLimits(this V1Container self, ResourceQuantity? cpu = null, string? memory = null, string? ephemeralStorage = null) =>
        self.WithLimits(cpu, K8sSharpManifests.K8s.ParseQuantity(memory), K8sSharpManifests.K8s.ParseQuantity(ephemeralStorage));

    /// <inheritdoc cref="WithLimits(V1Container, ResourceQuantity, ResourceQuantity, ResourceQuantity)"/>
    [OverloadResolutionPriority(2)]
    public static V1Container WithLimits(this V1Container self, string? cpu = null, ResourceQuantity? memory = null, string? ephemeralStorage = null) =>
        self.WithLimits(K8sSharpManifests.K8s.ParseQuantity(cpu), memory, K8sSharpManifests.K8s.ParseQuantity(ephemeralStorage));

    /// <inheritdoc cref="WithLimits(V1Container, ResourceQuantity, ResourceQuantity, ResourceQuantity)"/>
    [OverloadResolutionPriority(2)]
    public static V1Container WithLimits(this V1Container self, string? cpu = null, string? memory = null, ResourceQuantity? ephemeralStorage = null) =>
        self.WithLimits(K8sSharpManifests.K8s.ParseQuantity(cpu), K8sSharpManifests.K8s.ParseQuantity(memory), ephemeralStorage);

    /// <inheritdoc cref="WithLimits(V1Container, ResourceQuantity, ResourceQuantity, ResourceQuantity)"/>
    [OverloadResolutionPriority(1)]
    public static V1Container WithLimits(this V1Container self, ResourceQuantity? cpu = null, ResourceQuantity? memory = null, string? ephemeralStorage = null) =>
        self.WithLimits(cpu, memory, K8sSharpManifests.K8s.ParseQuantity(ephemeralStorage));

    /// <inheritdoc cref="WithLimits(V1Container, ResourceQuantity, ResourceQuantity, ResourceQuantity)"/>
    [OverloadResolutionPriority(1)]
    public static V1Container WithLimits(this V1Container self, ResourceQuantity? cpu = null, string? memory = null, ResourceQuantity? ephemeralStorage = null) =>
        self.WithLimits(cpu, K8sSharpManifests.K8s.ParseQuantity(memory), ephemeralStorage);

    /// <inheritdoc cref="WithLimits(V1Container, ResourceQuantity, ResourceQuantity, ResourceQuantity)"/>
    [OverloadResolutionPriority(1)]
    public static V1Container WithLimits(this V1Container self, string? cpu = null, ResourceQuantity? memory = null, ResourceQuantity? ephemeralStorage = null) =>
        self.WithLimits(K8sSharpManifests.K8s.ParseQuantity(cpu), memory, ephemeralStorage);

    /// <summary>
    /// Has the container sleep before it is told to stop, while the pod is taken out of its services: so it finishes what it is asked and is asked no more.
    /// </summary>
    /// <param name="self">The container.</param>
    /// <param name="seconds">For how long: less than the pod's terminationGracePeriodSeconds, which is 30 where it is not set.</param>
    /// <returns>A changed copy.</returns>
    public static V1Container SleepBeforeStop(this V1Container self, int seconds) =>
        self.WithLifecycle((self.Lifecycle ?? new()).WithPreStop(new V1LifecycleHandler { Sleep = new() { Seconds = seconds } }));

    private static string NameOf(V1ObjectMeta? metadata, string kind) =>
        metadata?.Name ?? throw new InvalidOperationException($"The {kind} has no name by which one could refer to it: set it first.");

    private static IEnumerable<KeyValuePair<string, ResourceQuantity>> Amounts(
        ResourceQuantity? cpu, ResourceQuantity? memory, ResourceQuantity? ephemeralStorage) =>
        [
            .. cpu is null ? [] : new[] { KeyValuePair.Create("cpu", cpu) },
            .. memory is null ? [] : new[] { KeyValuePair.Create("memory", memory) },
            .. ephemeralStorage is null ? [] : new[] { KeyValuePair.Create("ephemeral-storage", ephemeralStorage) },
        ];
}
