namespace K8sSharpManifests.StaticEvaluation.Tests.Proofs;

/// <summary>Objects without a type, patches and classes of one's own, of which the compiler knows everything.</summary>
internal static class ObjectsWithoutTypes
{
    private const string Types = """
        public enum Mode { Fast, Slow }
        public sealed class Size { public int Cores { get; set; } = 1; public string? HTTPHost { get; set; } public Mode Mode { get; set; } = Mode.Slow; [System.Text.Json.Serialization.JsonPropertyName("x-note")] public string? Note { get; init; } }
        public abstract class Resource : IKubernetesObject<V1ObjectMeta> { public string ApiVersion { get; set; } = null!; public string Kind { get; set; } = null!; public V1ObjectMeta Metadata { get; set; } = new(); }
        [k8s.Models.KubernetesEntity(Group = "example.com", ApiVersion = "v1", Kind = "Widget", PluralName = "widgets")]
        public class Widget : Resource
        {
            public WidgetSpec Spec { get; set; } = new();
            public Size? Status { get; set; } = new();
            [System.Text.Json.Serialization.JsonIgnore] public Action? Hook { get; set; }
        }
        public record WidgetSpec(int Replicas = 2)
        {
            public V1PodTemplateSpec? Template { get; init; }
            public Dictionary<string, Size> Sizes { get; init; } = [];
            public List<object?> Others { get; init; } = [];
            [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault)] public int Zero { get; init; }
            [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.Never)] public string? Kept { get; init; }
            [System.Text.Json.Serialization.JsonExtensionData] public Dictionary<string, object?>? More { get; init; }
        }

        """;

    public static readonly ProofProgram[] All =
    [
        Object("object without a type", """K8s.Object("example.com/v1", "Widget", "w").WithNamespace("shop").AddLabel("a", "b").With("spec.size", 3).With("spec.on", true).With("spec.tags['a.b/c']", "x")"""),
        Object("spec of a dictionary", """K8s.Object("example.com/v1", "Widget", "w", "shop").WithSpec(new Dictionary<string, object?> { ["none"] = null, ["list"] = new object?[] { 1, null, "x" }, ["empty"] = new List<string>() })"""),
        Object("typed parts", """K8s.Object("example.com/v1", "Widget", "w").WithSpec(new Dictionary<string, object> { ["template"] = new V1PodTemplateSpec { Spec = new() { Containers = [new() { Name = "c", Image = "a:1" }] } }, ["quantity"] = new ResourceQuantity("1024Mi"), ["port"] = (IntOrString)80, ["env"] = new[] { new V1EnvVar { Name = "A" } }, ["affinity"] = new V1Affinity() })"""),
        Object("fields of typed parts", """K8s.Object("example.com/v1", "Widget", "w").With("spec.template", new V1PodTemplateSpec { Spec = new() { Containers = [new() { Name = "c", Image = "a:1" }] } }).With("spec.template.spec.containers[0].image", "b:1").With("spec.template.spec.containers[name=c].tty", true)"""),
        Object("fields that are taken away", """K8s.Object("example.com/v1", "Widget", "w").With("spec.a", 1).With("spec.b", 2).With("spec.a", null).With("other.deep.er", null)"""),
        Object("object of a kind that Kubernetes has", """K8s.Object("apps/v1", "Deployment", "x").WithSpec(new Dictionary<string, object?> { ["replicas"] = 3, ["selector"] = new Dictionary<string, object?> { ["matchLabels"] = new Dictionary<string, string> { ["app"] = "x" } }, ["template"] = new Dictionary<string, object?> { ["spec"] = new Dictionary<string, object?> { ["containers"] = new[] { new Dictionary<string, object?> { ["name"] = "x", ["image"] = "x:1" } } } } })"""),
        Object("anonymous objects", """K8s.Object("example.com/v1", "Widget", "w").WithSpec(new { Replicas = 3, Nested = new { On = true, Off = (string?)null } })"""),
        Object("with of an object without a type", """K8s.Object("example.com/v1", "Widget", "w").With("spec.a", 1) with { Kind = "Gadget" }"""),
        Object("object in another", """K8s.Object("example.com/v1", "Widget", "w").With("spec.inner", K8s.ConfigMap("c").AddData("a", "b")).With("spec.other", K8s.Object("a/v1", "B", "b").With("c", 1))"""),
        Object("values that change later", """Changed()""", """private static UntypedObject Changed() { var d = new Dictionary<string, object?> { ["a"] = 1 }; var o = K8s.Object("example.com/v1", "Widget", "w").WithSpec(d); d["a"] = 2; return o; }"""),
        Object("patch", """K8s.Deployment("web").Patch("spec.newField", "x").AddContainer("web", "web:1").Patch("spec.template.spec.containers[name=web].other", new[] { 1 })"""),
        Object("patch after which all is replaced", """K8s.Deployment("web").Patch("spec.template.spec.newField", true).WithSpec(new V1DeploymentSpec { Selector = new() { MatchLabels = new Dictionary<string, string> { ["a"] = "b" } } })"""),
        Object("patch through with", """K8s.Deployment("web").Patch("spec.newField", 1) with { Metadata = new() { Name = "y" } }"""),
        Object("patch that is taken back", """K8s.Pod("p").AddContainer("a", "a:1").Patch("spec.x", 1).Patch("spec.y", 2).Patch("spec.x", null).Patch("spec.y", 3)"""),
        Object("patch of what is not there yet", """K8s.Pod("p").AddContainer("a", "a:1").Patch("spec.securityContext.seLinuxNew", true).Patch("metadata.novel", "n")"""),
        Object("patch of a part that is a kind", """K8s.StatefulSet("s").AddContainer("a", "a:1").AddVolumeClaimTemplate(K8s.PersistentVolumeClaim("data", "1Gi").Patch("spec.novel", 1))"""),
        Object("patch of an object without a type", """K8s.Object("v1", "ConfigMap", "c").With("data.a", "b").Patch("novel.deep", "x").Patch("metadata.novel", 1)"""),
        Object("patch in a generic helper", """Novel(K8s.Job("j").AddContainer("a", "a:1"))""", """private static T Novel<T>(T self) where T : class, IKubernetesObject<V1ObjectMeta> => self.Patch("spec.novel", 1);"""),
        Object("patch of a schema", """K8s.Object("v1", "ControllerRevision", "c").With("data", new V1PodTemplateSpec { Metadata = new() { Name = "x" } })"""),
        Object("class of one's own", """new Widget { Metadata = new() { Name = "w", NamespaceProperty = "n" }, Spec = new(3) { Template = new() { Spec = new() { Containers = [new() { Name = "c", Image = "a:1" }] } } } }""", Types),
        Object("members of a class of one's own", """new Widget { Metadata = new() { Name = "w" }, Spec = new() { Sizes = { ["s"] = new() { HTTPHost = "h", Note = "n" } }, Others = [null, Mode.Fast, new Size { Mode = Mode.Fast }, 1], Zero = 0, More = new() { ["z"] = 1 } } }""", Types),
        Object("class of one's own as part", """K8s.Object("example.com/v1", "Widget", "w").With("spec.size", new Size()).With("spec.widget", new Widget { Metadata = new() { Name = "i" } })""", Types),
        Object("class of one's own with its own kind", """new Widget { ApiVersion = "example.com/v2", Kind = "Gadget", Metadata = new() { Name = "w" } }.WithNamespace("n").AddLabel("a", "b")""", Types),
        Object("struct as part", """K8s.Object("example.com/v1", "Widget", "w").With("spec.size", new Point { X = 1 }).With("spec.points", new List<Point> { new() { Y = 2 } })""", "public struct Point { public int X { get; set; } public int Y { get; set; } }"),
    ];

    private static ProofProgram Object(string name, string expression, string members = "") => new("without types: " + name, $"[Manifest] public static IKubernetesObject A() => {expression};\n{members}");
}
