using static K8sSharpManifests.StaticEvaluation.Tests.Proofs.ProofProgram;

namespace K8sSharpManifests.StaticEvaluation.Tests.Proofs;

/// <summary>What code that is not understood may change, and what it may not.</summary>
internal static class CaseProofsForgetting
{
    // Nobody knows what this does, nor whether it keeps the pod to change it later.
    private const string Keep = "private static void Keep(V1Pod p) { goto made; made: p.Spec.NodeName = \"n\"; } ";

    private const string Run = "private static void Run(Action f) { goto made; made: f(); } ";

    public static readonly ProofProgram[] All =
    [
        Kept("typeof", "_ = typeof(V1Pod);"),
        Kept("sizeof", "_ = Size();", "private struct Two { public int A; public int B; } private static unsafe int Size() => sizeof(Two);"),
        Kept("UTF-8 literal", "_ = \"a\"u8;"),
        Kept("discard", "_ = pod;"),
        Kept("discards in a deconstruction", "(_, var n) = (1, 2);"),
        Kept("empty statement", ";"),
        Kept("static field that is set", "Last = \"x\";", "private static string? Last;"),
        Kept("bytes that change", "var b = System.Text.Encoding.UTF8.GetBytes(\"a\"); b[0] = 66;"),
        Kept("number in a hole", "double d = 1.5; _ = $\"{d}\";"),
        Kept("quantity in a hole", "ResourceQuantity q = new(\"1\"); _ = $\"{q}\";"),
        Kept("unknown number in a hole", "_ = $\"{Environment.ProcessId}\";"),
        Kept("unknown enum in a hole", "_ = $\"{DateTime.UtcNow.DayOfWeek}\";"),
        Kept("unknown quantity in a hole", "ResourceQuantity q = new(Environment.ProcessId.ToString()); _ = $\"{q}\";"),
        Kept("unknown port in a hole", "IntOrString q = Environment.ProcessId; _ = $\"{q}\";"),
        Kept("constant that the framework gets", "_ = Math.Pow(2, 3);"),
        Kept("null that the framework gets", "_ = System.IO.Path.GetExtension((string?)null);"),
        Kept("quantity that the framework gets", "ResourceQuantity q = new(\"1\"); _ = Tuple.Create(q);"),
        Kept("port that the framework gets", "IntOrString q = 5; _ = Tuple.Create(q);"),
        Kept("tuple that the framework gets", "_ = (1, 2).GetHashCode();"),
        Kept("unknown number that the framework gets", "_ = Math.Sign(Environment.ProcessId);"),
        Kept("unknown text that the framework gets", "_ = string.Intern(Environment.MachineName);"),
        Kept("unknown enum that the framework gets", "_ = Enum.IsDefined(DateTime.UtcNow.DayOfWeek);"),
        Kept("unknown date that the framework gets", "_ = DateTime.Compare(DateTime.UtcNow, DateTime.UtcNow);"),
        Kept("unknown nullable number that the framework gets", "int? n = Environment.ProcessId; _ = Nullable.Compare(n, n);"),
        Kept("unknown time span that the framework gets", "_ = TimeSpan.Compare(TimeSpan.FromDays(Environment.ProcessId), TimeSpan.FromDays(1));"),
        Kept("unknown quantity that the framework gets", "ResourceQuantity q = new(Environment.ProcessId.ToString()); _ = Tuple.Create(q);"),
        Kept("exception of a switch", "string s = 5 switch { _ => throw new InvalidOperationException() };", throws: true),
        Kept("null that gets a member", "V1Pod? q = null; q!.Kind = \"k\";", throws: true),
        Kept("null that gets an element", "List<string>? q = null; q![0] = \"k\";", throws: true),
        Kept("null that is gone through", "List<string>? q = null; foreach (var s in q!) { pod.Kind = s; }", throws: true),
        OnPod("exception in an expression", "string? s = null; s = s ?? throw new InvalidOperationException(pod.Spec.NodeName);", throws: true),
        OnPod("tuple that holds the pod", "Run((pod, 1));", "private static void Run((V1Pod Pod, int N) t) { goto made; made: t.Pod.Spec.NodeName = \"n\"; }"),
        OnPod("struct that holds the pod", "Run(new(pod));", "private readonly record struct Holder(V1Pod Pod); private static void Run(Holder t) { goto made; made: t.Pod.Spec.NodeName = \"n\"; }"),
        OnPod("query that leads to the pod", "Run(new[] { 1 }.Select(n => pod));", "private static void Run(IEnumerable<V1Pod> t) { goto made; made: t.First().Spec.NodeName = \"n\"; }"),
        OnPod("iterator that leads to the pod", "Run(All(pod));", "private static IEnumerable<V1Pod> All(V1Pod p) { yield return p; } private static void Run(IEnumerable<V1Pod> t) { goto made; made: t.First().Spec.NodeName = \"n\"; }"),
        OnPod("iterator in a list that leads to the pod", "Run([All(pod)]);", "private static IEnumerable<V1Pod> All(V1Pod p) { yield return p; } private static void Run(List<IEnumerable<V1Pod>> t) { goto made; made: t[0].First().Spec.NodeName = \"n\"; }"),
        OnPod("iterator whose variable changes", "var l = Count(); Run(l); pod.Spec.NodeName = $\"n{l.First()}\";", "private static IEnumerable<int> Count() { var n = 0; while (true) { yield return n++; } } private static void Run(IEnumerable<int> t) { goto made; made: t.First(); }"),
        OnPod("either of two pods", "var q = Pod(\"q\", \"y\"); Keep(Environment.ProcessId > 0 ? pod : q);", Keep),
        OnPod("reference to the pod", "Run(ref pod);", "private static void Run(ref V1Pod p) { goto made; made: p = Pod(\"q\", \"y\"); }"),
        OnPod("lambda that has caught the pod", "Run(() => pod.Spec.NodeName = \"n\");", Run),
        OnPod("lambda that has caught a parameter", "Set(pod);", Run + "private static void Set(V1Pod p) { Run(() => p.Spec.NodeName = \"n\"); }"),
        OnPod("lambda that sets a parameter", "pod.Spec.NodeName = Set(\"a\");", Run + "private static string Set(string s) { Run(() => s = \"b\"); return s; }"),
        OnPod("lambda that sets a local", "var s = \"a\"; Run(() => s = \"b\"); pod.Spec.NodeName = s;", Run),
        OnPod("lambda that gives a local away by reference", "var s = \"a\"; Run(() => Set(ref s)); pod.Spec.NodeName = s;", Run + "private static void Set(ref string s) => s = \"b\";"),
        OnPod("lambda with a ref local", "var s = \"a\"; Run(() => { ref var r = ref s; r = \"b\"; }); pod.Spec.NodeName = s;", Run),
        OnPod("lambda with a ref local of either", "var s = 1; var t = 2; Run(() => { ref var r = ref (s > 0 ? ref s : ref t); r = 5; }); pod.Spec.Priority = s;", Run),
        OnPod("lambda that returns a number", "var n = 1; Get(() => n); pod.Spec.Priority = n;", "private static void Get(Func<int> f) { goto made; made: f(); }"),
        OnPod("lambda that calls a method of a struct", "var t = new Tally(); Run(() => t.Add(2)); pod.Spec.Priority = t.Sum;", Run + "private struct Tally { public int Sum; public void Add(int n) => Sum += n; }"),
        OnPod("lambda that names a local function", "var s = \"a\"; void Set() { s = \"b\"; } Run(() => { Action f = Set; f(); }); pod.Spec.NodeName = s;", Run),
        OnPod("lambda that calls a local function", "var s = \"a\"; void Set() { s = \"b\"; } Run(() => Set()); pod.Spec.NodeName = s;", Run),
        OnPod("local function as a delegate", "var s = \"a\"; void Set() { s = \"b\"; } Run(Set); pod.Spec.NodeName = s;", Run),
        OnPod("method of an object as a delegate", "var b = new Box(pod); Run(b.Set);", Run + "private sealed class Box(V1Pod pod) { public void Set() => pod.Spec.NodeName = \"n\"; }"),
        OnPod("increment in a lambda", "var n = 1; Run(() => n++); pod.Spec.Priority = n;", Run),
        OnPod("break in a statement that is not understood", "pod = Set(pod);", "private static unsafe V1Pod Set(V1Pod p) { foreach (var i in new[] { 1, 2 }) { p.Spec.Priority = i; fixed (char* c = \"a\") { break; } } p.Spec.NodeName = \"n\"; return Pod(\"q\", \"y\"); }"),
        OnPod("continue in a statement that is not understood", "pod = Set(pod);", "private static unsafe V1Pod Set(V1Pod p) { foreach (var i in new[] { 1, 2 }) { p.Spec.Priority = i; fixed (char* c = \"a\") { continue; } } p.Spec.NodeName = \"n\"; return Pod(\"q\", \"y\"); }"),
        OnPod("continue under an unknown condition", "foreach (var i in new[] { 1 }) { if (Environment.ProcessId > 0) { pod.Spec.NodeName = \"n\"; continue; } pod.Spec.Hostname = \"h\"; }"),
        OnPod("class that has its own conversion in a loop", "foreach (Loud b in new Quiet[] { new(\"a\") }) { pod.Spec.NodeName = b.Name; }", "private sealed record Quiet(string Name); private sealed record Loud(string Name) { public static explicit operator Loud(Quiet q) => new(q.Name + \"!\"); }"),
        OnPod("struct that has its own conversion in a loop", "foreach (Loud b in new Quiet[] { new(\"a\") }) { pod.Spec.NodeName = b.Name; }", "private sealed record Quiet(string Name); private readonly record struct Loud(string Name) { public static explicit operator Loud(Quiet q) => new(q.Name + \"!\"); }"),
        OnPod("numbers that are none", "pod.Spec.NodeName = B(double.NaN);", "private static string B(double d) => $\"x:{d == d}\";"),
        OnPod("null or an object, compared", "var s = Environment.ProcessId < 0 ? new V1PodSpec() : null; pod.Spec.NodeName = s == null ? \"none\" : \"some\";"),
        OnPod("null or an object, before ??", "var s = Environment.ProcessId < 0 ? new V1PodSecurityContext { RunAsUser = 1 } : null; pod.Spec.SecurityContext = s ?? new() { RunAsUser = 2 };"),
        OnPod("null or an object, before a question mark", "var s = Environment.ProcessId < 0 ? new V1PodSpec { NodeName = \"a\" } : null; pod.Spec.NodeName = s?.NodeName;"),
        OnPod("either of two variables by reference", "var a = \"a\"; var b = \"b\"; ref var r = ref (Environment.ProcessId > 0 ? ref a : ref b); r = \"z\"; pod.Spec.NodeName = a + b;"),
        OnPod("value of either of two variables by reference", "var a = \"a\"; var b = \"a\"; var r = Environment.ProcessId > 0 ? ref a : ref b; pod.Spec.NodeName = r;"),
        OnPod("containers of either kind that get another", "pod.Spec.Containers = Environment.ProcessId < 0 ? [new() { Name = \"a\" }] : [new() { Name = \"a\" }, new() { Name = \"b\" }]; pod = pod.AddContainer(new V1Container { Name = \"c\" });"),
        OnPod("containers of two that get another", "pod.Spec.Containers = Environment.ProcessId < 0 ? [new() { Name = \"a\" }] : [new() { Name = \"a\" }]; pod = pod.AddContainer(new V1Container { Name = \"c\" });"),
        OnPod("metadata or null that a lambda changes", "pod.Metadata = Environment.ProcessId < 0 ? new() { Name = \"a\" } : null; pod = pod.WithMetadata(m => m.WithName(\"b\"));"),
        OnPod("metadata that is not known, changed by a lambda", "pod.Metadata = Get(); pod = pod.WithMetadata(m => { m.Name = \"b\"; return m; });", "private static V1ObjectMeta Get() { goto made; made: return new(); }"),
    ];

    /// <summary>A pod that someone may change whenever unknown code runs, and then code that is none.</summary>
    private static ProofProgram Kept(string name, string statements, string members = "", bool throws = false) =>
        OnPod("no harm: " + name, "Keep(pod); pod.Spec = new() { NodeName = \"m\" }; " + statements, Keep + members, throws);
}
