namespace K8sSharpManifests.Core.Rules;

/// <summary>One walk over a tree, in which each mapping meets the rules of its type.</summary>
internal sealed class TreeWalk(Judgement judgement)
{
    // How one gets to the node at hand. A place is made of it only where a rule is asked. An array and no list: see TypeRules.
    private Step[] _steps = new Step[16];
    private int _count;

    /// <summary>Has the rules judge a tree.</summary>
    /// <returns>Whether all was seen that a rule may have something to say of: what a class of values leaves unknown is the rules' own business.</returns>
    public bool Visit(Node root) => Visit(new Step(root, null, 0), null) && root is not Unknown;

    // A shape is what the schema says of a node; without one, anything may be in it.
    private bool Visit(Step step, ApiShape? shape)
    {
        if (_count >= Node.MaxDepth)
        {
            return false;
        }

        if (_count == _steps.Length)
        {
            Array.Resize(ref _steps, 2 * _count);
        }

        _steps[_count++] = step;
        var isSeen = step.Node switch
        {
            Mapping { Type: { } type } mapping => VisitObject(mapping, type),
            Mapping map => VisitEntries(map, shape?.Items),
            Sequence sequence => VisitItems(sequence, shape?.Items),
            _ => true,
        };
        _count--;
        return isSeen;
    }

    private bool VisitObject(Mapping mapping, ApiType type)
    {
        var rules = TypeRules.For(type);
        if (!rules.IsEmpty)
        {
            rules.Judge(PlaceAt(_count - 1), judgement);
        }

        var isSeen = !mapping.IsOpen || !rules.LeadsToRules;
        foreach (var entry in mapping.EntryArray)
        {
            if (entry.Value is not Scalar)
            {
                isSeen &= VisitChild(entry.Value, entry.Key, 0, entry.Value is Mapping { Type: not null } ? null : type.Field(entry.Key)?.Shape);
            }
        }

        return isSeen;
    }

    private bool VisitEntries(Mapping map, ApiShape? values)
    {
        var isSeen = !map.IsOpen || !MayConcern(values);
        foreach (var entry in map.EntryArray)
        {
            isSeen &= entry.Value is Scalar || VisitChild(entry.Value, entry.Key, 0, values);
        }

        return isSeen;
    }

    private bool VisitItems(Sequence sequence, ApiShape? items)
    {
        var isSeen = !sequence.IsOpen || !MayConcern(items);
        for (var i = 0; i < sequence.Count; i++)
        {
            isSeen &= sequence.ItemArray[i] is Scalar || VisitChild(sequence.ItemArray[i], null, i, items);
        }

        return isSeen;
    }

    // In a field of simple values nothing has a type.
    private bool VisitChild(Node node, string? key, int index, ApiShape? shape) =>
        node is Unknown ? !MayConcern(shape) : shape is not null && shape.Innermost.Kind != ApiShapeKind.Object ? true : Visit(new Step(node, key, index), shape);

    private static bool MayConcern(ApiShape? shape) => shape is null || (shape.Innermost.Type is { } type && TypeRules.For(type).ConcernsObjects);

    private TreePlace PlaceAt(int depth)
    {
        var step = _steps[depth];
        if (step.Place is { } known)
        {
            return known;
        }

        var place = depth == 0 ? new TreePlace(step.Node)
            : step.Key is { } key ? PlaceAt(depth - 1).Entry(new(key, step.Node)) : PlaceAt(depth - 1).Item(step.Node, step.Index);
        _steps[depth].Place = place;
        return place;
    }

    private struct Step(Node node, string? key, int index)
    {
        public readonly Node Node = node;
        public readonly string? Key = key;
        public readonly int Index = index;
        public TreePlace? Place = null;
    }
}
