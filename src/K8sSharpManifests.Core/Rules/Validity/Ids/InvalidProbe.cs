namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>Probes and lifecycle hooks.</summary>
internal sealed class InvalidProbe : Rule
{
    public static readonly RuleInfo Rule = new("K8S213", Severity.Error,
        title: "Invalid probe or lifecycle hook",
        message: "'{0}' makes no probe or hook that the API server takes: {1}");

    public override RuleInfo Info => Rule;
}
