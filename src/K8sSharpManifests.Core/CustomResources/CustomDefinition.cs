namespace K8sSharpManifests.Core.CustomResources;

/// <summary>A CustomResourceDefinition, as far as it says what its resources are.</summary>
/// <param name="Group">The group, like <c>cert-manager.io</c>.</param>
/// <param name="Kind">The kind, like <c>Certificate</c>.</param>
/// <param name="Plural">The name of the resource, like <c>certificates</c>.</param>
/// <param name="IsNamespaced">Whether its resources live in a namespace.</param>
/// <param name="Versions">The versions that the API server serves, in the order of the definition.</param>
/// <param name="Node">The definition, with its place.</param>
public sealed record CustomDefinition(string Group, string Kind, string Plural, bool IsNamespaced, IReadOnlyList<CustomVersion> Versions, Mapping Node)
{
    /// <summary>The kind of a definition itself.</summary>
    public const string DefinitionKind = "CustomResourceDefinition";

    /// <summary>The apiVersion of a definition itself; v1beta1 is gone since Kubernetes 1.22.</summary>
    public const string DefinitionApiVersion = "apiextensions.k8s.io/v1";

    /// <summary>Whether an object says that it is a definition, of whatever version.</summary>
    /// <param name="node">The object.</param>
    public static bool IsDefinition(Node node) =>
        node is Mapping root && root["kind"].Is(DefinitionKind).IsTrue && root["apiVersion"] is Scalar apiVersion && ApiKind.GroupOf(apiVersion.Text) == ApiKind.GroupOf(DefinitionApiVersion);

    /// <summary>Reads a definition.</summary>
    /// <param name="node">The object.</param>
    /// <returns>Null for every other object, and where it does not say what it defines: why, the rules about definitions tell.</returns>
    public static CustomDefinition? Read(Node node)
    {
        if (!IsDefinition(node) || !((Mapping)node)["apiVersion"].Is(DefinitionApiVersion).IsTrue || ((Mapping)node)["spec"] is not Mapping spec || spec["names"] is not Mapping names)
        {
            return null;
        }

        var (group, kind, plural) = (Text(spec["group"]), Text(names["kind"]), Text(names["plural"]));
        var versions = spec["versions"] is Sequence list ? list.Items.OfType<Mapping>().Select(version => Version(group, version)).OfType<CustomVersion>().ToArray() : [];
        return group.Length == 0 || kind.Length == 0 || versions.Length == 0 ? null : new(group, kind, plural, Text(spec["scope"]) == "Namespaced", versions, (Mapping)node);
    }

    private static CustomVersion? Version(string group, Mapping node) =>
        Text(node["name"]) is { Length: > 0 } name && IsTrue(node["served"]) && node["schema"] is Mapping schema && JsonSchemaReader.Read(schema["openAPIV3Schema"], isResource: true) is { } root
            ? new(name, $"{group}/{name}", IsTrue(node["storage"]), IsTrue(node["deprecated"]), Text(node["deprecationWarning"]), node["subresources"] is Mapping subresources && subresources["status"] is Mapping, root)
            : null;

    private static string Text(Node node) => node is Scalar { Kind: ScalarKind.String } text ? text.Text : "";

    private static bool IsTrue(Node node) => node is Scalar { Kind: ScalarKind.Boolean, Text: "true" };
}

/// <summary>A version of a custom resource that the API server serves.</summary>
/// <param name="Name">Its name, like <c>v1</c>.</param>
/// <param name="ApiVersion">The group with it, as a manifest has them.</param>
/// <param name="IsStored">Whether it is the one that is stored.</param>
/// <param name="IsDeprecated">Whether the API server warns of it.</param>
/// <param name="DeprecationWarning">What it says then; empty for its own words.</param>
/// <param name="HasStatus">Whether the status is a subresource, which nobody sets with the object.</param>
/// <param name="Schema">What a resource is.</param>
public sealed record CustomVersion(string Name, string ApiVersion, bool IsStored, bool IsDeprecated, string DeprecationWarning, bool HasStatus, JsonSchema Schema);
