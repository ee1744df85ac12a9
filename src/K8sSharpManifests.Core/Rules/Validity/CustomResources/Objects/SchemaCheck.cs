using K8sSharpManifests.Core.CustomResources;
using K8sSharpManifests.Core.Patterns;
using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Validity.CustomResources.Objects;

/// <summary>
/// Whether a value is such as a schema allows. Three-valued: where a part is not known, neither is what depends on it.
/// </summary>
/// <remarks>Upstream: kube-openapi's pkg/validation/validate, as apiextensions-apiserver's pkg/apiserver/validation/validation.go (ValidateCustomResource) calls it.</remarks>
/// <param name="faults">Takes what is certainly wrong, where it is; null where only the truth counts.</param>
internal sealed class SchemaCheck(List<SchemaFault>? faults)
{
    /// <summary>The first fault that is certain; null for none.</summary>
    public static SchemaFault? First(TreePlace value, JsonSchema schema)
    {
        var found = new List<SchemaFault>();
        new SchemaCheck(found).Check(value, schema);
        return found.Count > 0 ? found[0] : null;
    }

    /// <summary>Checks a value and all in it.</summary>
    public Truth Check(TreePlace value, JsonSchema schema)
    {
        switch (value.Node)
        {
            case Missing:
                return Truth.True;
            case Unknown:
                return Truth.Unknown;
            case Scalar { Kind: ScalarKind.Null } when schema.IsNullable:
                return Truth.True;
        }

        if (SchemaTypes.Fault(value.Node, schema) is { } wrongType)
        {
            return Told(WrongType.Rule, value, wrongType);
        }

        return CheckEnum(value, schema) & CheckOwn(value, schema) & CheckItems(value, schema) & CheckFields(value, schema) & CheckCombined(value, schema);
    }

    private Truth CheckEnum(TreePlace value, JsonSchema schema)
    {
        if (schema.Enum.Count == 0)
        {
            return Truth.True;
        }

        var isOne = Truth.Any(schema.Enum, allowed => NodeText.IsSame(allowed, value.Node));
        if (isOne.IsFalse && faults is not null)
        {
            var text = value.Node is Scalar { Kind: ScalarKind.String } ? value.Node.Text() : "";
            string[] supported = [.. schema.Enum.Select(allowed => allowed is Scalar { Kind: not ScalarKind.Null } scalar ? scalar.Text : JsonText.Of(allowed))];
            string[] texts = [.. schema.Enum.OfType<Scalar>().Where(scalar => scalar.Kind == ScalarKind.String).Select(scalar => scalar.Text)];
            faults.Add(new(UnknownValue.Rule, value, ValidityRules.Supported(supported, text)) { Fixes = ValidityRules.Respelt(value, text, texts) });
        }

        return isOne;
    }

    private Truth CheckOwn(TreePlace value, JsonSchema schema) => value.Node switch
    {
        Scalar { Kind: ScalarKind.Number } number => Told(NumberOutOfRange.Rule, value, NumberCheck.Fault(number.Text, schema)),
        Scalar { Kind: ScalarKind.String } text => CheckText(value, text.Text, schema),
        Sequence list => Count(value, list.Count, list.IsOpen, schema.MinItems, schema.MaxItems, "items") & CheckUnique(value, list, schema),
        Mapping map => Count(value, map.Count, map.IsOpen, schema.MinProperties, schema.MaxProperties, "fields"),
        _ => Truth.True,
    };

    private Truth CheckText(TreePlace value, string text, JsonSchema schema)
    {
        var length = schema.MinLength is null && schema.MaxLength is null ? 0 : CodePoints(text);
        return Count(value, length, isOpen: false, schema.MinLength, schema.MaxLength, "characters")
            & CheckPattern(value, text, schema.Pattern)
            & Told(InvalidCustomResource.Rule, value, schema.Format.Length == 0 ? null : TextFormats.Fault(schema.Format, text));
    }

    // What the API server refuses in a definition is no pattern for its resources.
    private Truth CheckPattern(TreePlace value, string text, string pattern)
    {
        var isMatch = pattern.Length == 0 ? Truth.True : GoRegex.Of(pattern).IsMatch(text);
        return isMatch.IsFalse ? Told(InvalidCustomResource.Rule, value, $"it has to match the pattern '{pattern}'") : isMatch;
    }

    private Truth CheckUnique(TreePlace value, Sequence list, JsonSchema schema) =>
        !schema.HasUniqueItems || list.Items.Select(NodeText.Of).Where(t => t is not null).GroupBy(t => t, StringComparer.Ordinal).All(g => g.Count() == 1)
            ? list.IsOpen && schema.HasUniqueItems ? Truth.Unknown : Truth.True
            : Told(DuplicateItem.Rule, value, "no item may be there twice");

    private Truth Count(TreePlace value, int count, bool isOpen, long? least, long? most, string what)
    {
        if (most < count)
        {
            return Told(NumberOutOfRange.Rule, value, $"it has {count} {what}, and at most {most} are allowed", isBlocking: true);
        }

        return least > count && !isOpen ? Told(NumberOutOfRange.Rule, value, $"it has {count} {what}, and at least {least} are needed")
            : isOpen && (least is not null || most is not null) ? Truth.Unknown : Truth.True;
    }

    private Truth CheckItems(TreePlace value, JsonSchema schema)
    {
        Truth all = value.Node is Sequence { IsOpen: true } && schema.Items is not null ? Truth.Unknown : Truth.True;
        if (value.Node is Sequence && schema.Items is { } items)
        {
            foreach (var item in value.Items)
            {
                all &= Check(item, items);
            }
        }

        return all;
    }

    private Truth CheckFields(TreePlace value, JsonSchema schema)
    {
        if (value.Node is not Mapping map)
        {
            return Truth.True;
        }

        Truth all = map.IsOpen && (schema.Properties.Count > 0 || schema.AdditionalProperties is not null || schema.Required.Count > 0) ? Truth.Unknown : Truth.True;
        foreach (var key in schema.Required)
        {
            // An explicit null is there: what is wrong with it is its type.
            if (map[key] is Missing)
            {
                all &= Told(MissingField.Rule, value.Child(key), "it is required");
            }
        }

        foreach (var entry in map.EntryArray)
        {
            if (schema.Below(entry.Key) is { } inner)
            {
                all &= Check(value.Entry(entry), inner);
            }
        }

        return all;
    }

    private Truth CheckCombined(TreePlace value, JsonSchema schema)
    {
        var all = Truth.True;
        foreach (var each in schema.AllOf)
        {
            all &= Check(value, each);
        }

        if (schema.AnyOf.Count > 0)
        {
            all &= Combined(value, Truth.Any(schema.AnyOf, any => Silent.Check(value, any)), schema.AnyOf, "it is nothing of what 'anyOf' allows");
        }

        if (schema.OneOf.Count > 0)
        {
            all &= CheckOneOf(value, schema.OneOf);
        }

        return schema.Not is { } not ? all & Combined(value, !Silent.Check(value, not), [], "it is what 'not' says that it cannot be") : all;
    }

    private Truth CheckOneOf(TreePlace value, IReadOnlyList<JsonSchema> choices)
    {
        var fits = choices.Select(choice => Silent.Check(value, choice)).ToArray();
        var certain = fits.Count(fit => fit.IsTrue);
        return certain > 1 ? Combined(value, Truth.False, [], "it is more than one of what 'oneOf' allows, and has to be exactly one")
            : fits.All(fit => fit.IsFalse) ? Combined(value, Truth.False, choices, "it is nothing of what 'oneOf' allows")
            : certain == 1 && fits.Count(fit => fit.IsFalse) == fits.Length - 1 ? Truth.True : Truth.Unknown;
    }

    private Truth Combined(TreePlace value, Truth fits, IReadOnlyList<JsonSchema> choices, string because) =>
        fits.IsFalse ? Told(InvalidCustomResource.Rule, value, because + Choices(choices), faults is not null && choices.Any(choice => IsBlocked(value, choice))) : fits;

    // The API server tells what is wrong with the choice that fits best, too. Which that is it knows better.
    private static bool IsBlocked(TreePlace value, JsonSchema choice)
    {
        var found = new List<SchemaFault>();
        new SchemaCheck(found).Check(value, choice);
        return found.Exists(fault => fault.IsBlocking);
    }

    // Mostly they say which field has to be there.
    private static string Choices(IReadOnlyList<JsonSchema> choices) =>
        choices.Count > 0 && choices.All(c => c.Required.Count > 0) ? $": {string.Join(", or ", choices.Select(c => string.Join(" with ", c.Required.Select(r => $"'{r}'"))))}"
        : choices.Count > 0 && choices.All(c => c.Format.Length > 0) ? $": {string.Join(", or ", choices.Select(c => c.Format))}"
        : choices.Count > 0 && choices.All(c => c.Pattern.Length > 0) ? $": {string.Join(", or ", choices.Select(c => $"'{c.Pattern}'"))}" : "";

    private Truth Told(RuleInfo rule, TreePlace value, string? because, bool isBlocking = false)
    {
        if (because is not null && faults is not null)
        {
            var fault = new SchemaFault(rule, value, because);
            faults.Add(isBlocking ? fault with { IsBlocking = true } : fault);
        }

        return because is null;
    }

    private static readonly SchemaCheck Silent = new(null);

    // Go counts code points.
    private static int CodePoints(string text) => text.Length - text.Where((c, i) => char.IsLowSurrogate(c) && i > 0 && char.IsHighSurrogate(text[i - 1])).Count();
}
