namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>A field that the API server demands.</summary>
internal sealed class MissingField : Rule
{
    public static readonly RuleInfo Rule = new("K8S204", Severity.Error,
        title: "Missing field",
        message: "'{0}' is missing, and the API server refuses the object: {1}");

    public override RuleInfo Info => Rule;
}
