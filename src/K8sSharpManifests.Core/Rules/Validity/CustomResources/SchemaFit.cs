using System.Globalization;

namespace K8sSharpManifests.Core.Rules.Validity.CustomResources;

/// <summary>Whether a value is such as a schema allows, as far as that is certain.</summary>
/// <remarks>Upstream: kube-openapi's pkg/validation/validate, as apiextensions-apiserver's pkg/apiserver/validation/validation.go (ValidateCustomResource) calls it.</remarks>
internal static class SchemaFit
{
    private const int MostLookedAt = 64;

    /// <summary>The first fault that is certain; null for none.</summary>
    public static (TreePlace Place, string Because)? Fault(TreePlace value, Part schema) => Fault(value, schema, 0);

    private static (TreePlace Place, string Because)? Fault(TreePlace value, Part schema, int depth)
    {
        if (depth > MostLookedAt || value.Node is Unknown or Missing)
        {
            return null;
        }

        if (value.Node is Scalar { Kind: ScalarKind.Null } && !schema.IsTrue("nullable").IsFalse)
        {
            return null;
        }

        return Own(value.Node, schema) is { } because ? (value, because) : Nested(value, schema, depth) ?? Combined(value, schema, depth);
    }

    private static string? Own(Node value, Part schema)
    {
        if (TypeFault(value, schema) is { } fault)
        {
            return fault;
        }

        if (schema["enum"] is Sequence { IsOpen: false } values && values.Count > 0 && Truth.Any(values.Items, v => SchemaParts.IsSame(v, value)).IsFalse)
        {
            return $"it has to be one of {string.Join(", ", values.Items.Take(12).OfType<Scalar>().Select(v => $"'{v.Text}'"))}";
        }

        return value switch
        {
            Scalar { Kind: ScalarKind.Number } number => NumberFault(number.Text, schema),
            Scalar { Kind: ScalarKind.String } text => LengthFault(new StringInfo(text.Text).LengthInTextElements, text.Text, schema),
            Sequence { IsOpen: false } list => CountFault(list.Count, schema, "minItems", "maxItems", "items"),
            Mapping { IsOpen: false } map => CountFault(map.Count, schema, "minProperties", "maxProperties", "fields"),
            _ => null,
        };
    }

    private static string? TypeFault(Node value, Part schema)
    {
        var type = schema.Text("type");
        if (schema.IsTrue("x-kubernetes-int-or-string") is { IsFalse: false } isEither)
        {
            return isEither.IsTrue && type.Length == 0 && !(IsType(value, "string") || IsType(value, "integer")) ? "it has to be a whole number or a text" : null;
        }

        return type.Length == 0 || IsType(value, type) ? null : $"it has to be of the type '{type}'";
    }

    private static bool IsType(Node value, string type) => (value, type) switch
    {
        (Mapping, _) => type == "object",
        (Sequence, _) => type == "array",
        (Scalar { Kind: ScalarKind.String }, _) => type == "string",
        (Scalar { Kind: ScalarKind.Boolean }, _) => type == "boolean",
        (Scalar { Kind: ScalarKind.Number } number, "integer") => number.Text.IndexOfAny(['.', 'e', 'E']) < 0 || (double.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && real == Math.Floor(real)),
        (Scalar { Kind: ScalarKind.Number }, _) => type == "number",
        _ => false,
    };

    private static string? NumberFault(string text, Part schema)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        if (Real(schema, "minimum") is { } least && (number < least || (number == least && schema.IsTrue("exclusiveMinimum").IsTrue)))
        {
            return $"it has to be {(number == least ? "more than" : "at least")} {schema["minimum"]}";
        }

        return Real(schema, "maximum") is { } most && (number > most || (number == most && schema.IsTrue("exclusiveMaximum").IsTrue))
            ? $"it has to be {(number == most ? "less than" : "at most")} {schema["maximum"]}" : null;
    }

    // Go counts code points; where that could be another number than that of what one sees, nothing is said.
    private static string? LengthFault(int seen, string text, Part schema) => seen == text.Length ? CountFault(text.Length, schema, "minLength", "maxLength", "characters") : null;

    private static string? CountFault(int count, Part schema, string least, string most, string what) =>
        schema.Number(least).Value > count ? $"it has {count} {what}, and at least {schema.Number(least)} are needed"
        : schema.Number(most).Value < count ? $"it has {count} {what}, and at most {schema.Number(most)} are allowed"
        : null;

    private static (TreePlace Place, string Because)? Nested(TreePlace value, Part schema, int depth)
    {
        if (value.Node is Sequence && schema.Schema("items") is { } items)
        {
            foreach (var item in value.Items)
            {
                if (Fault(item, items, depth + 1) is { } fault)
                {
                    return fault;
                }
            }
        }

        if (value.Node is not Mapping map)
        {
            return null;
        }

        foreach (var required in schema.Place.Child("required").Items)
        {
            if (required.Node is Scalar { Kind: ScalarKind.String } name && map[name.Text] is Missing && !HasDefault(schema, name.Text))
            {
                return (value.Child(name.Text), "it is required");
            }
        }

        foreach (var entry in map.Entries)
        {
            var inner = schema.Child("properties").Schema(entry.Key) ?? schema.Schema("additionalProperties");
            if (inner is not null && Fault(value.Child(entry.Key), inner, depth + 1) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private static bool HasDefault(Part schema, string name) => schema.Child("properties").Schema(name) is { } property && !property.Exists("default").IsFalse;

    private static (TreePlace Place, string Because)? Combined(TreePlace value, Part schema, int depth)
    {
        foreach (var all in schema.ListOf("allOf"))
        {
            if (Fault(value, all, depth + 1) is { } fault)
            {
                return fault;
            }
        }

        foreach (var key in Choices)
        {
            if (schema[key] is Sequence { IsOpen: false, Count: > 0 } choices && choices.Items.All(c => c is Mapping) && schema.ListOf(key).All(choice => Fault(value, choice, depth + 1) is not null))
            {
                return (value, $"it is nothing of what '{key}' allows");
            }
        }

        return schema.Schema("not") is { } not && Fits(value, not) ? (value, "it is what 'not' says that it cannot be") : null;
    }

    // Whether a value is certainly such as a schema allows: one that says nothing but what is looked at here.
    private static bool Fits(TreePlace value, Part schema) =>
        schema.Node is Mapping { IsOpen: false } node && (value.Node is Scalar or Sequence { IsOpen: false } or Mapping { IsOpen: false })
        && node.Entries.All(e => Simple.Contains(e.Key) || SchemaParts.IsMoreThanZero(e.Value).IsFalse) && node.Entries.All(e => e.Value is not Unknown)
        && Own(value.Node, schema) is null && Nested(value, schema, 0) is null;

    private static double? Real(Part schema, string key) =>
        schema[key] is Scalar { Kind: ScalarKind.Number } number && double.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) ? real : null;

    private static readonly HashSet<string> Simple = new(StringComparer.Ordinal)
    {
        "type", "minimum", "maximum", "minItems", "maxItems", "minProperties", "maxProperties", "maxLength", "required", "description", "title",
    };

    private static readonly string[] Choices = ["anyOf", "oneOf"];
}
