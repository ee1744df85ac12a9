namespace K8sSharpManifests.Core.Rules.Validity.Admission;

/// <summary>A webhook that the API server asks.</summary>
/// <remarks>
/// Upstream: pkg/apis/admissionregistration/validation/validation.go (validateValidatingWebhook, validateMutatingWebhook) and apimachinery's pkg/util/validation/validation.go
/// (IsFullyQualifiedName).
/// </remarks>
internal sealed class WebhookValidation() : Validation("V1ValidatingWebhook", "V1MutatingWebhook")
{
    private const int LeastParts = 3;

    public override void Validate(Part part)
    {
        part.Form("name", text => TextForms.IsDNS1123Subdomain(text) ?? (text.Split('.').Length < LeastParts ? "it has to be a domain of three parts at least, like 'my-webhook.example.com'" : null));
        part.Required("sideEffects", "a webhook has to say whether it changes anything else: 'None' or 'NoneOnDryRun'");
        ReviewVersions.Check(part, "admissionReviewVersions");
        MatchConditionCheck.Check(part, Truth.False);
    }
}
