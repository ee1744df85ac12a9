namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>How workloads replace their pods.</summary>
internal sealed class InvalidStrategy : Rule
{
    public static readonly RuleInfo Rule = new("K8S216", Severity.Error,
        title: "Invalid update strategy",
        message: "'{0}' is refused by the API server in an update strategy: {1}");

    public override RuleInfo Info => Rule;
}
