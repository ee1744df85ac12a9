namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>A text that is none of those that a field may hold.</summary>
internal sealed class UnknownValue : Rule
{
    public static readonly RuleInfo Rule = new("K8S222", Severity.Error,
        title: "Value that the API does not know",
        message: "'{0}' is a value that the API server does not know: {1}");

    public override RuleInfo Info => Rule;
}
