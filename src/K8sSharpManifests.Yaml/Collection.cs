using K8sSharpManifests.Core;

namespace K8sSharpManifests.Yaml;

/// <summary>A mapping or a list whose end has not been read yet.</summary>
internal sealed class Collection(bool isMapping, bool isFlow, string tag, AnchoredNode? anchor, YamlSpan start, YamlSpan? key)
{
    // What has come from a merge key may stand again.
    private HashSet<string>? _merged;

    public bool IsMapping { get; } = isMapping;

    public bool IsFlow { get; } = isFlow;

    public string Tag { get; } = tag;

    public AnchoredNode? Anchor { get; } = anchor;

    public YamlSpan Start { get; } = start;

    /// <summary>The key that the collection itself stands under.</summary>
    public YamlSpan? Key { get; } = key;

    public MappingEntries Entries { get; } = new();

    public List<Node> Items { get; } = [];

    /// <summary>Whether each item was written as an alias: a list that is merged holds mappings and aliases of mappings.</summary>
    public List<bool> AreAliases { get; } = [];

    /// <summary>The key whose value comes next; null where a key comes next.</summary>
    public string? PendingKey { get; set; }

    public YamlSpan PendingSpan { get; set; }

    /// <summary>Whether the pending key is a merge key.</summary>
    public bool IsMerge { get; set; }

    /// <summary>How many nodes there are in it, aliases followed.</summary>
    public long Nodes { get; set; } = 1;

    /// <summary>How deep it nests.</summary>
    public int Height { get; set; } = 1;

    /// <summary>Where the last node in it ends.</summary>
    public YamlSpan Last { get; set; } = start;

    /// <summary>Sets a key that stands in the mapping.</summary>
    /// <returns>Whether it has stood there before.</returns>
    public bool SetOwn(string key, Node value) => !Entries.Set(key, value) && _merged?.Remove(key) != true;

    /// <summary>Sets a key that a merge key brings.</summary>
    /// <returns>Whether it replaces what stands in the mapping itself.</returns>
    public bool SetMerged(string key, Node value)
    {
        _merged ??= new(StringComparer.Ordinal);
        var isNew = Entries.Set(key, value);
        return _merged.Add(key) && !isNew;
    }
}

/// <summary>A node with an anchor.</summary>
internal sealed class AnchoredNode
{
    /// <summary>The node; null while it is being read.</summary>
    public Node? Node { get; set; }

    /// <summary>What it is as a key; null for a collection.</summary>
    public ScalarValue? Scalar { get; set; }

    /// <summary>How many nodes there are in it, aliases followed.</summary>
    public long Nodes { get; set; } = 1;

    /// <summary>How deep it nests.</summary>
    public int Height { get; set; }
}
