namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>A selector that is empty, malformed, or does not match the template.</summary>
internal sealed class InvalidSelector : Rule
{
    public static readonly RuleInfo Rule = new("K8S203", Severity.Error,
        title: "Invalid selector",
        message: "'{0}' makes no selector that the API server takes: {1}");

    public override RuleInfo Info => Rule;
}
