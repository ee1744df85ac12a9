namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>What a template may say of restarts and deadlines, by the kind that has it.</summary>
/// <remarks>
/// Upstream: pkg/apis/apps/validation/validation.go (ValidatePodTemplateSpecForReplicaSet, ValidateDaemonSetSpec, ValidateStatefulSetSpec), pkg/apis/batch/validation/validation.go (validateJobSpec),
/// pkg/apis/core/validation/validation.go (ValidatePodTemplateSpecForRC).
/// </remarks>
internal sealed class PodTemplateValidation() : Validation("V1PodTemplateSpec")
{
    public override void Validate(Part part)
    {
        // Nobody but a kind's own specification has such a rule; that of a PodTemplate has none.
        if (part.Owner?.Type?.Name is not { } owner || part.Key != "template")
        {
            return;
        }

        var spec = part.Child("spec");
        switch (owner)
        {
            case "V1JobSpec":
                spec.Report(Fault.Required, "restartPolicy", spec.Is("restartPolicy", "Always", ""), "a job's pods need 'OnFailure' or 'Never': they end, and with 'Always' they would start again");
                if ((spec.Is("restartPolicy", "OnFailure") & part.Owner.Has("podFailurePolicy")) is { IsFalse: false } isOnFailure)
                {
                    spec.Report(Fault.Invalid, "restartPolicy", isOnFailure, "a job with a 'podFailurePolicy' needs 'Never'", Fix.ChangeTo(spec.Place.Child("restartPolicy"), Scalar.String("Never"), isSafeForFixAll: false));
                }

                break;
            case "V1DeploymentSpec" or "V1ReplicaSetSpec" or "V1DaemonSetSpec" or "V1StatefulSetSpec" or "V1ReplicationControllerSpec":
                if (spec.Is("restartPolicy", "OnFailure", "Never") is { IsFalse: false } isOther)
                {
                    spec.Report(Fault.NotSupported, "restartPolicy", isOther, "the pods of this kind only take 'Always'", Fix.Remove(spec.Place.Child("restartPolicy"), "Remove 'restartPolicy'", isSafeForFixAll: false));
                }

                spec.Forbidden("activeDeadlineSeconds", Truth.True, "the pods of this kind run until somebody ends them; only those of a job and pods on their own have a deadline");
                break;
        }
    }
}
