namespace K8sSharpManifests.Core.Rules;

/// <summary>
/// The tree that fixes ask for. Whoever writes a fix in code compares what the code makes then with this: what differs anywhere else is not what the fix says.
/// </summary>
public static class FixedTree
{
    /// <summary>Does to a tree what fixes say.</summary>
    /// <param name="root">The tree that the fixes are about.</param>
    /// <param name="fixes">The fixes; those of other trees do nothing.</param>
    /// <returns>The tree as it shall be.</returns>
    public static Node Of(Node root, IEnumerable<Fix> fixes) => Of(root, [.. fixes.SelectMany(fix => fix.Changes)]);

    /// <summary>Makes changes in a tree.</summary>
    /// <param name="root">The tree that the changes are about.</param>
    /// <param name="changes">The changes; those of other trees do nothing.</param>
    /// <returns>The tree as it shall be.</returns>
    public static Node Of(Node root, IReadOnlyCollection<FixChange> changes) => changes.Count == 0 ? root : new Rewriter(changes).Rewrite(root);

    /// <summary>Whether two trees say the same; what is not known in one of them is not known in the other.</summary>
    /// <param name="left">A tree.</param>
    /// <param name="right">Another tree.</param>
    /// <returns>True where they do. An empty list says what an absent one does.</returns>
    public static bool AreSame(Node left, Node right) => (left, right) switch
    {
        (Scalar a, Scalar b) => a.Kind == b.Kind && a.Text == b.Text,
        (Unknown, Unknown) or (Missing, Missing) => true,
        (Sequence a, Sequence b) => a.IsOpen == b.IsOpen && a.Count == b.Count && !a.Items.Where((item, i) => !AreSame(item, b.Items[i])).Any(),
        (Mapping a, Mapping b) => a.IsOpen == b.IsOpen && Said(a) == Said(b) && a.Entries.All(e => IsNothing(e.Value) || AreSame(e.Value, b[e.Key])),
        _ => false,
    };

    private static int Said(Mapping mapping) => mapping.Entries.Count(e => !IsNothing(e.Value));

    private static bool IsNothing(Node node) => node is Sequence { Count: 0, IsOpen: false };

    /// <summary>An object with a change in it, or in what is made in it.</summary>
    /// <param name="mapping">The object.</param>
    /// <param name="shape">What the schema says of it.</param>
    /// <param name="change">The change.</param>
    /// <param name="value">The value, or the item.</param>
    /// <param name="index">The number of the key that leads on from the object.</param>
    internal static Mapping Changed(Mapping mapping, ApiShape? shape, FixChange change, Node value, int index)
    {
        var key = change.Keys[index];
        var inner = shape?.Below(key);
        if (index + 1 < change.Keys.Count)
        {
            return mapping[key] is Mapping there ? mapping.With(key, Changed(there, inner, change, value, index + 1))
                : change.Kind == FixKind.Remove ? mapping
                : mapping.With(key, Changed(new([], type: inner?.Type), inner, change, value, index + 1));
        }

        return change.Kind switch
        {
            FixKind.Set => mapping.With(key, value),
            FixKind.Append => mapping.With(key, mapping[key] is Sequence list ? new([.. list.Items, value], list.IsOpen, list.Origin) : new Sequence([value])),
            _ => mapping.WithEntries(mapping.Entries.Where(e => e.Key != key)),
        };
    }

    // The front ends write every quantity so.
    private static Node Canonical(Node value) => value switch
    {
        Scalar { IsQuantity: true } quantity => Quantity.TryParse(quantity.Text, out var number) ? Scalar.Quantity(number.ToString()) : quantity,
        Mapping mapping => mapping.WithEntries(mapping.Entries.Select(e => new KeyValuePair<string, Node>(e.Key, Canonical(e.Value)))),
        Sequence list => new Sequence([.. list.Items.Select(Canonical)], list.IsOpen, list.Origin),
        _ => value,
    };

    private sealed class Rewriter(IReadOnlyCollection<FixChange> changes)
    {
        public Node Rewrite(Node node)
        {
            if (changes.FirstOrDefault(c => c is { Kind: FixKind.Set, Keys.Count: 0 } && ReferenceEquals(c.At, node)) is { } item)
            {
                return Canonical(item.Value);
            }

            switch (node)
            {
                case Sequence sequence:
                    return new Sequence([.. sequence.Items.Where(item => !IsRemoved(item)).Select(Rewrite)], sequence.IsOpen, node.Origin);
                case Mapping mapping:
                    var changed = mapping.WithEntries(mapping.Entries
                        .Select(e => (Before: e.Value, Entry: new KeyValuePair<string, Node>(e.Key, Rewrite(e.Value))))
                        .Where(e => !IsGone(e.Before, e.Entry.Value, mapping.Type?.Field(e.Entry.Key))).Select(e => e.Entry));
                    foreach (var change in changes)
                    {
                        changed = change.Keys.Count > 0 && ReferenceEquals(change.At, node) ? Changed(changed, change.ShapeOfAt, change, Canonical(change.Value), 0) : changed;
                    }

                    return changed;
                default:
                    return node;
            }
        }

        private bool IsRemoved(Node item) => changes.Any(c => c is { Kind: FixKind.Remove, Keys.Count: 0 } && ReferenceEquals(c.At, item));

        // What was all that an object held leaves no trace of the object, either, but where an empty one has a meaning.
        private static bool IsGone(Node before, Node after, ApiField? field) => field is { KeepsEmpty: false }
            && (before, after) is (Mapping { Count: > 0 }, Mapping { Count: 0, IsOpen: false }) or (Sequence { Count: > 0 }, Sequence { Count: 0, IsOpen: false });
    }
}
