namespace K8sSharpManifests.StaticEvaluation.Tests.Proofs;

/// <summary>The DSL's short forms, of which the compiler knows everything.</summary>
internal static class KnownShortForms
{
    private const string Others = """
        private static V1Deployment Web => K8s.Deployment("web").WithNamespace("shop").AddContainer("web", "web:1", c => c.AddPort(8080, "http"));
        private static V1StatefulSet Db => K8s.StatefulSet("db").AddContainer("db", "db:1");
        private static readonly V1Secret Secret = K8s.Secret("db");
        private static readonly V1ConfigMap Settings = K8s.ConfigMap("settings");
        private static readonly V1ServiceAccount Account = K8s.ServiceAccount("web").WithNamespace("shop");

        """;

    public static readonly ProofProgram[] All =
    [
        Pod("numbers and booleans in the environment", """.AddEnv("A", 1).AddEnv("B", -5_000_000_000).AddEnv("C", true).AddEnv("D", false)"""),
        Pod("variables from objects", """.AddEnvFromSecret("A", Secret, "key").AddEnvFromConfigMap("B", Settings, "key", optional: true).AddAllEnvFromSecret(Secret).AddAllEnvFromConfigMap(Settings, prefix: "X_")"""),
        Pod("sleep before the stop", ".SleepBeforeStop(10).SleepBeforeStop(5)"),
        Object("mounts of objects", """K8s.Pod("p").AddContainer("a", "a:1").MountConfigMap(Settings, "/a").MountSecret(Secret, "/b").MountClaim(K8s.PersistentVolumeClaim("c", "1Gi"), "/c", subPath: "x")"""),
        Object("one file of a volume", """K8s.Pod("p").AddContainer("a", "a:1").AddContainer("b", "b:1").MountConfigMap("s", "/app/a.json", subPath: "a.json").MountConfigMap("s", "/app/b.json", container: "b", subPath: "b.json")"""),
        Object("keys and mode of a volume", """K8s.Pod("p").AddContainer("a", "a:1").MountSecret("s", "/s", items: [new() { Key = "k", Path = "p" }], defaultMode: "0400")"""),
        Object("volume that is shared", """K8s.Pod("p").AddContainer("a", "a:1").AddContainer("b", "b:1").MountEmptyDir("tmp", "/a", container: "a").MountEmptyDir("tmp", "/b", container: "b")"""),
        Object("secrets and accounts of a pod", """Web.AddImagePullSecret(Secret).WithServiceAccount(Account)"""),
        Object("secrets of a service account", """Account.AddImagePullSecret("a").AddImagePullSecret(Secret)"""),
        Object("capabilities and hosts", """K8s.Pod("p").AddContainer("a", "a:1", c => c.DropCapabilities("ALL").DropCapabilities("NET_RAW").AddCapability("SYS_TIME")).AddHostAlias("10.0.0.1", "db", "db.acme.io")"""),
        Object("autoscaler", """Web.Autoscale(2, 10).OnCpu(70).OnMemory(80).OnPods("requests", 100).OnPods("latency", "500m")"""),
        Object("autoscaler of a stateful set", "Db.Autoscale(1, 3).OnCpu(50)"),
        Object("autoscaler of a replica set", """K8s.ReplicaSet("r").Autoscale(1, 3)"""),
        Object("disruption budget", "Web.Budget(minAvailable: 1)"),
        Object("disruption budget in percent", """Db.Budget(maxUnavailable: "50%")"""),
        Object("disruption budget of a replica set", """K8s.ReplicaSet("r").Budget(1)"""),
        Object("pods that are spread", "Web.SpreadOver(TopologyKey.Hostname, TopologyKey.Zone)"),
        Object("ingress to a service", """K8s.Ingress("i").AddRule("a.b", "/", Web.Expose(80, "http")).AddRule(null, "/x", K8s.Service("x").AddPort(81)).AddRule(null, "/y", Web.Expose(80), 90).AddTls(Secret, "a.b")"""),
        Object("role binding", """K8s.RoleBinding("r", K8s.Role("r").WithNamespace("n"), Account)"""),
        Object("role binding of names", """K8s.RoleBinding("r", "r", "a")"""),
        Object("role binding to a cluster role", """K8s.RoleBinding("r", K8s.ClusterRole("r"), Account).AddSubject(K8s.ServiceAccount("b"))"""),
        Object("cluster role binding", """K8s.ClusterRoleBinding("r", K8s.ClusterRole("r"), Account).AddSubject(K8s.ServiceAccount("b"))"""),
        Object("policy of a workload", """Web.AllowFrom(K8s.Deployment("front"), 8080, "metrics").AllowFrom(K8s.Namespace("monitoring")).AllowTo(Db, 5432).AllowDns()"""),
        Object("policy of a stateful set, a daemon set and a pod", """Db.AllowFrom(Web.WithNamespace(null))"""),
        Object("policy of a workload that connects", """Web.AllowTo(Db, 5432).AllowTo("10.0.0.0/8", 443).AllowFrom("10.0.0.0/8")"""),
        Object("policy that denies all", """K8s.NetworkPolicy("n").DenyAll()"""),
        Object("policy of addresses", """K8s.NetworkPolicy("n").AddIngress(i => i.AddFrom("10.0.0.0/8")).AddEgress(e => e.AddTo("10.0.0.0/8"))"""),
        Object("rolling update", """Web.WithStrategy(s => s.WithRollingUpdate(maxSurge: 1, maxUnavailable: "25%"))"""),
        Object("rules of a role", """K8s.Role("r").AddRule(apiGroups: [""], resources: ["pods"], verbs: [Verb.Get, Verb.List], resourceNames: ["web"])"""),
        Object("rules of a cluster role", """K8s.ClusterRole("r").AddRule(["apps"], ["deployments"], ["get"])"""),
        Object("TLS secret", """K8s.TlsSecret("cert", "certificate", "key")"""),
        Object("default backend", """K8s.Ingress("i").WithDefaultBackend(Web.Expose(80, "http"))"""),
        Object("folder of the node", """K8s.DaemonSet("d").AddContainer("a", "a:1").MountHostPath("/var/log", "/logs", readOnly: true).MountHostPath("/", "/host").AddContainer("b", "b:1", c => c.AddVolumeMount("var-log", "/logs", readOnly: true))"""),
        Object("toleration", """Web.AddToleration("dedicated", "shop", TaintEffect.NoSchedule).AddToleration("any")"""),
        Object("policy by rules", """K8s.NetworkPolicy("n").AddIngress(i => i.AddPort(8080).AddPort("dns", Protocol.Udp).AddFrom(Web)).AddEgress(e => e.AddTo(K8s.Namespace("n")).AddPort(53))"""),
        Object("volume claim template", """Db.AddVolumeClaimTemplate("data", "10Gi", "/data").AddVolumeClaimTemplate("more", "1Gi", storageClass: "fast")"""),
        Object("restricted workload", """K8s.Deployment("d").AddContainer("a", "a:1").Restrict().AddContainer("b", "b:1", c => c.AddCapability("NET_ADMIN")).AddInitContainer("i", "i:1", c => c.Restrict(writableRoot: true))"""),
        Object("restricted workload that writes", """K8s.CronJob("d", "@daily").Restrict(writableRoot: true).AddContainer("a", "a:1", c => c.WithSecurityContext(s => s.WithPrivileged(true)))"""),
        Object("step under a condition", """Web.When(true, d => d.WithReplicas(3)).When(false, d => d.WithReplicas(5))"""),
    ];

    private static ProofProgram Object(string name, string value) => new(name, $"{Others}[Manifest] public static IKubernetesObject A => {value};");

    private static ProofProgram Pod(string name, string calls) => Object(name, $"K8s.Pod(\"p\").AddContainer(\"a\", \"a:1\", c => c{calls})");
}
