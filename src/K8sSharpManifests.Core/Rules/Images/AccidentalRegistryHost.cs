using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Images;

/// <summary>Docker Hub's organisations are lowercase, so what looks like one in CamelCase is read as a host.</summary>
internal sealed class AccidentalRegistryHost : ContainerRule
{
    public override RuleInfo Info { get; } = new("K8S103", Severity.Warning,
        title: "Registry host by accident",
        message: "'{0}' is not on Docker Hub: with uppercase letters '{1}' is the name of a registry, and the pull ends in ErrImagePull");

    protected override Truth IsViolated(Container container) =>
        container.Image.HasAccidentalDomain(container.Context.Options);

    protected override IReadOnlyList<string> MessageArguments(Container container) => [container.Image.Text, container.Image.Domain];

    protected override IEnumerable<Fix> Fixes(Container container) =>
        [Fix.Set(container.Image.Field, container.Image.InLowercase, $"Change to '{container.Image.InLowercase}'", isSafeForFixAll: false)];
}
