namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>Names of objects and namespaces, which every kind restricts in its own way.</summary>
internal sealed class InvalidName : Rule
{
    public static readonly RuleInfo Rule = new("K8S201", Severity.Error,
        title: "Invalid name",
        message: "'{0}' cannot be the name or the namespace of this object, and the API server refuses it: {1}");

    public override RuleInfo Info => Rule;
}
