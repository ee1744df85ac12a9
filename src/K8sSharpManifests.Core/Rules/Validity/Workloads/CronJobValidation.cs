namespace K8sSharpManifests.Core.Rules.Validity.Workloads;

/// <summary>When a CronJob runs.</summary>
/// <remarks>Upstream: pkg/apis/batch/validation/validation.go (validateCronJobSpec, validateScheduleFormat, validateTimeZone).</remarks>
internal sealed class CronJobValidation() : Validation("V1CronJobSpec")
{
    public override void Validate(Part spec)
    {
        var schedule = spec.Place.Child("schedule");
        spec.Report(InvalidSchedule.Rule, schedule, !spec.Has("schedule"), "it has to be a schedule, like '0 3 * * *'");
        if (spec.Text("schedule") is { Length: > 0 } text && CronSchedule.Fault(text) is { } fault)
        {
            spec.Report(InvalidSchedule.Rule, schedule, Truth.True, fault, CronSchedule.Split(text) is var (zone, rest) && !spec.Has("timeZone").IsTrue
                ? [Fix.Of($"Set timeZone to '{zone}'", isSafeForFixAll: true, FixChange.Set(schedule, Scalar.String(rest)), FixChange.Set(spec.Place.Child("timeZone"), Scalar.String(zone)))]
                : []);
        }

        var timeZone = spec.Place.Child("timeZone");
        switch (spec["timeZone"])
        {
            case Unknown:
                spec.Report(InvalidSchedule.Rule, timeZone, Truth.Unknown, "");
                break;
            case Scalar { Kind: ScalarKind.String, Text: var zone } when TimeZones.Fault(zone) is { } wrong:
                spec.Report(InvalidSchedule.Rule, timeZone, Truth.True, wrong);
                break;
        }
    }
}
