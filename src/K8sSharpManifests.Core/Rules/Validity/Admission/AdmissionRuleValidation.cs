namespace K8sSharpManifests.Core.Rules.Validity.Admission;

/// <summary>Which requests a webhook or a policy is about.</summary>
/// <remarks>
/// Upstream: pkg/apis/admissionregistration/validation/validation.go (validateRuleWithOperations, validateNamedRuleWithOperations, validateRule, validateResources).
/// </remarks>
internal sealed class AdmissionRuleValidation() : Validation("V1RuleWithOperations", "V1NamedRuleWithOperations", "V1beta1NamedRuleWithOperations", "V1alpha1NamedRuleWithOperations")
{
    private const string Any = "*";

    private static readonly string[] Mutating =
    [
        "V1MutatingAdmissionPolicySpec", "V1beta1MutatingAdmissionPolicySpec", "V1alpha1MutatingAdmissionPolicySpec",
        "V1MutatingAdmissionPolicyBindingSpec", "V1beta1MutatingAdmissionPolicyBindingSpec", "V1alpha1MutatingAdmissionPolicyBindingSpec",
    ];

    public override void Validate(Part part)
    {
        Alone(part, "operations");
        Alone(part, "apiGroups");
        Alone(part, "apiVersions");
        NotEmpty(part, "apiVersions");
        NotEmpty(part, "resources");
        CheckResources(part);
        CheckNames(part);
        CheckMutated(part);
    }

    // What is deleted cannot be changed, and of what is not looked at nobody cares.
    private static void CheckMutated(Part part)
    {
        if (part.Type!.Name != "V1RuleWithOperations" && part.Place.Parent?.Key == "resourceRules" && part.Around(Mutating) is not null)
        {
            foreach (var item in part.Place.Child("operations").Items)
            {
                part.Report(Fault.NotSupported, item, item.Node.Is("DELETE"), "a policy that changes objects cannot be about 'DELETE'");
            }
        }
    }

    private static void Alone(Part part, string key)
    {
        if (part[key] is Sequence { Count: > 1 } list)
        {
            part.Invalid(key, list.Any(item => item.Is(Any)), "where '*' is in it, it stands for all others, which cannot be there");
        }
    }

    private static void NotEmpty(Part part, string key)
    {
        foreach (var item in part.Place.Child(key).Items)
        {
            part.Report(Fault.Required, item, item.Node.Is("") | (item.Node is Scalar { Kind: ScalarKind.Null } ? Truth.True : Truth.False), "nothing is in it");
        }
    }

    private static void CheckResources(Part part)
    {
        if (part["resources"] is not Sequence list)
        {
            return;
        }

        var ofAllSubresources = new HashSet<string>(StringComparer.Ordinal);
        var ofAllResources = new HashSet<string>(StringComparer.Ordinal);
        var hasWhole = false;
        foreach (var item in part.Place.Child("resources").Items)
        {
            if (item.Node is not Scalar { Kind: ScalarKind.String, Text: { Length: > 0 } text })
            {
                continue;
            }

            var slash = text.IndexOf('/');
            if (slash < 0)
            {
                // The last one decides, as it does upstream.
                hasWhole = text != Any;
                continue;
            }

            var (resource, subresource) = (text.Substring(0, slash), text.Substring(slash + 1));
            if (ofAllSubresources.Contains(resource) || ofAllResources.Contains(subresource))
            {
                part.Report(Fault.Invalid, item, Truth.True, $"'{(ofAllSubresources.Contains(resource) ? resource + "/*" : "*/" + subresource)}' stands for it already");
            }

            if (subresource == Any)
            {
                ofAllSubresources.Add(resource);
            }

            if (resource == Any)
            {
                ofAllResources.Add(subresource);
            }
        }

        if (list.Count > 1)
        {
            part.Invalid("resources", list.Any(item => item.Is("*/*")), "where '*/*' is in it, it stands for all others, which cannot be there");
            part.Invalid("resources", hasWhole & list.Any(item => item.Is(Any)) & !list.IsOpen, "where '*' is in it, it stands for all resources without a subresource, which cannot be there");
        }
    }

    private static void CheckNames(Part part)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in part.Place.Child("resourceNames").Items)
        {
            if (item.Node is not Scalar { Kind: ScalarKind.String } name)
            {
                continue;
            }

            if (TextForms.IsPathSegmentName(name.Text) is { } fault)
            {
                part.Report(Fault.Invalid, item, Truth.True, fault);
            }

            if (!seen.Add(name.Text))
            {
                part.Report(Fault.Duplicate, item, Truth.True, "each stands there once");
            }
        }
    }
}
