using static OnlineBoutique.Conventions;

namespace OnlineBoutique;

/// <summary>Customers that are none: they keep the shop busy for demonstrations.</summary>
public static class LoadGenerator
{
    private const string Name = "loadgenerator";

    /// <summary>Waits until the frontend answers, so that the load generator does not start by failing.</summary>
    private const string WaitForFrontend = """
        MAX_RETRIES=12
        RETRY_INTERVAL=10
        for i in $(seq 1 $MAX_RETRIES); do
          echo "Attempt $i: Pinging frontend: ${FRONTEND_ADDR}..."
          STATUSCODE=$(wget --server-response http://${FRONTEND_ADDR} 2>&1 | awk '/^  HTTP/{print $2}')
          if [ $STATUSCODE -eq 200 ]; then
              echo "Frontend is reachable."
              exit 0
          fi
          echo "Error: Could not reach frontend - Status code: ${STATUSCODE}"
          sleep $RETRY_INTERVAL
        done
        echo "Failed to reach frontend after $MAX_RETRIES attempts."
        exit 1

        """;

    [Manifest]
    public static V1Deployment Generator => Workload(Name)
        .WithOwnAccount()
        .WithReplicas(1)
        .AddPodAnnotation("sidecar.istio.io/rewriteAppHTTPProbers", "true")
        .WithTerminationGracePeriodSeconds(5)
        .WithRestartPolicy(RestartPolicy.Always)
        .AddInitContainer("frontend-check", "busybox:1.38.0@sha256:fd8d9aa63ba2f0982b5304e1ee8d3b90a210bc1ffb5314d980eb6962f1a9715d", c => c
            .Restrict()
            .WithCommand("/bin/sh", "-exc", WaitForFrontend)
            .AddEnv("FRONTEND_ADDR", Endpoint.Frontend.Address))
        .AddContainer("main", Image(Name), c => c
            .Restrict()
            .AddEnv("FRONTEND_ADDR", Endpoint.Frontend.Address)
            .AddEnv("USERS", "10")
            .AddEnv("RATE", "1")
            .WithRequestsAndLimits("300m", "256Mi", "500m", "512Mi"));

    [Manifest]
    public static V1ServiceAccount ServiceAccount => Account(Name);
}
