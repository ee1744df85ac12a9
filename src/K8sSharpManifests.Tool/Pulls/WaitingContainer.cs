using K8sSharpManifests.Tool.Cluster;
using K8sSharpManifests.Tool.Images;

namespace K8sSharpManifests.Tool.Pulls;

/// <summary>A container of a cluster that waits for its image.</summary>
/// <param name="Image">The image, with the container's state.</param>
/// <param name="Events">The events of its pod, the last one first.</param>
/// <param name="Verdict">What the checks say of the image now.</param>
internal sealed record WaitingContainer(ContainerImage Image, IReadOnlyList<PodEvent> Events, PullVerdict Verdict)
{
    // The kubelet's reasons (pkg/kubelet/images/types.go, and errors.go of k8s.io/cri-api).
    private static readonly string[] Reasons =
        ["ErrImagePull", "ImagePullBackOff", "InvalidImageName", "ErrImageNeverPull", "RegistryUnavailable", "SignatureValidationFailed", "ImageInspectError"];

    /// <summary>The last event of its pod; null where there is none any more.</summary>
    public PodEvent? LastEvent => Events.Count > 0 ? Events[0] : null;

    /// <summary>What it may be, the likeliest first: what the node has said of its last try, and what the checks find now.</summary>
    public IReadOnlyList<string> Causes
    {
        get
        {
            var said = new[] { Image.State!.Message }.Concat(Events.Where(e => e.Reason is "Failed" or "InspectFailed" or "ErrImageNeverPull").Select(e => e.Message));
            var stage = Image.State.Reason switch
            {
                "InvalidImageName" => PullStage.Reference,
                "ErrImageNeverPull" => PullStage.Policy,
                _ => said.Select(NodeWords.Stage).FirstOrDefault(found => found is not null),
            };
            var node = stage is { } s ? NodeWords.Text(s) : null;
            return Image.State.Reason == "SignatureValidationFailed" ? ["the node does not take the image's signature: see to its policy, and to who has signed the image"]
                : Image.State.Reason == "ImageInspectError" ? ["the container runtime cannot look at the images that the node has: see to its disk and its log"]
                : (Verdict.IsPulled, node) switch
                {
                    (false, null) => [Verdict.Message],
                    (false, _) when Verdict.Stage == stage => [Verdict.Message],
                    (false, _) => [Verdict.Message, $"at its last try the node said something else: {node}"],
                    (true, null) => ["from here it can be pulled: something between the node and the registry, or it was put right since; the kubelet tries again within five minutes"],
                    (true, _) => [$"{node}; from here it can be pulled, so it is about the node, or was put right since: the kubelet tries again within five minutes"],
                };
        }
    }

    /// <summary>Whether a container waits for its image.</summary>
    /// <param name="state">Its state.</param>
    public static bool Is(ContainerState? state) => state is { Name: "Waiting" } && Reasons.Contains(state.Reason);
}
