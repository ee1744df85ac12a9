namespace K8sSharpManifests.Analyzers.Tests;

/// <summary>Fixes where a part of the object comes from elsewhere: only the call can be extended.</summary>
public sealed class HelperFixTests
{
    // The helpers' own file is not what is tested.
    private const string Helpers = """
        #pragma warning disable K8S106
        internal static class Parts
        {
            public static V1Container Web() => new() { Name = "web", Image = "nginx:latest", ImagePullPolicy = "IfNotPresent" };

            public static V1Container Property => Web();

            public static V1Pod Pod() => K8s.Pod("web").AddContainer("web", "registry.acme.io/web:1.4.2");

            public static V1Deployment AddWeb(this V1Deployment self) => self.AddContainer(Web());
        }
        """;

    [Theory]
    [InlineData("K8s.Pod(\"web\").AddContainer(Parts.{|K8S106:Web()|})", "K8s.Pod(\"web\").AddContainer(Parts.Web().WithImagePullPolicy(ImagePullPolicy.Always))")]
    [InlineData("K8s.Pod(\"web\").AddContainer(Parts.{|K8S106:Property|})", "K8s.Pod(\"web\").AddContainer(Parts.Property.WithImagePullPolicy(ImagePullPolicy.Always))")]
    [InlineData("K8s.Pod(\"web\").AddContainer(Parts.{|K8S106:Web()|}.AddPort(80))", "K8s.Pod(\"web\").AddContainer(Parts.Web().AddPort(80).WithImagePullPolicy(ImagePullPolicy.Always))")]
    public Task ContainerFromAnotherFile_IsChangedAtTheCall(string before, string after) => Fix("V1Pod", before, after);

    [Fact]
    public Task PodFromAnotherFile_GetsItsSecretAtTheCall() =>
        Fix("V1Pod", "Parts.{|K8S112:Pod()|}", "Parts.Pod().AddImagePullSecret(\"regcred\")", isSafe: false);

    [Fact]
    public Task PodOfASharedHelper_GetsItsSecretAtTheCall()
    {
        static string Code(string call) => Verify.Shop($"[Manifest] public static V1Pod Web => {call};", """private static V1Pod Make() => K8s.Pod("web").AddContainer("web", "registry.acme.io/web:1.4.2");""");
        return Verify.Fix([Code("{|K8S112:Make()|}")], [Code("Make().AddImagePullSecret(\"regcred\")")], isSafe: false);
    }

    [Fact]
    public Task WorkloadWithAContainerFromAnotherFile_IsLeftAlone()
    {
        const string Code = "K8s.Deployment(\"web\").{|K8S106:AddWeb()|}";
        return Fix("V1Deployment", Code, Code);
    }

    [Theory]
    [InlineData("\"nginx:latest\"", "c => Usual(c.AddPort(80))", "c => Usual(c.AddPort(80)).WithImagePullPolicy(ImagePullPolicy.Always)")]
    [InlineData("image: \"nginx:latest\"", "configure: c => c", "configure: c => c.WithImagePullPolicy(ImagePullPolicy.Always)")]
    [InlineData("\"nginx:latest\"", "static (c) => new V1Container { Name = \"a\", Image = c.Image }", "static (c) => new V1Container { Name = \"a\", Image = c.Image, ImagePullPolicy = \"Always\" }")]
    public Task LambdaThatCallsAHelper_IsExtendedAtItsEnd(string image, string before, string after)
    {
        string Code(string value, string configure) => Verify.Shop($"""
            [Manifest]
            public static V1Pod Web => K8s.Pod("web").WithDefaultImagePullPolicy("IfNotPresent").AddContainer("web", {value}, {configure});

            private static V1Container Usual(V1Container c) => c.AddEnv("A", "b");
            """);
        var marked = image.Replace("\"nginx:latest\"", "{|K8S106:\"nginx:latest\"|}", StringComparison.Ordinal);
        return Verify.Fix(Code(marked, before), Code(image, after));
    }

    [Fact]
    public Task LineBreaksOfWindows_StayWhatTheyAre()
    {
        string Code(string image, string call) => Verify.Shop($$"""
            [Manifest]
            public static V1Pod Web => K8s.Pod("web")
                .WithDefaultImagePullPolicy("IfNotPresent")
                .AddContainer("web", {{image}}, c => c
                    .AddPort(80){{call}});
            """).ReplaceLineEndings("\r\n");
        return Verify.Fix(
            Code("{|K8S106:\"nginx\"|}", ""),
            Code("\"nginx\"", "\n        .WithImagePullPolicy(ImagePullPolicy.Always)"));
    }

    private static Task Fix(string type, string before, string after, bool isSafe = true) => Verify.Fix(
        [Code(type, before), Helpers], [Code(type, after), Helpers], isSafe: isSafe);

    private static string Code(string type, string expression) => Verify.Shop($"[Manifest] public static {type} Web => {expression};");
}
