using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Tool.Diff;

/// <summary>What makes two manifests the same object: group, kind, namespace and name. The version of the group is only how it is written.</summary>
/// <param name="Group">The group; empty for the core group.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Namespace">The namespace; empty where none is named.</param>
/// <param name="Name">The name; what it begins with and a star, where each application makes a new object (generateName).</param>
internal sealed record ObjectName(string Group, string Kind, string Namespace, string Name)
{
    /// <summary>The name of an object.</summary>
    public static ObjectName Of(Mapping root) => new(
        ApiKind.GroupOf(root.Get("apiVersion").Text()), root.Get("kind").Text(), root.Get("metadata").Get("namespace").Text(),
        root.Get("metadata").Get("name").Text() is { Length: > 0 } name ? name : root.Get("metadata").Get("generateName").Text() + "*");

    /// <inheritdoc/>
    public override string ToString() => $"{Kind} {(Namespace.Length > 0 ? Namespace + "/" : "")}{Name}";
}
