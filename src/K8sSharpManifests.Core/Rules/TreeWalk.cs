using K8sSharpManifests.Core.Rules.Validity.CustomResources.Objects;
using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules;

/// <summary>One walk over a tree, in which each mapping meets the rules of its type.</summary>
internal sealed class TreeWalk(Judgement judgement)
{
    // How one gets to the node at hand. A place is made of it only where a rule is asked. An array and no list: see TypeRules.
    private Step[] _steps = new Step[16];
    private int _count;

    // Of what the API server sets itself, it reads what a manifest says and forgets it.
    private bool _isServerSet;

    // Beside its metadata, the API server judges a custom resource by its definition alone.
    private bool _isInCustomResource;

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
        var place = PlaceAt(_count - 1);
        if (_isServerSet)
        {
            if (!_isInCustomResource)
            {
                rules.Decode(place, judgement);
            }
        }
        else if (type is { Kind: not null, Schema: { } schema } && place.Parent is null)
        {
            ResourceValidation.Validate(place, schema, judgement);
            _isInCustomResource = true;
        }
        else if (_isInCustomResource)
        {
            rules.JudgeInCustomResource(place, judgement);
        }
        else
        {
            rules.Judge(place, judgement);
        }

        var isSeen = !mapping.IsOpen;
        var isCustom = _isInCustomResource;
        foreach (var entry in mapping.EntryArray)
        {
            _isInCustomResource = isCustom && !IsMetadata(place, entry.Key);
            if (entry.Value is not Scalar && !_isServerSet && type.Field(entry.Key) is { IsServerSet: true } field)
            {
                _isServerSet = true;
                VisitChild(entry.Value, entry.Key, 0, entry.Value is Mapping { Type: not null } ? null : field.Shape);
                _isServerSet = false;
            }
            else if (entry.Value is not Scalar)
            {
                isSeen &= VisitChild(entry.Value, entry.Key, 0, entry.Value is Mapping { Type: not null } ? null : type.Field(entry.Key)?.Shape);
            }
        }

        // The API server has an empty object there, and what is required in it is missing.
        if (!mapping.IsOpen && !_isServerSet)
        {
            foreach (var field in type.AlwaysPresent)
            {
                _isInCustomResource = isCustom && !IsMetadata(place, field.Key);
                if (!_isInCustomResource && mapping.Get(field.Key) is Missing)
                {
                    Visit(new Step(new Mapping([], type: field.Shape.Type), field.Key, 0), null);
                }
            }
        }

        _isInCustomResource = isCustom && place.Parent is not null;
        return isSeen;
    }

    private static bool IsMetadata(TreePlace place, string key) => place.Parent is null && key == "metadata";

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
            var item = sequence.ItemArray[i];

            // Of null, the API server makes an empty object.
            isSeen &= item is Scalar { Kind: ScalarKind.Null } && items is { Type: { } type } ? Visit(new Step(new Mapping([], origin: item.Origin, type: type), null, i), null)
                : item is Scalar || VisitChild(item, null, i, items);
        }

        return isSeen;
    }

    // In a field of simple values nothing has a type.
    private bool VisitChild(Node node, string? key, int index, ApiShape? shape) =>
        node is Unknown ? !MayConcern(shape) : shape is not null && shape.Innermost.Kind != ApiShapeKind.Object ? true : Visit(new Step(node, key, index), shape);

    // Every type has rules; what is about simple values says so itself.
    private static bool MayConcern(ApiShape? shape) => shape is null || shape.Innermost.Kind == ApiShapeKind.Object;

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
