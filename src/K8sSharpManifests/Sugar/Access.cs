using System.Runtime.CompilerServices;
using k8s.Models;

namespace K8sSharpManifests;

[EmbedSource]
public static partial class Fluent
{
    private const string AccessGroup = "rbac.authorization.k8s.io";

    /// <summary>Names the Role that a binding gives.</summary>
    /// <param name="self">The binding.</param>
    /// <param name="role">The Role, in the binding's namespace.</param>
    /// <returns>A changed copy.</returns>
    [OverloadResolutionPriority(-1)]
    public static V1RoleBinding WithRoleRef(this V1RoleBinding self, V1Role role) =>
        self.WithRoleRef(new V1RoleRef { ApiGroup = AccessGroup, Kind = "Role", Name = NameOf(role.Metadata, "Role") });

    /// <summary>Names the ClusterRole that a binding gives, for the binding's namespace only.</summary>
    /// <param name="self">The binding.</param>
    /// <param name="clusterRole">The ClusterRole.</param>
    /// <returns>A changed copy.</returns>
    [OverloadResolutionPriority(-1)]
    public static V1RoleBinding WithRoleRef(this V1RoleBinding self, V1ClusterRole clusterRole) => self.WithRoleRef(RefOf(clusterRole));

    /// <summary>Names the ClusterRole that a binding gives.</summary>
    /// <param name="self">The binding.</param>
    /// <param name="clusterRole">The ClusterRole.</param>
    /// <returns>A changed copy.</returns>
    [OverloadResolutionPriority(-1)]
    public static V1ClusterRoleBinding WithRoleRef(this V1ClusterRoleBinding self, V1ClusterRole clusterRole) => self.WithRoleRef(RefOf(clusterRole));

    /// <summary>Gives a binding's role to a service account, too.</summary>
    /// <param name="self">The binding.</param>
    /// <param name="account">The service account; one that says no namespace is taken for one of the binding's namespace.</param>
    /// <returns>A changed copy.</returns>
    [OverloadResolutionPriority(-1)]
    public static V1RoleBinding AddSubject(this V1RoleBinding self, V1ServiceAccount account) => self.AddSubject(SubjectOf(account));

    /// <summary>Gives a binding's role to a service account, too.</summary>
    /// <param name="self">The binding.</param>
    /// <param name="account">The service account; one that says no namespace gets that of [ManifestNamespace], where the binding is emitted.</param>
    /// <returns>A changed copy.</returns>
    [OverloadResolutionPriority(-1)]
    public static V1ClusterRoleBinding AddSubject(this V1ClusterRoleBinding self, V1ServiceAccount account) => self.AddSubject(SubjectOf(account));

    private static V1RoleRef RefOf(V1ClusterRole role) => new() { ApiGroup = AccessGroup, Kind = "ClusterRole", Name = NameOf(role.Metadata, "ClusterRole") };

    private static Rbacv1Subject SubjectOf(V1ServiceAccount account) => new()
    {
        Kind = "ServiceAccount",
        Name = NameOf(account.Metadata, "ServiceAccount"),
        NamespaceProperty = account.Metadata?.NamespaceProperty,
    };
}
