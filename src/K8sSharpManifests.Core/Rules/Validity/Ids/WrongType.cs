namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>A value of another JSON type than the field. Typed C# cannot hold one.</summary>
internal sealed class WrongType : Rule
{
    public static readonly RuleInfo Rule = new("K8S228", Severity.Error,
        title: "Wrong type of value",
        message: "'{0}' has the wrong type, and the API server cannot read the object: {1}");

    public override RuleInfo Info => Rule;
}
