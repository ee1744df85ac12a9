using k8s;
using static OnlineBoutique.Conventions;

namespace OnlineBoutique;

/// <summary>The services behind the frontend.</summary>
public static class Backend
{
    [Manifest]
    public static IEnumerable<IKubernetesObject> Ad => GrpcService(Endpoint.Ad, c => c
        .ListensOn(9555, p => p.WithInitialDelaySeconds(20).WithPeriodSeconds(15))
        .WithRequestsAndLimits("200m", "180Mi", "300m", "300Mi"));

    [Manifest]
    public static IEnumerable<IKubernetesObject> Cart => GrpcService(Endpoint.Cart, c => c
        .AddPort(Endpoint.Cart.Port)
        .AddEnv("REDIS_ADDR", Endpoint.Redis.Address)
        .WithGrpcProbes(Endpoint.Cart.Port, p => p.WithInitialDelaySeconds(15))
        .WithLivenessProbe(p => p.WithPeriodSeconds(10))
        .WithRequestsAndLimits("200m", "64Mi", "300m", "128Mi"));

    [Manifest]
    public static IEnumerable<IKubernetesObject> Checkout => GrpcService(
        Endpoint.Checkout,
        c => c
            .ListensOn(Endpoint.Checkout.Port)
            .Calls(
                ("PRODUCT_CATALOG_SERVICE_ADDR", Endpoint.ProductCatalog),
                ("SHIPPING_SERVICE_ADDR", Endpoint.Shipping),
                ("PAYMENT_SERVICE_ADDR", Endpoint.Payment),
                ("EMAIL_SERVICE_ADDR", Endpoint.Email),
                ("CURRENCY_SERVICE_ADDR", Endpoint.Currency),
                ("CART_SERVICE_ADDR", Endpoint.Cart))
            .WithUsualResources(),
        gracePeriod: null);

    [Manifest]
    public static IEnumerable<IKubernetesObject> Currency => GrpcService(Endpoint.Currency, c => c
        .AddPort(Endpoint.Currency.Port, "grpc")
        .AddEnv("PORT", $"{Endpoint.Currency.Port}")
        .WithoutProfiler()
        .WithGrpcProbes(Endpoint.Currency.Port)
        .WithUsualResources());

    [Manifest]
    public static IEnumerable<IKubernetesObject> Email => GrpcService(
        Endpoint.Email,
        c => c.ListensOn(8080, p => p.WithPeriodSeconds(5)).WithoutProfiler().WithUsualResources(),
        port: 8080);

    /// <summary>The services that need nothing but the conventions.</summary>
    [Manifest]
    public static IEnumerable<IKubernetesObject> Plain()
    {
        foreach (var service in new[] { Endpoint.Payment, Endpoint.ProductCatalog })
        {
            foreach (var manifest in GrpcService(service, c => c.ListensOn(service.Port).WithoutProfiler().WithUsualResources()))
            {
                yield return manifest;
            }
        }
    }

    [Manifest]
    public static IEnumerable<IKubernetesObject> Recommendation => GrpcService(Endpoint.Recommendation, c => c
        .ListensOn(Endpoint.Recommendation.Port, p => p.WithPeriodSeconds(5))
        .Calls(("PRODUCT_CATALOG_SERVICE_ADDR", Endpoint.ProductCatalog))
        .WithoutProfiler()
        .WithRequestsAndLimits("100m", "220Mi", "200m", "450Mi"));

    [Manifest]
    public static IEnumerable<IKubernetesObject> Shipping => GrpcService(
        Endpoint.Shipping,
        c => c
            .ListensOn(Endpoint.Shipping.Port)
            .WithReadinessProbe(p => p.WithPeriodSeconds(5))
            .WithoutProfiler()
            .WithUsualResources(),
        gracePeriod: null);
}
