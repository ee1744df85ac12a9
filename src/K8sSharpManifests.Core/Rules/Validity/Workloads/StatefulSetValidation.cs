namespace K8sSharpManifests.Core.Rules.Validity.Workloads;

/// <summary>What StatefulSets have of their own.</summary>
/// <remarks>Upstream: pkg/apis/apps/validation/validation.go (ValidateStatefulSetSpec).</remarks>
internal sealed class StatefulSetValidation() : Validation("V1StatefulSetSpec")
{
    public override void Validate(Part spec)
    {
        spec.Form("serviceName", TextForms.IsDNS1123Label);
        if (spec.Has("ordinals").IsTrue)
        {
            spec.Child("ordinals").OutOfRange("start", spec.Child("ordinals").Number("start") < 0, "it has to be at least 0");
        }
    }
}
