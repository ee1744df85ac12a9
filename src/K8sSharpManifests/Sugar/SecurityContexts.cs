using k8s.Models;

namespace K8sSharpManifests;

[EmbedSource]
public static partial class Fluent
{
    /// <summary>The user and groups that the pod's processes run as.</summary>
    /// <param name="self">The pod's spec.</param>
    /// <param name="user">The user id; any but 0 also sets runAsNonRoot.</param>
    /// <param name="group">The primary group id.</param>
    /// <param name="fsGroup">The group that owns the pod's volumes.</param>
    /// <returns>A changed copy.</returns>
    public static V1PodSpec RunAs(this V1PodSpec self, long user, long? group = null, long? fsGroup = null) =>
        self.WithSecurityContext((self.SecurityContext ?? new()) with
        {
            RunAsUser = user,
            RunAsGroup = group ?? self.SecurityContext?.RunAsGroup,
            FsGroup = fsGroup ?? self.SecurityContext?.FsGroup,
            RunAsNonRoot = user != 0 ? true : null,
        });

    /// <summary>
    /// What the restricted Pod Security Standard asks of a pod and of all its containers, those that are added later too: no root user, the runtime's seccomp
    /// profile, and in the containers no privilege escalation and no capabilities; not privileged, and a root filesystem that they can not write to, beyond
    /// that. What a container says itself stays as it says.
    /// </summary>
    /// <param name="self">The pod's spec.</param>
    /// <param name="writableRoot">Whether the containers may write to their root filesystems.</param>
    /// <returns>A changed copy.</returns>
    public static V1PodSpec Restrict(this V1PodSpec self, bool writableRoot = false) =>
        self.WithSecurityContext((self.SecurityContext ?? new()) with { RunAsNonRoot = true, SeccompProfile = new() { Type = "RuntimeDefault" } })
            .WithDefaultSecurityContext(new V1SecurityContext
            {
                AllowPrivilegeEscalation = false,
                Privileged = false,
                ReadOnlyRootFilesystem = !writableRoot,
                Capabilities = new() { Drop = ["ALL"] },
            });

    /// <summary>
    /// What the restricted Pod Security Standard asks of this one container: no privilege escalation and no capabilities. Not privileged, and with a root
    /// filesystem that it can not write to, beyond that.
    /// </summary>
    /// <param name="self">The container.</param>
    /// <param name="writableRoot">Whether the container may write to its root filesystem.</param>
    /// <returns>A changed copy.</returns>
    public static V1Container Restrict(this V1Container self, bool writableRoot = false) =>
        self.WithSecurityContext((self.SecurityContext ?? new()) with
        {
            AllowPrivilegeEscalation = false,
            Privileged = false,
            ReadOnlyRootFilesystem = !writableRoot,
            Capabilities = new() { Add = self.SecurityContext?.Capabilities?.Add, Drop = ["ALL"] },
        });

    /// <summary>Gives the container a capability.</summary>
    /// <param name="self">The container.</param>
    /// <param name="capability">Its name without CAP_, like <c>NET_BIND_SERVICE</c>.</param>
    /// <returns>A changed copy.</returns>
    public static V1Container AddCapability(this V1Container self, string capability) =>
        self.WithSecurityContext((self.SecurityContext ?? new()).WithCapabilities((self.SecurityContext?.Capabilities ?? new()).AddAdd(capability)));

    /// <summary>Takes capabilities from the container that the runtime would give it.</summary>
    /// <param name="self">The container.</param>
    /// <param name="capabilities">Their names without CAP_, like <c>NET_RAW</c>, or <c>ALL</c>.</param>
    /// <returns>A changed copy.</returns>
    public static V1Container DropCapabilities(this V1Container self, params string[] capabilities) =>
        self.WithSecurityContext((self.SecurityContext ?? new()).WithCapabilities(
            (self.SecurityContext?.Capabilities ?? new()).WithDrop([.. self.SecurityContext?.Capabilities?.Drop ?? [], .. capabilities])));
}
