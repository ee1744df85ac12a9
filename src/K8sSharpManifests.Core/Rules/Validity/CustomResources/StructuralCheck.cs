using K8sSharpManifests.Core.Patterns;

namespace K8sSharpManifests.Core.Rules.Validity.CustomResources;

/// <summary>
/// Whether a schema of custom resources is structural: the type of each value is said once, outside of 'allOf', 'anyOf', 'oneOf' and 'not', which only restrict it.
/// </summary>
/// <remarks>Upstream: apiextensions-apiserver's pkg/apiserver/schema/validation.go (validateStructuralInvariants, validateStructuralMetadataInvariants, validateExtensions, validateValueValidation, validateNestedValueValidation).</remarks>
internal sealed class StructuralCheck
{
    private const string PreserveUnknown = "x-kubernetes-preserve-unknown-fields";
    private const string EmbeddedResource = "x-kubernetes-embedded-resource";
    private const string IntOrString = "x-kubernetes-int-or-string";

    /// <summary>Whether there may be anything wrong.</summary>
    public bool HasFaults { get; private set; }

    private enum Level
    {
        Root,
        Item,
        Field,
    }

    /// <summary>Checks a whole schema.</summary>
    public void Check(Part root)
    {
        CheckInvariants(root, Level.Root);
        HasFaults |= StructuralCompleteness.Check(root);
    }

    private void CheckInvariants(Part schema, Level level)
    {
        Report(schema, Fault.Required, "items", schema.Is("type", "array") & !schema.Exists("items"), "a list needs the schema of its items");
        if (schema.Schema("items") is { } items)
        {
            CheckInvariants(items, Level.Item);
        }

        foreach (var property in schema.DictionaryOf("properties"))
        {
            CheckInvariants(property, Level.Field);
        }

        var isResource = schema.IsTrue(EmbeddedResource);
        Report(schema, Fault.Forbidden, "additionalProperties", schema.Exists("additionalProperties") & (level == Level.Root | isResource), "a resource has fields of its own, and not any keys");
        if (schema.Schema("additionalProperties") is { } values)
        {
            CheckInvariants(values, Level.Field);
        }

        Report(schema, Fault.Invalid, PreserveUnknown, schema.IsTrue(IntOrString) & schema.IsTrue(PreserveUnknown), $"it cannot be true where '{IntOrString}' is");
        Report(schema, Fault.Invalid, EmbeddedResource, schema.IsTrue(IntOrString) & isResource, $"it cannot be true where '{IntOrString}' is");
        CheckValues(schema, IsIntOrString(schema), schema.ListOf("allOf").FirstOrDefault() is { } first && IsIntOrString(first));
        CheckType(schema, level, isResource);
        CheckMetadata(schema, level, level == Level.Root | isResource);
        Report(schema, Fault.Required, "properties", isResource & !schema.IsTrue(PreserveUnknown) & !schema.Has("properties"), $"a resource in another one needs its fields, or '{PreserveUnknown}: true'");
    }

    private void CheckType(Part schema, Level level, Truth isResource)
    {
        var hasType = schema.Has("type");
        if (!isResource.IsFalse)
        {
            Report(schema, hasType.IsFalse ? Fault.Required : Fault.Invalid, "type", isResource & !schema.Is("type", "object"), $"it has to be 'object' where '{EmbeddedResource}' is true", Object(schema));
        }

        Report(schema, Fault.Required, "type", !isResource & !hasType & !schema.IsTrue(IntOrString) & !schema.IsTrue(PreserveUnknown), level switch
        {
            Level.Root => "the schema of a custom resource has to be of the type 'object'",
            Level.Item => "the items of a list need a type",
            _ => "a field needs a type",
        });
        if (level == Level.Root && !schema.Is("type", "object").IsTrue)
        {
            Report(schema, Fault.Invalid, "type", hasType & !schema.Is("type", "object"), "the schema of a custom resource has to be of the type 'object'", Object(schema));
        }
    }

    private void CheckMetadata(Part schema, Level level, Truth isResource)
    {
        if (isResource.IsFalse || schema.Schema("properties") is not { } properties)
        {
            return;
        }

        CheckMetadataType(properties, "kind", isResource, "string");
        CheckMetadataType(properties, "apiVersion", isResource, "string");
        CheckMetadataType(properties, "metadata", isResource, "object");
        if (level == Level.Root && properties.Schema("metadata") is { } metadata)
        {
            Report(properties, Fault.Forbidden, "metadata", SaysMore(metadata), "it can only say something of 'name' and 'generateName': what metadata is, the API server knows");
        }
    }

    private void CheckMetadataType(Part properties, string key, Truth isResource, string type)
    {
        var place = properties.Child(key);
        if (!place.Place.Node.Exists.IsFalse)
        {
            Report(place, Fault.Invalid, "type", isResource & place.Place.Node.Exists & !place.Is("type", type), $"it has to be '{type}'");
        }
    }

    private static Truth SaysMore(Part metadata)
    {
        var map = (Mapping)metadata.Node;
        Truth more = map.IsOpen ? Truth.Unknown : Truth.False;
        foreach (var entry in map.EntryArray)
        {
            more |= entry.Key switch
            {
                "type" or "default" => Truth.False,
                "properties" => entry.Value is Mapping properties ? Truth.Any(properties.Entries, e => e.Key is not ("name" or "generateName")) : SchemaParts.IsMoreThanZero(entry.Value),
                _ => SchemaParts.IsMoreThanZero(entry.Value),
            };
        }

        return more;
    }

    private void CheckValues(Part schema, bool isIntOrString, bool isFirstIntOrString)
    {
        if (!isIntOrString)
        {
            CheckNestedItems(schema, "anyOf", false);
        }

        CheckNestedItems(schema, "allOf", isFirstIntOrString);
        CheckNestedItems(schema, "oneOf", false);
        if (schema.Schema("not") is { } not)
        {
            CheckNested(not, false);
        }

        if (schema.Text("pattern") is { Length: > 0 } pattern && GoRegex.Of(pattern).Fault is { } because)
        {
            Report(schema, Fault.Invalid, "pattern", Truth.True, because);
        }
    }

    private void CheckNestedItems(Part schema, string key, bool isFirstIntOrString)
    {
        var isFirst = true;
        foreach (var item in schema.ListOf(key))
        {
            CheckNested(item, isFirst && isFirstIntOrString);
            isFirst = false;
        }
    }

    // What only restricts a value, and says nothing of what it is.
    private void CheckNested(Part schema, bool isIntOrString)
    {
        CheckValues(schema, isIntOrString, false);
        if (schema.Schema("items") is { } items)
        {
            CheckNested(items, false);
        }

        foreach (var property in schema.DictionaryOf("properties"))
        {
            CheckNested(property, false);
        }

        foreach (var key in NotNested)
        {
            var isSet = key switch
            {
                "additionalProperties" => schema[key] switch { Unknown => Truth.Unknown, Mapping or Scalar { Text: "true" } => Truth.True, _ => Truth.False },
                "default" or "x-kubernetes-list-type" or "x-kubernetes-map-type" => schema.Exists(key),
                _ => SchemaParts.IsMoreThanZero(schema[key]),
            };
            Report(schema, Fault.Forbidden, key, isSet, "it cannot be said within 'allOf', 'anyOf', 'oneOf' or 'not': these only restrict what is said outside of them");
        }

        if (schema.Schema("properties") is { } properties)
        {
            Report(properties, Fault.Forbidden, "metadata", properties.Exists("metadata"), "nothing can be said of metadata within 'allOf', 'anyOf', 'oneOf' or 'not'");
        }
    }

    // The two schemas 'type: integer' and 'type: string', and nothing else in them.
    private static bool IsIntOrString(Part schema) =>
        schema.Place.Child("anyOf").Node is Sequence { Count: 2 } list && IsOnlyType(list.Items[0], "integer") && IsOnlyType(list.Items[1], "string");

    private static bool IsOnlyType(Node node, string type) =>
        node is Unknown || (node is Mapping map && map.Entries.All(e => e.Key == "type" ? e.Value is Unknown || e.Value.Is(type).IsTrue : !SchemaParts.IsMoreThanZero(e.Value).IsTrue) && !map["type"].Exists.IsFalse);

    private void Report(Part schema, Fault fault, string key, Truth isFault, string because, params Fix[] fixes)
    {
        if (!isFault.IsFalse)
        {
            HasFaults = true;
            schema.Report(fault, key, isFault, because, fixes);
        }
    }

    private static Fix Object(Part schema) => Fix.Set(schema.Place.Child("type"), Scalar.String("object"), "Set 'type' to 'object'", isSafeForFixAll: false);

    private static readonly string[] NotNested =
    [
        "type", "additionalProperties", "default", "title", "description", "nullable", PreserveUnknown, EmbeddedResource, IntOrString,
        "x-kubernetes-list-map-keys", "x-kubernetes-list-type", "x-kubernetes-map-type", "x-kubernetes-validations",
    ];
}
