namespace K8sSharpManifests.Core.Rules.Validity.CustomResources;

/// <summary>What the API server says of a schema of custom resources as a schema of OpenAPI, wherever in the schema it stands.</summary>
/// <remarks>
/// Upstream: apiextensions-apiserver's pkg/apis/apiextensions/validation/validation.go (ValidateCustomResourceDefinitionOpenAPISchema, validateMapListKeysMapSet,
/// specStandardValidatorV3.validate) and pkg/apiserver/schema/convert.go (validateUnsupportedFields).
/// </remarks>
internal sealed class OpenApiSchemaCheck
{
    /// <summary>Whether there may be anything wrong, so that what builds on a good schema is not asked.</summary>
    public bool HasFaults { get; private set; }

    /// <summary>Whether the schema may hold what no structural schema can, so that its structure is not looked at.</summary>
    public bool IsUnsupported { get; private set; }

    /// <summary>Checks a schema and all in it.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="context">Where it stands.</param>
    public void Check(Part schema, SchemaContext context)
    {
        CheckUnsupported(schema, context);
        Report(schema, Fault.Forbidden, "uniqueItems", schema.IsTrue("uniqueItems"), "it cannot be true: comparing each item with each other takes too long; 'x-kubernetes-list-type: set' says the same");
        CheckNested(schema, context);
        Report(schema, Fault.Invalid, "x-kubernetes-preserve-unknown-fields", schema.IsFalse("x-kubernetes-preserve-unknown-fields"), "it has to be true, or not to be there");
        CheckMapType(schema);
        CheckListType(schema);
        CheckListMap(schema);
        CheckMapKeys(schema);
        HasFaults |= ValidationRuleCheck.Check(schema);
    }

    private void CheckUnsupported(Part schema, SchemaContext context)
    {
        if (context.NoDefault is { } reason)
        {
            Report(schema, Fault.Forbidden, "default", schema.Exists("default"), reason);
        }

        Unsupported(schema, "id", schema.Has("id"));
        Unsupported(schema, "$ref", schema.Has("$ref"));
        Unsupported(schema, "additionalItems", schema.Exists("additionalItems"));
        Unsupported(schema, "patternProperties", schema.Has("patternProperties"));
        Unsupported(schema, "definitions", schema.Has("definitions"));
        Unsupported(schema, "dependencies", schema.Exists("dependencies"));
        IsUnsupported |= !schema.Has("$schema").IsFalse || !schema.IsFalse("x-kubernetes-preserve-unknown-fields").IsFalse;
        HasFaults |= !(schema.Has("type") & !schema.Is("type", "array", "boolean", "integer", "number", "object", "string")).IsFalse;
        Report(schema, Fault.Forbidden, "type", schema.Is("type", "null"), "it cannot be 'null'; 'nullable: true' says so");
        if (schema["items"] is Sequence { Count: > 0 })
        {
            IsUnsupported = true;
            Report(schema, Fault.Forbidden, "items", Truth.True, "it has to be one schema, and not a list of them");
        }

        if (context.IsInMetadata)
        {
            Report(schema, Fault.Forbidden, "x-kubernetes-embedded-resource", schema.IsTrue("x-kubernetes-embedded-resource"), "it cannot be set within the metadata of a resource");
        }
    }

    private void CheckNested(Part schema, SchemaContext context)
    {
        if (schema["additionalProperties"] is Mapping or Scalar { Kind: ScalarKind.Boolean, Text: "false" })
        {
            Report(schema, Fault.Forbidden, "additionalProperties", schema.Has("properties"), "it cannot be set beside 'properties': an object has either fields or any keys");
        }

        if (schema.Schema("additionalProperties") is { } values)
        {
            Check(values, context.IsInMetadata ? context.Without("it cannot be set in the keys of an object's metadata") : context);
        }

        var isResource = context.IsRoot || schema.IsTrue("x-kubernetes-embedded-resource").IsTrue;
        foreach (var property in schema.DictionaryOf("properties"))
        {
            Check(property, context.Below(isResource && (property.Key is "metadata" or "kind" or "apiVersion"), property.Key));
        }

        foreach (var key in Junctors)
        {
            foreach (var item in schema.ListOf(key))
            {
                Check(item, context.Inner);
            }
        }

        if (schema.Schema("not") is { } not)
        {
            Check(not, context.Inner);
        }

        foreach (var definition in schema.DictionaryOf("definitions"))
        {
            Check(definition, context.Inner);
        }

        if (schema.Schema("items") is { } items)
        {
            Check(items, context.Inner);
        }
    }

    private void CheckMapType(Part schema)
    {
        var isSet = schema.Exists("x-kubernetes-map-type");
        HasFaults |= !(isSet & !schema.Is("x-kubernetes-map-type", "atomic", "granular")).IsFalse;
        WrongType(schema, isSet, "object", "it has to be 'object' where 'x-kubernetes-map-type' is set");
    }

    private void CheckListType(Part schema)
    {
        var isSet = schema.Exists("x-kubernetes-list-type");
        HasFaults |= !(isSet & !schema.Is("x-kubernetes-list-type", "atomic", "set", "map")).IsFalse;
        WrongType(schema, isSet, "array", "it has to be 'array' where 'x-kubernetes-list-type' is set");
        if (schema.Is("x-kubernetes-list-type", "set").IsTrue && schema.Is("type", "array").IsTrue && schema.Schema("items") is { } items)
        {
            Report(items, Fault.Invalid, "x-kubernetes-list-type", items.Is("type", "array") & items.Exists("x-kubernetes-list-type") & !items.Is("x-kubernetes-list-type", "atomic"),
                "it has to be 'atomic': the lists in a set are compared as a whole");
            Report(items, Fault.Invalid, "x-kubernetes-map-type", items.Is("type", "object") & !items.Is("x-kubernetes-map-type", "atomic"),
                "it has to be 'atomic': the objects in a set are compared as a whole", Fix.Set(items.Place.Child("x-kubernetes-map-type"), Scalar.String("atomic"), "Set 'x-kubernetes-map-type' to 'atomic'", isSafeForFixAll: false));
        }
    }

    private void CheckListMap(Part schema)
    {
        var isMap = schema.Is("x-kubernetes-list-type", "map");
        var keys = schema.Has("x-kubernetes-list-map-keys");
        var hasType = schema.Exists("x-kubernetes-list-type");
        if (!keys.IsFalse && !isMap.IsTrue)
        {
            Report(schema, hasType.IsFalse ? Fault.Required : Fault.Invalid, "x-kubernetes-list-type", keys & !isMap, "it has to be 'map' where 'x-kubernetes-list-map-keys' is set",
                Fix.Set(schema.Place.Child("x-kubernetes-list-type"), Scalar.String("map"), "Set 'x-kubernetes-list-type' to 'map'", isSafeForFixAll: false));
        }

        if (isMap.IsFalse)
        {
            return;
        }

        Report(schema, Fault.Required, "x-kubernetes-list-map-keys", isMap & !keys, "a list of the type 'map' needs the fields that tell its items apart");
        Report(schema, Fault.Required, "items", isMap & !schema.Exists("items"), "a list of the type 'map' needs the schema of its items");
        Report(schema, Fault.Invalid, "items", isMap & (schema["items"] is Sequence), "it has to be one schema where the list is of the type 'map'");
        if (schema.Schema("items") is not { } items)
        {
            return;
        }

        Report(items, Fault.Invalid, "type", isMap & !items.Is("type", "object"), "it has to be 'object' where the list is of the type 'map'");
        if (isMap.IsTrue && items.Is("type", "object").IsTrue)
        {
            CheckKeys(schema, items);
        }
    }

    private void CheckKeys(Part schema, Part items)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var properties = items.Child("properties");
        foreach (var key in schema.Place.Child("x-kubernetes-list-map-keys").Items)
        {
            if (key.Node is not Scalar { Kind: ScalarKind.String } name)
            {
                continue;
            }

            var property = properties.Child(name.Text);
            Report(property, Fault.Invalid, "type", property.Is("type", "array", "object"), "it has to be no list and no object: it tells the items of a list apart");
            if (!property.Place.Node.Exists.IsTrue)
            {
                Report(schema, Fault.Invalid, "x-kubernetes-list-map-keys", !property.Place.Node.Exists, $"'{name.Text}' is no property of the items");
            }

            if (!seen.Add(name.Text))
            {
                Report(schema, Fault.Invalid, "x-kubernetes-list-map-keys", Truth.True, $"'{name.Text}' is there twice");
            }
        }
    }

    private void CheckMapKeys(Part schema)
    {
        if (schema.Schema("items") is not { } items || schema.Is("x-kubernetes-list-type", "set", "map").IsFalse)
        {
            return;
        }

        var isMap = schema.Is("x-kubernetes-list-type", "map");
        Report(items, Fault.Forbidden, "nullable", schema.Is("x-kubernetes-list-type", "set", "map") & items.IsTrue("nullable"), "the items of a list of the type 'set' or 'map' cannot be null");
        if (isMap.IsFalse)
        {
            return;
        }

        foreach (var key in schema.Place.Child("x-kubernetes-list-map-keys").Items)
        {
            if (key.Node is Scalar { Kind: ScalarKind.String } name && items.Child("properties").Schema(name.Text) is { } property)
            {
                Report(property, Fault.Required, "default", isMap & !items.Lists("required", name.Text) & !property.Exists("default"), "what tells the items of a list apart needs a default, or has to be required");
                Report(property, Fault.Forbidden, "nullable", isMap & property.IsTrue("nullable"), "what tells the items of a list apart cannot be null");
            }
        }
    }

    private void Unsupported(Part schema, string key, Truth isSet)
    {
        if (isSet.IsFalse)
        {
            return;
        }

        IsUnsupported = true;
        Report(schema, Fault.Forbidden, key, isSet, "the schemas of custom resources cannot have it", Fix.Remove(schema.Place.Child(key), $"Remove '{key}'", isSafeForFixAll: false));
    }

    private void WrongType(Part schema, Truth condition, string type, string because)
    {
        if (!condition.IsFalse && !schema.Is("type", type).IsTrue)
        {
            Report(schema, schema.Has("type").IsFalse ? Fault.Required : Fault.Invalid, "type", condition & !schema.Is("type", type), because,
                Fix.Set(schema.Place.Child("type"), Scalar.String(type), $"Set 'type' to '{type}'", isSafeForFixAll: false));
        }
    }

    private void Report(Part schema, Fault fault, string key, Truth isFault, string because, params Fix[] fixes)
    {
        if (!isFault.IsFalse)
        {
            HasFaults = true;
            schema.Report(fault, key, isFault, because, fixes);
        }
    }

    private static readonly string[] Junctors = ["allOf", "oneOf", "anyOf"];
}
