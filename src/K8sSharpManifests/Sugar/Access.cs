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

    /// <summary>Lets those who have the role do something.</summary>
    /// <param name="self">The role.</param>
    /// <param name="apiGroups">The API groups of the resources, like <c>apps</c>; that of Pods, Services, ConfigMaps and the like is <c>""</c>.</param>
    /// <param name="resources">The resources, in the plural and in small letters, like <c>configmaps</c> or <c>pods/log</c>.</param>
    /// <param name="verbs">What may be done; see <see cref="Verb"/>.</param>
    /// <param name="resourceNames">The names of the objects that may be read or changed; all where it is not given.</param>
    /// <returns>A changed copy.</returns>
    public static V1Role AddRule(
        this V1Role self, IEnumerable<string> apiGroups, IEnumerable<string> resources, IEnumerable<string> verbs, IEnumerable<string>? resourceNames = null) =>
        self.AddRule(RuleOf(apiGroups, resources, verbs, resourceNames));

    /// <inheritdoc cref="AddRule(V1Role, IEnumerable{string}, IEnumerable{string}, IEnumerable{string}, IEnumerable{string}?)"/>
    public static V1ClusterRole AddRule(
        this V1ClusterRole self, IEnumerable<string> apiGroups, IEnumerable<string> resources, IEnumerable<string> verbs, IEnumerable<string>? resourceNames = null) =>
        self.AddRule(RuleOf(apiGroups, resources, verbs, resourceNames));

    private static V1PolicyRule RuleOf(
        IEnumerable<string> apiGroups, IEnumerable<string> resources, IEnumerable<string> verbs, IEnumerable<string>? resourceNames) => new()
        {
            ApiGroups = [.. apiGroups],
            Resources = [.. resources],
            Verbs = [.. verbs],
            ResourceNames = resourceNames?.ToList(),
        };

    private static V1RoleRef RefOf(V1ClusterRole role) => new() { ApiGroup = AccessGroup, Kind = "ClusterRole", Name = NameOf(role.Metadata, "ClusterRole") };

    private static Rbacv1Subject SubjectOf(V1ServiceAccount account) => new()
    {
        Kind = "ServiceAccount",
        Name = NameOf(account.Metadata, "ServiceAccount"),
        NamespaceProperty = account.Metadata?.NamespaceProperty,
    };
}
