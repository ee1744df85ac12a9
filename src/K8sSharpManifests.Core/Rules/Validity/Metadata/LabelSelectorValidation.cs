namespace K8sSharpManifests.Core.Rules.Validity.Metadata;

/// <summary>A selector of labels, wherever the API server validates it.</summary>
/// <remarks>Upstream: apimachinery's pkg/apis/meta/v1/validation/validation.go (ValidateLabelSelector, ValidateLabelSelectorRequirement).</remarks>
internal sealed class LabelSelectorValidation() : Validation("V1LabelSelector")
{
    private static readonly string[] WithValues = ["In", "NotIn"];
    private static readonly string[] WithoutValues = ["Exists", "DoesNotExist"];

    public override void Validate(Part selector)
    {
        if (!IsValidated(selector))
        {
            return;
        }

        Labels.Validate(selector, "matchLabels", InvalidSelector.Rule);
        foreach (var requirement in selector.Items("matchExpressions"))
        {
            requirement.Required("values", requirement.Is("operator", WithValues), "'In' and 'NotIn' compare with values");
            requirement.Forbidden("values", requirement.Is("operator", WithoutValues), "'Exists' and 'DoesNotExist' compare with nothing");
            requirement.Invalid("operator", !requirement.Has("operator"), "it has to be 'In', 'NotIn', 'Exists' or 'DoesNotExist'");
            requirement.OneOf("operator", Truth.True, "In", "NotIn", "Exists", "DoesNotExist");
            requirement.Invalid("key", !requirement.Has("key"), "it has to be the key of a label");
            requirement.Form("key", TextForms.IsLabelKey);
            requirement.ItemsForm("values", TextForms.IsValidLabelValue);
        }
    }

    // Of metrics, other servers read the selector; of trust bundles, the server drops what its gates do not know.
    private static bool IsValidated(Part selector) => selector.Owner?.Type?.Name is not ("V2MetricIdentifier" or "V1ClusterTrustBundleProjection");
}
