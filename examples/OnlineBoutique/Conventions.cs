using k8s;

namespace OnlineBoutique;

/// <summary>What all workloads of the shop have in common. A change here is a change everywhere.</summary>
internal static class Conventions
{
    private const string Registry = "us-central1-docker.pkg.dev/online-boutique-ci/microservices-demo";
    private const string Release = "v0.10.6";

    /// <summary>The image of one of the shop's own programs, in the release that this system runs.</summary>
    public static string Image(string program) => $"{Registry}/{program}:{Release}";

    /// <summary>A deployment whose pods run as an ordinary user.</summary>
    public static V1Deployment Workload(string name) => K8s.Deployment(name)
        .AddLabel("app", name)
        .RunAs(user: 1000, group: 1000, fsGroup: 1000);

    /// <summary>A deployment with a service account of its own, which <see cref="Account"/> makes.</summary>
    public static V1Deployment WithOwnAccount(this V1Deployment self) => self.WithServiceAccountName(self.Metadata.Name);

    /// <summary>The service account of one workload.</summary>
    public static V1ServiceAccount Account(string name) => K8s.ServiceAccount(name);

    /// <summary>The service in front of a workload.</summary>
    public static V1Service InCluster(this V1Deployment self, int port, int targetPort, string portName) =>
        self.Expose(port, targetPort, portName, ServiceType.ClusterIP);

    /// <summary>A microservice that speaks gRPC: its deployment, its service and its account.</summary>
    /// <param name="endpoint">Where its clients reach it.</param>
    /// <param name="configure">What is special about its container.</param>
    /// <param name="port">The port that the container listens on, where it is not the service's.</param>
    /// <param name="gracePeriod">How many seconds it gets to shut down.</param>
    public static IEnumerable<IKubernetesObject<V1ObjectMeta>> GrpcService(
        Endpoint endpoint, Func<V1Container, V1Container> configure, int? port = null, int? gracePeriod = 5)
    {
        var deployment = Workload(endpoint.Name)
            .WithOwnAccount()
            .WithTerminationGracePeriodSeconds(gracePeriod)
            .AddContainer("server", Image(endpoint.Name), c => configure(c.Restrict()));

        return [deployment, deployment.InCluster(endpoint.Port, port ?? endpoint.Port, "grpc"), Account(endpoint.Name)];
    }

    /// <summary>What most of the shop's programs need.</summary>
    public static V1Container WithUsualResources(this V1Container self) => self.WithRequestsAndLimits("100m", "64Mi", "200m", "128Mi");

    public static V1Container WithRequestsAndLimits(this V1Container self, string cpu, string memory, string maxCpu, string maxMemory) => self
        .WithRequests(cpu, memory)
        .WithLimits(maxCpu, maxMemory);

    /// <summary>Listens on a port, is told so, and answers gRPC health checks on it.</summary>
    public static V1Container ListensOn(this V1Container self, int port, Func<V1Probe, V1Probe>? probe = null) => self
        .AddPort(port)
        .AddEnv("PORT", $"{port}")
        .WithGrpcProbes(port, probe);

    /// <summary>The same health check for readiness and liveness.</summary>
    public static V1Container WithGrpcProbes(this V1Container self, int port, Func<V1Probe, V1Probe>? probe = null) => self
        .WithReadinessProbe(Grpc(port, probe))
        .WithLivenessProbe(Grpc(port, probe));

    /// <summary>Where the container finds the services that it calls: one variable each.</summary>
    public static V1Container Calls(this V1Container self, params IEnumerable<(string Variable, Endpoint Service)> services) =>
        self.WithEnv([.. self.Env ?? [], .. services.Select(s => new V1EnvVar { Name = s.Variable, Value = s.Service.Address })]);

    public static V1Container WithoutProfiler(this V1Container self) => self.AddEnv("DISABLE_PROFILER", "1");

    private static V1Probe Grpc(int port, Func<V1Probe, V1Probe>? configure) =>
        configure is null ? new V1Probe().WithGrpc(port) : configure(new V1Probe().WithGrpc(port));
}
