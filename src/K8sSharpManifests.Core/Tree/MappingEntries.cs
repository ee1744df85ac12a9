namespace K8sSharpManifests.Core;

/// <summary>The entries of a mapping that is being read: each key once, in the place where it stood first.</summary>
internal sealed class MappingEntries
{
    // Most mappings are small, and a scan beats a hash there.
    private const int MostToScan = 8;

    private readonly List<KeyValuePair<string, Node>> _entries = [];
    private Dictionary<string, int>? _index;

    /// <summary>How many there are.</summary>
    public int Count => _entries.Count;

    /// <summary>Sets a key; of one that is there already, the new value counts.</summary>
    /// <returns>Whether it is new.</returns>
    public bool Set(string key, Node value)
    {
        var index = Find(key);
        if (index >= 0)
        {
            _entries[index] = new(key, value);
            return false;
        }

        _index?.Add(key, _entries.Count);
        _entries.Add(new(key, value));
        return true;
    }

    /// <summary>The entries, in order.</summary>
    public KeyValuePair<string, Node>[] ToArray() => [.. _entries];

    private int Find(string key)
    {
        if (_entries.Count <= MostToScan)
        {
            return _entries.FindIndex(e => e.Key == key);
        }

        if (_index is null)
        {
            _index = new(StringComparer.Ordinal);
            for (var i = 0; i < _entries.Count; i++)
            {
                _index.Add(_entries[i].Key, i);
            }
        }

        return _index.TryGetValue(key, out var found) ? found : -1;
    }
}
