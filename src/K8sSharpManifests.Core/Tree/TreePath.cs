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

    /// <summary>The nodes from the root to a place.</summary>
    /// <param name="root">The root.</param>
    /// <param name="path">The place.</param>
    /// <returns>The nodes, the root first; none where the path leads nowhere.</returns>
    public static IReadOnlyList<Node> Resolve(Node root, string path)
    {
        var nodes = new List<Node> { root };
        var node = root;
        for (var i = 0; i < path.Length;)
        {
            var isItem = path[i] == '[';
            var end = isItem ? path.IndexOf(']', i) : path.IndexOfAny(['.', '['], i);
            end = end < 0 ? path.Length : end;
            var step = path.Substring(isItem ? i + 1 : i, isItem ? end - i - 1 : end - i);
            var next = isItem ? Find(node, step) : node is Mapping mapping ? mapping[step] : null;
            if (next is null or Missing)
            {
                return [];
            }

            node = next;
            nodes.Add(node);
            i = isItem ? end + 1 : end;
            i = i < path.Length && path[i] == '.' ? i + 1 : i;
        }

        return nodes;
    }

    private static Node? Find(Node list, string step)
    {
        const string ByName = "name=";
        if (list is not Sequence sequence)
        {
            return null;
        }

        if (step.StartsWith(ByName, StringComparison.Ordinal))
        {
            return sequence.Items.FirstOrDefault(item => item is Mapping mapping && mapping["name"].Is(step.Substring(ByName.Length)).IsTrue);
        }

        return int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < sequence.Items.Count
            ? sequence.Items[index]
            : null;
    }
}
