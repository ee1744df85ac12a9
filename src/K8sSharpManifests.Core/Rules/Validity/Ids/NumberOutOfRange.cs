namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>Numbers with bounds, and lists with too many items.</summary>
internal sealed class NumberOutOfRange : Rule
{
    public static readonly RuleInfo Rule = new("K8S224", Severity.Error,
        title: "Number out of range",
        message: "'{0}' is out of range, and the API server refuses the object: {1}");

    public override RuleInfo Info => Rule;
}
