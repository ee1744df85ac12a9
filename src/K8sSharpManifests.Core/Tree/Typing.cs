namespace K8sSharpManifests.Core;

/// <summary>Gives the mappings of a tree their types: for a front end that sees no types, such as one that reads YAML.</summary>
public static class Typing
{
    /// <summary>An object, and all in it, with the types that follow from its apiVersion and kind.</summary>
    /// <param name="root">The object as it was read.</param>
    /// <param name="schema">What is known of the API; null for Kubernetes itself, without custom resources.</param>
    /// <returns>A copy that knows its types; the same one where its kind is not known.</returns>
    public static Mapping Object(Mapping root, ApiSchema? schema = null) =>
        root["apiVersion"] is Scalar apiVersion && root["kind"] is Scalar kind && (schema ?? ApiSchema.Kubernetes).Kind(apiVersion.Text, kind.Text) is { } type ? As(root, type) : root;

    /// <summary>A mapping, and all in it, with a type and those that follow from it.</summary>
    /// <param name="mapping">The mapping as it was read.</param>
    /// <param name="type">What it is an object of.</param>
    /// <returns>A copy that knows its types.</returns>
    public static Mapping As(Mapping mapping, ApiType type)
    {
        var entries = new KeyValuePair<string, Node>[mapping.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            var (key, value) = (mapping.EntryArray[i].Key, mapping.EntryArray[i].Value);
            entries[i] = new(key, type.Field(key) is { } field ? As(value, NestedSchemas.Shape(field, value)) : value);
        }

        return new(entries, mapping.IsOpen, mapping.Origin, type);
    }

    /// <summary>A value that somebody made, with the types that follow from where it shall stand: of its mappings, and that a text is a quantity.</summary>
    /// <param name="value">The value.</param>
    /// <param name="shape">The shape of what stands there; null where nobody knows.</param>
    /// <returns>A copy that knows its types.</returns>
    internal static Node Value(Node value, ApiShape? shape) => (value, shape) switch
    {
        (Scalar { Kind: ScalarKind.String, IsQuantity: false } text, { Kind: ApiShapeKind.Quantity }) => Scalar.Quantity(text.Text, text.Origin),
        (Mapping mapping, { Kind: ApiShapeKind.Object or ApiShapeKind.Map }) => new Mapping(
            mapping.Entries.Select(e => new KeyValuePair<string, Node>(e.Key, Value(e.Value, shape.Below(e.Key)))), mapping.IsOpen, mapping.Origin, shape.Type),
        (Sequence list, { Kind: ApiShapeKind.List }) => new Sequence([.. list.Items.Select(item => Value(item, shape.Items))], list.IsOpen, list.Origin),
        _ => value,
    };

    // What is in lists, dictionaries and objects: every other shape has no type.
    private static Node As(Node node, ApiShape shape) => (node, shape) switch
    {
        (Mapping mapping, { Type: { } type }) => As(mapping, type),
        (Mapping map, { Kind: ApiShapeKind.Map, Items: { Innermost.Type: not null } items }) =>
            map.WithEntries(map.Entries.Select(e => new KeyValuePair<string, Node>(e.Key, As(e.Value, items)))),
        (Sequence list, { Kind: ApiShapeKind.List, Items: { Innermost.Type: not null } items }) =>
            new Sequence([.. list.Items.Select(item => As(item, items))], list.IsOpen, list.Origin),
        _ => node,
    };
}
