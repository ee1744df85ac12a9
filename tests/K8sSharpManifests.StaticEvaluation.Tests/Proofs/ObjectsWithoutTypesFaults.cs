namespace K8sSharpManifests.StaticEvaluation.Tests.Proofs;

/// <summary>Objects without a type, patches and classes of one's own, in ways of which less is known than one thinks.</summary>
internal static class ObjectsWithoutTypesFaults
{
    public static readonly ProofProgram[] All =
    [
        Object("path that is computed", """K8s.Object("a/v1", "B", "b").With("spec.a", 1).With("spec." + Text(), 2)""", "private static string Text() { goto made; made: return \"a\"; }"),
        Object("value of unknown code", """K8s.Object("a/v1", "B", "b").With("spec", Made()).With("spec.a", 1)""", "private static object Made() { goto made; made: return new Dictionary<string, object> { [\"b\"] = 2 }; }"),
        Object("object of unknown code", """Made().With("spec.b", 2).Patch("metadata.x", 1)""", "private static UntypedObject Made() { goto made; made: return K8s.Object(\"a/v1\", \"B\", \"b\").With(\"spec.a\", 1); }"),
        Object("patched object of unknown code", """Made().WithReplicas(2)""", "private static V1Deployment Made() { goto made; made: return K8s.Deployment(\"d\").Patch(\"spec.x\", 1); }"),
        Object("one of two", """(Environment.TickCount > 0 ? K8s.Pod("p").Patch("spec.x", 1) : K8s.Pod("p")).Patch("spec.y", 2)"""),
        Object("one of two objects without a type", """(Environment.TickCount > 0 ? K8s.Object("a/v1", "B", "b").With("spec.x", 1) : K8s.Object("a/v1", "B", "b").With("spec.z", 1)).With("spec.y", 2)"""),
        Object("patch of what the models have", """K8s.Deployment("d").Patch("spec.replicas", 1)""", throws: true),
        Object("patch of an entry", """K8s.Deployment("d").Patch("metadata.labels['a']", "b")""", throws: true),
        Object("patch of an item that is not there", """K8s.Pod("p").Patch("spec.containers[0].x", 1)""", throws: true),
        Object("patch below a text", """K8s.Pod("p").Patch("spec.nodeName.x", 1)""", throws: true),
        Object("wrong path", """K8s.Object("a/v1", "B", "b").With("spec..a", 1)""", throws: true),
        Object("kind by a path", """K8s.Object("a/v1", "B", "b").With("kind", "C")""", throws: true),
        Object("below a list", """K8s.Object("a/v1", "B", "b").With("spec", new[] { 1 }).With("spec.a", 1)""", throws: true),
        Object("delegate", """K8s.Object("a/v1", "B", "b").With("spec", (Action)(() => { }))""", throws: true),
        Object("cycle", """Cycle()""", """private static UntypedObject Cycle() { var d = new Dictionary<string, object>(); d["d"] = d; return K8s.Object("a/v1", "B", "b").WithSpec(d); }""", throws: true),
        Object("keys that are no texts", """K8s.Object("a/v1", "B", "b").WithSpec(new Dictionary<int, string> { [1] = "a" })""", throws: true),
        Object("tuple", """K8s.Object("a/v1", "B", "b").With("spec.a", (1, 2))""", throws: true),
        Object("character", """K8s.Object("a/v1", "B", "b").With("spec.a", 'c')""", throws: true),
        Object("no kind", """K8s.Object("a/v1", null!, "b")""", throws: true),
        Object("set and query", """K8s.Object("a/v1", "B", "b").With("spec.set", new HashSet<string> { "a" }).With("spec.query", new[] { 1, 2 }.Select(i => i + 1))"""),
        Object("numbers of many types", """K8s.Object("a/v1", "B", "b").With("spec.a", (byte)1).With("spec.b", 1.5m).With("spec.c", 0.1f).With("spec.d", 1e21).With("spec.e", -0.0).With("spec.f", ulong.MaxValue)"""),
        Object("times and bytes", """K8s.Object("a/v1", "B", "b").With("spec.a", new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc)).With("spec.b", new byte[] { 1 }).With("spec.c", TimeSpan.FromMinutes(3)).With("spec.d", new Uri("http://a/b")).With("spec.e", Guid.Empty)"""),
        Own("computed member", "public string Computed => Name + Environment.TickCount; public string Name { get; set; } = \"n\"; public int Half => 2 / 1; public bool On { get { return true; } }"),
        Own("converter", "[System.Text.Json.Serialization.JsonConverter(typeof(System.Text.Json.Serialization.JsonStringEnumConverter))] public DayOfWeek Day { get; set; } = DayOfWeek.Friday;"),
        Own("enum that has other names", "public Mode Mode { get; set; } = Mode.B;", "public enum Mode { [System.Text.Json.Serialization.JsonStringEnumMemberName(\"bee\")] B }"),
        Own("flags", "public Mode Mode { get; set; } = Mode.A | Mode.B;", "[Flags] public enum Mode { A = 1, B = 2 }"),
        Own("order of members", "[System.Text.Json.Serialization.JsonPropertyOrder(2)] public int A { get; set; } public int B { get; set; } [System.Text.Json.Serialization.JsonPropertyOrder(-1)] public int C { get; set; }"),
        Own("hidden and overridden members", "public Derived Value { get; set; } = new() { A = 1, B = \"b\" };", "public class Base { public virtual int A { get; set; } public int B { get; set; } public int C { get; set; } = 3; } public class Derived : Base { public override int A { get; set; } public new string B { get; set; } = \"\"; }"),
        Own("two members of one key", "public int One { get; set; } [System.Text.Json.Serialization.JsonPropertyName(\"one\")] public int Two { get; set; }", throws: true),
        Own("extension that repeats", "public int One { get; set; } [System.Text.Json.Serialization.JsonExtensionData] public Dictionary<string, object> More { get; set; } = new() { [\"one\"] = 1 };", throws: true),
        Own("list of one's own", "public Items Items { get; set; } = new() { \"a\" };", "public class Items : List<string> { public string Name { get; set; } = \"x\"; }"),
        Own("explicit members", "public int One { get; set; }", "", "IHidden", "int IHidden.Hidden => 2;", "public interface IHidden { int Hidden { get; } }"),
        Own("converter of a type", "public Odd Odd { get; set; } = new();", "[System.Text.Json.Serialization.JsonConverter(typeof(OddConverter))] public class Odd { public int A { get; set; } = 1; } public class OddConverter : System.Text.Json.Serialization.JsonConverter<Odd> { public override Odd Read(ref System.Text.Json.Utf8JsonReader r, Type t, System.Text.Json.JsonSerializerOptions o) => new(); public override void Write(System.Text.Json.Utf8JsonWriter w, Odd v, System.Text.Json.JsonSerializerOptions o) => w.WriteStringValue(\"odd\"); }"),
        Own("shape by another", "public Base Value { get; set; } = new Derived();", "[System.Text.Json.Serialization.JsonDerivedType(typeof(Derived), \"d\")] public class Base { public int A { get; set; } } public class Derived : Base { public int B { get; set; } }", throws: true),
        Own("defaults that are left out", "[System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault)] public int? A { get; set; } = 0; [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault)] public bool B { get; set; } [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault)] public string C { get; set; } = \"\"; [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault)] public short D { get; set; } public short E { get; set; }"),
        Own("setter with code", "private int _a; public int A { get => _a; set => _a = value + 1; } public string B { get => field; set; } = \"b\";"),
    ];

    private static ProofProgram Object(string name, string expression, string members = "", bool throws = false) =>
        new("without types: " + name, $"[Manifest] public static IKubernetesObject A() => {expression};\n{members}", throws);

    private static ProofProgram Own(string name, string members, string types = "", string more = "", string explicitly = "", string others = "", bool throws = false) => new(
        "class of one's own: " + name,
        $$"""
        [Manifest] public static Widget A() => new() { Metadata = new() { Name = "w" } };
        public class Widget : IKubernetesObject<V1ObjectMeta>{{(more.Length > 0 ? ", " + more : "")}}
        {
            public string ApiVersion { get; set; } = "example.com/v1";
            public string Kind { get; set; } = "Widget";
            public V1ObjectMeta Metadata { get; set; } = new();
            {{members}}
            {{explicitly}}
        }
        {{types}}
        {{others}}
        """,
        throws);
}
