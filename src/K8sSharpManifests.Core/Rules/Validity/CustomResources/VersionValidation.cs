using System.Globalization;

namespace K8sSharpManifests.Core.Rules.Validity.CustomResources;

/// <summary>A version of custom resources: its schema has to be there, and what selects fields has to find them.</summary>
/// <remarks>
/// Upstream: apiextensions-apiserver's pkg/apis/apiextensions/validation/validation.go (validateCustomResourceDefinitionVersion, validateDeprecationWarning,
/// ValidateCustomResourceSelectableFields).
/// </remarks>
internal sealed class VersionValidation() : Validation("V1CustomResourceDefinitionVersion")
{
    private const int LongestWarning = 256;
    private const int MostFields = 8;

    public override void Validate(Part part)
    {
        var schema = part.Child("schema");
        if (!schema["openAPIV3Schema"].Exists.IsTrue)
        {
            schema.Report(Fault.Required, "openAPIV3Schema", !schema["openAPIV3Schema"].Exists, "a version needs a schema; one that allows anything is 'type: object' and 'x-kubernetes-preserve-unknown-fields: true'");
        }

        part.Report(Fault.Invalid, "deprecationWarning", part["deprecationWarning"].Exists & !part.IsTrue("deprecated"), "it may only be set where the version is deprecated");
        if (part["deprecationWarning"] is Scalar { Kind: ScalarKind.String, Text: var warning })
        {
            part.Invalid("deprecationWarning", warning.Length == 0, "it has to say something");
            part.Invalid("deprecationWarning", System.Text.Encoding.UTF8.GetByteCount(warning) > LongestWarning, "it has to have 256 bytes at most");
            part.Invalid("deprecationWarning", warning.Any(IsUnprintable), "it has to be one line of characters that can be printed");
        }

        CheckFields(part, schema.Schema("openAPIV3Schema"));
    }

    private static bool IsUnprintable(char c) => c != ' ' && char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator or UnicodeCategory.Format;

    private static void CheckFields(Part part, Part? schema)
    {
        if (part["selectableFields"] is not Sequence { Count: > 0 } || schema is null)
        {
            part.Report(Fault.Invalid, "selectableFields", part.Has("selectableFields") & !part.Child("schema")["openAPIV3Schema"].Exists, "it may only be set where the version has a schema");
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in part.Items("selectableFields"))
        {
            if (field.Text("jsonPath") is not { Length: > 0 } text)
            {
                continue;
            }

            var path = FieldPath.Parse(text, schema, mayIndex: false);
            if (path.Fault is { } fault)
            {
                field.Report(Fault.Invalid, "jsonPath", Truth.True, fault);
                continue;
            }

            field.Report(Fault.Invalid, "jsonPath", path.Names.Count > 0 && path.Names[0] == "metadata", "it cannot point into the metadata, which can be selected by itself");
            if (path.IsUntyped || path.Schema is { } found && !found["type"].Exists.IsUnknown && !found.Is("type", "string", "boolean", "integer").IsTrue)
            {
                field.Report(Fault.Invalid, "jsonPath", Truth.True, "it has to point at a text, a whole number, or true or false");
            }

            if (!seen.Add(string.Join(".", path.Names)))
            {
                field.Report(Fault.Duplicate, "jsonPath", Truth.True, "the same field is selected twice");
            }
        }

        part.Report(Fault.OutOfRange, "selectableFields", seen.Count > MostFields, "at most 8 fields can be selected");
    }
}
