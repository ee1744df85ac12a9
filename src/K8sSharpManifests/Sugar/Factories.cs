using System.Runtime.CompilerServices;
using k8s.Models;

namespace K8sSharpManifests;

/// <summary>
/// Makes Kubernetes objects: a method a kind, with apiVersion, kind, name and what its API requires. Where a kind has several versions, the newest stable one
/// has the plain name and the others carry their version.
/// </summary>
[EmbedSource]
public static partial class K8s
{
    /// <summary>
    /// An object of any kind, such as a custom resource for which there is no C# type. Its fields are set with <c>With("spec.size", 3)</c> and <c>WithSpec(…)</c>, its metadata as
    /// that of every object. Of a kind that Kubernetes itself has, all is judged as in the typed object.
    /// </summary>
    /// <param name="apiVersion">Group and version, like <c>example.com/v1</c>.</param>
    /// <param name="kind">The kind, like <c>Widget</c>.</param>
    /// <param name="name">Its metadata.name.</param>
    /// <param name="namespace">Its metadata.namespace; null for none, or that of the class.</param>
    /// <returns>The object, with apiVersion, kind and name.</returns>
    public static UntypedObject Object(string apiVersion, string kind, string name, string? @namespace = null) =>
        new() { ApiVersion = apiVersion, Kind = kind, Metadata = new() { Name = name, NamespaceProperty = @namespace } };

    /// <summary>A CronJob of batch/v1 with its schedule.</summary>
    /// <param name="name">Its metadata.name; at most 52 characters.</param>
    /// <param name="schedule">When it runs, like <c>0 3 * * *</c>.</param>
    /// <returns>The CronJob; its pods carry the label <c>app: name</c> and restart on failure.</returns>
    public static V1CronJob CronJob(string name, string schedule) => CronJob(name).WithSchedule(schedule);

    /// <summary>
    /// A HorizontalPodAutoscaler of autoscaling/v2 for the Deployment of the same name, which then says no replicas of its own; <c>Autoscale</c> of a workload
    /// is shorter, and right for other kinds, too.
    /// </summary>
    /// <param name="name">Its metadata.name, and the Deployment's.</param>
    /// <param name="minReplicas">How many replicas it keeps at least.</param>
    /// <param name="maxReplicas">How many replicas it makes at most.</param>
    /// <returns>The HorizontalPodAutoscaler.</returns>
    public static V2HorizontalPodAutoscaler HorizontalPodAutoscaler(string name, int minReplicas, int maxReplicas) =>
        HorizontalPodAutoscaler(name).WithMinReplicas(minReplicas).WithMaxReplicas(maxReplicas);

    /// <summary>A ReadWriteOnce PersistentVolumeClaim.</summary>
    /// <param name="name">Its metadata.name.</param>
    /// <param name="storage">How much it requests, like <c>10Gi</c>.</param>
    /// <returns>The PersistentVolumeClaim.</returns>
    public static V1PersistentVolumeClaim PersistentVolumeClaim(string name, ResourceQuantity storage) =>
        PersistentVolumeClaim(name).WithResources(new V1VolumeResourceRequirements { Requests = new Dictionary<string, ResourceQuantity> { ["storage"] = storage } });

    /// <inheritdoc cref="PersistentVolumeClaim(string, ResourceQuantity)"/>
    [OverloadResolutionPriority(1)]
    public static V1PersistentVolumeClaim PersistentVolumeClaim(string name, string storage) => PersistentVolumeClaim(name, K8sSharpManifests.K8s.ParseQuantity(storage));

    /// <summary>A RoleBinding that gives a Role of its namespace to a service account.</summary>
    /// <param name="name">Its metadata.name.</param>
    /// <param name="role">The Role's name.</param>
    /// <param name="serviceAccount">The service account's name.</param>
    /// <param name="serviceAccountNamespace">The service account's namespace, which the API requires; that of the binding where it is not given.</param>
    /// <returns>The RoleBinding.</returns>
    public static V1RoleBinding RoleBinding(string name, string role, string serviceAccount, string? serviceAccountNamespace = null) =>
        RoleBinding(name)
            .WithRoleRef(new V1RoleRef { ApiGroup = "rbac.authorization.k8s.io", Kind = "Role", Name = role })
            .AddSubject(new Rbacv1Subject { Kind = "ServiceAccount", Name = serviceAccount, NamespaceProperty = serviceAccountNamespace });

    /// <summary>A RoleBinding that gives a Role to a service account, in the Role's namespace.</summary>
    /// <param name="name">Its metadata.name.</param>
    /// <param name="role">The Role.</param>
    /// <param name="serviceAccount">The service account; one that says no namespace is taken for one of the binding's namespace.</param>
    /// <returns>The RoleBinding.</returns>
    public static V1RoleBinding RoleBinding(string name, V1Role role, V1ServiceAccount serviceAccount) =>
        RoleBinding(name).WithNamespace(role.Metadata?.NamespaceProperty).WithRoleRef(role).AddSubject(serviceAccount);

    /// <summary>A RoleBinding that gives a ClusterRole to a service account, for the binding's namespace only.</summary>
    /// <param name="name">Its metadata.name.</param>
    /// <param name="clusterRole">The ClusterRole.</param>
    /// <param name="serviceAccount">The service account; one that says no namespace is taken for one of the binding's namespace.</param>
    /// <returns>The RoleBinding.</returns>
    public static V1RoleBinding RoleBinding(string name, V1ClusterRole clusterRole, V1ServiceAccount serviceAccount) =>
        RoleBinding(name).WithRoleRef(clusterRole).AddSubject(serviceAccount);

    /// <summary>A ClusterRoleBinding that gives a ClusterRole to a service account.</summary>
    /// <param name="name">Its metadata.name.</param>
    /// <param name="clusterRole">The ClusterRole's name.</param>
    /// <param name="serviceAccount">The service account's name.</param>
    /// <param name="serviceAccountNamespace">
    /// The service account's namespace, which the API requires; that of [ManifestNamespace], where the binding is emitted, if it is not given.
    /// </param>
    /// <returns>The ClusterRoleBinding.</returns>
    public static V1ClusterRoleBinding ClusterRoleBinding(string name, string clusterRole, string serviceAccount, string? serviceAccountNamespace = null) =>
        ClusterRoleBinding(name)
            .WithRoleRef(new V1RoleRef { ApiGroup = "rbac.authorization.k8s.io", Kind = "ClusterRole", Name = clusterRole })
            .AddSubject(new Rbacv1Subject { Kind = "ServiceAccount", Name = serviceAccount, NamespaceProperty = serviceAccountNamespace });

    /// <summary>A ClusterRoleBinding that gives a ClusterRole to a service account.</summary>
    /// <param name="name">Its metadata.name.</param>
    /// <param name="clusterRole">The ClusterRole.</param>
    /// <param name="serviceAccount">The service account; one that says no namespace gets that of [ManifestNamespace], where the binding is emitted.</param>
    /// <returns>The ClusterRoleBinding.</returns>
    public static V1ClusterRoleBinding ClusterRoleBinding(string name, V1ClusterRole clusterRole, V1ServiceAccount serviceAccount) =>
        ClusterRoleBinding(name).WithRoleRef(clusterRole).AddSubject(serviceAccount);

    /// <summary>A StorageClass with its provisioner.</summary>
    /// <param name="name">Its metadata.name.</param>
    /// <param name="provisioner">The provisioner, like <c>ebs.csi.aws.com</c>.</param>
    /// <returns>The StorageClass.</returns>
    public static V1StorageClass StorageClass(string name, string provisioner) => StorageClass(name).WithProvisioner(provisioner);

    /// <summary>A PriorityClass with its value.</summary>
    /// <param name="name">Its metadata.name.</param>
    /// <param name="value">The priority of the pods that name it.</param>
    /// <returns>The PriorityClass.</returns>
    public static V1PriorityClass PriorityClass(string name, int value) => PriorityClass(name).WithValue(value);
}
