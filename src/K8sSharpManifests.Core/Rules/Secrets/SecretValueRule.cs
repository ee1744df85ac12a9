using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Secrets;

/// <summary>A rule about an entry of a Secret's data.</summary>
internal abstract class SecretValueRule : Rule<SecretValue>
{
    protected sealed override SubjectType<SecretValue> On => SecretValue.Type;

    protected override Node At(SecretValue value) => value.Node;

    // Never the value: it is secret.
    protected override IReadOnlyList<string> MessageArguments(SecretValue value) => [value.Key];
}
