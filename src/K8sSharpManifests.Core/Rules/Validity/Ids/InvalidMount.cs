namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>What containers mount, against the volumes of their pod.</summary>
internal sealed class InvalidMount : Rule
{
    public static readonly RuleInfo Rule = new("K8S210", Severity.Error,
        title: "Invalid mount",
        message: "'{0}' cannot be mounted, and the API server refuses the object: {1}");

    public override RuleInfo Info => Rule;
}
