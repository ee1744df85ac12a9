namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>Cron schedules and time zones.</summary>
internal sealed class InvalidSchedule : Rule
{
    public static readonly RuleInfo Rule = new("K8S215", Severity.Error,
        title: "Invalid schedule",
        message: "'{0}' is no schedule or time zone that the API server takes: {1}");

    public override RuleInfo Info => Rule;
}
