namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>Restart policies, which every kind of workload restricts.</summary>
internal sealed class InvalidRestartPolicy : Rule
{
    public static readonly RuleInfo Rule = new("K8S214", Severity.Error,
        title: "Invalid restart policy",
        message: "'{0}' cannot be the restart policy here, and the API server refuses the object: {1}");

    public override RuleInfo Info => Rule;
}
