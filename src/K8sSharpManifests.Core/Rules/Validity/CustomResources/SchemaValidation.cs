namespace K8sSharpManifests.Core.Rules.Validity.CustomResources;

/// <summary>What the API server says of the schema of a version of custom resources.</summary>
/// <remarks>
/// Upstream: apiextensions-apiserver's pkg/apis/apiextensions/validation/validation.go (validateCustomResourceDefinitionValidation). The server moves a schema that all versions
/// share to spec.validation and names it so; here it is named where it stands.
/// </remarks>
internal sealed class SchemaValidation() : Validation("V1CustomResourceValidation")
{
    private static readonly HashSet<string> BesideStatus = new(StringComparer.Ordinal)
    {
        "description", "type", "format", "title", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength", "minLength", "pattern", "maxItems", "minItems", "uniqueItems",
        "multipleOf", "required", "items", "properties", "externalDocs", "example", "x-kubernetes-preserve-unknown-fields", "x-kubernetes-validations",
    };

    public override void Validate(Part part)
    {
        if (part.Schema("openAPIV3Schema") is not { } schema)
        {
            return;
        }

        var hasFaults = part.Owner is { Type.Name: "V1CustomResourceDefinitionVersion" } version && CheckBesideStatus(part, schema, version);
        var isNullable = schema.IsTrue("nullable");
        schema.Report(Fault.Forbidden, "nullable", isNullable, "a custom resource cannot be null");
        var openApi = new OpenApiSchemaCheck();
        openApi.Check(schema, SchemaContext.Root);
        hasFaults |= openApi.HasFaults | !isNullable.IsFalse;
        if (openApi.IsUnsupported)
        {
            // Only where the server says nothing else of the schema.
            if (!hasFaults)
            {
                part.ReportAt(InvalidText.Rule, schema.Place, schema.Place.Child("$schema"), schema.Has("$schema"), "the schemas of custom resources cannot have it");
            }

            return;
        }

        var structure = new StructuralCheck();
        structure.Check(schema);
        if (!structure.HasFaults && !DefaultCheck.Check(schema) && !openApi.HasFaults)
        {
            SchemaRuleCheck.Check(schema);
        }
    }

    private static bool CheckBesideStatus(Part part, Part schema, Part version)
    {
        var hasStatus = version.Child("subresources").Exists("status");
        if (hasStatus.IsFalse)
        {
            return false;
        }

        var hasFaults = false;
        foreach (var entry in ((Mapping)schema.Node).EntryArray)
        {
            if (BesideStatus.Contains(entry.Key) || schema.Type?.Field(entry.Key) is null)
            {
                continue;
            }

            Truth isPointer = entry.Value is Scalar { Kind: not ScalarKind.Null } && schema.Type.Field(entry.Key)!.IsPointer;
            var isSet = SchemaParts.IsMoreThanZero(entry.Value) | isPointer;
            if (!isSet.IsFalse)
            {
                hasFaults = true;
                part.ReportAt(InvalidText.Rule, schema.Place, schema.Place.Child(entry.Key), hasStatus & isSet, $"'{entry.Key}' cannot be set at the root of the schema where the version has the subresource 'status'");
                break;
            }
        }

        var isOther = schema.Has("type") & !schema.Is("type", "object");
        schema.Report(Fault.Invalid, "type", hasStatus & isOther, "it has to be 'object' where the version has the subresource 'status'");
        return hasFaults | !isOther.IsFalse;
    }
}
