namespace PullPolicies;

/// <summary>A pod whose pull secret cannot be used, and beside it one whose can. Plain objects, to show that they are looked at as well.</summary>
public static class PrivateImage
{
    [ManifestNamespace("private-image-wrong")]
    public static class Wrong
    {
        [Manifest]
        public static V1Secret Secret => new()
        {
            Metadata = new() { Name = "container-secret" },
            Type = SecretType.Opaque,
            StringData = new Dictionary<string, string> { ["username"] = "robot", ["password"] = "change-me" },
        };

        [Manifest]
        public static V1Pod Pod => new()
        {
            Metadata = new() { Name = "container-pod" },
            Spec = new()
            {
                Containers = [new() { Name = "container-image", Image = "private-registry/container-image:latest" }],
                ImagePullSecrets = [new() { Name = "container-secret" }],
            },
        };
    }

    [ManifestNamespace("private-image-right")]
    public static class Right
    {
        private const string Registry = "private-registry.example.com";

        [Manifest]
        public static V1Secret Secret => K8s.RegistrySecret("container-secret", Registry, user: "robot", password: "change-me");

        [Manifest]
        public static V1Pod Pod => K8s.Pod("container-pod")
            .AddContainer("container-image", $"{Registry}/container-image:1.4.2")
            .AddImagePullSecret("container-secret");
    }
}
