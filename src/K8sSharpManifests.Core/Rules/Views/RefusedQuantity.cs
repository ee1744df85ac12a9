namespace K8sSharpManifests.Core.Rules.Views;

/// <summary>A text that the API server refuses where it reads a quantity.</summary>
internal sealed class RefusedQuantity : ISubject
{
    private RefusedQuantity(Scalar node, Node owner, string key, string path, string? pathByName)
    {
        Node = node;
        Text = node.Text;
        Owner = owner;
        Key = key;
        Path = path;
        PathByName = pathByName == path ? null : pathByName;
        Meant = QuantityGuess.Of(Text);
    }

    public Node Node { get; }

    public string Text { get; }

    /// <summary>The object or dictionary that holds it; a list's item is held by <see cref="Missing"/>.</summary>
    public Node Owner { get; }

    public string Key { get; }

    public string Path { get; }

    public string? PathByName { get; }

    /// <summary>What was meant; null where nobody can tell.</summary>
    public QuantityGuess? Meant { get; }

    /// <summary>Those of a tree. Of all others nothing is made: nearly every tree has only these.</summary>
    public static IReadOnlyList<RefusedQuantity> Of(Node root)
    {
        if (!HasAny(root))
        {
            return [];
        }

        var found = new List<RefusedQuantity>();
        Visit(root, Missing.Value, "", "", "", found);
        return found;
    }

    private static bool Is(Scalar scalar) => scalar.IsQuantity && Quantity.IsRefused(scalar.Text);

    private static bool HasAny(Node node)
    {
        switch (node)
        {
            case Scalar scalar:
                return Is(scalar);
            case Mapping mapping:
                foreach (var entry in mapping.EntryArray)
                {
                    if (HasAny(entry.Value))
                    {
                        return true;
                    }
                }

                return false;
            case Sequence sequence:
                foreach (var item in sequence.ItemArray)
                {
                    if (HasAny(item))
                    {
                        return true;
                    }
                }

                return false;
            default:
                return false;
        }
    }

    private static void Visit(Node node, Node owner, string key, string path, string? pathByName, List<RefusedQuantity> found)
    {
        switch (node)
        {
            case Scalar scalar when Is(scalar):
                found.Add(new(scalar, owner, key, path, pathByName));
                break;
            case Mapping mapping:
                foreach (var entry in mapping.EntryArray)
                {
                    Visit(entry.Value, mapping, entry.Key, TreePath.Child(path, entry.Key), pathByName is null ? null : TreePath.Child(pathByName, entry.Key), found);
                }

                break;
            case Sequence sequence:
                for (var i = 0; i < sequence.Count; i++)
                {
                    var byName = pathByName is null ? null : TreePath.NamedItem(pathByName, sequence.ItemArray[i]);
                    var counted = sequence.IsOpen ? TreePath.NamedItem(path, sequence.ItemArray[i]) ?? path + "[?]" : TreePath.Item(path, i);
                    Visit(sequence.ItemArray[i], Missing.Value, "", counted, byName, found);
                }

                break;
        }
    }
}
