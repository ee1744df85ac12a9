using System.Text.Json;
using System.Text.Json.Serialization;
using k8s;
using k8s.Models;

namespace K8sSharpManifests.Tests;

/// <summary>Objects without a C# type, fields that no type has, and classes of one's own, as the build writes them.</summary>
public sealed class UntypedObjectTests
{
    [Fact]
    public void ObjectOfAnyKind_IsWrittenWithAllThatIsInIt() => Yaml.AssertIs(
        """
        apiVersion: example.com/v1
        kind: Widget
        metadata:
          name: w
          namespace: shop
          labels:
            team: web
        spec:
          replicas: 3
          none: null
          mode: Slow
          ports:
          - 80
          - http
          env:
          - name: A
            value: "1"
          options:
            example.com/mode: fast
          template:
            spec:
              containers:
              - name: web
                image: web:2
          size: 1Gi
          json:
            a: 1.50
        """,
        K8s.Object("example.com/v1", "Widget", "w", "shop").AddLabel("team", "web")
            .WithSpec(new Dictionary<string, object?> { ["replicas"] = 3, ["none"] = null, ["mode"] = Mode.Slow, ["ports"] = new IntOrString[] { 80, "http" }, ["env"] = new[] { new V1EnvVar { Name = "A", Value = "1" } } })
            .With("spec.options['example.com/mode']", "fast")
            .With("spec.template", new V1PodTemplateSpec { Spec = new() { Containers = [new() { Name = "web", Image = "web:1" }] } })
            .With("spec.template.spec.containers[name=web].image", "web:2")
            .With("spec.size", new ResourceQuantity("1024Mi"))
            .With("spec.json", JsonSerializer.Deserialize<JsonElement>("""{"a":1.50}""")));

    [Fact]
    public void Methods_LeaveTheObjectAsItIs()
    {
        var widget = K8s.Object("example.com/v1", "Widget", "w").With("spec.a", 1);
        _ = widget.With("spec.b", 2).Patch("metadata.c", 3) with { Kind = "Gadget" };

        Yaml.AssertIs("apiVersion: example.com/v1\nkind: Widget\nmetadata:\n  name: w\nspec:\n  a: 1", widget);
    }

    [Fact]
    public void Patch_StaysWhateverIsDoneToTheObject()
    {
        var patched = K8s.Deployment("web").Patch("spec.template.spec.novel", new[] { 1, 2 }).Patch("metadata.novel['a.b']", true);
        var changed = (patched with { Spec = new() { Template = new() { Spec = new() { Containers = [new() { Name = "web", Image = "web:1" }] } } } }).WithReplicas(2).AddLabel("a", "b");

        Yaml.AssertIs(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
              labels:
                a: b
              novel:
                a.b: true
            spec:
              replicas: 2
              template:
                spec:
                  containers:
                  - name: web
                    image: web:1
                  novel:
                  - 1
                  - 2
            """,
            changed);
    }

    [Fact]
    public void PatchOfEveryKind_IsEmitted()
    {
        var kinds = typeof(V1Pod).Assembly.GetTypes().Where(t => t.BaseType == typeof(object) && typeof(IKubernetesObject<V1ObjectMeta>).IsAssignableFrom(t) && ObjectReader.ReadKind((IKubernetesObject)Activator.CreateInstance(t)!) is not null).ToList();

        Assert.True(kinds.Count > 50, $"{kinds.Count} kinds");
        Assert.All(kinds, t => Assert.EndsWith("novel: 1\n", Yaml.Of(((IKubernetesObject<V1ObjectMeta>)Activator.CreateInstance(t)!).Patch("novel", 1)), StringComparison.Ordinal));
    }

    public static TheoryData<Func<object>, string> Refusals => new()
    {
        { () => K8s.Deployment("d").Patch("spec.replicas", 1), "V1Deployment has 'spec.replicas': set it with its own method or in the object itself; Patch is for what the models do not have" },
        { () => K8s.Deployment("d").Patch("metadata.labels['a.b']", 1), "'metadata.labels' is a dictionary of V1Deployment: put 'a.b' there, with the method that adds to it or in the object itself" },
        { () => K8s.Deployment("d").Patch("spec.template.spec.containers.novel", 1), "'spec.template.spec.containers' is a list of V1Deployment: say which item, as in spec.template.spec.containers[0] or spec.template.spec.containers[name=web]" },
        { () => K8s.Deployment("d").Patch("spec.replicas.novel", 1), "'spec.replicas' is a single value of V1Deployment, so nothing can be below it" },
        { () => K8s.Deployment("d").Patch("status.novel", 1), "'status.novel' is in what the API server sets itself: a manifest has no status" },
        { () => K8s.Object("a/v1", "B", "b").With("metadata.name", "c"), "'metadata.name' is not set by a path: WithName, WithNamespace, AddLabel, AddAnnotation and the other methods of the metadata do it" },
        { () => K8s.Object("a/v1", "B", "b").With("spec..a", 1), "'spec..a' is no path: a key is missing before '.a'; a path is like spec.template.spec.containers[0].image, or spec.options['example.com/mode'] for a key with dots" },
        { () => K8s.Object("a/v1", "B", "b").With("spec[0]", 1), "'spec[0]' is no path: it ends with an item, and a field of that is meant; a path is like spec.template.spec.containers[0].image, or spec.options['example.com/mode'] for a key with dots" },
        { () => K8s.Object("a/v1", "B", "b").With("spec['a]", 1), "'spec['a]' is no path: a key in quotes ends with ']; a path is like spec.template.spec.containers[0].image, or spec.options['example.com/mode'] for a key with dots" },
    };

    [Theory]
    [MemberData(nameof(Refusals), DisableDiscoveryEnumeration = true)]
    public void FieldThatCannotBeSet_IsRefusedWithAWayOut(Func<object> make, string message) => Assert.Equal(message, Assert.Throws<ArgumentException>(() => make()).Message);

    public static TheoryData<Func<IKubernetesObject>, string> Unwritable => new()
    {
        { () => K8s.Object("a/v1", "B", "b").With("spec.hook", (Action)(() => { })), "'spec.hook' is a Action, which has no form in a manifest: use texts, booleans, numbers, lists, dictionaries with text keys, types of k8s.Models or classes of your own, or leave it out with [JsonIgnore]" },
        { () => K8s.Object("a/v1", "B", "b").WithSpec(new Dictionary<string, object> { ["ports"] = new Dictionary<int, string> { [1] = "a" } }), "'spec.ports' is a Dictionary<int, string>, whose keys are no texts, and those of a manifest are: use a dictionary with string keys" },
        { () => K8s.Object("a/v1", "B", "b").With("spec.list", new object[] { 1, Stream.Null }), "'spec.list[1]' is a NullStream, which has no form in a manifest: use texts, booleans, numbers, lists, dictionaries with text keys, types of k8s.Models or classes of your own, or leave it out with [JsonIgnore]" },
        { Cycle, "'spec.next' (Ring.Next) is in itself: a manifest has no cycles, so put a copy there, or leave it out with [JsonIgnore]" },
        { () => K8s.Object("a/v1", "B", "b").With("spec.x", double.NaN), "NaN is no number that JSON, and so Kubernetes, can hold." },
        { () => K8s.Object("a/v1", "", "b"), "the UntypedObject has no kind: K8s.Object takes both" },
        { () => K8s.Object("a/v1", "B", "b").With("spec", 1).With("spec.a", 2), "'spec.a' cannot be set: 'spec' is a single value, so nothing can be below it" },
        { () => K8s.Pod("p").Patch("spec.containers[1].novel", 2), "'spec.containers[1].novel' cannot be set: there is no 'spec.containers', so there is no item 'spec.containers[1]': add the item first" },
        { () => new Widget { Kind = null! }, "the Widget has no kind: set them, or give the class [KubernetesEntity(Group = …, ApiVersion = …, Kind = …)]" },
    };

    [Theory]
    [MemberData(nameof(Unwritable), DisableDiscoveryEnumeration = true)]
    public void ValueWithoutAForm_IsRefusedWithItsPlace(Func<IKubernetesObject> make, string message) =>
        Assert.Equal(message, Assert.Throws<NotSupportedException>(() => ObjectReader.Read(make())).Message);

    [Fact]
    public void ClassOfOnesOwn_IsWrittenByItsJsonNames() => Yaml.AssertIs(
        """
        apiVersion: example.com/v1
        kind: Widget
        metadata:
          name: w
          namespace: shop
        spec:
          httpPort: 80
          x-mode: Slow
          kept: null
          template:
            spec:
              containers:
              - name: web
                image: web:1
          more: 1
        """,
        new Widget { Metadata = new() { Name = "w" }, Spec = new() { Template = new() { Spec = new() { Containers = [new() { Name = "web", Image = "web:1" }] } }, More = new() { ["more"] = 1 } } }.WithNamespace("shop"));

    [Theory]
    [InlineData("A")]
    [InlineData("AB")]
    [InlineData("ABc")]
    [InlineData("HTTPPort")]
    [InlineData("httpPort")]
    [InlineData("A1b")]
    [InlineData("AB1")]
    [InlineData("Äpfel")]
    [InlineData("_A")]
    public void KeyOfAMember_IsTheSerializers(string name) => Assert.Equal(JsonNamingPolicy.CamelCase.ConvertName(name), Core.JsonNames.CamelCase(name));

    private static UntypedObject Cycle()
    {
        var ring = new Ring();
        ring.Next = ring;
        return K8s.Object("a/v1", "B", "b").WithSpec(ring);
    }

    private enum Mode
    {
        Fast,
        Slow,
    }

    private sealed class Ring
    {
        public Ring? Next { get; set; }
    }

    private sealed class WidgetSpec
    {
        public int HTTPPort { get; set; } = 80;

        [JsonPropertyName("x-mode")]
        public Mode Mode { get; set; } = Mode.Slow;

        public string? Absent { get; set; }

        [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
        public string? Kept { get; set; }

        [JsonIgnore]
        public Action? Hook { get; set; }

        public V1PodTemplateSpec? Template { get; set; }

        [JsonExtensionData]
        public Dictionary<string, object>? More { get; set; }
    }

    private sealed class Widget : IKubernetesObject<V1ObjectMeta>, ISpec<WidgetSpec>
    {
        public string ApiVersion { get; set; } = "example.com/v1";

        public string Kind { get; set; } = "Widget";

        public WidgetSpec Spec { get; set; } = new();

        public V1ObjectMeta Metadata { get; set; } = new();

        public string? Status { get; set; } = "the server's";
    }
}
