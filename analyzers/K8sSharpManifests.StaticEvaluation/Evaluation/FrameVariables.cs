using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>What the variables of a frame hold, in the order that they came. Most code has few: a dictionary for each call would be most of its cost.</summary>
internal sealed class FrameVariables
{
    private KeyValuePair<ISymbol, Value>[] _entries = [];

    public int Count { get; private set; }

    public IEnumerable<ISymbol> Keys => Entries.Select(e => e.Key);

    public IEnumerable<Value> All => Entries.Select(e => e.Value);

    /// <summary>The variables and what they hold at this moment.</summary>
    public KeyValuePair<ISymbol, Value>[] Entries => _entries.AsSpan(0, Count).ToArray();

    public Value? Find(ISymbol variable) => IndexOf(variable) is >= 0 and var index ? _entries[index].Value : null;

    /// <summary>Gives a variable a value; null takes it away.</summary>
    public void Put(ISymbol variable, Value? value)
    {
        var index = IndexOf(variable);
        if (value is null)
        {
            if (index >= 0)
            {
                Array.Copy(_entries, index + 1, _entries, index, --Count - index);
                _entries[Count] = default;
            }

            return;
        }

        if (index < 0)
        {
            index = Count++;
            if (index == _entries.Length)
            {
                Array.Resize(ref _entries, index == 0 ? 2 : index * 2);
            }
        }

        _entries[index] = new(variable, value);
    }

    private int IndexOf(ISymbol variable)
    {
        for (var i = 0; i < Count; i++)
        {
            if (ReferenceEquals(_entries[i].Key, variable) || SymbolEqualityComparer.Default.Equals(_entries[i].Key, variable))
            {
                return i;
            }
        }

        return -1;
    }
}
