using K8sSharpManifests.Yaml;

namespace K8sSharpManifests.Core.Tests.Rules;

/// <summary>
/// Reads a tree from YAML, by TreeReader. <c>!unknown</c> is a value that is not known, <c>!quantity</c> a text that the API reads as one; <c>!open</c> marks a mapping or list that may hold more.
/// The origin of each node is its path, so that a test can name places.
/// </summary>
internal static class YamlTree
{
    private static readonly YamlReadOptions Options = new() { Tags = Tagged };

    public static Node Parse(string yaml)
    {
        var read = TreeReader.Read(yaml, "test", Options);
        Assert.Empty(read.Problems);
        return WithPaths(Assert.Single(read.Roots), "");
    }

    /// <summary>The tree as a text to compare.</summary>
    public static string Text(Node node) => node switch
    {
        Mapping mapping => "{" + string.Join(", ", mapping.Entries.Select(e => e.Key + ": " + Text(e.Value))) + "}",
        Sequence sequence => "[" + string.Join(", ", sequence.Items.Select(Text)) + "]",
        Scalar { Kind: ScalarKind.String } scalar => "'" + scalar.Text + "'",
        Scalar scalar => scalar.Text,
        _ => "!unknown",
    };

    private static Node Tagged(string tag, Node node) => (tag, node) switch
    {
        ("!unknown", _) => new Unknown(),
        ("!quantity", Scalar scalar) => Scalar.Quantity(scalar.Text),
        ("!open", Mapping mapping) => new Mapping(mapping.Entries, isOpen: true),
        ("!open", Sequence list) => new Sequence(list.Items, isOpen: true),
        _ => throw new ArgumentException($"The tag {tag} at a {node.GetType().Name}", nameof(tag)),
    };

    private static Node WithPaths(Node node, string path) => node switch
    {
        Mapping mapping => new Mapping(
            mapping.Entries.Select(e => KeyValuePair.Create(e.Key, WithPaths(e.Value, TreePath.Child(path, e.Key)))), mapping.IsOpen, path),
        Sequence list => new Sequence([.. list.Items.Select((item, i) => WithPaths(item, TreePath.Item(path, i)))], list.IsOpen, path),
        Scalar { IsQuantity: true } quantity => Scalar.Quantity(quantity.Text, path),
        Scalar scalar => new Scalar(scalar.Kind, scalar.Text, path),
        _ => new Unknown(path),
    };
}
