using System.Globalization;
using K8sSharpManifests.Core;

namespace K8sSharpManifests.Analyzers;

/// <summary>Follows the paths that rules give to places, such as <c>spec.containers[0]</c> and <c>spec.containers[name=web]</c>.</summary>
internal static class TreePath
{
    /// <summary>The nodes from the root to a place; none where the path leads nowhere.</summary>
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
            var next = isItem ? Item(node, step) : node is Mapping mapping ? mapping[step] : null;
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

    private static Node? Item(Node list, string step)
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
