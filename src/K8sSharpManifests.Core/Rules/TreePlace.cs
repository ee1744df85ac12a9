using System.Diagnostics.CodeAnalysis;
using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules;

/// <summary>A node of a judged tree, and how one gets to it. What it is called is worked out when somebody asks.</summary>
public sealed class TreePlace
{
    private readonly string? _key;
    private readonly int _index;
    private string? _path;

    /// <summary>The place of a whole tree.</summary>
    /// <param name="root">The tree.</param>
    public TreePlace(Node root) : this(root, null, null, 0)
    {
    }

    private TreePlace(Node node, TreePlace? parent, string? key, int index)
    {
        Node = node;
        Parent = parent;
        _key = key;
        _index = index;
    }

    /// <summary>What stands there; <see cref="Missing"/> where a key is absent.</summary>
    public Node Node { get; }

    /// <summary>The place around it; null for the tree itself.</summary>
    public TreePlace? Parent { get; }

    /// <summary>The place of the whole tree.</summary>
    public TreePlace Root => Parent?.Root ?? this;

    /// <summary>The key in the mapping around it; empty for the item of a list and for the tree itself.</summary>
    public string Key => _key ?? "";

    /// <summary>
    /// What it is called, alike in all stages. Items are counted in a closed list (<c>spec.containers[0]</c>) and named in an open one
    /// (<c>spec.containers[name=web]</c>), where unseen items may come before them.
    /// </summary>
    public string Path => _path ??= Parent is null ? ""
        : _key is not null ? TreePath.Child(Parent.Path, _key)
        : Parent.Node is Sequence { IsOpen: true } ? TreePath.NamedItem(Parent.Path, Node) ?? Parent.Path + "[?]"
        : TreePath.Item(Parent.Path, _index);

    /// <summary>All that it may be called by a stage that saw some of the lists around it open: each item by its number or by its name.</summary>
    public IEnumerable<string> PathsOfAllStages => Parent is null ? [""]
        : _key is not null ? Parent.PathsOfAllStages.Select(path => TreePath.Child(path, _key))
        : Parent.PathsOfAllStages.SelectMany(path => TreePath.NamedItem(path, Node) is { } named ? [TreePath.Item(path, _index), named] : new[] { TreePath.Item(path, _index) });

    /// <summary>The namespace of the object around it; missing where that gives none, unknown for a part whose object is not seen.</summary>
    [SuppressMessage("Naming", "CA1716", Justification = "Kubernetes calls it so.")]
    public Node Namespace
    {
        get
        {
            var root = Root.Node;
            return root is Mapping { Type.Kind: not null } || (root is Mapping mapping && mapping["kind"].Exists.IsTrue)
                ? root.Get("metadata").Get("namespace")
                : Unknown.Value;
        }
    }

    /// <summary>The nodes from this one to the tree itself.</summary>
    public IEnumerable<Node> Outwards
    {
        get
        {
            for (var place = this; place is not null; place = place.Parent)
            {
                yield return place.Node;
            }
        }
    }

    /// <summary>What the API's schema says of what may stand there; null where nobody knows.</summary>
    public ApiShape? Shape => Node is Mapping { Type: { } type } ? ApiShape.Of(type) : _key is null ? Parent?.Shape?.Items : Parent?.Shape?.Below(_key);

    /// <summary>The place of a field below the mapping.</summary>
    /// <param name="path">The field, with dots between the keys, like <c>securityContext.runAsNonRoot</c>.</param>
    /// <returns>The place, also where nothing stands there.</returns>
    public TreePlace Below(string path) => path.Split('.').Aggregate(this, (place, key) => place.Child(key));

    /// <summary>The place of what stands under a key of the mapping.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The place, also where nothing stands there.</returns>
    public TreePlace Child(string key) => new(Node.Get(key), this, key, 0);

    /// <summary>The places of a list's items, as far as they are seen; none where it is no list.</summary>
    public IEnumerable<TreePlace> Items => Node is Sequence list ? list.Items.Select(Item) : [];

    internal TreePlace Entry(KeyValuePair<string, Node> entry) => new(entry.Value, this, entry.Key, 0);

    // The key of an entry, where that is what is wrong, and not the value. An entry whose value is not known may not be there: of a null nothing is left.
    internal TreePlace KeyOf(KeyValuePair<string, Node> entry) => Entry(entry.Value is Unknown ? entry : new(entry.Key, Scalar.String(entry.Key, entry.Value.Origin)));

    internal TreePlace Item(Node item, int index) => new(item, this, null, index);

    /// <inheritdoc/>
    public override string ToString() => Path;
}
