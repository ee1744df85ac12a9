using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules;

/// <summary>A rule about a pod, wherever its specification stands.</summary>
internal abstract class PodRule : Rule<Pod>
{
    protected sealed override SubjectType<Pod> On => Pod.Type;

    protected override Node At(Pod pod) => pod.Place.Node;
}
