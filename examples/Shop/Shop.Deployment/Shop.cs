namespace Shop.Deployment;

/// <summary>A web API, a worker and a migration, with the images that the other two projects are, in three environments.</summary>
[ManifestNamespace("shop")]
[ManifestNamespace("shop-dev", Environments = "dev")]
[ManifestLabel("app.kubernetes.io/part-of", "shop")]
public static class Shop
{
    private const string PullSecret = "registry";

    private static readonly IntOrString Http = "http";

    /// <summary>The credentials for the registry are none of the code's: whoever runs the cluster puts them there (<c>kubectl create secret docker-registry registry …</c>), or External Secrets does.</summary>
    [Manifest]
    public static ExternalObject RegistrySecret => External.Secret(PullSecret);

    /// <summary>The namespace itself.</summary>
    [Manifest]
    public static V1Namespace Namespace(ManifestContext context) => K8s.Namespace(IsDev(context) ? "shop-dev" : "shop");

    /// <summary>The settings of the API: a file of the project.</summary>
    [Manifest]
    public static V1ConfigMap Settings(ManifestContext context) => K8s.ConfigMap("api-settings")
        .AddFile(context, IsDev(context) ? "config/appsettings.dev.json" : "config/appsettings.json", key: "appsettings.json");

    /// <summary>The API. It restarts when its settings change.</summary>
    [Manifest]
    public static V1Deployment Api(ManifestContext context) => K8s.Deployment("api")
        .WithReplicas(context.Environment == "prod" ? 3 : 1)
        .AddContainer("api", context.ContainerImage("Shop.Api"), c => c
            .AddPort(8080, "http")
            .WithEnvironment(context)
            .WithRequests(cpu: "100m", memory: "128Mi")
            .WithReadinessProbe(p => p.WithHttpGet(h => h.WithPath("/healthz").WithPort(Http))))
        .AddImagePullSecret(PullSecret)
        .MountConfigMap(Settings(context), "/etc/shop")
        .RollOnChangeOf(Settings(context));

    /// <summary>The API inside of the cluster.</summary>
    [Manifest]
    public static V1Service ApiService(ManifestContext context) => Api(context).Expose(80, "http");

    /// <summary>The API from outside.</summary>
    [Manifest]
    public static V1Ingress Ingress(ManifestContext context) => K8s.Ingress("shop")
        .WithSpec(s => s.AddRule(r => r
            .WithHost(context.Value("host"))
            .WithHttp(h => h.AddPath(p => p
                .WithPath("/")
                .WithPathType("Prefix")
                .WithBackend(b => b.WithService(v => v.WithName("api").WithPort(n => n.WithNumber(80))))))));

    /// <summary>What works off the orders.</summary>
    [Manifest]
    public static V1Deployment Worker(ManifestContext context) => K8s.Deployment("worker")
        .AddContainer("worker", context.ContainerImage("Shop.Worker"), c => c
            .WithEnvironment(context)
            .WithRequests(cpu: "50m", memory: "64Mi"))
        .AddImagePullSecret(PullSecret);

    /// <summary>The migration of the database: a Job for each version, with the API's image.</summary>
    [Manifest]
    public static V1Job Migration(ManifestContext context) => K8s.Job($"migrate-{Tag(context).Replace('.', '-')}")
        .WithSpec(s => s
            .WithBackoffLimit(2)
            .WithTtlSecondsAfterFinished(86400))
        .AddContainer("migrate", context.ContainerImage("Shop.Api"), c => c
            .AddArg("migrate")
            .WithEnvironment(context))
        .AddImagePullSecret(PullSecret);

    private static V1Container WithEnvironment(this V1Container container, ManifestContext context) => container
        .AddEnv("Database__Host", IsDev(context) ? "localhost" : $"db.{context.Environment}.acme.io");

    private static string Tag(ManifestContext context) => context.ContainerImage("Shop.Api").Split(':')[^1];

    private static bool IsDev(ManifestContext context) => context.Environment == "dev";
}
