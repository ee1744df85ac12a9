namespace K8sSharpManifests.Core.Rules.Validity.Autoscaling;

/// <summary>A HorizontalPodAutoscaler.</summary>
/// <remarks>
/// Upstream: pkg/apis/autoscaling/validation/validation.go (validateHorizontalPodAutoscalerSpec, ValidateCrossVersionObjectReference, validateScalingRules, validateScalingPolicy), pkg/apis/autoscaling/v2/defaults.go.
/// </remarks>
internal sealed class AutoscalerValidation() : Validation("V2HorizontalPodAutoscalerSpec", "V1HorizontalPodAutoscalerSpec")
{
    private const int MaxPeriod = 1800;
    private const int MaxWindow = 3600;

    public override void Validate(Part spec)
    {
        var (least, most) = (spec.Number("minReplicas"), spec.Number("maxReplicas"));

        // Whether 0 is allowed is a gate of the server's.
        spec.OutOfRange("minReplicas", least < 1, "it has to be at least 1");
        spec.Report(Fault.Required, "maxReplicas", !most.Exists | most.Is(0), "it has to be at least 1");
        spec.OutOfRange("maxReplicas", most < 0, "it has to be at least 1");
        spec.OutOfRange("maxReplicas", (most >= 1) & (most < least), "it has to be at least minReplicas");
        Reference(spec.Child("scaleTargetRef"));
        foreach (var key in new[] { "scaleUp", "scaleDown" })
        {
            if ((spec.Has("behavior") & spec.Child("behavior").Has(key)).IsTrue)
            {
                Rules(spec.Child("behavior").Child(key));
            }
        }
    }

    /// <summary>A reference to an object of any kind.</summary>
    public static void Reference(Part reference)
    {
        reference.Required("kind", "it has to name the kind of the object, like 'Deployment'");
        reference.Required("name", "it has to name the object");
        reference.Form("kind", TextForms.IsPathSegmentName);
        reference.Form("name", TextForms.IsPathSegmentName);
        reference.Form("apiVersion", ApiVersionFault);
    }

    private static string? ApiVersionFault(string text)
    {
        var parts = text.Split('/');
        return parts.Length > 2 ? "it has to be a group, a '/' and a version, like 'apps/v1'"
            : parts.Length == 2 && parts[0].Length > 0 && TextForms.IsDNS1123Subdomain(parts[0]) is { } fault ? $"its group is no DNS name: {fault}"
            : null;
    }

    private static void Rules(Part rules)
    {
        var window = rules.Number("stabilizationWindowSeconds");
        rules.OutOfRange("stabilizationWindowSeconds", (window < 0) | (window > MaxWindow), $"it has to be a number from 0 to {MaxWindow}");
        rules.Report(Fault.Required, "policies", rules["policies"] is Sequence { Count: 0, IsOpen: false }, "it needs one policy at least; leave the list out for the default");
        Quantities.NotNegative(rules, "tolerance");
        foreach (var policy in rules.Items("policies"))
        {
            policy.Report(Fault.NotSupported, "type", !policy.Has("type"), "it has to be 'Pods' or 'Percent'");
            policy.OutOfRange("value", !policy["value"].Exists | (policy.Number("value") <= 0), "it has to be at least 1");
            var period = policy.Number("periodSeconds");
            policy.OutOfRange("periodSeconds", !policy["periodSeconds"].Exists | (period <= 0) | (period > MaxPeriod), $"it has to be a number from 1 to {MaxPeriod}");
        }
    }
}
