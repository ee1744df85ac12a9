namespace K8sSharpManifests.Core.Rules.Validity.Workloads;

/// <summary>How workloads replace their pods.</summary>
/// <remarks>
/// Upstream: pkg/apis/apps/validation/validation.go (ValidateDeploymentStrategy, ValidateRollingUpdateDeployment, ValidateDaemonSetUpdateStrategy, ValidateRollingUpdateDaemonSet,
/// validateRollingUpdateStatefulSet), pkg/apis/apps/v1/defaults.go.
/// </remarks>
internal sealed class StrategyValidation() : Validation("V1DeploymentSpec", "V1DaemonSetSpec", "V1StatefulSetSpec")
{
    public override void Validate(Part spec)
    {
        switch (spec.Type!.Name)
        {
            case "V1DeploymentSpec":
                Deployment(spec, spec.Child("strategy"));
                break;
            case "V1DaemonSetSpec":
                DaemonSet(spec, spec.Child("updateStrategy"));
                break;
            default:
                StatefulSet(spec, spec.Child("updateStrategy"));
                break;
        }
    }

    private static void Deployment(Part spec, Part strategy)
    {
        strategy.Forbidden("rollingUpdate", strategy.Is("type", "Recreate"), "'Recreate' replaces all pods at once; leave it out, or set the type to 'RollingUpdate'");
        var update = strategy.Child("rollingUpdate");
        var isRolling = strategy.Is("type", "RollingUpdate");
        if (isRolling.IsTrue)
        {
            IntOrPercent.Validate(update, "maxUnavailable", atMost100: true);
            IntOrPercent.Validate(update, "maxSurge", atMost100: false);
            update.Invalid("maxUnavailable", IntOrPercent.IsZero(update, "maxUnavailable") & IntOrPercent.IsZero(update, "maxSurge"), "it cannot be 0 where maxSurge is 0: no pod could be replaced");
        }

        spec.Invalid("progressDeadlineSeconds", spec.Number("progressDeadlineSeconds") <= spec.Number("minReadySeconds").Or(0), "it has to be larger than minReadySeconds");
    }

    private static void DaemonSet(Part spec, Part strategy)
    {
        if (!strategy.Is("type", "RollingUpdate").IsTrue)
        {
            return;
        }

        var update = strategy.Child("rollingUpdate");
        IntOrPercent.Validate(update, "maxUnavailable", atMost100: true);
        IntOrPercent.Validate(update, "maxSurge", atMost100: true);
        update.Invalid("maxSurge", !IntOrPercent.IsZero(update, "maxUnavailable") & !IntOrPercent.IsZero(update, "maxSurge"), "it has to be 0 where maxUnavailable is not (1, where nothing is said)");
        update.Report(Fault.Required, update.Place.Child("maxUnavailable"), IntOrPercent.IsZero(update, "maxUnavailable") & IntOrPercent.IsZero(update, "maxSurge"), "it cannot be 0 where maxSurge is 0: no pod could be replaced");
    }

    private static void StatefulSet(Part spec, Part strategy)
    {
        strategy.Report(Fault.Invalid, "rollingUpdate", strategy.Is("type", "OnDelete") & strategy.Has("rollingUpdate"), "'OnDelete' replaces no pod by itself; leave it out, or set the type to 'RollingUpdate'",
            Fix.Remove(strategy.Place.Child("rollingUpdate"), "Remove 'rollingUpdate'", isSafeForFixAll: false));
        if (!(strategy.Is("type", "RollingUpdate") & strategy.Has("rollingUpdate")).IsTrue)
        {
            return;
        }

        var update = strategy.Child("rollingUpdate");
        // maxUnavailable is behind a gate that is off: the server drops it.
        update.OutOfRange("partition", update.Number("partition") < 0, "it has to be at least 0");
    }
}
