using System.Diagnostics.CodeAnalysis;
using k8s.Models;

namespace K8sSharpManifests;

/// <summary>
/// A pod's spec that remembers what the containers that are still to come shall have. It is a V1PodSpec to everyone else, and its containers are complete
/// at any time, so nothing has to be resolved later.
/// </summary>
internal sealed record PodDefaults : V1PodSpec
{
    [SetsRequiredMembers]
    private PodDefaults(V1PodSpec original) : base(original) =>
        (ImagePullPolicy, ContainerSecurityContext) = original is PodDefaults known ? (known.ImagePullPolicy, known.ContainerSecurityContext) : default;

    private string? ImagePullPolicy { get; init; }

    private V1SecurityContext? ContainerSecurityContext { get; init; }

    /// <summary>The spec with a default pull policy, in the containers that it has and for those that it will get.</summary>
    public static V1PodSpec WithImagePullPolicy(V1PodSpec self, string? policy) =>
        Applied(new PodDefaults(self) { ImagePullPolicy = policy }, container => WithPolicy(container, policy));

    /// <summary>The spec with a default security context, in the containers that it has and for those that it will get.</summary>
    public static V1PodSpec WithContainerSecurityContext(V1PodSpec self, V1SecurityContext? context) =>
        Applied(new PodDefaults(self) { ContainerSecurityContext = context }, container => WithContext(container, context));

    /// <summary>A container as the spec wants it.</summary>
    public static V1Container Apply(V1PodSpec self, V1Container item) =>
        self is PodDefaults defaults ? WithContext(WithPolicy(item, defaults.ImagePullPolicy), defaults.ContainerSecurityContext) : item;

    /// <summary>Containers as the spec wants them.</summary>
    [return: NotNullIfNotNull(nameof(items))]
    public static IEnumerable<V1Container>? Apply(V1PodSpec self, IEnumerable<V1Container>? items) => items?.Select(item => Apply(self, item));

    private static PodDefaults Applied(PodDefaults self, Func<V1Container, V1Container> change) => self with
    {
        Containers = Fluent.Copy(self.Containers?.Select(change)),
        InitContainers = Fluent.Copy(self.InitContainers?.Select(change)),
    };

    private static V1Container WithPolicy(V1Container item, string? policy) =>
        policy is not null && item is { ImagePullPolicy: null } ? item with { ImagePullPolicy = policy } : item;

    private static V1Container WithContext(V1Container item, V1SecurityContext? context) =>
        context is null || item is null ? item! : item with { SecurityContext = item.SecurityContext is { } own ? Filled(own, context) : context };

    // Field by field, at every level: a container that adds a capability still drops all others.
    private static V1SecurityContext Filled(V1SecurityContext own, V1SecurityContext other) => own with
    {
        AllowPrivilegeEscalation = own.AllowPrivilegeEscalation ?? other.AllowPrivilegeEscalation,
        AppArmorProfile = Filled(own.AppArmorProfile, other.AppArmorProfile, static (a, b) => a with
        {
            LocalhostProfile = a.LocalhostProfile ?? b.LocalhostProfile,
            Type = a.Type ?? b.Type,
        }),
        Capabilities = Filled(own.Capabilities, other.Capabilities, static (a, b) => a with { Add = a.Add ?? b.Add, Drop = a.Drop ?? b.Drop }),
        Privileged = own.Privileged ?? other.Privileged,
        ProcMount = own.ProcMount ?? other.ProcMount,
        ReadOnlyRootFilesystem = own.ReadOnlyRootFilesystem ?? other.ReadOnlyRootFilesystem,
        RunAsGroup = own.RunAsGroup ?? other.RunAsGroup,
        RunAsNonRoot = own.RunAsNonRoot ?? other.RunAsNonRoot,
        RunAsUser = own.RunAsUser ?? other.RunAsUser,
        SeLinuxOptions = Filled(own.SeLinuxOptions, other.SeLinuxOptions, static (a, b) => a with
        {
            Level = a.Level ?? b.Level,
            Role = a.Role ?? b.Role,
            Type = a.Type ?? b.Type,
            User = a.User ?? b.User,
        }),
        SeccompProfile = Filled(own.SeccompProfile, other.SeccompProfile, static (a, b) => a with
        {
            LocalhostProfile = a.LocalhostProfile ?? b.LocalhostProfile,
            Type = a.Type ?? b.Type,
        }),
        WindowsOptions = Filled(own.WindowsOptions, other.WindowsOptions, static (a, b) => a with
        {
            GmsaCredentialSpec = a.GmsaCredentialSpec ?? b.GmsaCredentialSpec,
            GmsaCredentialSpecName = a.GmsaCredentialSpecName ?? b.GmsaCredentialSpecName,
            HostProcess = a.HostProcess ?? b.HostProcess,
            RunAsUserName = a.RunAsUserName ?? b.RunAsUserName,
        }),
    };

    private static T? Filled<T>(T? own, T? other, Func<T, T, T> fill) where T : class => own is null ? other : other is null ? own : fill(own, other);
}

public static partial class Fluent
{
    /// <summary>
    /// Sets the pull policy of every container and init container that does not set its own: of those that the pod has and of those that are added later, so
    /// the order of the calls does not matter.
    /// </summary>
    /// <param name="self">The pod's spec.</param>
    /// <param name="policy">See <see cref="ImagePullPolicy"/>.</param>
    /// <returns>A changed copy.</returns>
    [FluentMethod(FluentOperation.Default, "containers.*.imagePullPolicy")]
    [FluentMethod(FluentOperation.Default, "initContainers.*.imagePullPolicy")]
    public static V1PodSpec WithDefaultImagePullPolicy(this V1PodSpec self, string? policy) => PodDefaults.WithImagePullPolicy(self, policy);

    /// <summary>
    /// Sets what every container and init container does not set in its own security context: of those that the pod has and of those that are added later, so
    /// the order of the calls does not matter.
    /// </summary>
    /// <param name="self">The pod's spec.</param>
    /// <param name="context">What they have where they do not say otherwise.</param>
    /// <returns>A changed copy.</returns>
    [FluentMethod(FluentOperation.Default, "containers.*.securityContext")]
    [FluentMethod(FluentOperation.Default, "initContainers.*.securityContext")]
    public static V1PodSpec WithDefaultSecurityContext(this V1PodSpec self, V1SecurityContext? context) =>
        PodDefaults.WithContainerSecurityContext(self, context);
}
