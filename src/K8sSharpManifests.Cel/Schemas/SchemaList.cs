using K8sSharpManifests.Cel.Operators;
using K8sSharpManifests.Cel.Values;
using K8sSharpManifests.Core;
using K8sSharpManifests.Core.CustomResources;
using K8sSharpManifests.Core.Rules.Validity.Cel;

namespace K8sSharpManifests.Cel.Schemas;

/// <summary>A list of a custom resource. Sets and lists that are maps know an equality and a sum of their own.</summary>
internal sealed class SchemaList(Sequence sequence, JsonSchema schema) : CelListValue
{
    private CelValue[]? _items;

    public override IReadOnlyList<CelValue> Items => _items ??= [.. sequence.Items.Select(i => SchemaValue.Of(i, schema.Items!))];

    public override bool IsOpen => sequence.IsOpen;

    /// <summary>Whether the order of its items means nothing.</summary>
    public bool IsUnordered => IsSet || IsMap;

    /// <summary>The sum of no items.</summary>
    public CelValue Zero => schema.Items switch
    {
        { Type: "number" } => new CelDouble(0),
        { Type: "string", Format: "duration" } => new CelDuration(0),
        _ => new CelInt(0),
    };

    private bool IsSet => schema.ListType == "set";

    private bool IsMap => schema.ListType == "map" && schema.ListMapKeys.Count > 0;

    /// <summary>Whether a set or a list that is a map has the same items as another list, in whatever order.</summary>
    public CelValue EqualItems(CelListValue other)
    {
        if (IsOpen || other.IsOpen)
        {
            return CelUnknown.Data;
        }

        if (Items.Count != other.Items.Count)
        {
            return CelBool.False;
        }

        var left = new List<CelValue>(other.Items);
        foreach (var item in Items)
        {
            CelValue? equal = null;
            var at = left.FindIndex(o => (equal = IsSameItem(item, o)).IsFailure || equal == CelBool.True);
            if (at < 0)
            {
                return CelBool.False;
            }

            equal = equal!.IsFailure ? equal : Equality.Equal(item, left[at]);
            if (equal != CelBool.True)
            {
                return equal;
            }

            left.RemoveAt(at);
        }

        return CelBool.True;
    }

    /// <summary>This list and another: of a set, what is not there yet; of a list that is a map, what takes the place of the item with its keys, or comes after all.</summary>
    public CelValue Plus(CelListValue other)
    {
        var items = new List<CelValue>(Items);
        foreach (var item in other.Items)
        {
            CelValue? same = null;
            var at = IsUnordered ? items.FindIndex(i => (same = IsSameItem(i, item)).IsFailure || same == CelBool.True) : -1;
            if (at >= 0 && same!.IsFailure)
            {
                return same;
            }

            if (at >= 0)
            {
                items[at] = item;
            }
            else
            {
                items.Add(item);
            }
        }

        return new CelMadeList(items);
    }

    // Items of a set are the same where they are equal, of a map where their keys are.
    private CelValue IsSameItem(CelValue item, CelValue other)
    {
        if (IsSet || item is not CelMapValue map || other is not CelMapValue otherMap)
        {
            return Equality.Equal(item, other);
        }

        foreach (var key in schema.ListMapKeys)
        {
            var name = new CelString(FieldNames.Escape(key) ?? key);
            var (left, right) = (map.Find(name), otherMap.Find(name));
            var equal = left is null || right is null ? CelBool.Of(left is null && right is null) : Equality.Equal(left, right);
            if (equal != CelBool.True)
            {
                return equal;
            }
        }

        return CelBool.True;
    }
}
