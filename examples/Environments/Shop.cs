namespace Environments;

/// <summary>
/// One shop for every environment. What differs is said by the attributes, by what the methods ask their <see cref="ManifestContext"/>, and by the values in the project file. The compiler
/// looks at each environment by itself.
/// </summary>
[ManifestNamespace("shop")]
[ManifestNamespace("shop-dev", Environments = "dev")]
[ManifestLabel("app.kubernetes.io/part-of", "shop")]
public static class Shop
{
    private const string Registry = "ghcr.io/acme";

    [Manifest]
    public static V1Deployment Web(ManifestContext context) => K8s.Deployment("web")
        .WithReplicas(context.Value("replicas", 1))
        .AddContainer("web", $"{Registry}/web:{context.Value("imageTag")}", c => c
            .AddPort(8080, "http")
            .AddEnv("LOG_LEVEL", IsProd(context) ? "warning" : "debug")
            .WithRequests(cpu: "100m", memory: "64Mi"));

    [Manifest]
    public static V1Service WebService(ManifestContext context) => Web(context).Expose(80, "http");

    [Manifest]
    public static V1ConfigMap Settings(ManifestContext context) => K8s.ConfigMap("settings")
        .AddData("host", IsProd(context) ? "shop.acme.io" : $"{context.Environment}.shop.acme.io");

    /// <summary>Only where there is load worth scaling for.</summary>
    [Manifest(Environments = "prod")]
    public static V2HorizontalPodAutoscaler Scaling => K8s.HorizontalPodAutoscaler("web", 3, 10);

    private static bool IsProd(ManifestContext context) => context.Environment == "prod";
}
