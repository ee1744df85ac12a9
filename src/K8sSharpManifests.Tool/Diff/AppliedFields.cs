using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Tool.Diff;

/// <summary>What was applied before, as the cluster remembers it: what of it is left out now, apply takes away, and what of the rest is left out stays.</summary>
/// <param name="Last">What was applied; <see cref="Missing"/> where nobody knows of anything.</param>
/// <param name="IsByServer">Whether the server keeps it (managedFields), and not kubectl (the annotation).</param>
internal sealed record AppliedFields(Node Last, bool IsByServer)
{
    private const string Field = "f:";
    private const string ItemByKeys = "k:";
    private const string ItemByValue = "v:";

    /// <summary>Of the items of lists in <see cref="Last"/>, those of which others have something as well: they stay, with that.</summary>
    public HashSet<Node> Shared { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Reads it from an object.</summary>
    /// <param name="live">The object.</param>
    /// <param name="manager">The manager by whose name the server keeps it.</param>
    public static AppliedFields Of(Mapping live, string manager)
    {
        var metadata = live.Get("metadata");
        var entries = (metadata.Get("managedFields") as Sequence)?.Items ?? [];
        var owned = entries.FirstOrDefault(entry => entry.Get("operation").Is("Apply").IsTrue && entry.Get("manager").Is(manager).IsTrue && entry.Get("subresource").IsOmitted().IsTrue);
        if (owned?.Get("fieldsV1") is Mapping fields)
        {
            var applied = new AppliedFields(Missing.Value, IsByServer: true);
            return applied with { Last = applied.Owned(live, fields, [.. entries.Where(entry => entry != owned).Select(entry => entry.Get("fieldsV1")).OfType<Mapping>()]) };
        }

        return metadata.Get("annotations").Get(TreeComparison.LastApplied) is Scalar text && JsonReader.Parse(text.Text) is Mapping last
            ? new(TreeComparison.Prepared(live.Type is { } type ? Typing.As(last, type) : last), IsByServer: false)
            : new(Missing.Value, IsByServer: false);
    }

    // FieldsV1: "f:" is a field, "k:" an item by its keys, "v:" one by its value, and "." the thing itself. What others own as well stays with them.
    private Node Owned(Node live, Node fields, IReadOnlyList<Node> others, ApiField? field = null)
    {
        if (fields is not Mapping { Count: > 0 } owned)
        {
            return others.Count > 0 ? Missing.Value : live;
        }

        switch (live)
        {
            case Sequence list:
                return new Sequence([.. owned.Entries.Select(entry => OwnedItem(Item(list, entry.Key), entry.Value, OfThese(others, entry.Key), field)).Where(item => item is not Missing)]);
            case Mapping mapping:
                var entries =
                    from entry in owned.Entries
                    where entry.Key.StartsWith(Field, StringComparison.Ordinal)
                    let key = entry.Key[Field.Length..]
                    let value = mapping.Get(key)
                    where value is not Missing
                    let part = Owned(value, entry.Value, OfThese(others, entry.Key), mapping.Type?.Field(key))
                    where part is not Missing
                    select new KeyValuePair<string, Node>(key, part);
                return new Mapping(entries, type: mapping.Type);
            default:
                return live;
        }
    }

    private Node OwnedItem(Node? item, Node fields, IReadOnlyList<Node> others, ApiField? field)
    {
        var part = item is null ? Missing.Value : Keyed(Owned(item, fields, others), item, field);
        if (others.Count > 0)
        {
            Shared.Add(part);
        }

        return part;
    }

    private static List<Node> OfThese(IReadOnlyList<Node> others, string key) => [.. others.Select(other => other.Get(key)).Where(there => there is not Missing)];

    // By its keys an item is found again, whoever owns these.
    private static Node Keyed(Node part, Node item, ApiField? field) => part is not Mapping mapping || item is not Mapping whole ? part
        : (field?.MapKeys ?? []).Where(key => mapping[key] is Missing && whole[key] is Scalar).Aggregate(mapping, (result, key) => result.With(key, whole[key]));

    private static Node? Item(Sequence list, string key) =>
        key.StartsWith(ItemByKeys, StringComparison.Ordinal) && JsonReader.Parse(key[ItemByKeys.Length..]) is Mapping keys
            ? list.Items.FirstOrDefault(item => keys.Entries.All(entry => item.Get(entry.Key).Text() == entry.Value.Text()))
            : key.StartsWith(ItemByValue, StringComparison.Ordinal) && JsonReader.Parse(key[ItemByValue.Length..]) is Scalar value
                ? list.Items.FirstOrDefault(item => item.Text() == value.Text)
                : null;
}
