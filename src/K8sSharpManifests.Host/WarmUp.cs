using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Emission;

namespace K8sSharpManifests.Host;

/// <summary>
/// Has the second core do what every run needs while the first one loads and runs the user's code: loads the models, and has the JIT compile what reads,
/// judges and writes the kinds that nearly every project has. Nothing depends on it.
/// </summary>
internal static class WarmUp
{
    /// <summary>Starts it. Assemblies must be resolved by now.</summary>
    public static void Start() => new Thread(Run) { IsBackground = true }.Start();

    private static void Run()
    {
        try
        {
            ReadJudgeAndWrite();
        }
        catch (Exception)
        {
            // Models that cannot be loaded: the run comes upon them as well, and says so.
        }
    }

    private static void ReadJudgeAndWrite()
    {
        var context = new JudgeContext();
        var writer = new YamlWriter();
        var deployment = K8s.Deployment("x")
            .WithNamespace("x")
            .AddLabel("x", "x")
            .WithReplicas(1)
            .AddContainer("x", "x:1", c => c
                .AddPort(1, "x")
                .AddEnv("x", "x")
                .AddEnvFromSecret("x", "x", "x")
                .WithRequests(cpu: "1", memory: "1Mi")
                .WithLimits(memory: "1Mi")
                .WithReadinessProbe(p => p.WithHttpGet("/", "x"))
                .Restrict())
            .MountConfigMap("x", "/x")
            .AddImagePullSecret("x");
        Warm(deployment);
        Warm(deployment.Expose(1, "x"));
        Warm(K8s.ConfigMap("x").AddData("x", "x"));
        Warm(K8s.Ingress("x").AddRule("x", "/", "x", "x"));
        Warm(K8s.HorizontalPodAutoscaler("x", 1, 2).AddMetric(m => m.WithResource(r => r.WithTarget(t => t))));
        Warm(K8s.ServiceAccount("x"));
        Warm(K8s.NetworkPolicy("x").AddIngress(i => i.AddFrom(f => f.WithPodSelector(s => s)).AddPort(p => p)));

        void Warm(k8s.IKubernetesObject value)
        {
            var root = ObjectReader.Read(value);
            ObjectIdentity.Of(root);
            Judge.Run(root, context);
            writer.Append(root);
        }
    }
}
