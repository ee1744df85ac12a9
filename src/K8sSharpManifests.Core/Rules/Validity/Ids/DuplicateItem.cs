namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>A list that tells its items apart by a key, with one key twice.</summary>
internal sealed class DuplicateItem : Rule
{
    public static readonly RuleInfo Rule = new("K8S205", Severity.Error,
        title: "Duplicate item",
        message: "'{0}' is there twice, and the API server refuses the object: {1}");

    public override RuleInfo Info => Rule;
}
