using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.PullSecrets;

/// <summary>A pod can name Secrets of its own namespace only.</summary>
internal sealed class PullSecretInAnotherNamespace : PullSecretRule
{
    public override RuleInfo Info { get; } = new("K8S117", Severity.Error,
        title: "Pull secret of another namespace",
        message: "'{0}' is a Secret of the namespace '{1}', and a pod can name those of its own only: emit it into the pod's namespace, or private images end in ErrImagePull");

    protected override Truth IsViolated(PullSecret secret) =>
        secret.IsNamed & !secret.IsEmitted & secret.IsInAnotherNamespace & !secret.IsExternal;

    protected override IReadOnlyList<string> MessageArguments(PullSecret secret) => [secret.Name.Text(), string.Join("', '", secret.InOtherNamespaces.Select(other => other.Namespace.Text()).Distinct())];

    // Of several, nobody knows which one is meant. Other pods may need it where it is: whoever moves it has to look.
    protected override IEnumerable<Fix> Fixes(PullSecret secret) =>
        secret.InOtherNamespaces.ToList() is [var only] && secret.Pod.Namespace is Scalar { Text: var space }
            ? [Fix.Set(new(only.Root), "metadata.namespace", Scalar.String(space), $"Move the secret to the namespace '{space}'", isSafeForFixAll: false)]
            : [];
}
