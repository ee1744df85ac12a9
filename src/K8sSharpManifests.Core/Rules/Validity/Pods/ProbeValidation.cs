namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>Probes: one way to ask, and thresholds by what is asked.</summary>
/// <remarks>Upstream: pkg/apis/core/validation/validation.go (validateProbe, validateHandler, validateLivenessProbe, validateReadinessProbe, validateStartupProbe).</remarks>
internal sealed class ProbeValidation() : Validation("V1Probe")
{
    private static readonly string[] Handlers = ["exec", "httpGet", "tcpSocket", "grpc"];

    public override void Validate(Part part)
    {
        part.Report(Fault.Required, part.Place, PodParts.OnlyOne(part, Handlers, "way to probe"), "it has to say how to probe: 'httpGet', 'tcpSocket', 'grpc' or 'exec'");
        if (part.Key is "livenessProbe" or "startupProbe")
        {
            // 0 is the default.
            var threshold = part.Number("successThreshold");
            part.OutOfRange("successThreshold", threshold > 1, "it has to be 1; only a readiness probe can ask for more");
        }
        else if (part.Key == "readinessProbe" && part.Has("terminationGracePeriodSeconds") is { IsFalse: false } hasGrace)
        {
            part.Report(Fault.Invalid, "terminationGracePeriodSeconds", hasGrace, "a readiness probe ends no container, so it cannot have one",
                Fix.Remove(part.Place.Child("terminationGracePeriodSeconds"), "Remove 'terminationGracePeriodSeconds'", isSafeForFixAll: true));
        }
    }
}

/// <summary>What runs when a container starts or stops.</summary>
/// <remarks>Upstream: pkg/apis/core/validation/validation.go (validateLifecycle, validateHandler, validateSleepAction).</remarks>
internal sealed class LifecycleValidation() : Validation("V1LifecycleHandler")
{
    private static readonly string[] Handlers = ["exec", "httpGet", "tcpSocket", "sleep"];

    public override void Validate(Part part)
    {
        part.Report(Fault.Required, part.Place, PodParts.OnlyOne(part, Handlers, "action"), "it has to say what to do: 'exec', 'httpGet', 'tcpSocket' or 'sleep'");
        if (part.Has("sleep").IsFalse)
        {
            return;
        }

        var seconds = part.Child("sleep").Number("seconds");
        part.OutOfRange("sleep", part.Has("sleep") & seconds < 0, "it cannot be negative");
        if (part.Around(PodParts.Spec) is { } spec)
        {
            var grace = spec.Number("terminationGracePeriodSeconds");
            part.OutOfRange("sleep", part.Has("sleep") & seconds > grace, $"it cannot be longer than the {grace} seconds that the pod has to end ('terminationGracePeriodSeconds')");
        }
    }
}
