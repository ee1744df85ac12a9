using System.Diagnostics;

namespace K8sSharpManifests;

/// <summary>
/// Marks a static property, field or method whose value is one Kubernetes object, or a sequence of them. <c>dotnet build</c> writes each as YAML.
/// A method takes no parameter, or one <see cref="ManifestContext"/>. The member and the types around it are internal or public.
/// </summary>
[Conditional(Marker.Symbol)]
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method)]
public sealed class ManifestAttribute : Attribute
{
    /// <summary>The environments that the member is for, of those that the project lists in ManifestEnvironments, with commas between them; empty for all: <c>[Manifest(Environments = "staging,prod")]</c>.</summary>
    public string Environments { get; set; } = "";
}

/// <summary>
/// The namespace of every manifest of a class and of the classes nested in it, or of an assembly, unless the manifest sets its own or a nearer attribute says
/// otherwise. Objects of cluster-scoped kinds get none. A service account in a RoleBinding or ClusterRoleBinding that says no namespace gets it, too. The
/// Namespace itself is emitted only where a manifest is one: <c>K8s.Namespace("shop")</c>.
/// </summary>
/// <param name="name">The namespace's name.</param>
[Conditional(Marker.Symbol)]
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class ManifestNamespaceAttribute(string name) : Attribute
{
    /// <summary>The namespace's name.</summary>
    public string Name { get; } = name;

    /// <summary>The environments that it is said of, with commas between them; empty for all. Of one class it goes before what is said of all.</summary>
    public string Environments { get; set; } = "";
}

/// <summary>
/// A label that every manifest of a class and of the classes nested in it, or of an assembly, carries, on the object and on its pod template; never in a
/// selector, since a selector can not be changed once deployed. A label that the manifest sets itself wins, and of one key the nearest attribute.
/// </summary>
/// <param name="key">The label's key, like <c>app.kubernetes.io/part-of</c>.</param>
/// <param name="value">The label's value.</param>
[Conditional(Marker.Symbol)]
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class ManifestLabelAttribute(string key, string value) : Attribute
{
    /// <summary>The label's key.</summary>
    public string Key { get; } = key;

    /// <summary>The label's value.</summary>
    public string Value { get; } = value;

    /// <summary>The environments that it is said of, with commas between them; empty for all. Of one class it goes before what is said of all.</summary>
    public string Environments { get; set; } = "";
}

/// <summary>
/// An annotation that every manifest of a class and of the classes nested in it, or of an assembly, carries, on the object and on its pod template. An
/// annotation that the manifest sets itself wins, and of one key the nearest attribute.
/// </summary>
/// <param name="key">The annotation's key, like <c>acme.io/owner</c>.</param>
/// <param name="value">The annotation's value.</param>
[Conditional(Marker.Symbol)]
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class ManifestAnnotationAttribute(string key, string value) : Attribute
{
    /// <summary>The annotation's key.</summary>
    public string Key { get; } = key;

    /// <summary>The annotation's value.</summary>
    public string Value { get; } = value;

    /// <summary>The environments that it is said of, with commas between them; empty for all. Of one class it goes before what is said of all.</summary>
    public string Environments { get; set; } = "";
}

/// <summary>
/// The attributes are for the compiler alone. A symbol that nobody defines keeps them out of the user's assembly: an application is published without
/// this one, and a framework that looks at the attributes of all types (ASP.NET Core MVC does) would fail to load them.
/// </summary>
internal static class Marker
{
    public const string Symbol = "K8SSHARPMANIFESTS_KEEP_ATTRIBUTES";
}
