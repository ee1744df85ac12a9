using K8sSharpManifests.Core;

namespace K8sSharpManifests;

/// <summary>Collects the fields of one record; absent ones leave no trace.</summary>
/// <param name="capacity">How many fields the record has.</param>
internal ref struct MappingBuilder(int capacity)
{
    private readonly KeyValuePair<string, Node>[] _entries = new KeyValuePair<string, Node>[capacity];
    private int _count;

    public void Add(string key, Node? value)
    {
        if (value is not null)
        {
            _entries[_count++] = new(key, value);
        }
    }

    public void AddUnlessEmpty(string key, Node? value)
    {
        if (value is not (Mapping { Entries.Count: 0 } or Sequence { Items.Count: 0 }))
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

    public readonly Mapping ToMapping() => new(_count == _entries.Length ? _entries : _entries[.._count]);
}
