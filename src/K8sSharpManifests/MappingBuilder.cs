using K8sSharpManifests.Core;

namespace K8sSharpManifests;

/// <summary>
/// Collects the fields of one record; absent ones leave no trace. A record has many more fields than an object sets, so they are collected on a stack that all
/// records share, the inner ones above the outer ones, and only what is there is copied.
/// </summary>
internal readonly ref struct MappingBuilder
{
    [ThreadStatic]
    private static Stack? _ofThread;

    private readonly Stack _stack;
    private readonly int _start;

    public MappingBuilder()
    {
        _stack = _ofThread ??= new();
        _start = _stack.Count;
    }

    public void Add(string key, Node? value)
    {
        if (value is not null)
        {
            _stack.Push(new(key, value));
        }
    }

    public void AddUnlessEmpty(string key, Node? value)
    {
        if (value is not (Mapping { Count: 0 } or Sequence { Count: 0 }))
        {
            Add(key, value);
        }
    }

    public void AddUnlessZero(string key, long value)
    {
        if (value != 0)
        {
            Add(key, Scalar.Number(value));
        }
    }

    /// <summary>The mapping of what was added.</summary>
    /// <param name="type">The type of the record that it was read from; null for a dictionary.</param>
    public Mapping ToMapping(ApiType? type = null) => new(_stack.PopDownTo(_start), type: type);

    // What an exception leaves behind stays below what comes after: a build that fails has little more to read.
    private sealed class Stack
    {
        private KeyValuePair<string, Node>[] _entries = new KeyValuePair<string, Node>[256];

        public int Count { get; private set; }

        public void Push(KeyValuePair<string, Node> entry)
        {
            if (Count == _entries.Length)
            {
                Array.Resize(ref _entries, 2 * Count);
            }

            _entries[Count++] = entry;
        }

        public KeyValuePair<string, Node>[] PopDownTo(int start)
        {
            if (Count == start)
            {
                return [];
            }

            var entries = new KeyValuePair<string, Node>[Count - start];
            Array.Copy(_entries, start, entries, 0, entries.Length);
            Count = start;
            return entries;
        }
    }
}
