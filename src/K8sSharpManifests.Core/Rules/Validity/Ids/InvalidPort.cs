namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>To the compiler a port is any number, and its name any text.</summary>
internal sealed class InvalidPort : Rule
{
    public static readonly RuleInfo Rule = new("K8S207", Severity.Error,
        title: "Invalid port",
        message: "'{0}' makes no port that the API server takes: {1}");

    public override RuleInfo Info => Rule;
}
