namespace K8sSharpManifests.Core.Rules.Validity.CustomResources.Objects;

/// <summary>Something that a schema does not allow.</summary>
/// <param name="Rule">The rule that it belongs to.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Because">What is wrong, and what would be right.</param>
internal sealed record SchemaFault(RuleInfo Rule, TreePlace Place, string Because)
{
    public IReadOnlyList<Fix> Fixes { get; init; } = [];
}
