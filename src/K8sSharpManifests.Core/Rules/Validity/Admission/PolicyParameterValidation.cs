namespace K8sSharpManifests.Core.Rules.Validity.Admission;

/// <summary>What a policy's parameters are, and which ones a binding gives it.</summary>
/// <remarks>
/// Upstream: pkg/apis/admissionregistration/validation/validation.go (validateParamKind, validateParamRef, validateValidationActions).
/// </remarks>
internal sealed class PolicyParameterValidation() : Validation(
    "V1ParamKind", "V1beta1ParamKind", "V1alpha1ParamKind", "V1ParamRef", "V1beta1ParamRef", "V1alpha1ParamRef", "V1ValidatingAdmissionPolicyBindingSpec")
{
    public override void Validate(Part part)
    {
        if (part.Type!.Name.EndsWith("ParamKind", StringComparison.Ordinal))
        {
            part.Form("apiVersion", VersionFault);
            part.Form("kind", text => TextForms.IsDNS1035Label(text.ToLowerInvariant()) is { } fault ? "whatever its case, " + fault : null);
        }
        else if (part.Type.Name.EndsWith("ParamRef", StringComparison.Ordinal))
        {
            var hasName = part.Has("name");
            var hasSelector = part["selector"].Exists;
            part.Forbidden("name", hasSelector, "it cannot be set beside 'selector'");
            part.Report(Fault.Forbidden, "selector", hasName & hasSelector, "it cannot be set beside 'name'");
            part.Report(Fault.Required, part.Place, !hasName & !hasSelector, "it needs a 'name' or a 'selector'");
            part.Form("name", TextForms.IsPathSegmentName);
        }
        else
        {
            CheckActions(part);
        }
    }

    private static string? VersionFault(string text)
    {
        var slash = text.IndexOf('/');
        return text.IndexOf('/', slash + 1) >= 0 && slash >= 0 ? "it has to be a group and a version, like 'example.com/v1'"
            : slash > 0 && TextForms.IsDNS1123Subdomain(text.Substring(0, slash)) is { } fault ? $"its group is none: {fault}"
            : slash == text.Length - 1 ? "it needs a version, like 'example.com/v1'"
            : TextForms.IsDNS1035Label(text.Substring(slash + 1)) is { } versionFault ? $"its version is none: {versionFault}" : null;
    }

    private static void CheckActions(Part part)
    {
        if (part["validationActions"] is not Sequence list)
        {
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in part.Place.Child("validationActions").Items)
        {
            if (item.Node is Scalar { Kind: ScalarKind.String } action && !seen.Add(action.Text))
            {
                part.Report(Fault.Duplicate, item, Truth.True, "each stands there once");
            }
        }

        part.Invalid("validationActions", list.Any(item => item.Is("Deny")) & list.Any(item => item.Is("Warn")), "it cannot hold both 'Deny' and 'Warn', which say the same twice");
    }
}
