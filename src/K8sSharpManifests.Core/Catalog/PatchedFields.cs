using System.Globalization;

namespace K8sSharpManifests.Core;

/// <summary>The fields of a tree that <c>Patch</c> has set: YAML does not tell them from misspelled ones, so the catalog does.</summary>
public static class PatchedFields
{
    /// <summary>Those of a tree, each with the way to it.</summary>
    /// <param name="root">The object.</param>
    /// <returns>The fields, in the order of the tree.</returns>
    public static IEnumerable<string> Of(Mapping root) => Of(root, "");

    /// <summary>Marks those of a tree that was read from YAML.</summary>
    /// <param name="root">The object, with its types.</param>
    /// <param name="fields">The fields of all documents, each after the number of its document.</param>
    /// <param name="document">The number of this one.</param>
    /// <returns>The object, in which these are no unknown fields.</returns>
    public static Mapping Mark(Mapping root, IReadOnlyList<string> fields, int document)
    {
        var prefix = document.ToString(CultureInfo.InvariantCulture) + " ";
        foreach (var field in fields.Where(f => f.StartsWith(prefix, StringComparison.Ordinal)))
        {
            root = FieldAddress.Parse(field.Substring(prefix.Length), out _) is { } address ? (Mapping)Mark(root, address, 0) : root;
        }

        return root;
    }

    private static Node Mark(Node node, FieldAddress address, int index)
    {
        var step = address.Steps[index];
        return (node, step.Key) switch
        {
            (Mapping map, { } key) when index == address.Steps.Count - 1 => map[key] is Missing ? map : map.WithExtra(key),
            (Mapping map, { } key) => map[key] is Missing ? map : map.With(key, Mark(map[key], address, index + 1)),
            (Sequence list, null) => new Sequence([.. list.Items.Select((item, i) => i == step.Index ? Mark(item, address, index + 1) : item)], list.IsOpen, list.Origin),
            _ => node,
        };
    }

    private static IEnumerable<string> Of(Node node, string path) => node switch
    {
        Mapping map => map.Entries.SelectMany(e => Of(e.Value, FieldAddress.Below(path, e.Key)).Concat(map.IsExtra(e.Key) ? [FieldAddress.Below(path, e.Key)] : [])),
        Sequence list => list.Items.SelectMany((item, i) => Of(item, TreePath.Item(path, i))),
        _ => [],
    };
}
