namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>Texts of which the API server demands a form.</summary>
internal sealed class InvalidText : Rule
{
    public static readonly RuleInfo Rule = new("K8S225", Severity.Error,
        title: "Text in the wrong form",
        message: "'{0}' has the wrong form, and the API server refuses the object: {1}");

    public override RuleInfo Info => Rule;
}
