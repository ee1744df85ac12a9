using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Images;

/// <summary>Docker Hub's organisations are lowercase, so what looks like one in CamelCase is read as a host.</summary>
internal sealed class AccidentalRegistryHost : ImageRule
{
    public override RuleInfo Info { get; } = new("K8S103", Severity.Warning,
        title: "Registry host by accident",
        message: "'{0}' is not on Docker Hub: with uppercase letters '{1}' is the name of a registry, and the pull ends in ErrImagePull");

    protected override Truth IsViolated(ImageUse use) =>
        use.Image.HasAccidentalDomain(use.Context.Options);

    protected override IReadOnlyList<string> MessageArguments(ImageUse use) => [use.Image.Text, use.Image.Domain];

    protected override IEnumerable<Fix> Fixes(ImageUse use) =>
        [use.Image.ChangeTo(use.Image.InLowercase, isSafeForFixAll: false)];
}
