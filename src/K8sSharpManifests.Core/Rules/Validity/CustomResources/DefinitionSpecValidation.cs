namespace K8sSharpManifests.Core.Rules.Validity.CustomResources;

/// <summary>The group, the names and the versions of what a definition defines.</summary>
/// <remarks>
/// Upstream: apiextensions-apiserver's pkg/apis/apiextensions/validation/validation.go (validateCustomResourceDefinitionSpec, ValidateCustomResourceDefinitionNames,
/// validatePreserveUnknownFields) and pkg/apis/apiextensions/v1/defaults.go (SetDefaults_CustomResourceDefinitionSpec).
/// </remarks>
internal sealed class DefinitionSpecValidation() : Validation("V1CustomResourceDefinitionSpec")
{
    private const string MixedCase = "whatever its case, ";

    public override void Validate(Part part)
    {
        part.Form("group", text => TextForms.IsDNS1123Subdomain(text) ?? (text.IndexOf('.') < 0 ? "it has to be a domain with a '.' in it, like 'example.com'" : null));
        part.Invalid("preserveUnknownFields", part.IsTrue("preserveUnknownFields"), "it cannot be true; set 'x-kubernetes-preserve-unknown-fields' in the schema instead");
        CheckNames(part.Child("names"));
        CheckVersions(part);
        CheckShared(part);
    }

    private static void CheckNames(Part names)
    {
        names.Form("plural", TextForms.IsDNS1035Label);
        names.Form("kind", FormOfKind);
        names.ItemsForm("shortNames", TextForms.IsDNS1035Label);
        names.ItemsForm("categories", TextForms.IsDNS1035Label);

        // What is absent follows from the kind.
        var kind = names.Text("kind");
        if (names.Has("singular").IsFalse && kind.Length > 0)
        {
            names.Invalid("singular", TextForms.IsDNS1035Label(kind.ToLowerInvariant()) is not null, "it is the kind in lowercase, as none is set, and that is no DNS label");
        }
        else
        {
            names.Form("singular", TextForms.IsDNS1035Label);
        }

        if (names.Has("listKind").IsFalse && kind.Length > 0)
        {
            names.Invalid("listKind", FormOfKind(kind + "List") is not null, "it is the kind and 'List', as none is set, and that is no DNS label of 63 characters at most");
        }
        else
        {
            names.Form("listKind", FormOfKind);
            names.Invalid("listKind", names.Is("listKind", kind) & names.Has("kind"), "it has to be another one than the kind");
        }
    }

    private static string? FormOfKind(string text) => TextForms.IsDNS1035Label(text.ToLowerInvariant()) is { } fault ? MixedCase + fault : null;

    private static void CheckVersions(Part part)
    {
        if (part["versions"] is not Sequence)
        {
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var stored = 0;
        var mayBeStored = part.MayHoldMore("versions");
        foreach (var version in part.Items("versions"))
        {
            version.Form("name", TextForms.IsDNS1035Label);
            if (version.Text("name") is { Length: > 0 } name && !seen.Add(name))
            {
                part.Report(Fault.Invalid, "versions", Truth.True, $"the version '{name}' is there twice");
            }

            var isStored = version.IsTrue("storage");
            stored += isStored.IsTrue ? 1 : 0;
            mayBeStored |= isStored.IsUnknown;
        }

        part.Report(Fault.Invalid, "versions", stored > 1 ? Truth.True : stored == 1 ? Truth.False : mayBeStored ? Truth.Unknown : Truth.True, "exactly one version has to be the one that is stored: 'storage: true'");
    }

    // The server keeps once what all versions share, and looks for the schema where it keeps the fields.
    private static void CheckShared(Part part)
    {
        var versions = part.Items("versions").ToArray();
        if (versions.Length < 2 || part.MayHoldMore("versions") || versions.All(v => v.Has("selectableFields").IsFalse))
        {
            return;
        }

        var shareFields = Truth.All(versions, v => SchemaParts.IsSame(v["selectableFields"], versions[0]["selectableFields"]));
        var shareSchema = Truth.All(versions, v => SchemaParts.IsSame(v["schema"], versions[0]["schema"]));
        foreach (var version in versions)
        {
            version.Report(Fault.Invalid, "selectableFields", version.Has("selectableFields") & ((shareFields & !shareSchema) | (!shareFields & shareSchema)),
                "the API server takes it only where the versions share both the schema and the fields, or neither");
        }
    }
}
