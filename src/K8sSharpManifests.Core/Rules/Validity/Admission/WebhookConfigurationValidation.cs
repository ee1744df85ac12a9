namespace K8sSharpManifests.Core.Rules.Validity.Admission;

/// <summary>The names of the webhooks of a configuration.</summary>
/// <remarks>Upstream: pkg/apis/admissionregistration/validation/validation.go (validateValidatingWebhookConfiguration, validateMutatingWebhookConfiguration).</remarks>
internal sealed class WebhookConfigurationValidation() : Validation("V1ValidatingWebhookConfiguration", "V1MutatingWebhookConfiguration")
{
    public override void Validate(Part part)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var webhook in part.Items("webhooks"))
        {
            if (webhook.Text("name") is { Length: > 0 } name && !seen.Add(name))
            {
                webhook.Report(Fault.Duplicate, "name", Truth.True, "another webhook has the same name");
            }
        }
    }
}
