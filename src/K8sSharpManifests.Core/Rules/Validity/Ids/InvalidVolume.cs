namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>The sources of volumes.</summary>
internal sealed class InvalidVolume : Rule
{
    public static readonly RuleInfo Rule = new("K8S211", Severity.Error,
        title: "Invalid volume",
        message: "'{0}' makes no volume that the API server takes: {1}");

    public override RuleInfo Info => Rule;
}
