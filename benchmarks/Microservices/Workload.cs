using System.Globalization;
using k8s;

namespace Microservices;

/// <summary>N microservices of seven objects each: what the benchmarks emit, with this project and with the others' tools.</summary>
public static class Workload
{
    private const string Settings =
        """
        {
          "Logging": { "LogLevel": { "Default": "Information" } },
          "Http": { "Timeout": "00:00:30", "Retries": 3 },
          "Features": [ "search", "cart" ]
        }

        """;

    /// <summary>The pull secret that the services name: somebody else makes it.</summary>
    [Manifest]
    public static ExternalObject PullSecret => External.Secret("regcred", "shop");

    /// <summary>As many as the environment says; one where it says nothing.</summary>
    [Manifest]
    public static IEnumerable<IKubernetesObject<V1ObjectMeta>> All(ManifestContext context) =>
        Services(int.TryParse(context.Environment, CultureInfo.InvariantCulture, out var count) ? count : 1);

    /// <summary>The objects of a number of microservices.</summary>
    public static IEnumerable<IKubernetesObject<V1ObjectMeta>> Services(int count) =>
        Enumerable.Range(0, count).SelectMany(i => Service($"service-{i.ToString("0000", CultureInfo.InvariantCulture)}"));

    private static IEnumerable<IKubernetesObject<V1ObjectMeta>> Service(string name)
    {
        var deployment = Deployment(name);
        yield return deployment;
        yield return deployment.Expose(80, "http", "http", ServiceType.ClusterIP).WithNamespace("shop");
        yield return K8s.ConfigMap(name).WithNamespace("shop").AddLabel("app", name)
            .AddData("appsettings.json", Settings)
            .AddData("LOG_LEVEL", "info");
        yield return K8s.Ingress(name).WithNamespace("shop").AddLabel("app", name)
            .AddAnnotation("nginx.ingress.kubernetes.io/proxy-body-size", "8m")
            .WithIngressClassName("nginx")
            .AddTls($"{name}-tls", $"{name}.shop.example.com")
            .AddRule($"{name}.shop.example.com", "/", name, "http");
        yield return K8s.HorizontalPodAutoscaler(name, minReplicas: 2, maxReplicas: 10).WithNamespace("shop").AddLabel("app", name)
            .WithScaleTargetRef(new V2CrossVersionObjectReference { ApiVersion = "apps/v1", Kind = "Deployment", Name = name })
            .AddMetric(m => m.WithType("Resource").WithResource(r => r
                .WithName("cpu")
                .WithTarget(t => t.WithType("Utilization").WithAverageUtilization(70))));
        yield return K8s.ServiceAccount(name).WithNamespace("shop").AddLabel("app", name).WithAutomountServiceAccountToken(false);
        yield return K8s.NetworkPolicy(name).WithNamespace("shop").AddLabel("app", name)
            .WithPodSelector(s => s.AddMatchLabel("app", name))
            .WithPolicyTypes(["Ingress"])
            .AddIngress(i => i
                .AddFrom(f => f.WithNamespaceSelector(s => s.AddMatchLabel("kubernetes.io/metadata.name", "ingress-nginx")))
                .AddPort(p => p.WithPort("http").WithProtocol("TCP")));
    }

    private static V1Deployment Deployment(string name) => K8s.Deployment(name)
        .WithNamespace("shop")
        .AddLabel("app", name)
        .AddLabel("app.kubernetes.io/part-of", "shop")
        .WithReplicas(2)
        .WithServiceAccountName(name)
        .AddImagePullSecret("regcred")
        .Restrict()
        .RunAs(user: 10001, group: 10001, fsGroup: 10001)
        .AddContainer("app", $"registry.acme.io/shop/{name}:1.4.2", c => c
            .WithImagePullPolicy(ImagePullPolicy.IfNotPresent)
            .Restrict()
            .AddPort(8080, "http")
            .AddEnv("ASPNETCORE_URLS", "http://+:8080")
            .AddEnv("LOG_LEVEL", "info")
            .AddEnv("SERVICE_NAME", name)
            .AddEnvFromSecret("DB_PASSWORD", secret: $"{name}-db", key: "password")
            .AddEnvFromSecret("API_KEY", secret: $"{name}-api", key: "key")
            .AddEnvFromField("POD_NAME", "metadata.name")
            .WithRequests(cpu: "100m", memory: "128Mi")
            .WithLimits(cpu: "1", memory: "256Mi")
            .WithReadinessProbe(p => p.WithHttpGet("/ready", "http").WithPeriodSeconds(5))
            .WithLivenessProbe(p => p.WithHttpGet("/live", "http").WithPeriodSeconds(10))
            .WithStartupProbe(p => p.WithHttpGet("/live", "http").WithFailureThreshold(30)))
        .AddContainer("proxy", "registry.acme.io/platform/proxy:2.9.0", c => c
            .WithImagePullPolicy(ImagePullPolicy.IfNotPresent)
            .Restrict()
            .WithArgs(["--listen=:8443", "--upstream=127.0.0.1:8080", "--log-format=json"])
            .AddPort(8443, "https")
            .AddEnv("UPSTREAM", "127.0.0.1:8080")
            .WithRequests(cpu: "50m", memory: "32Mi")
            .WithLimits(memory: "64Mi")
            .WithReadinessProbe(p => p.WithTcpSocket("https")))
        .MountConfigMap(name, "/etc/app", container: "app");
}
