namespace K8sSharpManifests.Core.Rules;

/// <summary>What a <see cref="FixChange"/> does with its value.</summary>
public enum FixKind
{
    /// <summary>The value takes the place of what stands there, if anything.</summary>
    Set,

    /// <summary>The value becomes the last item of the list that stands there; the list is made where there is none.</summary>
    Append,

    /// <summary>What stands there goes: a field from its object, an entry from its dictionary, an item from its list.</summary>
    Remove,
}

/// <summary>One change of a <see cref="Fix"/>: what becomes of one place of the tree. Objects that are absent on the way to it are made.</summary>
public sealed class FixChange
{
    private FixChange(FixKind kind, TreePlace place, Node value)
    {
        Kind = kind;
        Place = place;
        Value = value;
        var keys = new List<string>();
        var at = place;
        while (at.Parent is { Node: not Sequence } around)
        {
            keys.Insert(0, at.Key);
            at = around;
            if (at.Node is Mapping)
            {
                break;
            }
        }

        At = at.Node;
        ShapeOfAt = at.Shape;
        Keys = keys;
    }

    private FixChange(FixChange change, Node at)
    {
        Kind = change.Kind;
        Place = change.Place;
        Value = change.Value;
        At = at;
        ShapeOfAt = change.ShapeOfAt;
        Keys = change.Keys;
    }

    /// <summary>What is done with the value.</summary>
    public FixKind Kind { get; }

    /// <summary>The place that changes, also where nothing stands there yet.</summary>
    public TreePlace Place { get; }

    /// <summary>The new value, or the new item, with the types that follow from the place; <see cref="Missing"/> where something is removed.</summary>
    public Node Value { get; }

    /// <summary>What stands at the place now; <see cref="Missing"/> where it is absent.</summary>
    public Node Current => Place.Node;

    /// <summary>The node of the tree that changes: the innermost object or dictionary around the place that is there, or the item of a list itself.</summary>
    public Node At { get; }

    /// <summary>The keys that lead from <see cref="At"/> to the place; none for the item of a list.</summary>
    public IReadOnlyList<string> Keys { get; }

    // Of a dictionary only the place around it tells.
    internal ApiShape? ShapeOfAt { get; }

    /// <summary>Sets what stands at a place.</summary>
    /// <param name="place">The place: of a field, of an entry, or of an item that is there.</param>
    /// <param name="value">The value.</param>
    /// <returns>The change.</returns>
    public static FixChange Set(TreePlace place, Node value) => new(FixKind.Set, place, Typing.Value(value, place.Shape));

    /// <summary>Appends an item to the list at a place.</summary>
    /// <param name="place">The list's place.</param>
    /// <param name="item">The item.</param>
    /// <returns>The change.</returns>
    public static FixChange Append(TreePlace place, Node item) => new(FixKind.Append, place, Typing.Value(item, place.Shape?.Items));

    /// <summary>Removes what stands at a place.</summary>
    /// <param name="place">The place: of a field, of an entry, or of an item.</param>
    /// <returns>The change.</returns>
    public static FixChange Remove(TreePlace place) => new(FixKind.Remove, place, Missing.Value);

    /// <summary>The same change of another node: one that shows the same object elsewhere.</summary>
    /// <param name="node">What takes the place of <see cref="At"/>.</param>
    /// <returns>The change.</returns>
    public FixChange On(Node node) => new(this, node);

    /// <summary>The change as one of a single key: where objects on the way to the place are made, it sets the outermost of them.</summary>
    /// <returns>The change; this one where nothing else is made.</returns>
    public FixChange Outermost()
    {
        if (Keys.Count < 2 || Kind == FixKind.Remove)
        {
            return this;
        }

        var made = Place;
        for (var i = 1; i < Keys.Count; i++)
        {
            made = made.Parent!;
        }

        return new(FixKind.Set, made, FixedTree.Changed(new([], type: made.Shape?.Type), made.Shape, this, Value, 1));
    }

    // Two fields of an object that is absent are one object with two fields.
    internal static IReadOnlyList<FixChange> Together(IReadOnlyList<FixChange> changes)
    {
        var together = new List<FixChange>();
        foreach (var change in changes)
        {
            var index = change.Kind == FixKind.Remove || change.Keys.Count < 2 ? -1
                : together.FindIndex(c => c.Kind != FixKind.Remove && c.Keys.Count > 0 && ReferenceEquals(c.At, change.At) && c.Keys[0] == change.Keys[0]);
            if (index >= 0 && together[index].Outermost() is { Value: Mapping made } first)
            {
                together[index] = new(FixKind.Set, first.Place, FixedTree.Changed(made, first.Place.Shape, change, change.Value, 1));
            }
            else
            {
                together.Add(change);
            }
        }

        return together;
    }
}
