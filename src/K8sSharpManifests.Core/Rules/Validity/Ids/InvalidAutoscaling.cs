namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>HorizontalPodAutoscalers and PodDisruptionBudgets.</summary>
internal sealed class InvalidAutoscaling : Rule
{
    public static readonly RuleInfo Rule = new("K8S217", Severity.Error,
        title: "Invalid autoscaler or disruption budget",
        message: "'{0}' is refused by the API server in an autoscaler or a disruption budget: {1}");

    public override RuleInfo Info => Rule;
}
