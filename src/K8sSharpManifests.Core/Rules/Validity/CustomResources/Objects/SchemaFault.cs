namespace K8sSharpManifests.Core.Rules.Validity.CustomResources.Objects;

/// <summary>Something that a schema does not allow.</summary>
/// <param name="Rule">The rule that it belongs to.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Because">What is wrong, and what would be right.</param>
internal sealed record SchemaFault(RuleInfo Rule, TreePlace Place, string Because)
{
    public IReadOnlyList<Fix> Fixes { get; init; } = [];

    /// <summary>Whether the API server asks no rule in CEL where it finds this: they would be asked of something that is not what they are written for.</summary>
    /// <remarks>Upstream: apiextensions-apiserver's pkg/registry/customresource/strategy.go (hasBlockingErr): NotSupported, Required, TooLong, TooMany and TypeInvalid.</remarks>
    public bool IsBlocking { get; init; } = Rule == UnknownValue.Rule || Rule == MissingField.Rule || Rule == WrongType.Rule;
}
