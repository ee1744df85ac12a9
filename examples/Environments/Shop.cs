namespace Environments;

/// <summary>
/// One shop for every environment: what differs is what the methods ask the <see cref="ManifestContext"/>. <c>-p:ManifestEnvironment=prod</c> says which one the build emits.
/// </summary>
[ManifestNamespace("shop")]
[ManifestLabel("app.kubernetes.io/part-of", "shop")]
public static class Shop
{
    private const string Registry = "ghcr.io/acme";

    [Manifest]
    public static V1Deployment Web(ManifestContext context) => K8s.Deployment("web")
        .WithReplicas(IsProd(context) ? 3 : 1)
        .AddContainer("web", $"{Registry}/web:{(IsProd(context) ? "1.4.2" : "1.5.0-rc.1")}", c => c
            .AddPort(8080, "http")
            .AddEnv("LOG_LEVEL", IsProd(context) ? "warning" : "debug")
            .WithRequests(cpu: "100m", memory: "64Mi"));

    [Manifest]
    public static V1Service WebService(ManifestContext context) => Web(context).Expose(80, "http");

    /// <summary>Only where there is load worth scaling for.</summary>
    [Manifest]
    public static IEnumerable<V2HorizontalPodAutoscaler> Scaling(ManifestContext context) => IsProd(context) ? [K8s.HorizontalPodAutoscaler("web", 3, 10)] : [];

    private static bool IsProd(ManifestContext context) => context.Environment == "prod";
}
