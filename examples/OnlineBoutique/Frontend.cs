using static OnlineBoutique.Conventions;

namespace OnlineBoutique;

/// <summary>What the customers see.</summary>
public static class Frontend
{
    private const int Port = 8080;

    [Manifest]
    public static V1Deployment Web => Workload(Endpoint.Frontend.Name)
        .WithOwnAccount()
        .AddPodAnnotation("sidecar.istio.io/rewriteAppHTTPProbers", "true")
        .AddContainer("server", Image("frontend"), c => c
            .Restrict()
            .AddPort(Port)
            .WithReadinessProbe(HealthCheck("x-readiness-probe"))
            .WithLivenessProbe(HealthCheck("x-liveness-probe"))
            .AddEnv("PORT", $"{Port}")
            .Calls(
                ("PRODUCT_CATALOG_SERVICE_ADDR", Endpoint.ProductCatalog),
                ("CURRENCY_SERVICE_ADDR", Endpoint.Currency),
                ("CART_SERVICE_ADDR", Endpoint.Cart),
                ("RECOMMENDATION_SERVICE_ADDR", Endpoint.Recommendation),
                ("SHIPPING_SERVICE_ADDR", Endpoint.Shipping),
                ("CHECKOUT_SERVICE_ADDR", Endpoint.Checkout),
                ("AD_SERVICE_ADDR", Endpoint.Ad),
                ("SHOPPING_ASSISTANT_SERVICE_ADDR", Endpoint.ShoppingAssistant))
            .AddEnv("ENABLE_PROFILER", "0")
            .WithUsualResources());

    [Manifest]
    public static V1Service Internal => Web.InCluster(Endpoint.Frontend.Port, Port, "http");

    [Manifest]
    public static V1Service External => Internal.WithName("frontend-external").WithType(ServiceType.LoadBalancer);

    [Manifest]
    public static V1ServiceAccount ServiceAccount => Account(Endpoint.Frontend.Name);

    private static V1Probe HealthCheck(string session) => new V1Probe()
        .WithInitialDelaySeconds(10)
        .WithHttpGet("/_healthz", Port)
        .AddHttpHeader("Cookie", $"shop_session-id={session}");
}
