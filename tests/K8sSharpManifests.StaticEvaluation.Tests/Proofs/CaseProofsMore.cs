using static K8sSharpManifests.StaticEvaluation.Tests.Proofs.ProofProgram;

namespace K8sSharpManifests.StaticEvaluation.Tests.Proofs;

/// <summary>More kinds of values, one by one.</summary>
internal static class CaseProofsMore
{
    private const string Keep = "private static void Keep(V1Pod p) { goto made; made: p.Spec.NodeName = \"n\"; } ";

    private const string Tally = "private interface IAdd { void Add(int n); } private struct Tally : IAdd { public int Sum; public void Add(int n) => Sum += n; } ";

    private const string Own = "private sealed class Own(V1Pod pod) { public static implicit operator V1Pod(Own own) => own.Change(); private V1Pod Change() { pod.Kind = \"changed\"; return pod; } } ";

    private const string Scope = "private sealed class Scope(V1Pod pod) : IDisposable { public void Dispose() => pod.Kind = \"disposed\"; } ";

    private const string Perhaps = "var labels = pod.Metadata.Labels; if (Environment.ProcessId < 0) labels[\"x\"] = \"1\"; ";

    public static readonly ProofProgram[] All =
    [
        OnPod("using of a struct or null", "using (B(pod)) { }", "private readonly struct Scope(V1Pod p) : IDisposable { public void Dispose() => p.Spec.NodeName = \"n\"; } private static Scope? B(V1Pod p) => new Scope(p);"),
        Text("tuple that nobody has set, in parts", "new App().Text", "private sealed class App { public (int Port, string? Name) Pair { get; set; } public string Text { get { var (port, name) = Pair; return $\"x:{port}{name}\"; } } }"),
        Text("either of two records in a with, one member", "B(Environment.ProcessId < 0 ? new App { Name = \"a\" } : new App { Name = \"a\" })", "private sealed record App { public string Name { get; init; } = \"\"; public int Port { get; init; } } private static string B(App app) { var a = app with { Port = 5 }; return a.Name; }"),
        OnPod("discard is no escape", "_ = pod; Keep(Pod(\"q\", \"y\"));", Keep),
        OnPod("no harm: struct of a loop's variable", "Keep(pod); pod.Spec = new() { NodeName = \"m\" }; foreach (var h in new Holder[] { new() }) { h.Sum.Add(2); }", Keep + Tally + "private struct Holder { public Tally Sum; }"),
        OnPod("no harm: bytes", "Keep(pod); pod.Spec = new() { NodeName = \"m\" }; var b = new byte[] { 1 }; _ = b[0];", Keep),
        Body("null that is chosen by a cast", "return Pod(\"p\", B(null));", "private static string B(object? o) => (o as string) ?? \"none\";"),
        new("models of methods, local functions and properties", "[Manifest] public static V1Pod A => Pod(\"p\", \"x\"); private static V1Pod M() => A; private static Func<V1Pod> P => M; private static readonly Func<V1Pod> Q = M; private static void F() { V1Pod L() => A; M(); L(); P(); Q(); }"),
        new("local that unknown code gets before it changes", "[Manifest] public static V1Pod A => Pod(\"p\", \"x\"); private static void F() { var p = new V1Pod { Kind = \"k\" }; GC.SuppressFinalize(p); p.Kind = \"l\"; }"),
        new("local that an unknown object gets before it changes", "[Manifest] public static V1Pod A => Pod(\"p\", \"x\"); private static void F() { var p = new V1Pod { Kind = \"k\" }; _ = new WeakReference(p); p.Kind = \"l\"; }"),
        OnPod("conversion of each item of a loop", "foreach (V1Pod p in new[] { new Own(pod) }) { }", Own),
        OnPod("conversion of each item of a loop in an iterator", "foreach (var _ in All(pod)) { }", Own + "private static IEnumerable<int> All(V1Pod pod) { foreach (V1Pod p in new[] { new Own(pod) }) yield return 1; }"),
        Body("using declaration in an iterator", "var pod = Pod(\"p\", \"x\"); foreach (var p in All(pod)) { p.Spec.NodeName = p.Kind ?? \"none\"; } return pod;", Scope + "private static IEnumerable<V1Pod> All(V1Pod pod) { using var s = new Scope(pod); yield return pod; }"),
        Body("using declaration in an iterator that ends early", "var pod = Pod(\"p\", \"x\"); var first = All(pod).First(); first.Spec.NodeName = first.Kind ?? \"none\"; return pod;", Scope + "private static IEnumerable<V1Pod> All(V1Pod pod) { using var s = new Scope(pod); yield return pod; yield return pod; }"),
        Body("using declaration in an iterator after the last yield", "var pod = Pod(\"p\", \"x\"); foreach (var p in All(pod)) { p.Spec.NodeName = p.Kind ?? \"none\"; } return pod;", Scope + "private static IEnumerable<V1Pod> All(V1Pod pod) { yield return pod; using var s = new Scope(pod); }"),
        OnPod("conversion of each part of a deconstruction", "V1Pod p; (p, _) = (new Own(pod), 1);", Own),
        OnPod("conversion of each part of a loop's deconstruction", "foreach ((V1Pod p, int _) in new[] { (new Own(pod), 1) }) { }", Own),
        OnPod("conversion of an inner part of a deconstruction", "V1Pod p; ((p, _), _) = ((new Own(pod), 1), 1);", Own),
        OnPod("conversion of each item of a spread", "V1Pod[] all = [.. new[] { new Own(pod) }];", Own),
        OnPod("key that is there in one case, asked", Perhaps + "if (labels.ContainsKey(\"x\")) pod.Kind = \"k\";"),
        OnPod("key that is there in one case, tried", Perhaps + "if (labels.TryGetValue(\"x\", out var x)) pod.Kind = x;"),
        OnPod("key that is there in one case, added", Perhaps + "if (labels.TryAdd(\"x\", \"2\")) pod.Kind = \"k\";"),
        OnPod("key that is there in one case, removed", Perhaps + "if (labels.Remove(\"x\")) pod.Kind = \"k\";"),
        OnPod("key that is there in one case, counted", Perhaps + "pod.Kind = $\"k{labels.Count}\";"),
        OnPod("key that is there in one case, listed", Perhaps + "foreach (var l in labels) pod.Kind += l.Key;"),
        OnPod("key that is there in one case, with a default", Perhaps + "pod.Kind = ((Dictionary<string, string>)labels).GetValueOrDefault(\"x\", \"none\");"),
        OnPod("text that is there in one case of a set", "var set = new HashSet<string>(); if (Environment.ProcessId < 0) set.Add(\"x\"); pod.Kind = set.Contains(\"x\") || set.Count > 0 || !set.Add(\"x\") ? \"k\" : \"l\";"),
        OnPod("key that is there after a turn", "foreach (var c in \"ab\") { if (pod.Metadata.Labels.ContainsKey(\"x\") || Environment.ProcessId < 0) pod.Metadata.Labels[\"x\"] = \"y\"; }"),
        OnPod("what a reference led to that is not followed", "F(ref pod); Change(pod);", "private static void F(ref V1Pod p) { ref var q = ref Pick(Environment.ProcessId < 0, ref p, ref p); Keep = p; } private static ref V1Pod Pick(bool b, ref V1Pod x, ref V1Pod y) => ref b ? ref x : ref y; private static V1Pod? Keep; private static void Change(V1Pod p) => p.Kind = \"changed\"; "),
        new("object behind a reference that is not followed, disposed of", "[Manifest] public static V1Pod A() { var pod = Pod(\"p\", \"x\"); F(pod); return pod; } private static void F(V1Pod p) { ref var q = ref Pick(Environment.ProcessId < 0, ref p, ref p); using (new Scope(p)) { } } private static ref V1Pod Pick(bool b, ref V1Pod x, ref V1Pod y) => ref b ? ref x : ref y; " + Scope),
        OnPod("items as what they implement", "foreach (IKubernetesObject o in new V1Pod[] { pod }) { o.Kind = \"k\"; }"),
        OnPod("tuples whose parts are converted", "foreach ((V1Pod p, long n) t in new (Own, int)[] { (new Own(pod), 1) }) { }", Own),
        OnPod("two lists side by side", "foreach (var (p, t) in new[] { pod, Pod(\"q\", \"y\") }.Zip(new[] { \"a\", \"b\" })) { p.Kind = t; }"),
        OnPod("two dictionaries side by side", "var d = new Dictionary<string, V1Pod> { [\"a\"] = pod, [\"b\"] = pod }; foreach (var (x, y) in d.Zip(d)) { pod.Kind += x.Key + y.Key; }"),
        OnPod("texts that are not known side by side", "pod.Kind = \"k\"; var t = Environment.MachineName; foreach (var (x, y) in new[] { t, t }.Zip(new[] { t, t })) { pod.Kind += \"l\"; }"),
        OnPod("struct in a struct that came in", "var h = new Holding(); B(in h); pod.Kind = $\"k{h.Sum.Sum}\";", Tally + "private struct Holding { public Tally Sum; } private static void B(in Holding h) { h.Sum.Add(2); }"),
        OnPod("struct that is a list, copied", "pod.Kind = string.Join(\",\", new Items().ToList());", "private struct Items : ICollection<string> { public int Count => 1; public bool IsReadOnly => true; public void Add(string s) { } public void Clear() { } public bool Contains(string s) => true; public bool Remove(string s) => false; public void CopyTo(string[] a, int i) => a[i] = \"copied\"; public IEnumerator<string> GetEnumerator() { yield return \"listed\"; } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); } "),
        OnPod("struct that writes itself into a hole", "pod.Kind = $\"{new Own1()}\";", "private struct Own1 : ISpanFormattable { public override string ToString() => \"plain\"; public string ToString(string? f, IFormatProvider? p) => \"formatted\"; public bool TryFormat(Span<char> d, out int n, ReadOnlySpan<char> f, IFormatProvider? p) { d[0] = 'S'; n = 1; return true; } } "),
        new("static object that an initialiser completes", "[Manifest] public static V1Pod A => Shared; [Manifest] public static V1Pod B { get { _ = new App { Pod = { Kind = \"changed\" } }; return Pod(\"b\", \"x\"); } } private static readonly V1Pod Shared = Pod(\"p\", \"x\"); private sealed class App { public V1Pod Pod => Shared; }"),
        new("static object of the user's own that an initialiser completes", "[Manifest] public static V1Pod A => Pod(\"a\", Shared.Image); [Manifest] public static V1Pod B { get { _ = new App { Kept = { Image = \"changed\" } }; return Pod(\"b\", \"x\"); } } private static readonly Kept Shared = new() { Image = \"x\" }; private sealed class Kept { public string Image = \"\"; } private sealed class App { public Kept Kept => Shared; }"),
        Text("struct behind a property by reference", "B(new())", Tally + "private sealed class Box { private Tally _sum; public ref Tally Sum => ref _sum; } private static string B(Box box) { box.Sum.Add(2); return $\"x:{box.Sum.Sum}\"; }"),
    ];
}
