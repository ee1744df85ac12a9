namespace K8sSharpManifests.Core.Rules.Validity.CustomResources;

/// <summary>Whether what 'allOf', 'anyOf', 'oneOf' and 'not' of a schema restrict is said outside of them, too.</summary>
/// <remarks>Upstream: apiextensions-apiserver's pkg/apiserver/schema/complete.go (validateStructuralCompleteness, validateValueValidationCompleteness, validateNestedValueValidationCompleteness).</remarks>
internal static class StructuralCompleteness
{
    private static readonly string[] Junctors = ["allOf", "anyOf", "oneOf"];

    /// <summary>Checks a whole schema.</summary>
    /// <returns>Whether there may be anything wrong.</returns>
    public static bool Check(Part root) => CheckValues(root, root);

    private static bool CheckValues(Part values, Part schema)
    {
        var hasFaults = values.Schema("not") is { } not && CheckNested(not, schema);
        foreach (var key in Junctors)
        {
            foreach (var item in values.ListOf(key))
            {
                hasFaults |= CheckNested(item, schema);
            }
        }

        return hasFaults;
    }

    private static bool CheckNested(Part values, Part schema)
    {
        if (!schema.Place.Node.Exists.IsTrue)
        {
            if (schema.Owner is { } owner)
            {
                var says = values.Place;
                owner.Report(Fault.Required, schema.Place, !schema.Place.Node.Exists, $"'{says.Path}' restricts it, and it is not there");
            }

            return true;
        }

        var hasFaults = CheckValues(values, schema);
        if (values.Schema("items") is { } items)
        {
            hasFaults |= CheckNested(items, schema.Child("items"));
        }

        foreach (var property in values.DictionaryOf("properties"))
        {
            hasFaults |= CheckNested(property, schema.Child("properties").Child(property.Key));
        }

        return hasFaults;
    }
}
