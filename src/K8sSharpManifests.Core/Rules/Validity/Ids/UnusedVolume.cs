namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>A volume that none of the pod's containers mounts.</summary>
internal sealed class UnusedVolume : Rule
{
    public static readonly RuleInfo Rule = new("K8S212", Severity.Info,
        title: "Unused volume",
        message: "'{0}' is a volume that no container uses: {1}");

    public override RuleInfo Info => Rule;
}
