namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>What the API server takes, and says a warning of.</summary>
internal sealed class AcceptedWithWarning : Rule
{
    public static readonly RuleInfo Rule = new("K8S206", Severity.Warning,
        title: "Accepted with a warning",
        message: "'{0}' is accepted with a warning: {1}");

    public override RuleInfo Info => Rule;
}
