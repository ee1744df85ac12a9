namespace PullPolicies;

/// <summary>A pod that runs whatever <c>latest</c> was when its node pulled it first, and beside it one that runs what it says.</summary>
public static class MutableTag
{
    [ManifestNamespace("mutable-tag-wrong")]
    public static class Wrong
    {
        [Manifest]
        public static V1Pod Pod => K8s.Pod("container-pod")
            .AddContainer("container-image-name", "container-image:latest", c => c
                .WithImagePullPolicy(ImagePullPolicy.IfNotPresent));
    }

    [ManifestNamespace("mutable-tag-right")]
    public static class Right
    {
        [Manifest]
        public static V1Pod Pod => K8s.Pod("container-pod")
            .AddContainer("container-image-name", "container-image:1.4.2", c => c
                .WithImagePullPolicy(ImagePullPolicy.IfNotPresent));
    }
}
