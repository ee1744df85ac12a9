using K8sSharpManifests.Core;

namespace K8sSharpManifests.Emission;

/// <summary>What makes an object of a cluster the same object. The API's version is no part of it.</summary>
/// <param name="Group">The API group; empty for the core group.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Namespace">The namespace; empty where none is set.</param>
/// <param name="Name">The name.</param>
internal sealed record ObjectIdentity(string Group, string Kind, string Namespace, string Name)
{
    public static ObjectIdentity Of(Mapping root)
    {
        var apiVersion = Text(root, "apiVersion");
        var metadata = root["metadata"] as Mapping ?? new([]);
        return new(
            apiVersion.LastIndexOf('/') is > 0 and var slash ? apiVersion[..slash] : "",
            Text(root, "kind"),
            Text(metadata, "namespace"),
            Text(metadata, "name"));
    }

    /// <inheritdoc/>
    public override string ToString() => Namespace.Length == 0 ? $"{Kind} '{Name}'" : $"{Kind} '{Name}' in namespace '{Namespace}'";

    private static string Text(Mapping mapping, string key) => mapping[key] is Scalar { Kind: ScalarKind.String } scalar ? scalar.Text : "";
}
