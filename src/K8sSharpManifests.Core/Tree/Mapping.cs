namespace K8sSharpManifests.Core;

/// <summary>Keys and their nodes, in emission order. An open one may hold keys that are not seen.</summary>
public sealed class Mapping : Node
{
    private readonly KeyValuePair<string, Node>[] _entries;

    // Few mappings have any.
    private readonly string[]? _extra;

    /// <summary>Makes a mapping. The keys are distinct; the caller sees to that.</summary>
    /// <param name="entries">The entries that are seen, in emission order.</param>
    /// <param name="isOpen">Whether there may be keys that are not seen.</param>
    /// <param name="origin">Where the value comes from.</param>
    /// <param name="type">What it is an object of; null where nobody knows, and for a dictionary.</param>
    public Mapping(IEnumerable<KeyValuePair<string, Node>> entries, bool isOpen = false, object? origin = null, ApiType? type = null) : base(origin)
    {
        _entries = entries as KeyValuePair<string, Node>[] ?? [.. entries];
        IsOpen = isOpen;
        Type = type;
    }

    private Mapping(IEnumerable<KeyValuePair<string, Node>> entries, Mapping of, string[]? extra) : this(entries, of.IsOpen, of.Origin, of.Type) => _extra = extra;

    /// <summary>What it is an object of, as far as the front end that made it knows; null where nobody knows, and for a dictionary.</summary>
    public ApiType? Type { get; }

    /// <summary>The entries that are seen, in emission order.</summary>
    public IReadOnlyList<KeyValuePair<string, Node>> Entries => _entries;

    /// <summary>How many entries are seen.</summary>
    public int Count => _entries.Length;

    /// <summary>Whether there may be keys that are not seen.</summary>
    public bool IsOpen { get; }

    // For the loops that every build runs over every node: an array is read without a call.
    internal KeyValuePair<string, Node>[] EntryArray => _entries;

    /// <summary>What stands under a key.</summary>
    /// <param name="key">The key, as in YAML.</param>
    /// <returns>The node; <see cref="Unknown"/> for an unseen key of an open mapping, <see cref="Missing"/> of a closed one.</returns>
    public Node this[string key]
    {
        get
        {
            // A Kubernetes object has few keys at each level: a scan beats a hash, and most mappings are never asked.
            foreach (var entry in _entries)
            {
                if (entry.Key == key)
                {
                    return entry.Value;
                }
            }

            return IsOpen ? Unknown.Value : Missing.Value;
        }
    }

    /// <summary>The same mapping with one key set: in its place where it is there, else at the end.</summary>
    /// <param name="key">The key, as in YAML.</param>
    /// <param name="value">What shall stand under it.</param>
    /// <returns>A new mapping; this one stays as it is.</returns>
    public Mapping With(string key, Node value)
    {
        var index = Array.FindIndex(_entries, e => e.Key == key);
        var entries = new KeyValuePair<string, Node>[index < 0 ? _entries.Length + 1 : _entries.Length];
        _entries.CopyTo(entries, 0);
        entries[index < 0 ? _entries.Length : index] = new(key, value);
        return WithEntries(entries);
    }

    /// <summary>The same mapping with other entries.</summary>
    internal Mapping WithEntries(IEnumerable<KeyValuePair<string, Node>> entries) => new(entries, this, _extra);

    /// <summary>The same mapping without a key.</summary>
    internal Mapping Without(string key) => WithEntries(_entries.Where(e => e.Key != key));

    /// <summary>The same mapping, with a key that its type need not know: somebody has said that the API server does.</summary>
    internal Mapping WithExtra(string key) => IsExtra(key) ? this : new(_entries, this, [.. _extra ?? [], key]);

    /// <summary>Whether somebody has said that the API server knows a key, whatever the type of the mapping says.</summary>
    internal bool IsExtra(string key) => _extra is not null && Array.IndexOf(_extra, key) >= 0;

    /// <summary>The same mapping with apiVersion and kind before all others, whatever it held under these.</summary>
    internal Mapping WithTypeMeta(Node apiVersion, Node kind) =>
        WithEntries([new("apiVersion", apiVersion), new("kind", kind), .. _entries.Where(e => e.Key is not ("apiVersion" or "kind"))]);
}
