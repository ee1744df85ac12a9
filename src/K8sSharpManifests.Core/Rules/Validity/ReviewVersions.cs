namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>The versions of what the API server sends to a webhook.</summary>
/// <remarks>
/// Upstream: pkg/apis/admissionregistration/validation/validation.go (validateAdmissionReviewVersions) and apiextensions-apiserver's pkg/apis/apiextensions/validation/validation.go
/// (validateConversionReviewVersions).
/// </remarks>
internal static class ReviewVersions
{
    /// <summary>Checks a list of versions.</summary>
    /// <param name="part">The webhook.</param>
    /// <param name="key">The list.</param>
    public static void Check(Part part, string key)
    {
        part.Required(key, "the API server has to know which of its versions the webhook understands: 'v1'");
        if (part[key] is not Sequence { Count: > 0 } list)
        {
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in part.Place.Child(key).Items)
        {
            if (item.Node is not Scalar { Kind: ScalarKind.String } version)
            {
                continue;
            }

            if (!seen.Add(version.Text))
            {
                part.Report(Fault.Invalid, item, Truth.True, "each stands there once");
            }
            else if (TextForms.IsDNS1035Label(version.Text) is { } fault)
            {
                part.Report(Fault.Invalid, item, Truth.True, fault);
            }
        }

        part.Invalid(key, !list.Any(item => item.Is("v1") | item.Is("v1beta1")), "it needs 'v1' or 'v1beta1', which are what the API server can send");
    }
}
