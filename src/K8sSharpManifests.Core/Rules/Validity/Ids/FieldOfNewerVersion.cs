namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>What came with a later version than the one that the cluster runs.</summary>
internal sealed class FieldOfNewerVersion : Rule
{
    public static readonly RuleInfo Rule = new("K8S223", Severity.Error,
        title: "Field that the target version does not have",
        message: "'{0}' is not in the version of Kubernetes that it is for: {1}");

    public override RuleInfo Info => Rule;
}
