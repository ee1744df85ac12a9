namespace K8sSharpManifests.Core.Rules.Views;

/// <summary>What the views ask of a node, whatever it is.</summary>
internal static class NodeViews
{
    /// <summary>What stands under a key. An explicit null is absent, as it is for the API server.</summary>
    public static Node Get(this Node node, string key)
    {
        var value = node switch { Mapping mapping => mapping[key], Unknown => Unknown.Value, _ => Missing.Value };
        return value is Scalar { Kind: ScalarKind.Null } ? Missing.Value : value;
    }

    /// <summary>An open mapping in which a key is not seen: not the same as a key whose value is not known.</summary>
    public static bool IsOpenWithout(this Node node, string key)
    {
        if (node is not Mapping { IsOpen: true } mapping)
        {
            return false;
        }

        foreach (var entry in mapping.Entries)
        {
            if (entry.Key == key)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The text of a known scalar; else empty.</summary>
    public static string Text(this Node node) => node is Scalar scalar ? scalar.Text : "";

    /// <summary>Absent, or an empty string, which the API server takes for absent.</summary>
    public static Truth IsOmitted(this Node node) => !node.Exists | node.Is("");

    /// <summary>Whether both are the same string; an absent one is an empty one.</summary>
    public static Truth HasSameTextAs(this Node node, Node other) =>
        node is Unknown || other is Unknown ? Truth.Unknown : node.Text() == other.Text();

    /// <summary>Whether a list of references holds one that names something; the kubelet skips the others.</summary>
    public static Truth HasNamedItem(this Node list) => list switch
    {
        Sequence sequence => sequence.Any(item => !item.Get("name").IsOmitted()),
        Unknown => Truth.Unknown,
        _ => Truth.False,
    };

    /// <summary>Whether a list has no item.</summary>
    public static Truth IsEmptyList(this Node list) => list switch
    {
        Sequence { Items.Count: > 0 } => Truth.False,
        Sequence { IsOpen: true } or Unknown => Truth.Unknown,
        _ => Truth.True,
    };
}
