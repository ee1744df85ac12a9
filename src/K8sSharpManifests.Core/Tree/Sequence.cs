namespace K8sSharpManifests.Core;

/// <summary>A list of nodes, in order. An open one may hold more than is seen.</summary>
public sealed class Sequence : Node
{
    /// <summary>Makes a sequence.</summary>
    /// <param name="items">The items that are seen, in order.</param>
    /// <param name="isOpen">Whether there may be items that are not seen.</param>
    /// <param name="origin">Where the value comes from.</param>
    public Sequence(IReadOnlyList<Node> items, bool isOpen = false, object? origin = null) : base(origin)
    {
        ItemArray = items as Node[] ?? [.. items];
        IsOpen = isOpen;
    }

    /// <summary>The items that are seen, in order.</summary>
    public IReadOnlyList<Node> Items => ItemArray;

    /// <summary>How many items are seen.</summary>
    public int Count => ItemArray.Length;

    /// <summary>Whether there may be items that are not seen.</summary>
    public bool IsOpen { get; }

    // For the loops that every build runs over every node: an array is read without a call.
    internal Node[] ItemArray { get; }

    /// <summary>Whether a predicate holds for at least one item (Kleene's "or" over the items).</summary>
    /// <param name="predicate">The predicate.</param>
    /// <returns>Unknown instead of False where the sequence is open.</returns>
    public Truth Any(Func<Node, Truth> predicate) => Truth.Any(Items, predicate) | (IsOpen ? Truth.Unknown : Truth.False);

    /// <summary>Whether a predicate holds for every item (Kleene's "and" over the items).</summary>
    /// <param name="predicate">The predicate.</param>
    /// <returns>Unknown instead of True where the sequence is open.</returns>
    public Truth All(Func<Node, Truth> predicate) => Truth.All(Items, predicate) & (IsOpen ? Truth.Unknown : Truth.True);
}
