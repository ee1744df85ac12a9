namespace K8sSharpManifests.Cel.Values;

/// <summary>A list.</summary>
internal abstract class CelListValue : CelValue
{
    public override string TypeName => "list";

    /// <summary>The items that are seen.</summary>
    public abstract IReadOnlyList<CelValue> Items { get; }

    /// <summary>Whether there may be items that are not seen, anywhere.</summary>
    public virtual bool IsOpen => false;

    public override bool IsZero => Items.Count == 0 && !IsOpen;
}

/// <summary>A list that an expression made.</summary>
internal sealed class CelMadeList(IReadOnlyList<CelValue> items) : CelListValue
{
    public override IReadOnlyList<CelValue> Items { get; } = items;

    public static CelMadeList Of(IEnumerable<string> texts) => new([.. texts.Select(t => new CelString(t))]);
}

/// <summary>A dictionary, or an object.</summary>
internal abstract class CelMapValue : CelValue
{
    public override string TypeName => "map";

    /// <summary>How many keys are seen.</summary>
    public abstract int Count { get; }

    /// <summary>The keys that are seen.</summary>
    public abstract IEnumerable<CelValue> Keys { get; }

    /// <summary>Whether there may be keys that are not seen.</summary>
    public virtual bool IsOpen => false;

    public override bool IsZero => Count == 0 && !IsOpen;

    /// <summary>What is under a key; null for nothing, and a failure where that is not known.</summary>
    public abstract CelValue? Find(CelValue key);

    /// <summary>Whether there is something under a key: true or false, or a failure.</summary>
    public virtual CelValue Has(CelValue key) => Find(key) is not { } value ? CelBool.False : value.IsFailure ? value : CelBool.True;
}

/// <summary>A list of which nothing is known.</summary>
internal sealed class CelOpenList : CelListValue
{
    public static readonly CelOpenList Value = new();

    public override IReadOnlyList<CelValue> Items => [];

    public override bool IsOpen => true;
}

/// <summary>A dictionary that an expression made.</summary>
internal sealed class CelMadeMap(IReadOnlyList<KeyValuePair<CelValue, CelValue>> entries) : CelMapValue
{
    public override int Count => entries.Count;

    public override IEnumerable<CelValue> Keys => entries.Select(e => e.Key);

    public override CelValue? Find(CelValue key)
    {
        foreach (var entry in entries)
        {
            if (Operators.Equality.Equal(entry.Key, key) == CelBool.True)
            {
                return entry.Value;
            }
        }

        return null;
    }
}
