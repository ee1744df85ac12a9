using static K8sSharpManifests.StaticEvaluation.Tests.Proofs.ProofProgram;

namespace K8sSharpManifests.StaticEvaluation.Tests.Proofs;

/// <summary>B2: what a static holds is changed by another name than its own, in the member that is proved or in one that ran before it.</summary>
internal static class StaticFaults
{
    private const string Base = """private static readonly V1Pod Base = Pod("base", "nginx:1.0");""" + "\n";

    private const string Next = "\n" + """[Manifest] public static V1Pod B() => Base with { Metadata = new() { Name = "b" } };""";

    public static readonly ProofProgram[] All =
    [
        On("foreach", """foreach (var c in Base.Spec.Containers) c.Image = "nginx:1.27";"""),
        On("for", """for (var i = 0; i < Base.Spec.Containers.Count; i++) Base.Spec.Containers[i].Image = "nginx:1.27";"""),
        On("foreach over a query", """foreach (var c in Base.Spec.Containers.Where(c => c.Name != "x")) c.Image = "nginx:1.27";"""),
        On("local", """var p = Base; p.Spec.NodeName = "n";"""),
        On("local of a local of a part", """var p = Base; var s = p.Spec; var t = s; t.NodeName = "n";"""),
        On("with shares the spec", """var p = Base with { Metadata = new() { Name = "x" } }; p.Spec.Containers[0].Image = "nginx:1.27";"""),
        On("fluent method shares the spec", """var p = Base.WithName("x"); p.Spec.Containers[0].Image = "nginx:1.27";"""),
        On("fluent method shares the labels", """var p = Base.WithName("x"); p.Metadata.Labels["x"] = "1";"""),
        On("fluent chain shares the containers", """var p = Base.WithName("x").WithHostNetwork(true).WithNodeName("n"); p.Spec.Containers[0].Tty = true;"""),
        On("helper", "Pin(Base);", """private static void Pin(V1Pod p) => p.Spec.Containers[0].Image = "nginx:1.27";"""),
        On("helper of a helper", "One(Base);", """private static void One(V1Pod p) => Two(p.Spec); private static void Two(V1PodSpec s) => Three(s.Containers); private static void Three(IList<V1Container> l) => l[0].Image = "nginx:1.27";"""),
        On("extension that returns", """var p = Base.Pinned().WithName("x");""", """private static V1Pod Pinned(this V1Pod p) { p.Spec.Containers[0].Image = "nginx:1.27"; return p; }"""),
        On("local function", """void Pin(V1Pod p) { p.Spec.NodeName = "n"; } Pin(Base);"""),
        On("delegate in a local", """Action<V1Pod> f = p => p.Spec.NodeName = "n"; f(Base);"""),
        On("method group", """new List<V1Pod> { Base }.ForEach(Pin);""", """private static void Pin(V1Pod p) => p.Spec.NodeName = "n";"""),
        On("Select", """var l = Base.Spec.Containers.Select(c => { c.Image = "nginx:1.27"; return c; }).ToList();"""),
        On("First", """Base.Spec.Containers.First().Image = "nginx:1.27";"""),
        On("Single with a predicate", """Base.Spec.Containers.Single(c => c.Name == "base").Image = "nginx:1.27";"""),
        On("pattern", """if (Base is { Spec.Containers: [var c, ..] }) c.Image = "nginx:1.27";"""),
        On("switch statement", """switch (Base) { case { Spec: { } s }: s.NodeName = "n"; break; }"""),
        On("switch expression", """var n = Base switch { { Spec: { } s } => Set(s), _ => 0 };""", """private static int Set(V1PodSpec s) { s.NodeName = "n"; return 1; }"""),
        On("tuple", """var t = (Base, 1); t.Base.Spec.NodeName = "n";"""),
        On("deconstruction", """var (p, _) = (Base, 1); p.Spec.NodeName = "n";"""),
        On("array", """new[] { Base }[0].Spec.NodeName = "n";"""),
        On("dictionary", """var m = new Dictionary<string, V1Pod> { ["a"] = Base }; m["a"].Spec.NodeName = "n";"""),
        On("TryGetValue", """var m = new Dictionary<string, V1Pod> { ["a"] = Base }; if (m.TryGetValue("a", out var p)) p.Spec.NodeName = "n";"""),
        On("conditional expression", """(DateTime.UtcNow.Year > 2000 ? Base : Pod("x", "y")).Spec.NodeName = "n";"""),
        On("null-coalescing", """V1Pod? none = null; (none ?? Base).Spec.NodeName = "n";"""),
        On("out parameter", """Get(out var p); p.Spec.NodeName = "n";""", "private static void Get(out V1Pod p) => p = Base;"),
        On("ref local", """var p = Base; ref var r = ref p; r.Spec.NodeName = "n";"""),
        On("ref return", """Slot().Spec.NodeName = "n";""", "private static ref readonly V1Pod Slot() => ref Base;"),
        On("property", """Shared.Spec.NodeName = "n";""", "private static V1Pod Shared => Base;"),
        On("method", """Get().Spec.NodeName = "n";""", "private static V1Pod Get() => Base;"),
        On("identity function", """Same(Base).Spec.NodeName = "n";""", "private static T Same<T>(T value) => value;"),
        On("record that holds it", """new Holder(Base).Pod.Spec.NodeName = "n";""", "private sealed record Holder(V1Pod Pod);"),
        On("constructor", """new Hardened(Base);""", """private sealed class Hardened { public Hardened(V1Pod p) => p.Spec.NodeName = "n"; }"""),
        On("property setter", """new Target { Pod = Base };""", """private sealed class Target { public V1Pod Pod { set => value.Spec.NodeName = "n"; } }"""),
        On("closure", """var p = Base; Action f = () => p.Spec.NodeName = "n"; f();"""),
        On("iterator", """foreach (var p in All()) p.Spec.NodeName = "n";""", "private static IEnumerable<V1Pod> All() { yield return Base; }"),
        On("cast through object", """object o = Base; ((V1Pod)o).Spec.NodeName = "n";"""),
        On("interface", """IMetadata<V1ObjectMeta> m = Base; m.Metadata.Labels["x"] = "1";"""),
        On("collection expression with a spread", """List<V1Container> l = [.. Base.Spec.Containers]; l[0].Image = "nginx:1.27";"""),
        On("ToList", """Base.Spec.Containers.ToList()[0].Image = "nginx:1.27";"""),
        On("ToDictionary", """Base.Spec.Containers.ToDictionary(c => c.Name)["base"].Image = "nginx:1.27";"""),
        On("list that is added to", """var l = Base.Spec.Containers; l.Add(new V1Container { Name = "s", Image = "s:1" });"""),
        On("list that is cleared in a helper", """Clear(Base.Spec.Containers);""", "private static void Clear(IList<V1Container> l) => l.Clear();"),
        On("labels in a local", """var l = Base.Metadata.Labels; l["x"] = "1"; l.Remove("app");"""),
        On("lock", """lock (Base) { Base.Spec.NodeName = "n"; }"""),
        On("try", """try { Base.Spec.NodeName = "n"; throw new InvalidOperationException(); } catch (InvalidOperationException) { }"""),
        On("conditional access", """Base?.Spec?.Containers?.Clear();"""),
        On("expression of an interpolation", """var text = $"{Base.Spec.NodeName = "n"}";"""),
        On("++", """Base.Spec.Priority = 1; Base.Spec.Priority++;"""),
        On("??=", """Base.Spec.NodeName ??= "n";"""),
        On("deconstruction target", """(Base.Spec.NodeName, _) = ("n", 1);"""),
    ];

    /// <summary>A member changes the base, and gives a copy of it; what the next member gives depends on which of them ran first.</summary>
    private static ProofProgram On(string name, string statements, string members = "") =>
        Body("B2 static object changed by " + name, statements + """ return Base with { Metadata = new() { Name = "a" } };""", Base + members + Next);
}
