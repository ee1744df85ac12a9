"""Writes C# as people write manifests: N workloads, each in members of its own, twenty to a file, with a file of helpers that they share."""

from pathlib import Path
from string import Template

WORKLOADS_PER_FILE = 20


def write(folder: Path, workloads: int) -> int:
    """Writes N workloads, the same text each time, and says how many [Manifest] members they have."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "Conventions.cs").write_text(CONVENTIONS)
    members = 0
    for first in range(0, workloads, WORKLOADS_PER_FILE):
        number = first // WORKLOADS_PER_FILE
        text = "".join(_workload(i) for i in range(first, min(first + WORKLOADS_PER_FILE, workloads)))
        members += text.count("[Manifest]")
        (folder / f"Team{number:03}.cs").write_text(FILE.substitute(number=f"{number:03}", members=text))
    return members


def _workload(index: int) -> str:
    # In ten workloads: five written as fluent chains, three with the team's helper, one with initialisers, one that runs on a schedule or keeps data.
    style = [CHAIN, HELPER, CHAIN, CHAIN, INITIALIZERS, HELPER, CHAIN, CHAIN, HELPER, SCHEDULED if index % 20 < 10 else STATEFUL][index % 10]
    environment = "".join(f'\n            .AddEnv("SETTING_{i}", "value-{index}-{i}")' for i in range(index % 4))
    return style.substitute(
        Name=f"Service{index:04}", name=f"service-{index:04}", port=8000 + index % 100, replicas=2 + index % 3, environment=environment,
        # A finding here and there, as in real code: a tag that moves, and an image that is not pulled again.
        tag="latest" if index % 40 == 0 else f"1.{index % 7}.{index % 11}")


FILE = Template('''\
using k8s;
using static Shop.Conventions;

namespace Shop;

/// <summary>The workloads of one team.</summary>
public static class Team$number
{$members}
''')

CHAIN = Template('''
    [Manifest]
    public static V1Deployment $Name => K8s.Deployment("$name")
        .WithNamespace("shop")
        .AddLabel("app", "$name")
        .AddLabel("app.kubernetes.io/part-of", "shop")
        .WithReplicas($replicas)
        .WithServiceAccountName("$name")
        .AddImagePullSecret("regcred")
        .Restrict()
        .RunAs(user: 10001, group: 10001, fsGroup: 10001)
        .AddContainer("app", "registry.acme.io/shop/$name:$tag", c => c
            .WithImagePullPolicy(ImagePullPolicy.IfNotPresent)
            .Restrict()
            .AddPort($port, "http")
            .AddEnv("ASPNETCORE_URLS", "http://+:$port")
            .AddEnv("LOG_LEVEL", "info")$environment
            .AddEnvFromSecret("DB_PASSWORD", secret: "$name-db", key: "password")
            .AddEnvFromField("POD_NAME", "metadata.name")
            .WithRequests(cpu: "100m", memory: "128Mi")
            .WithLimits(cpu: "1", memory: "256Mi")
            .WithReadinessProbe(p => p.WithHttpGet("/ready", "http").WithPeriodSeconds(5))
            .WithLivenessProbe(p => p.WithHttpGet("/live", "http").WithPeriodSeconds(10)))
        .MountConfigMap("$name", "/etc/app", container: "app");

    [Manifest]
    public static V1Service ${Name}Service => $Name.Expose(80, "http", "http", ServiceType.ClusterIP);

    [Manifest]
    public static V1ConfigMap ${Name}Settings => K8s.ConfigMap("$name")
        .WithNamespace("shop")
        .AddLabel("app", "$name")
        .AddData("LOG_LEVEL", "info")
        .AddData("appsettings.json", """
            { "Http": { "Timeout": "00:00:30", "Retries": 3 } }
            """);
''')

HELPER = Template('''
    [Manifest]
    public static IEnumerable<IKubernetesObject<V1ObjectMeta>> $Name => GrpcService("$name", $port, "$tag", c => c
        .ListensOn($port, p => p.WithPeriodSeconds(5))$environment
        .WithUsualResources());

    [Manifest]
    public static V1NetworkPolicy ${Name}Policy => K8s.NetworkPolicy("$name")
        .WithNamespace("shop")
        .WithPodSelector(s => s.AddMatchLabel("app", "$name"))
        .WithPolicyTypes(["Ingress"])
        .AddIngress(i => i
            .AddFrom(f => f.WithNamespaceSelector(s => s.AddMatchLabel("kubernetes.io/metadata.name", "ingress-nginx")))
            .AddPort(p => p.WithPort("grpc").WithProtocol("TCP")));
''')

INITIALIZERS = Template('''
    [Manifest]
    public static V1Deployment $Name => new()
    {
        ApiVersion = "apps/v1",
        Kind = "Deployment",
        Metadata = new() { Name = "$name", NamespaceProperty = "shop", Labels = Labels("$name") },
        Spec = new()
        {
            Replicas = $replicas,
            Selector = new() { MatchLabels = Labels("$name") },
            Template = new()
            {
                Metadata = new() { Labels = Labels("$name") },
                Spec = new()
                {
                    ImagePullSecrets = [new() { Name = "regcred" }],
                    Containers =
                    [
                        new()
                        {
                            Name = "app",
                            Image = Image("$name", "$tag"),
                            ImagePullPolicy = "IfNotPresent",
                            Ports = [new() { ContainerPort = $port, Name = "http" }],
                            Env = [new() { Name = "LOG_LEVEL", Value = "info" }, new() { Name = "PORT", Value = "$port" }],
                            Resources = new()
                            {
                                Requests = new Dictionary<string, ResourceQuantity> { ["cpu"] = new("100m"), ["memory"] = new("128Mi") },
                                Limits = new Dictionary<string, ResourceQuantity> { ["memory"] = new("256Mi") },
                            },
                            ReadinessProbe = new() { HttpGet = new() { Path = "/ready", Port = "http" }, PeriodSeconds = 5 },
                        },
                    ],
                },
            },
        },
    };

    [Manifest]
    public static V1Service ${Name}Service => new()
    {
        ApiVersion = "v1",
        Kind = "Service",
        Metadata = new() { Name = "$name", NamespaceProperty = "shop" },
        Spec = new() { Selector = Labels("$name"), Ports = [new() { Name = "http", Port = 80, TargetPort = "http" }] },
    };

    [Manifest]
    public static V1ServiceAccount ${Name}Account => Account("$name");
''')

SCHEDULED = Template('''
    [Manifest]
    public static V1CronJob $Name => K8s.CronJob("$name", "0 3 * * *")
        .WithNamespace("shop")
        .WithConcurrencyPolicy("Forbid")
        .RunAs(user: 10001, group: 10001)
        .AddImagePullSecret("regcred")
        .WithRestartPolicy(RestartPolicy.Never)
        .AddContainer("job", Image("$name", "$tag"), c => c
            .WithImagePullPolicy(ImagePullPolicy.IfNotPresent)
            .Restrict()
            .WithArgs(["--once", "--verbose"])$environment
            .AddEnvFromSecret("DB_PASSWORD", secret: "$name-db", key: "password")
            .WithUsualResources());

    [Manifest]
    public static V1ServiceAccount ${Name}Account => Account("$name");
''')

STATEFUL = Template('''
    [Manifest]
    public static V1StatefulSet $Name => K8s.StatefulSet("$name")
        .WithNamespace("shop")
        .AddLabel("app", "$name")
        .WithReplicas($replicas)
        .WithServiceName("$name")
        .RunAs(user: 999, group: 999, fsGroup: 999)
        .AddImagePullSecret("regcred")
        .AddContainer("store", Image("$name", "$tag"), c => c
            .WithImagePullPolicy(ImagePullPolicy.IfNotPresent)
            .Restrict()
            .AddPort(6379, "redis")$environment
            .WithReadinessProbe(p => p.WithTcpSocket("redis").WithPeriodSeconds(5))
            .WithUsualResources())
        .MountClaim("$name", "/data");

    [Manifest]
    public static V1PersistentVolumeClaim ${Name}Claim => K8s.PersistentVolumeClaim("$name", "10Gi").WithNamespace("shop");
''')

CONVENTIONS = '''\
using k8s;

namespace Shop;

/// <summary>What all workloads of the shop have in common.</summary>
internal static class Conventions
{
    private const string Registry = "registry.acme.io/shop";

    public static string Image(string program, string tag) => $"{Registry}/{program}:{tag}";

    public static Dictionary<string, string> Labels(string name) => new() { ["app"] = name, ["app.kubernetes.io/part-of"] = "shop" };

    public static V1ServiceAccount Account(string name) => K8s.ServiceAccount(name)
        .WithNamespace("shop")
        .AddLabel("app", name)
        .WithAutomountServiceAccountToken(false);

    public static IEnumerable<IKubernetesObject<V1ObjectMeta>> GrpcService(string name, int port, string tag, Func<V1Container, V1Container> configure)
    {
        var deployment = K8s.Deployment(name)
            .WithNamespace("shop")
            .AddLabel("app", name)
            .RunAs(user: 1000, group: 1000, fsGroup: 1000)
            .AddImagePullSecret("regcred")
            .WithServiceAccountName(name)
            .AddContainer("server", Image(name, tag), c => configure(c.WithImagePullPolicy(ImagePullPolicy.IfNotPresent).Restrict()));

        return [deployment, deployment.Expose(port, port, "grpc", ServiceType.ClusterIP), Account(name)];
    }

    public static V1Container WithUsualResources(this V1Container self) => self
        .WithRequests("100m", "64Mi")
        .WithLimits("200m", "128Mi");

    public static V1Container ListensOn(this V1Container self, int port, Func<V1Probe, V1Probe> configure) => self
        .AddPort(port, "grpc")
        .AddEnv("PORT", $"{port}")
        .WithReadinessProbe(configure(new V1Probe().WithGrpc(port)))
        .WithLivenessProbe(configure(new V1Probe().WithGrpc(port)));
}
'''
