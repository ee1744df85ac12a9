namespace K8sSharpManifests.Analyzers.Tests;

public sealed class OpennessTests
{
    [Theory]
    [InlineData("""c => c.WithImagePullPolicy(Environment.GetEnvironmentVariable("POLICY"))""", "\"nginx:latest\"")]
    [InlineData("c => c", "Environment.GetEnvironmentVariable(\"IMAGE\")!")]
    [InlineData("Unseen", "\"nginx:latest\"")]
    public Task UnknownValue_DoesNotTrigger(string configure, string image) => Verify.Findings(Verify.Shop($$"""
        [Manifest]
        public static V1Pod Web => K8s.Pod("web").AddContainer("web", {{image}}, {{configure}});
        """, """
        private static readonly Func<V1Container, V1Container> Unseen = Math.Min(1, 2) > 1 ? c => c : c => c.WithImagePullPolicy("Always");
        """));

    [Theory]
    [InlineData("context.Environment == \"dev\" ? {0} : null")]
    [InlineData("{{ if (context.Environment == \"dev\") {{ return {0}; }} return null; }}")]
    public Task ObjectThatMayBeAbsent_TriggersForWhatIsThere(string body) => Verify.Findings(Verify.Shop($$"""
        [Manifest]
        public static V1Pod? Debug(ManifestContext context) {{(body[0] == '{' ? "" : "=> ")}}{{string.Format(null, body, "K8s.Pod(\"debug\").AddContainer(\"c\", {|K8S106:\"nginx:latest\"|}, c => c.WithImagePullPolicy(\"IfNotPresent\"))")}}{{(body[0] == '{' ? "" : ";")}}
        """));

    [Fact]
    public Task ItemThatMayBeAbsent_TriggersForWhatIsThere() => Verify.Findings(Verify.Shop("""
        [Manifest]
        public static V1Pod?[] Debug(ManifestContext context) =>
            [null, context.Environment == "dev" ? K8s.Pod("debug").AddContainer("c", {|K8S106:"nginx:latest"|}, c => c.WithImagePullPolicy("IfNotPresent")) : null];
        """));

    public static TheoryData<string> Replaced =>
    [
        "var l = new List<V1Container> { new() { Name = \"c\", Image = \"ghcr.io/A/B:1\" } }; l[0] = new() { Name = \"c\", Image = \"ghcr.io/a/b:1\" };",
        "var l = new List<V1Container>(); l.Add(new() { Name = \"c\", Image = \"ghcr.io/A/B:1\" }); l.Clear(); l.Add(new() { Name = \"c\", Image = \"ghcr.io/a/b:1\" });",
        "var l = new List<V1Container> { new() { Name = \"a\", Image = \"ghcr.io/a/a:1\" } }; l.Insert(0, new() { Name = \"c\", Image = \"ghcr.io/A/B:1\" }); l.RemoveAt(0);",
        "var l = new V1Container[1]; l[0] = new() { Name = \"c\", Image = \"ghcr.io/A/B:1\" }; l[0].Image = l[0].Image.ToLowerInvariant();",
        "List<V1Container> l = [new() { Name = \"c\", Image = \"ghcr.io/A/B:1\" }]; l = [new() { Name = \"c\", Image = \"ghcr.io/a/b:1\" }];",
    ];

    // As a member, and where nobody knows what becomes of it.
    [Theory]
    [MemberData(nameof(Replaced))]
    public Task ItemThatIsReplaced_DoesNotTrigger(string list) => Verify.Findings(Verify.Shop(
        $$"""[Manifest] public static V1Pod A { get { {{list}} return new() { Metadata = new() { Name = "a" }, Spec = new() { Containers = l } }; } }""",
        $$"""public static IList<V1Container> B() { {{list}} return l; }"""));

    [Fact]
    public Task ItemThatStays_Triggers() => Verify.Findings(Verify.Shop(
        """[Manifest] public static V1Pod A { get { var l = new List<V1Container> { new() { Name = "c", Image = {|K8S102:"ghcr.io/A/B:1"|} } }; l.Add(new() { Name = "d", Image = {|K8S102:"ghcr.io/A/D:1"|} }); l[0] = l[0] with { Name = "e" }; return new() { Metadata = new() { Name = "a" }, Spec = new() { Containers = l } }; } }""",
        """public static IList<V1Container> B() { var l = new List<V1Container> { new() { Name = "c", Image = {|K8S102:"ghcr.io/A/B:1"|} } }; l.Add(new() { Name = "d", Image = {|K8S102:"ghcr.io/A/D:1"|} }); return l; }"""));

    [Fact]
    public Task UnfinishedRoot_TriggersForWhatIsThereOnly() => Verify.Findings(Verify.Shop("""
        public static V1Deployment Web(string name) => K8s.Deployment(name)
            .AddContainer("web", {|K8S106:"registry.acme.io/web"|}, c => c.WithImagePullPolicy("IfNotPresent"));
        """));

    [Fact]
    public Task LocalThatIsPassedOn_TriggersForWhatIsThereOnly() => Verify.Findings(Verify.Shop("""
        public static V1Pod Web()
        {
            var pod = new V1Pod
            {
                Spec = new() { Containers = [new() { Name = "web", Image = {|K8S106:"registry.acme.io/web"|}, ImagePullPolicy = "IfNotPresent" }] },
            };
            return Named(pod);
        }

        private static V1Pod Named(V1Pod pod) => pod.WithName("web");
        """));

    // The records have setters: whoever takes one may change it.
    [Fact]
    public Task LocalThatOtherCodeTakes_DoesNotTrigger() => Verify.Findings(Verify.Shop("""
        public static void Send(Action<V1Container> complete)
        {
            var container = new V1Container { Name = "web", Image = "nginx" };
            complete(container);
        }
        """));

    [Fact]
    public Task LocalThatChanges_DoesNotTrigger() => Verify.Findings(Verify.Shop("""
        [Manifest]
        public static V1Pod Web()
        {
            var container = new V1Container { Name = "web", Image = "nginx:latest", ImagePullPolicy = "IfNotPresent" };
            container.ImagePullPolicy = "Always";
            return K8s.Pod("web").AddContainer(container);
        }
        """));

    [Fact]
    public Task PartThatTheManifestCompletes_DoesNotTrigger() => Verify.Findings(Verify.Shop("""
        [Manifest]
        public static V1Pod Web()
        {
            var container = new V1Container { Name = "web", Image = "nginx:latest" };
            return K8s.Pod("web").AddContainer(container.WithImagePullPolicy("Always"));
        }
        """));

    [Fact]
    public Task PartThatAHelperElsewhereCompletes_DoesNotTrigger() => Verify.Findings(
        Verify.Shop("""
            [Manifest]
            public static V1Pod Web => K8s.Pod("web").AddContainer(Conventions.Usual(new V1Container { Name = "web", Image = "nginx:latest" }));

            [Manifest]
            public static V1Pod Other => K8s.Pod("other").AddContainer(Conventions.Ports(new V1Container { Name = "web", Image = {|K8S104:"nginx:latest"|} }));
            """),
        """
        internal static class Conventions
        {
            public static V1Container Usual(V1Container self) => self.WithImagePullPolicy(ImagePullPolicy.Always);

            public static V1Container Ports(V1Container self) => self.AddPort(80);
        }
        """);

    [Fact]
    public Task SentObject_IsFinished() => Verify.Findings(Verify.Shop("""
        public static System.Threading.Tasks.Task Create(IKubernetes cluster) => cluster.CoreV1.CreateNamespacedPodAsync(
            K8s.{|K8S112:Pod("web")|}.AddContainer("web", "registry.acme.io/web:1.4.2"), "shop");
        """));

    [Fact]
    public Task Pragma_Silences() => Verify.Findings(Verify.Shop("""
        [Manifest]
        public static V1Pod Web => K8s.Pod("web")
            .AddContainer("other", {|K8S105:"nginx"|})
        #pragma warning disable K8S105
            .AddContainer("web", "nginx");
        """));

    [Fact]
    public Task NoKubernetesModels_DoesNothing() => Verify.Findings("public sealed class V1Container { public string? Image { get; set; } }");
}
