namespace K8sSharpManifests.Core.Rules.Validity.CustomResources;

/// <summary>Who converts custom resources between their versions.</summary>
/// <remarks>Upstream: apiextensions-apiserver's pkg/apis/apiextensions/validation/validation.go (validateCustomResourceConversion, validateConversionReviewVersions).</remarks>
internal sealed class ConversionValidation() : Validation("V1CustomResourceConversion")
{
    public override void Validate(Part part)
    {
        var isWebhook = part.Is("strategy", "Webhook");
        var webhook = part.Child("webhook");
        part.Invalid("strategy", part.Owner is { } spec ? spec.IsTrue("preserveUnknownFields") & part.Has("strategy") & !part.Is("strategy", "None") : Truth.False, "it has to be 'None' where 'preserveUnknownFields' is true");
        if (!isWebhook.IsTrue)
        {
            webhook.Forbidden("clientConfig", !isWebhook, "it may only be set where the strategy is 'Webhook'");
            webhook.Forbidden("conversionReviewVersions", !isWebhook, "it may only be set where the strategy is 'Webhook'");
            return;
        }

        if (!webhook.Place.Node.Exists.IsTrue)
        {
            part.Required("webhook", isWebhook, "the strategy 'Webhook' needs one");
            return;
        }

        webhook.Required("clientConfig", isWebhook, "the strategy 'Webhook' needs to know where the webhook is");
        ReviewVersions.Check(webhook, "conversionReviewVersions");
    }
}
