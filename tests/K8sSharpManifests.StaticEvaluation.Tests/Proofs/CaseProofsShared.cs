using static K8sSharpManifests.StaticEvaluation.Tests.Proofs.ProofProgram;

namespace K8sSharpManifests.StaticEvaluation.Tests.Proofs;

/// <summary>Objects that all code shares, changed under names that look like those of new objects; and places that are easily lost.</summary>
internal static class CaseProofsShared
{
    private const string Base = "private static readonly V1Pod Base = Pod(\"base\", \"nginx:1.0\");\n";

    private static ProofProgram Lost(string name, string statements, string members = "") =>
        new("base that changes: " + name, Base + "[Manifest] public static V1Pod A() { " + statements + " return Base; }\n[Manifest] public static V1Pod B => Base;\n" + members);

    public static readonly ProofProgram[] All =
    [
        Lost("element after a question mark", "Base.Metadata.Labels?[\"x\"] = \"1\";"),
        Lost("item after a question mark", "Base.Spec.Containers?[0] = new() { Name = \"z\" };"),
        Lost("element of an index after a question mark, changed by ++", "var a = new[] { 1 }; a[0]++;  Base.Spec.Containers?[0].Image += \"x\";"),
        Lost("member after two question marks", "Base?.Spec?.NodeName = \"k\";"),
        Lost("out argument", "F(out Base.Spec.Containers.ToArray()[0]); ", "private static void F(out V1Container c) => c = new();"),
        Lost("list in a tuple", "var t = (Base.Spec.Containers, 1); t.Containers.Clear();"),
        Lost("list in a conditional", "(Environment.ProcessId > 0 ? Base.Spec.Containers : []).Clear();"),
        Lost("list in a switch", "(5 switch { _ => Base.Spec.Containers }).Clear();"),
        Lost("list by ??", "(Base.Spec.Containers ?? []).Clear();"),
        Lost("local by ??=", "IList<V1Container>? l = null; l ??= Base.Spec.Containers; l.Clear();"),
        Lost("local function parameter", "void F(IList<V1Container> l) { l.Clear(); } F(Base.Spec.Containers);"),
        Lost("pattern variable", "if (Base.Spec.Containers is { } l) { l.Clear(); }"),
        Lost("model by ??=", "V1Pod? p = null; p ??= Base; p.Kind = \"k\";"),
        Lost("model by a chained assignment", "var q = new V1Pod(); V1Pod p = new V1Pod(); q = p = Base; p.Kind = \"k\"; q.Kind += \"l\";"),
        Lost("model by a conditional", "var p = new V1Pod(); p = Environment.ProcessId > 0 ? Base : p; p.Kind = \"k\";"),
        Lost("model in parentheses", "var p = new V1Pod(); (p) = Base; p.Kind = \"k\";"),
        Lost("ToList of a user", "var p = Base.ToList(); p.Kind = \"k\";", "private static V1Pod ToList(this V1Pod p) => p;"),
        Lost("K8s of a user", "var p = K8s.Base(); p.Kind = \"k\";", "private static class K8s { public static V1Pod Base() => OwnClass.Base; }"),
        OnPod("assignment of a reference that is assigned to", "var a = \"a\"; var b = \"b\"; ref var r = ref b; (r = ref a) = \"z\"; pod.Spec.NodeName = a + b;"),
        OnPod("struct of a type parameter by reference behind a question mark", "var t = new Tally(); Add(ref t); pod.Spec.Priority = t.Sum;", "private interface IAdd { void Add(int n); } private struct Tally : IAdd { public int Sum; public void Add(int n) => Sum += n; } private static void Add<T>(ref T t) where T : IAdd => t?.Add(2);"),
        OnPod("struct of a type parameter behind a question mark", "pod.Spec.NodeName = B(new Tally());", "private interface IAdd { void Add(int n); int Sum { get; } } private struct Tally : IAdd { public int Sum { get; private set; } public void Add(int n) => Sum += n; } private static string B<T>(T t) where T : IAdd { t?.Add(2); return $\"x:{t!.Sum}\"; }"),
        OnPod("exception in an iterator", "try { foreach (var n in All(pod)) { } } catch (Bad) { }", "private sealed class Bad : Exception { public Bad(V1Pod p) => p.Spec.NodeName = \"n\"; } private static IEnumerable<int> All(V1Pod p) { yield return 1; throw new Bad(p); }"),
        OnPod("exception of a conditional that changes the pod", "try { _ = Pick(pod); } catch (Bad) { }", "private sealed class Bad : Exception { public Bad(V1Pod p) => p.Spec.NodeName = \"n\"; } private static int Pick(V1Pod p) => Environment.ProcessId < 0 ? 1 : throw new Bad(p);"),
        OnPod("exception of a switch that changes the pod", "try { _ = Pick(pod); } catch (Bad) { }", "private sealed class Bad : Exception { public Bad(V1Pod p) => p.Spec.NodeName = \"n\"; } private static int Pick(V1Pod p) => Environment.ProcessId switch { < 0 => 1, _ => throw new Bad(p) };"),
        OnPod("exception after ?? that changes the pod", "try { _ = Pick(pod); } catch (Bad) { }", "private sealed class Bad : Exception { public Bad(V1Pod p) => p.Spec.NodeName = \"n\"; } private static string Pick(V1Pod p) => Environment.GetEnvironmentVariable(\"NOT_SET_AT_ALL\") ?? throw new Bad(p);"),
    ];
}
