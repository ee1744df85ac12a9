using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Ports;

/// <summary>To the compiler a port is any number, and its name any text.</summary>
internal sealed class InvalidPort : Rule<PortValue>
{
    public override RuleInfo Info { get; } = new("K8S207", Severity.Error,
        title: "Invalid port",
        message: "'{0}' cannot be {1}, and the API server refuses the object: {2}");

    protected override SubjectType<PortValue> On => PortValue.Type;

    protected override Truth IsViolated(PortValue port) => port.Value.Node is Unknown ? Truth.Unknown : port.Fault is not null;

    protected override Node At(PortValue port) => port.Value.Node;

    protected override IReadOnlyList<string> MessageArguments(PortValue port) => [port.Value.Text, port.What, port.Fault!];

    // What refers to the port by its name has the same capitals, or is wrong already.
    protected override IEnumerable<Fix> Fixes(PortValue port) => port.InLowercase is { } name ? [Fix.ChangeTo(port.Value.Place, Scalar.String(name), isSafeForFixAll: true)] : [];
}
