namespace K8sSharpManifests.Analyzers.Tests;

/// <summary>What the rules find in objects without a type, in patched ones and in those of one's own classes, at its place.</summary>
public sealed class ObjectsWithoutTypesTests
{
    private const string Widget = """
        public class Widget : IKubernetesObject<V1ObjectMeta>
        {
            public string ApiVersion { get; set; } = "example.com/v1";
            public string Kind { get; set; } = "Widget";
            public V1ObjectMeta Metadata { get; set; } = new();
            public V1PodTemplateSpec? Template { get; set; }
        }
        """;

    [Fact]
    public Task PodTemplateInADictionary_IsJudged() => Verify.Findings(Verify.Shop("""
        [Manifest]
        public static UntypedObject Widget => K8s.Object("example.com/v1", "Widget", "w").WithSpec(new Dictionary<string, object>
        {
            ["template"] = new V1PodTemplateSpec { Spec = new() { Containers = [new() { Name = "web", Image = {|K8S102:"ghcr.io/acme/Web:1"|} }] } },
        });
        """));

    [Fact]
    public Task PodTemplateInAClassOfOnesOwn_IsJudged() => Verify.Findings(Verify.Shop("""
        [Manifest]
        public static Widget Value => new() { Metadata = new() { Name = "w" }, Template = new() { Spec = new() { Containers = [new() { Name = "web", Image = {|K8S102:"ghcr.io/acme/Web:1"|} }] } } };
        """), Widget);

    [Fact]
    public Task ObjectOfAKindThatKubernetesHas_IsJudgedWhole() => Verify.Findings(Verify.Shop("""
        [Manifest]
        public static UntypedObject Map => K8s.Object("v1", "ConfigMap", "c").With("data.a", {|K8S228:1|});

        [Manifest]
        public static UntypedObject Other => K8s.Object("v1", "ConfigMap", "d").With("dada.a", {|K8S227:"b"|});
        """));

    [Fact]
    public Task PatchedField_IsNotUnknown() => Verify.Findings(Verify.Shop("""
        [Manifest]
        public static V1ConfigMap Map => K8s.ConfigMap("c").AddData("a", "b").Patch("novel.deep", 1);
        """));

    [Fact]
    public Task FixInADictionary_IsMadeAtTheValuesOwnPlace() => Verify.Fix(
        Template("{|K8S102:\"ghcr.io/acme/Web:1\"|}"),
        Template("\"ghcr.io/acme/web:1\""));

    private static string Template(string image) => Verify.Shop($$"""
        [Manifest]
        public static UntypedObject Widget => K8s.Object("example.com/v1", "Widget", "w").WithSpec(new Dictionary<string, object>
        {
            ["template"] = new V1PodTemplateSpec { Spec = new() { Containers = [new() { Name = "web", Image = {{image}} }] } },
        });
        """);
}
