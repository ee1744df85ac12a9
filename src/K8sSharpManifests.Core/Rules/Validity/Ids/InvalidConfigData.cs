namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>Keys and sizes of ConfigMaps and Secrets, and what a Secret's type demands.</summary>
internal sealed class InvalidConfigData : Rule
{
    public static readonly RuleInfo Rule = new("K8S219", Severity.Error,
        title: "Invalid data of a ConfigMap or a Secret",
        message: "'{0}' is refused by the API server in a ConfigMap or a Secret: {1}");

    public override RuleInfo Info => Rule;
}
