namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>Manifests as people write them: each is the value of a member of type IKubernetesObject.</summary>
internal static class Snippets
{
    /// <summary>What the snippets share.</summary>
    public const string Helpers = """
        private const string Registry = "registry.acme.io";
        private const int Port = 8080;
        private static readonly string[] Names = ["a", "b", "c"];
        private static readonly V1Container Sidecar = new V1Container { Name = "sidecar", Image = $"{Registry}/sidecar:1.0" }.AddPort(9000);
        private static string Team { get; } = "shop";
        private static V1Deployment Base => K8s.Deployment("base").AddContainer("web", Image("web"), c => c.AddPort(Port, "http"));
        private static string Image(string name, string tag = "1.4.2") => $"{Registry}/{name}:{tag}";
        private static V1Container Limited(this V1Container self, string cpu = "100m", string? memory = null) =>
            memory is null ? self.WithLimits(cpu) : self.WithLimits(cpu, memory);
        private static V1Deployment Configured(this V1Deployment self, Func<V1Container, V1Container> configure) => self.AddContainer("x", "y:1", configure);
        private static V1Container Many(params IEnumerable<string> args) => new() { Name = "many", Args = [.. args, "last"] };
        private static V1Pod Statements(string name, bool isPrivate)
        {
            var labels = new Dictionary<string, string> { ["team"] = Team };
            var pod = K8s.Pod(name).WithLabels(labels).AddContainer("a", "b:1");
            if (isPrivate)
            {
                return pod.AddImagePullSecret("regcred");
            }

            string Suffix(string text) => text + "-suffix";
            return pod.AddLabel("extra", Suffix(name));
        }

        private sealed record Service(string Name, int Port, params string[] Hosts)
        {
            public string Address => $"{Name}:{Port}";
            public string Scheme { get; init; } = "http";
            public static readonly Service Db = new("db", 5432, "one", "two") { Scheme = "tcp" };
        }

        private sealed class Odd(string name)
        {
            private string? _text;
            public string Raised { get => field + "!"; init; } = "none";
            public string? Trimmed { get => _text; init => _text = value?.Trim(); }
            public string Name { get; } = name;
            public string Twice => name + name;
        }

        private static T Tag<T>(this T self, string tag = "t") where T : class, IMetadata<V1ObjectMeta> => self.AddLabel("tag", tag);
        private static IEnumerable<string> Generated() { yield return "a"; if (Port > 1) { yield return "b"; } if (Port > 9000) { yield break; } foreach (var n in Names) { yield return n + n; } }
        private static V1PodSpec Maybe(V1PodSpec spec, bool always) => always ? spec.WithDefaultImagePullPolicy("Always") : spec;
        private static bool Sometimes => Environment.TickCount64 > -1;
        private static string Block { get { var half = Port / 2; return $"{half}"; } }
        private static V1Container Count(V1Container c, int n) { var next = c.AddArg($"{n}"); return n == 0 ? next : Count(next, n - 1); }
        private readonly record struct Range(int From, int To = 10) { public int Length => To - From; }

        extension(V1Pod pod)
        {
            public V1Pod Extended(string name) => pod.AddLabel("extended", name);
        }

        private static readonly Dictionary<string, string> Settings = new() { ["A"] = "1", ["B"] = Registry };
        """;

    public static readonly string[] All =
    [
        """new V1Pod()""",
        """new V1Pod { Metadata = new() { Name = "a", Labels = new Dictionary<string, string> { ["x"] = "y" } } }""",
        """new V1Pod { ApiVersion = "v1", Kind = "Pod", Spec = new() { Containers = [new() { Name = "a", Image = "b" }] } }""",
        """new V1Pod { Spec = new V1PodSpec { Containers = new List<V1Container> { new() { Name = "a", Ports = new[] { new V1ContainerPort { ContainerPort = Port } } } } } }""",
        """new V1Service { Spec = new() { Ports = [new() { Port = 80, TargetPort = "http" }, new() { Port = 0, TargetPort = 8080 }, new() { TargetPort = "8080" }] } }""",
        """new V1Pod { Spec = new() { Volumes = [new() { Name = "a", Iscsi = new() { TargetPortal = "x" } }] } }""",
        """new V1Pod { Status = new() { Phase = "x" }, Metadata = new() { Uid = "u", Name = "n" } }""",
        """new V1CustomResourceDefinition { Spec = new() { Versions = [new() { Name = "v1" }] } }""",
        """K8s.Pod("a") with { Metadata = new() { Name = "b" } }""",
        """K8s.Deployment("web").WithReplicas(0).AddContainer("a", "b:1", c => c.WithRequests("0.5", "1024Mi").WithLimits(cpu: "2000m"))""",
        """K8s.Deployment("web").AddContainer(new V1Container { Name = "a" }).AddContainer(Sidecar).AddContainer(c => c.WithName("c"))""",
        """K8s.Deployment("web").WithDefaultImagePullPolicy(ImagePullPolicy.Always).AddContainer("a", "b:1").AddInitContainer("c", "d:1")""",
        """Base.AddLabel("team", Team).WithNamespace("prod")""",
        """Base.WithName(Team + "-" + nameof(Snippets).ToLowerInvariant() + Port)""",
        """K8s.Deployment("web").Configured(c => c.Limited().WithImagePullPolicy("Never"))""",
        """K8s.Deployment("web").Configured(c => c.Limited("1", memory: "1Gi"))""",
        """K8s.Pod("p").AddContainer(Many("a", "b")).AddContainer(Many())""",
        """K8s.Pod("p").AddContainer(Many(Names)).AddContainer("x", Image("x", tag: "2"))""",
        """K8s.Pod("p").AddContainer("a", "b:1", c => c.WithEnv(Names.Select(n => new V1EnvVar { Name = n, Value = n + "!" })))""",
        """K8s.Pod("p").AddContainer("a", "b:1", c => c.WithArgs(Names.Where(n => n != "b").Concat(["z"])))""",
        """Names.Aggregate(K8s.Pod("p"), (pod, name) => pod.AddContainer(name, Image(name)))""",
        """K8s.Pod("p").AddContainer("a", "b:1").AddContainer("c", "d:1").MountSecret("s", "/s", container: "c").MountEmptyDir("tmp", "/tmp")""",
        """K8s.StatefulSet("db").AddContainer("a", "b:1").MountClaim("data", "/data").AddVolumeClaimTemplate(K8s.PersistentVolumeClaim("data", "10Gi"))""",
        """Base.Expose(80, Port)""",
        """Base.Expose(80, "http", type: ServiceType.LoadBalancer)""",
        """K8s.Pod("p").RunAs(1000, 2000).RunAs(0).Restrict()""",
        """K8s.Pod("p").AddContainer("a", "b:1", c => c.AddCapability("NET_ADMIN").Restrict(writableRoot: true))""",
        """K8s.Ingress("i").AddRule("a.example", "/", "web", 80).AddRule(null, "/x", "web", "http").AddTls("cert", "a.example")""",
        """K8s.CronJob("c", "0 3 * * *").AddContainer("a", "b:1").WithRestartPolicy("Never").AddPodLabel("x", "y")""",
        """K8s.RoleBinding("r", "role", "account", "ns")""",
        """K8s.HorizontalPodAutoscaler("web", 1, 5)""",
        """K8s.ConfigMap("c").AddData("a", "b").WithData(Settings).AddData("C", "3")""",
        """K8s.ConfigMap("c").WithData(Settings.ToDictionary(s => s.Key.ToLowerInvariant(), s => s.Value))""",
        """K8s.ConfigMap("c").WithData(Names.Select((name, index) => KeyValuePair.Create(name, $"{index}")))""",
        """K8s.Secret("s").AddStringData("password", Environment.MachineName)""",
        """K8s.RegistrySecret("s", "registry", "user", "password")""",
        """K8s.RegistrySecret("s", ("registry", "user", "password"), ("other", "user", "password"))""",
        """Statements("p", isPrivate: true)""",
        """Statements("p", isPrivate: false)""",
        """K8s.Pod("p").AddContainer("a", "b:1", c => c.AddEnv("DB", Service.Db.Address).AddEnv("S", Service.Db.Scheme).WithArgs(Service.Db.Hosts).AddEnv("T", (Service.Db with { Name = "x" }).Name))""",
        """K8s.Pod(Port == 8080 ? "yes" : "no").WithNamespace(Environment.TickCount > int.MinValue ? "same" : "same")""",
        """Environment.TickCount > int.MinValue ? K8s.Pod("p").AddLabel("a", "b") : K8s.Pod("p").AddLabel("a", "c")""",
        """K8s.Pod("p").WithNamespace(Team switch { "shop" => "first", _ => "other" })""",
        """K8s.Pod("p").AddContainer("a", "b:1", c => c.WithReadinessProbe(p => p.WithHttpGet("/", "http").AddHttpHeader("a", "b")).WithLivenessProbe(p => p.WithTcpSocket(80)).WithStartupProbe(p => p.WithExec("a", "b")))""",
        """K8s.Pod("p").AddContainer("a", "b:1", c => { var port = Port + 1; return c.AddPort(port); })""",
        """K8s.Pod("p").AddContainer("a", "b:1", c => { c.Image = "changed:2"; return c; })""",
        """new V1Pod { Metadata = new() { Annotations = new Dictionary<string, string> { { "a", "b" }, { "c", $"{Names.Length}-{Names[1]}" } } } }""",
        """K8s.Pod("p").WithActiveDeadlineSeconds((long?)null ?? 5).WithPriority(-3).AddLabel("negative", $"{-3}")""",
        """K8s.Pod("p").AddLabel("a", new Odd("n") { Raised = "r" }.Raised).AddLabel("b", new Odd("n") { Trimmed = " t " }.Trimmed!).AddLabel("c", new Odd("n").Name).AddLabel("d", new Odd("n").Twice).AddLabel("e", new Odd("n").Raised)""",
        """K8s.Pod("p").Extended("x").AddLabel("after", "y")""",
        """K8s.Pod("p").AddContainer("a", "b:1", c => c.WithArgs(from n in Names where n != "a" select n + "?"))""",
        """K8s.Pod("p").AddLabel("a", "b").WithLabels(null).AddLabel("c", "d")""",
        """K8s.Pod("p").AddContainer(Sidecar with { Name = "x" }).AddContainer(Sidecar)""",
        """K8s.Deployment("d").WithDefaultImagePullPolicy("Always").WithPodSpec(s => new V1PodSpec()).AddContainer("a", "b:1")""",
        """K8s.Deployment("d").WithPodSpec(s => Maybe(s, Sometimes)).AddContainer("a", "b:1")""",
        """K8s.Deployment("d").WithPodSpec(s => Maybe(s, true) with { HostNetwork = true }).AddContainer("a", "b:1").AddInitContainer(c => c)""",
        """K8s.Pod("p").AddContainer(Names.Select(n => (Func<V1Container, V1Container>)(c => c.AddArg(n))).Aggregate(new V1Container(), (c, f) => f(c)))""",
        """K8s.Pod("p").AddContainer(Count(new V1Container { Name = "c" }, 4))""",
        """K8s.Pod("p").Tag().AddLabel("n", $"{Port / 3 * 7 % 5}").AddLabel("m", Block).AddLabel("o", new Range(3).Length.ToString()).AddLabel("é", "\u00e9\n" + @"\" + 'c')""",
        """new V1Service { Spec = new() { Ports = [new() { TargetPort = "0080" }, new() { TargetPort = "-3" }, new() { TargetPort = "+5" }, new() { TargetPort = 5L }, new() { TargetPort = "" }, new() { TargetPort = "99999999999" }] } }""",
        """new V1Pod { Spec = new() { Overhead = new Dictionary<string, ResourceQuantity> { ["a"] = "1e3", ["b"] = "0.1", ["c"] = "1.5Gi", ["d"] = "1000000000n", ["e"] = new ResourceQuantity("12E6"), ["f"] = "0" } } }""",
        """Base with { Metadata = Base.Metadata with { Name = "z" }, Spec = Base.Spec with { Replicas = Base.Spec.Replicas ?? 7 } }""",
        """K8s.Pod("p").AddContainer("a", "b:1", c => c.WithArgs(Generated()).WithCommand([.. Generated(), "x"]))""",
        """K8s.Pod("p").AddContainer("a", "b:1", c => { string Local(int i) { var doubled = i * 2; return $"{Port + doubled}"; } return c.AddArg(Local(1)).AddArg(Local(2)); })""",
        """K8s.ConfigMap("c").WithData([.. Settings, KeyValuePair.Create("Z", "z"), new("Y", "y")]).WithBinaryData(new Dictionary<string, byte[]> { ["x"] = [1, 2] })""",
        """new V1CustomResourceDefinition { Spec = new() { Versions = [new() { Served = true, Schema = new() { OpenAPIV3Schema = new() { DefaultProperty = "x", Example = 5, Maximum = 1.5, Items = new V1JSONSchemaProps { Type = "string" }, EnumProperty = ["a", 1, true] } } }] } }""",
        """K8s.Pod("p").WithNamespace((Port, Team) is (8080, "shop") ? "tuple" : "none").AddLabel("x", Team is { Length: > 3 and < 9 } t ? t : "short")""",
        """K8s.Pod("p").WithNamespace(Sometimes ? null : "x").AddLabel("x", Settings.ContainsKey("A") ? Settings["A"] : "-")""",
        """K8s.Pod("p").AddContainer("a", "b:1", c => Sometimes ? c.AddArg("x") : c).AddContainer("b", "b:1", c => Sometimes ? c.WithImage("y") : c.WithTty(true))""",
        """new List<V1Pod> { K8s.Pod("a"), K8s.Pod("b") }[1]""",
        """K8s.Pod("p").WithOwnerReferences(new V1OwnerReference { Name = "o", Controller = Sometimes || true }).AddFinalizers("f", "g").AddOwnerReferences([new V1OwnerReference { Name = "q" }])""",
        """K8s.Job("j").AddContainer("a", "b:1", configure: static c => c with { Args = c.Args ?? ["none"], Env = c.Env?.ToList() })""",
        """K8s.Pod("p").AddContainer("a", "b:1", c => { var x = c; x ??= new(); return x; }).AddLabel(Names[0] + Names[^1], string.Join('-', Names))""",
        """new V1Pod { Metadata = new(), Spec = new() { Containers = [], Volumes = [new() { EmptyDir = new() }], Tolerations = [], NodeSelector = new Dictionary<string, string>(), SecurityContext = new() } }""",
        """K8s.Pod("p").AddContainer("a", "b:1", c => c.WithArgs().WithEnv([]).WithResources(new() { Limits = new Dictionary<string, ResourceQuantity>() }))""",
        """K8s.ConfigMap("c").WithData(new Dictionary<string, string> { ["a"] = null!, ["b"] = "c" }).WithFinalizers("x", null!)""",
        """new V1NetworkPolicy { Spec = new() { PodSelector = new() { MatchLabels = new Dictionary<string, string>() }, Ingress = [new() { FromProperty = [] }], Egress = [] } }""",
        """new V1CustomResourceDefinition { Spec = new() { Versions = [new() { Schema = new() { OpenAPIV3Schema = new() { EnumProperty = ["a", null!], Required = [], Properties = new Dictionary<string, V1JSONSchemaProps>(), Items = new V1JSONSchemaProps() } } }] } }""",
        """K8s.Deployment("d").WithStrategy(new V1DeploymentStrategy()).WithStrategy(new V1DeploymentStrategy())""",
        """K8s.Deployment("d").WithStrategy(new V1DeploymentStrategy { RollingUpdate = new() { MaxSurge = "25%", MaxUnavailable = 0 } })""",
    ];
}
