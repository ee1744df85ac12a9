using K8sSharpManifests.Core.CustomResources;
using K8sSharpManifests.Core.Rules.Validity.CustomResources.Objects;

namespace K8sSharpManifests.Core.Rules.Validity.CustomResources;

/// <summary>Whether the defaults in a structural schema are such as the schema allows. What formats and metadata in other resources demand is left to the server.</summary>
/// <remarks>Upstream: apiextensions-apiserver's pkg/apiserver/schema/defaulting/validation.go (ValidateDefaults, validate) and pkg/apiserver/schema/pruning/algorithm.go (prune).</remarks>
internal static class DefaultCheck
{
    /// <summary>Checks all defaults in a schema.</summary>
    /// <returns>Whether there may be anything wrong.</returns>
    public static bool Check(Part root) => Check(root, isInMetadata: false, isRoot: true);

    private static bool Check(Part schema, bool isInMetadata, bool isRoot)
    {
        var isResource = isRoot || schema.IsTrue("x-kubernetes-embedded-resource").IsTrue;
        isInMetadata &= !isResource;
        var hasFaults = !isInMetadata && !schema.Exists("default").IsFalse && CheckDefault(schema, isResource);
        if (schema.Schema("items") is { } items)
        {
            hasFaults |= Check(items, isInMetadata, isRoot: false);
        }

        foreach (var property in schema.DictionaryOf("properties"))
        {
            hasFaults |= Check(property, isInMetadata || (isResource && property.Key is "metadata" or "kind" or "apiVersion"), isRoot: false);
        }

        return hasFaults;
    }

    private static bool CheckDefault(Part schema, bool isResource)
    {
        var place = schema.Place.Child("default");
        if (IsUnknownIn(place.Node, schema, isResource).IsTrue)
        {
            schema.Report(Fault.Invalid, place, Truth.True, "it has a field that the schema does not know");
            return true;
        }

        var hasFaults = isResource && place.Node is Mapping && IsNoResource(schema.Child("default"));
        if (First(place, schema) is not { } fault)
        {
            return hasFaults;
        }

        schema.Report(Fault.Invalid, fault.Place, Truth.True, fault.Because);
        return true;
    }

    // The API server sets the defaults within a default before it looks at it.
    private static SchemaFault? First(TreePlace place, Part schema) =>
        NodeText.Of(schema.Node) is not null && JsonSchemaReader.Read(schema.Node) is { } known
            ? SchemaCheck.First(schema.Place.Entry(new("default", SchemaDefaults.Apply(place.Node, known))), known) : null;

    // A resource says what it is; of its metadata nothing is looked at here.
    private static bool IsNoResource(Part value)
    {
        var hasBoth = value["apiVersion"].Exists & value["kind"].Exists;
        value.Required("apiVersion", "a resource needs its apiVersion");
        value.Required("kind", "a resource needs its kind");
        return !hasBoth.IsTrue;
    }

    // Whether a value has a field of which its schema says nothing.
    private static Truth IsUnknownIn(Node value, Part? schema, bool isResource)
    {
        if (schema is not null && !schema.IsTrue("x-kubernetes-preserve-unknown-fields").IsFalse)
        {
            return Truth.False;
        }

        return value switch
        {
            Mapping map => Truth.Any(map.Entries, e => isResource && e.Key is "metadata" or "kind" or "apiVersion" ? Truth.False : IsUnknownField(e, schema)),
            Sequence list when schema?.Schema("items") is { } items => Truth.Any(list.Items, item => IsUnknownIn(item, items, items.IsTrue("x-kubernetes-embedded-resource").IsTrue)),
            _ => Truth.False,
        };
    }

    private static Truth IsUnknownField(KeyValuePair<string, Node> entry, Part? schema)
    {
        if (schema is null)
        {
            return Truth.True;
        }

        var property = schema.Child("properties").Child(entry.Key);
        return property.Place.Node switch
        {
            Mapping => IsUnknownIn(entry.Value, property, property.IsTrue("x-kubernetes-embedded-resource").IsTrue),
            Unknown => Truth.Unknown,
            _ => schema["additionalProperties"] switch
            {
                Mapping => IsUnknownIn(entry.Value, schema.Schema("additionalProperties"), false),
                Scalar or Unknown => Truth.Unknown,
                _ => !schema.MayHoldMore("properties"),
            },
        };
    }
}
