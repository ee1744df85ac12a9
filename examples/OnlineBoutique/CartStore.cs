using static OnlineBoutique.Conventions;

namespace OnlineBoutique;

/// <summary>The Redis that holds the carts: in memory, gone with the pod.</summary>
public static class CartStore
{
    [Manifest]
    public static V1Deployment Redis => Workload(Endpoint.Redis.Name)
        .AddContainer("redis", "redis:alpine", c => c
            .Restrict()
            .AddPort(Endpoint.Redis.Port)
            .WithReadinessProbe(TcpEveryFiveSeconds)
            .WithLivenessProbe(TcpEveryFiveSeconds)
            .WithRequestsAndLimits("70m", "200Mi", "125m", "256Mi"))
        .MountEmptyDir("redis-data", "/data");

    [Manifest]
    public static V1Service RedisService => Redis.InCluster(Endpoint.Redis.Port, Endpoint.Redis.Port, "tcp-redis");

    private static V1Probe TcpEveryFiveSeconds => new V1Probe().WithTcpSocket(Endpoint.Redis.Port).WithPeriodSeconds(5);
}
