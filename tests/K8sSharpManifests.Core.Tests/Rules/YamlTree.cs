using K8sSharpManifests.Yaml;

namespace K8sSharpManifests.Core.Tests.Rules;

/// <summary>
/// Reads a tree from YAML, by TreeReader. <c>!unknown</c> is a value that is not known, <c>!open</c> marks a mapping or list that may hold more.
/// The origin of each node is its path, so that a test can name places.
/// </summary>
internal static class YamlTree
{
    private static readonly YamlReadOptions Options = new() { Tags = Tagged };

    /// <summary>The tree of an object; or of a part, by the name of its type in the API's schema.</summary>
    public static Node Parse(string yaml, string? type = null)
    {
        var read = TreeReader.Read(yaml, "test", Options);
        Assert.Empty(read.Problems);
        var root = WithPaths(Assert.Single(read.Roots), "");
        return root is not Mapping mapping ? root : type is null ? Typing.Object(mapping) : Typing.As(mapping, ApiSchema.Kubernetes.Type(type)!);
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
        ("!open", Mapping mapping) => new Mapping(mapping.Entries, isOpen: true),
        ("!open", Sequence list) => new Sequence(list.Items, isOpen: true),
        _ => throw new ArgumentException($"The tag {tag} at a {node.GetType().Name}", nameof(tag)),
    };

    private static Node WithPaths(Node node, string path) => node switch
    {
        Mapping mapping => new Mapping(
            mapping.Entries.Select(e => KeyValuePair.Create(e.Key, WithPaths(e.Value, TreePath.Child(path, e.Key)))), mapping.IsOpen, path),
        Sequence list => new Sequence([.. list.Items.Select((item, i) => WithPaths(item, TreePath.Item(path, i)))], list.IsOpen, path),
        Scalar scalar => new Scalar(scalar.Kind, scalar.Text, path),
        _ => new Unknown(path),
    };
}
