using k8s;
using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests;

/// <summary>
/// Names objects that exist in the cluster though this project does not emit them: made by hand, by an operator, by another repository. As the value of a
/// <c>[Manifest]</c> member, or an item of it, such an object emits nothing, and rules that look for objects are content with it.
/// <code>
/// [Manifest]
/// public static IEnumerable&lt;IKubernetesObject&gt; Elsewhere =&gt; [External.Secret("db"), External.ServiceAccount("ci-*")];
/// </code>
/// In a name or namespace a star stands for any run of characters. An object without a namespace is that of every namespace, or, in a class with
/// [ManifestNamespace], of that one. Where no code can say it, the option <c>k8s_external</c> does.
/// </summary>
public static class External
{
    // Also where the kind has none: a class's namespace is not for these.
    private const string AnyNamespace = "*";

    /// <summary>A Secret that is not emitted.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="namespace">Its namespace; null for that of the class, or for all.</param>
    /// <returns>What stands for it in a [Manifest] member.</returns>
    public static ExternalObject Secret(string name, string? @namespace = null) => new("Secret", name, @namespace);

    /// <summary>A ConfigMap that is not emitted.</summary>
    /// <inheritdoc cref="Secret"/>
    public static ExternalObject ConfigMap(string name, string? @namespace = null) => new("ConfigMap", name, @namespace);

    /// <summary>A ServiceAccount that is not emitted; of its pull secrets nothing is known then, even if it is <c>default</c>.</summary>
    /// <inheritdoc cref="Secret"/>
    public static ExternalObject ServiceAccount(string name, string? @namespace = null) => new("ServiceAccount", name, @namespace);

    /// <summary>A PersistentVolumeClaim that is not emitted.</summary>
    /// <inheritdoc cref="Secret"/>
    public static ExternalObject PersistentVolumeClaim(string name, string? @namespace = null) => new("PersistentVolumeClaim", name, @namespace);

    /// <summary>A Service that is not emitted.</summary>
    /// <inheritdoc cref="Secret"/>
    public static ExternalObject Service(string name, string? @namespace = null) => new("Service", name, @namespace);

    /// <summary>A Role that is not emitted.</summary>
    /// <inheritdoc cref="Secret"/>
    public static ExternalObject Role(string name, string? @namespace = null) => new("Role", name, @namespace);

    /// <summary>A ClusterRole that is not emitted.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>What stands for it in a [Manifest] member.</returns>
    public static ExternalObject ClusterRole(string name) => new("ClusterRole", name, AnyNamespace);

    /// <summary>A Namespace that is not emitted.</summary>
    /// <inheritdoc cref="ClusterRole"/>
    public static ExternalObject Namespace(string name) => new("Namespace", name, AnyNamespace);

    /// <summary>A StorageClass that is not emitted.</summary>
    /// <inheritdoc cref="ClusterRole"/>
    public static ExternalObject StorageClass(string name) => new("StorageClass", name, AnyNamespace);

    /// <summary>A PersistentVolume that is not emitted.</summary>
    /// <inheritdoc cref="ClusterRole"/>
    public static ExternalObject PersistentVolume(string name) => new("PersistentVolume", name, AnyNamespace);

    /// <summary>A PriorityClass that is not emitted.</summary>
    /// <inheritdoc cref="ClusterRole"/>
    public static ExternalObject PriorityClass(string name) => new("PriorityClass", name, AnyNamespace);

    /// <summary>A RuntimeClass that is not emitted.</summary>
    /// <inheritdoc cref="ClusterRole"/>
    public static ExternalObject RuntimeClass(string name) => new("RuntimeClass", name, AnyNamespace);

    /// <summary>An IngressClass that is not emitted.</summary>
    /// <inheritdoc cref="ClusterRole"/>
    public static ExternalObject IngressClass(string name) => new("IngressClass", name, AnyNamespace);

    /// <summary>An object of any kind that is not emitted.</summary>
    /// <param name="kind">Its kind, as in a manifest, like <c>Certificate</c>.</param>
    /// <param name="name">Its name.</param>
    /// <param name="namespace">Its namespace; null for that of the class, or for all. For a kind without namespaces, in a class with one, a star.</param>
    /// <returns>What stands for it in a [Manifest] member.</returns>
    public static ExternalObject Object(string kind, string name, string? @namespace = null) => new(kind, name, @namespace);
}

/// <summary>Stands for an object that this project does not emit; see <see cref="External"/>.</summary>
public sealed class ExternalObject : IKubernetesObject
{
    internal ExternalObject(string kind, string name, string? @namespace)
    {
        // What no object can be called would never be found, and nobody would know.
        _ = ExternalObjectPattern.Parse(string.Join('/', @namespace is null ? [kind, name] : new[] { kind, @namespace, name }), out var reason);
        if (reason.Length > 0)
        {
            throw new ArgumentException($"External.{kind}(\"{name}\"{(@namespace is null ? "" : $", \"{@namespace}\"")}): {reason}");
        }

        (Kind, Name, Namespace) = (kind, name, @namespace);
    }

    /// <summary>Empty: whatever serves the object, it is the same one.</summary>
    public string ApiVersion { get; set; } = "";

    /// <summary>Its kind.</summary>
    public string Kind { get; set; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its namespace; null for that of the class around the member, or for all.</summary>
    public string? Namespace { get; }
}
