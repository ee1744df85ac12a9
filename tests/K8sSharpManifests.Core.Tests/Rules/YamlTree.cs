using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace K8sSharpManifests.Core.Tests.Rules;

/// <summary>
/// Reads a tree from YAML. <c>!unknown</c> is a value that is not known, <c>!open</c> marks a mapping or list that may hold more.
/// The origin of each node is its path, so that a test can name places.
/// </summary>
internal static class YamlTree
{
    /// <summary>The tree of an object; or of a part, by the name of its type in the API's schema.</summary>
    public static Node Parse(string yaml, string? type = null)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        var root = Read(Assert.Single(stream.Documents).RootNode, "");
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

    private static Node Read(YamlNode node, string path)
    {
        var tag = node.Tag.IsEmpty ? "" : node.Tag.Value;
        Assert.Contains(tag, new[] { "", "!unknown", "!open" });
        return node switch
        {
            _ when tag == "!unknown" => new Unknown(path),
            YamlMappingNode mapping => new Mapping(mapping.Children.Select(e => Entry(e, path)), tag == "!open", path),
            YamlSequenceNode list => new Sequence([.. list.Children.Select((item, i) => Read(item, $"{path}[{i}]"))], tag == "!open", path),
            YamlScalarNode scalar => ReadScalar(scalar, path),
            _ => throw new ArgumentException($"{path}: {node.NodeType}", nameof(node)),
        };
    }

    private static KeyValuePair<string, Node> Entry(KeyValuePair<YamlNode, YamlNode> entry, string path)
    {
        var key = ((YamlScalarNode)entry.Key).Value!;
        return new(key, Read(entry.Value, path.Length == 0 ? key : path + "." + key));
    }

    private static Scalar ReadScalar(YamlScalarNode scalar, string path)
    {
        var text = scalar.Value!;
        return scalar.Style != ScalarStyle.Plain ? Scalar.String(text, path)
            : text is "" or "null" or "~" ? new(ScalarKind.Null, "null", path)
            : text is "true" or "false" ? new(ScalarKind.Boolean, text, path)
            : long.TryParse(text, out var number) ? Scalar.Number(number, path)
            : Scalar.String(text, path);
    }
}
