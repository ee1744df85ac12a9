namespace K8sSharpManifests.Analyzers.Tests;

public sealed class PullPolicyFixTests
{
    [Theory]
    [InlineData("c => c.WithImagePullPolicy(\"IfNotPresent\")", "c => c.WithImagePullPolicy(ImagePullPolicy.Always)")]
    [InlineData("c => c.WithImagePullPolicy(ImagePullPolicy.IfNotPresent).AddEnv(\"A\", \"b\")", "c => c.WithImagePullPolicy(ImagePullPolicy.Always).AddEnv(\"A\", \"b\")")]
    [InlineData("c => c.WithImagePullPolicy(Policy)", "c => c.WithImagePullPolicy(ImagePullPolicy.Always)")]
    [InlineData("c => c.WithImagePullPolicy(Readonly)", "c => c.WithImagePullPolicy(ImagePullPolicy.Always)")]
    public Task PolicyInAChain_IsReplaced(string before, string after)
    {
        string Code(string image, string configure) => Verify.Shop($"""
            [Manifest]
            public static V1Pod Web => K8s.Pod("web").AddContainer("web", {image}, {configure});

            private const string Policy = "IfNotPresent";
            private static readonly string Readonly = "IfNotPresent";
            """);
        return Verify.Fix(Code("""{|K8S106:"nginx:latest"|}""", before), Code("\"nginx:latest\"", after), "Set imagePullPolicy to Always");
    }

    [Theory]
    [InlineData("", ", c => c.WithImagePullPolicy(ImagePullPolicy.Always)")]
    [InlineData(", c => c", ", c => c.WithImagePullPolicy(ImagePullPolicy.Always)")]
    [InlineData(", web => web.AddEnv(\"A\", \"b\")", ", web => web.AddEnv(\"A\", \"b\").WithImagePullPolicy(ImagePullPolicy.Always)")]
    [InlineData(", c => { return c.AddPort(80); }", ", c => { return c.AddPort(80).WithImagePullPolicy(ImagePullPolicy.Always); }")]
    [InlineData(
        """
        , c => c
                    .AddPort(80)
                    .AddEnv("A", "b")
        """,
        """
        , c => c
                    .AddPort(80)
                    .AddEnv("A", "b")
                    .WithImagePullPolicy(ImagePullPolicy.Always)
        """)]
    public Task DefaultPolicy_IsOverriddenInTheContainersChain(string before, string after)
    {
        string Code(string image, string configure) => Verify.Shop($$"""
            [Manifest]
            public static V1Deployment Web => K8s.Deployment("web")
                .WithDefaultImagePullPolicy(ImagePullPolicy.IfNotPresent)
                .AddContainer("web", {{image}}{{configure}})
                .AddContainer("other", "nginx:1.27");
            """);
        return Verify.Fix(Code("""{|K8S106:"nginx:latest"|}""", before), Code("\"nginx:latest\"", after));
    }

    [Fact]
    public Task PolicyInAnInitializer_IsReplacedInItsStyle() => Verify.Fix(
        Verify.Shop("""
            [Manifest]
            public static V1Pod Web => new()
            {
                Metadata = new() { Name = "web" },
                Spec = new()
                {
                    Containers =
                    [
                        new() { Name = "a", Image = {|K8S106:"nginx"|}, ImagePullPolicy = "IfNotPresent" },
                        new() { Name = "b", Image = {|K8S106:"nginx"|}, ImagePullPolicy = ImagePullPolicy.IfNotPresent },
                        new() { Name = "c", Image = {|K8S106:"nginx"|}, ImagePullPolicy = Policy },
                    ],
                },
            };
            private static readonly string Policy = "IfNotPresent";
            """),
        Verify.Shop("""
            [Manifest]
            public static V1Pod Web => new()
            {
                Metadata = new() { Name = "web" },
                Spec = new()
                {
                    Containers =
                    [
                        new() { Name = "a", Image = "nginx", ImagePullPolicy = "Always" },
                        new() { Name = "b", Image = "nginx", ImagePullPolicy = ImagePullPolicy.Always },
                        new() { Name = "c", Image = "nginx", ImagePullPolicy = ImagePullPolicy.Always },
                    ],
                },
            };
            private static readonly string Policy = "IfNotPresent";
            """));

    [Fact]
    public Task DefaultPolicy_IsOverriddenInTheInitializer() => Verify.Fix(
        Verify.Shop("""
            [Manifest]
            public static V1Pod Web => K8s.Pod("web")
                .WithDefaultImagePullPolicy(ImagePullPolicy.IfNotPresent)
                .AddContainer(new V1Container { Name = "a", Image = {|K8S106:"nginx"|} })
                .AddContainer(new V1Container
                {
                    Name = "b",
                    Image = {|K8S106:"nginx"|}, // the newest
                })
                .AddContainer(new V1Container
                {
                    Name = "c",
                    Image = {|K8S106:"nginx"|} // the newest
                })
                .AddContainer(new V1Container { Name = "d", Image = {|K8S106:"nginx"|} }.AddPort(80));
            """),
        Verify.Shop("""
            [Manifest]
            public static V1Pod Web => K8s.Pod("web")
                .WithDefaultImagePullPolicy(ImagePullPolicy.IfNotPresent)
                .AddContainer(new V1Container { Name = "a", Image = "nginx", ImagePullPolicy = "Always" })
                .AddContainer(new V1Container
                {
                    Name = "b",
                    Image = "nginx", // the newest
                    ImagePullPolicy = "Always",
                })
                .AddContainer(new V1Container
                {
                    Name = "c",
                    Image = "nginx", // the newest
                    ImagePullPolicy = "Always"
                })
                .AddContainer(new V1Container { Name = "d", Image = "nginx" }.AddPort(80).WithImagePullPolicy(ImagePullPolicy.Always));
            """));

    [Fact]
    public Task ConstantOutOfScope_IsWrittenAsText() => Verify.Fix(
        ["""
        using k8s.Models;
        public static class Shop
        {
            public static V1Container Web => new() { Name = "web", Image = {|K8S106:"nginx"|}, ImagePullPolicy = K8sSharpManifests.ImagePullPolicy.IfNotPresent };
        }
        """],
        ["""
        using k8s.Models;
        public static class Shop
        {
            public static V1Container Web => new() { Name = "web", Image = "nginx", ImagePullPolicy = "Always" };
        }
        """],
        usings: "");

    [Fact]
    public Task TwoDocuments_AreFixedAtOnce()
    {
        string Code(string name, string image, string policy) => $$"""
            public static class {{name}}
            {
                [Manifest]
                public static V1Deployment First => K8s.Deployment("{{name}}-1")
                    .AddContainer("a", {{image}}, c => c.WithImagePullPolicy({{policy}}))
                    .AddContainer("b", {{image}}, c => c.WithImagePullPolicy({{policy}}));

                public static V1Container Second => new() { Name = "c", Image = {{image}}, ImagePullPolicy = {{policy}} };
            }
            """;
        const string Bad = """{|K8S106:"nginx"|}""";
        return Verify.Fix(
            [Code("A", Bad, "ImagePullPolicy.IfNotPresent"), Code("B", Bad, "ImagePullPolicy.IfNotPresent")],
            [Code("A", "\"nginx\"", "ImagePullPolicy.Always"), Code("B", "\"nginx\"", "ImagePullPolicy.Always")]);
    }

    [Fact]
    public Task ArgumentOfAHelper_IsReplaced()
    {
        string Code(string image, string policy) => Verify.Shop($"""
            [Manifest]
            public static V1Pod Web => Pod({image}, "{policy}");

            private static V1Pod Pod(string image, string policy) =>
                K8s.Pod("web").AddContainer("web", image, c => c.WithImagePullPolicy(policy));
            """);
        return Verify.Fix(Code("""{|K8S106:"nginx"|}""", "IfNotPresent"), Code("\"nginx\"", "Always"));
    }

    [Theory]
    [InlineData("Configure")]
    [InlineData("c => true ? c : c")]
    public Task PlaceThatCannotBeWrittenSafely_IsLeftAlone(string configure) => Verify.NoFix(Verify.Shop($$"""
        [Manifest]
        public static V1Pod Web => K8s.Pod("web")
            .WithDefaultImagePullPolicy(ImagePullPolicy.IfNotPresent)
            .AddContainer("web", {|K8S106:"ngi" + "nx"|}, {{configure}});

        private static V1Container Configure(V1Container c) => c.AddPort(80);
        """));
}
