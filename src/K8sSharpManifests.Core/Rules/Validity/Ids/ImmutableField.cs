namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>A field that cannot be changed once the object is there.</summary>
internal sealed class ImmutableField : Rule
{
    public static readonly RuleInfo Rule = new("K8S220", Severity.Warning,
        title: "Immutable field changed",
        message: "'{0}' differs from the manifest before, and the API server refuses the update: {1}");

    public override RuleInfo Info => Rule;
}
