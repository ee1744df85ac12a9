namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>What only the definition of a custom resource says: patterns, formats, combinations of schemas, and rules in CEL.</summary>
internal sealed class InvalidCustomResource : Rule
{
    public static readonly RuleInfo Rule = new("K8S229", Severity.Error,
        title: "Not as its definition demands",
        message: "'{0}' is not as the definition of the custom resource demands, and the API server refuses the object: {1}");

    public override RuleInfo Info => Rule;
}
