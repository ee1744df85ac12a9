using K8sSharpManifests.Core.Rules.Validity.Workloads;

namespace K8sSharpManifests.Core.Rules.Validity.Autoscaling;

/// <summary>A PodDisruptionBudget.</summary>
/// <remarks>Upstream: pkg/apis/policy/validation/validation.go (ValidatePodDisruptionBudgetSpec).</remarks>
internal sealed class DisruptionBudgetValidation() : Validation("V1PodDisruptionBudgetSpec")
{
    public override void Validate(Part spec)
    {
        spec.Report(Fault.Invalid, spec.Place, spec["minAvailable"].Exists & spec["maxUnavailable"].Exists, "minAvailable and maxUnavailable exclude each other",
            Fix.Remove(spec.Place.Child("maxUnavailable"), "Remove 'maxUnavailable'", isSafeForFixAll: false),
            Fix.Remove(spec.Place.Child("minAvailable"), "Remove 'minAvailable'", isSafeForFixAll: false));
        IntOrPercent.Validate(spec, "minAvailable", atMost100: true);
        IntOrPercent.Validate(spec, "maxUnavailable", atMost100: true);
    }
}
