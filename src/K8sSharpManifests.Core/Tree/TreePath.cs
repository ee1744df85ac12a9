using System.Globalization;

namespace K8sSharpManifests.Core;

/// <summary>
/// How places in a tree are called, alike in all stages: <c>spec.containers[0].image</c>. In an open list, where unseen items may come before,
/// an item is called by its name: <c>spec.containers[name=web]</c>.
/// </summary>
public static class TreePath
{
    /// <summary>The place of what stands under a key.</summary>
    /// <param name="path">The mapping's place; empty for the root.</param>
    /// <param name="key">The key.</param>
    /// <returns>The place.</returns>
    public static string Child(string path, string key) => path.Length == 0 ? key : path + "." + key;

    /// <summary>The place of an item by its number.</summary>
    /// <param name="path">The list's place.</param>
    /// <param name="index">The item's index.</param>
    /// <returns>The place.</returns>
    public static string Item(string path, int index) => path + "[" + index.ToString(CultureInfo.InvariantCulture) + "]";

    /// <summary>The place of an item by its name.</summary>
    /// <param name="path">The list's place.</param>
    /// <param name="item">The item.</param>
    /// <returns>The place; null where the item has no known name.</returns>
    public static string? NamedItem(string path, Node item) =>
        item is Mapping mapping && mapping["name"] is Scalar { Kind: ScalarKind.String, Text: { Length: > 0 } name } ? $"{path}[name={name}]" : null;
}
