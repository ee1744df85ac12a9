using static K8sSharpManifests.StaticEvaluation.Tests.Proofs.ProofProgram;

namespace K8sSharpManifests.StaticEvaluation.Tests.Proofs;

/// <summary>B4, B11: code that is run through a delegate changes what it gets, what it captured, or a part that a shallow copy shares.</summary>
internal static class DelegateFaults
{
    private const string Pinned = """private static V1Container Pinned(V1Container c) { c.Image = "nginx:1.27"; return c; }""";

    private const string Harden = """private static void Harden(V1Pod p) => p.Spec.NodeName = "n";""";

    private const string Apply = "private static void Apply(V1Pod p, Action<V1Pod> f) => f(p);";

    private const string Pipe = "private static T Pipe<T>(this T value, Func<T, T> f) => f(value);";

    private const string Named = """private static V1Pod Named(V1Pod p) { p.Spec.NodeName += "n"; return p; }""";

    public static readonly ProofProgram[] All =
    [
        OnPod("B4 method group in Select", "var x = pod.Spec.Containers.Select(Pinned).ToList();", Pinned),
        OnPod("B4 method group in Select, dropped", "_ = pod.Spec.Containers.Select(Pinned).Count(c => c.Name == \"p\");", Pinned),
        OnPod("B4 method group in Select, never run", "var x = pod.Spec.Containers.Select(Pinned);", Pinned),
        OnPod("B4 method group in Where", "var x = pod.Spec.Containers.Where(Changes).ToList();", """private static bool Changes(V1Container c) { c.Image = "x"; return true; }"""),
        OnPod("B4 method group in Any and All", "var x = pod.Spec.Containers.Any(Changes) && pod.Spec.Containers.All(Changes);", """private static bool Changes(V1Container c) { c.Image += "x"; return true; }"""),
        OnPod("B4 method group in ForEach", "pod.Spec.Containers.ToList().ForEach(Changes);", """private static void Changes(V1Container c) => c.Image = "x";"""),
        OnPod("B4 method group in Array.ForEach", "Array.ForEach(pod.Spec.Containers.ToArray(), Changes);", """private static void Changes(V1Container c) => c.Image = "x";"""),
        OnPod("B4 method group in ConvertAll", "var x = new List<V1Container>(pod.Spec.Containers).ConvertAll(Pinned);", Pinned),
        OnPod("B4 method group in Aggregate", "var x = pod.Spec.Containers.Aggregate(\"\", Changes);", """private static string Changes(string text, V1Container c) { c.Image += "x"; return text + c.Image; }"""),
        OnPod("B4 method group in OrderBy", "var x = pod.Spec.Containers.OrderBy(Key).ToList();", """private static int Key(V1Container c) { c.Image = "x"; return 1; }"""),
        OnPod("B4 method group in ToDictionary", "var x = pod.Spec.Containers.ToDictionary(Key);", """private static string Key(V1Container c) { c.Image = "x"; return c.Name; }"""),
        OnPod("B4 method group in Sum", "var x = pod.Spec.Containers.Sum(Key);", """private static int Key(V1Container c) { c.Image = "x"; return 1; }"""),
        OnPod("B4 method group in RemoveAll", "new List<V1Container>(pod.Spec.Containers).RemoveAll(Key);", """private static bool Key(V1Container c) { c.Image = "x"; return true; }"""),
        OnPod("B4 method group in SelectMany", "var x = pod.Spec.Containers.SelectMany(Args).ToList();", """private static IEnumerable<string> Args(V1Container c) { c.Args = ["x"]; return c.Args; }"""),
        OnPod("B4 method group of a local function", "V1Container Local(V1Container c) { c.Image = \"x\"; return c; } var x = pod.Spec.Containers.Select(Local).ToList();"),
        OnPod("B4 method group of an object", "var h = new Hand(\"x\"); var x = pod.Spec.Containers.Select(h.Change).ToList();", "private sealed class Hand(string image) { public V1Container Change(V1Container c) { c.Image = image; return c; } }"),
        OnPod("B4 method group of an extension", "Action f = pod.Harden; f();", """private static void Harden(this V1Pod p) => p.Spec.NodeName = "n";"""),
        OnPod("B4 method group to a helper", "Apply(pod, Harden);", Harden + Apply),
        OnPod("B4 method group to a fluent helper", "var p = pod.Pipe(Named).Pipe(Named);", Named + Pipe),
        OnPod("B4 delegate in a local to a helper", "Action<V1Pod> f = x => { x.Spec.NodeName = \"n\"; }; Apply(pod, f);", Apply),
        OnPod("B4 delegate in a local, called", "Action<V1Pod> f = x => x.Spec.NodeName = \"n\"; f(pod);"),
        OnPod("B4 delegate in a local, invoked", "Action<V1Pod>? f = x => x.Spec.NodeName = \"n\"; f?.Invoke(pod); f.Invoke(pod);"),
        OnPod("B4 delegate of a conditional", "Func<V1Pod, V1Pod> f = DateTime.UtcNow.Year > 2000 ? Named : Same; f(pod);", Named + " private static V1Pod Same(V1Pod p) => p;"),
        OnPod("B4 delegate of a switch", "Func<V1Pod, V1Pod> f = pod.Metadata.Name switch { \"p\" => Named, _ => p => p }; f(pod);", Named),
        OnPod("B4 delegate in a dictionary", "var m = new Dictionary<string, Action<V1Pod>> { [\"a\"] = Harden }; m[\"a\"](pod);", Harden),
        OnPod("B4 delegate in an array", "var a = new Action<V1Pod>[] { Harden, p => p.Spec.NodeName += \"m\" }; foreach (var f in a) f(pod);", Harden),
        OnPod("B4 delegate in a tuple", "var t = (F: (Action<V1Pod>)Harden, N: 1); t.F(pod);", Harden),
        OnPod("B4 delegate in a record", "new Step(Harden).Run(pod);", Harden + " private sealed record Step(Action<V1Pod> Change) { public void Run(V1Pod p) => Change(p); }"),
        OnPod("B4 delegate in a static", "Change(pod);", "private static readonly Action<V1Pod> Change = p => p.Spec.NodeName = \"n\";"),
        OnPod("B4 delegate from a function", "Set(\"n\")(pod);", "private static Action<V1Pod> Set(string node) => p => p.Spec.NodeName = node;"),
        OnPod("B4 curried delegate", "Func<V1Pod, Func<string, Action>> f = p => n => () => p.Spec.NodeName = n; f(pod)(\"n\")();"),
        OnPod("B4 composed delegates", "Compose<V1Pod>(Named, Named)(pod);", Named + " private static Func<T, T> Compose<T>(Func<T, T> f, Func<T, T> g) => x => g(f(x));"),
        OnPod("B4 multicast delegate", "Action<V1Pod> f = Harden; f += p => p.Spec.NodeName += \"m\"; f(pod);", Harden),
        OnPod("B4 multicast delegate, one taken away", "Action<V1Pod>? f = Harden; f += Other; f -= Harden; f?.Invoke(pod);", Harden + " private static void Other(V1Pod p) => p.Spec.NodeName += \"o\";"),
        OnPod("B4 delegate as an extension of a part", "pod.Spec.Also(s => s.NodeName = \"n\");", "private static T Also<T>(this T value, Action<T> f) { f(value); return value; }"),
        OnPod("B4 delegate with a ref parameter", "Change f = (ref V1Pod p) => p = p.WithNodeName(\"n\"); f(ref pod);", "private delegate void Change(ref V1Pod p);"),
        OnPod("B4 delegate of params", "Set f = (p, names) => p.Spec.NodeName = string.Concat(names); f(pod, \"a\", \"b\");", "private delegate void Set(V1Pod p, params string[] names);"),
        OnPod("B4 recursive delegate", "Action<int> f = null!; f = n => { if (n > 0) { pod.Spec.NodeName += n; f(n - 1); } }; f(3);"),
        OnPod("B4 captured pod", "Action f = () => pod.Spec.NodeName = \"n\"; f();"),
        OnPod("B4 captured pod is replaced", "Action f = () => pod = pod.WithNodeName(\"n\"); f(); f();"),
        OnPod("B4 captured pod, changed after the delegate was made", "Func<string> f = () => pod.Metadata.Name; pod = Pod(\"q\", \"x\"); pod.Spec.NodeName = f();"),
        Body("B4 captured variable counts", "var n = 0; Func<int> next = () => ++n; return Pod(\"p\", $\"{next()}{next()}{n}\");"),
        Body("B4 two delegates share a variable", "var n = 0; Action up = () => n++; Func<int> get = () => n; up(); up(); return Pod(\"p\", $\"{get()}\");"),
        Body("B4 each call makes a variable of its own", "Func<Func<int>> make = () => { var n = 0; return () => ++n; }; var (a, b) = (make(), make()); return Pod(\"p\", $\"{a()}{a()}{b()}\");"),
        Body("B4 parameter that is captured and changed", "return Pod(\"p\", Twice(1));", "private static string Twice(int n) { Action f = () => n *= 2; f(); f(); return $\"{n}\"; }"),
        OnPod("B11 shallow copy to a delegate", "Action<V1Pod> f = p => p.Spec.HostNetwork = true; f(pod with { Metadata = new() { Name = \"x\" } });"),
        OnPod("B11 fluent copy to a delegate", "Action<V1Pod> f = p => p.Spec.HostNetwork = true; f(pod.WithName(\"x\"));"),
        OnPod("B11 shallow copy to a method group", "Apply(pod.WithName(\"x\"), Harden);", Harden + Apply),
        OnPod("B11 shallow copy to a local function", "void F(V1Pod p) => p.Spec.HostNetwork = true; F(pod.WithName(\"x\"));"),
        OnPod("B11 shallow copy in a Select", "var l = new[] { \"a\", \"b\" }.Select(n => pod.WithName(n)).Select(p => { p.Spec.NodeName += p.Metadata.Name; return p; }).ToList();"),
        OnPod("B11 part of a shallow copy to a delegate", "Action<V1PodSpec> f = s => s.HostNetwork = true; f(pod.WithName(\"x\").Spec);"),
        OnPod("B11 deep copy leaves the original", "Action<V1Pod> f = p => p.Spec.HostNetwork = true; f(pod with { Spec = pod.Spec with { NodeName = \"x\" } });"),
        OnPod("B11 copy one level too shallow", "Action<V1Pod> f = p => p.Spec.Containers[0].Tty = true; f(pod with { Spec = pod.Spec with { NodeName = \"x\" } });"),
        Body("B11 delegate returns what it got", "Func<V1Pod, V1Pod> f = p => p; var pod = Pod(\"p\", \"x\"); f(pod).Spec.NodeName = \"n\"; return pod;"),
        Body("B11 delegate returns a part", "Func<V1Pod, V1PodSpec> f = p => p.Spec; var pod = Pod(\"p\", \"x\"); f(pod with { Kind = \"Pod\" }).NodeName = \"n\"; return pod;"),
        Body("B4 configure changes and returns another", "var kept = new List<V1Container>(); var pod = Pod(\"p\", \"x\").AddContainer(\"a\", \"b\", c => { kept.Add(c); return c.WithTty(true); }); kept[0].Image = \"z\"; return pod;"),
        Body("B4 configure changes and returns the same", "var kept = new List<V1Container>(); var pod = Pod(\"p\", \"x\").AddContainer(\"a\", \"b\", c => { kept.Add(c); c.Tty = true; return c; }); kept[0].Image = \"z\"; return pod;"),
        Body("B4 configure is run once per call", "var n = 0; V1Container F(V1Container c) => c.AddArg($\"{++n}\"); return Pod(\"p\", \"x\").AddContainer(\"a\", \"b\", F).AddContainer(\"c\", \"d\", F);"),
        OnPod("B4 Lazy", "var l = new Lazy<V1Pod>(() => { pod.Spec.NodeName += \"n\"; return pod; }); _ = l.Value; _ = l.Value;"),
        OnPod("B4 Task", "Task.Run(() => pod.Spec.NodeName = \"n\").Wait();"),
        OnPod("B4 async local function", "async Task F() { pod.Spec.NodeName = \"a\"; await Task.CompletedTask; pod.Spec.NodeName += \"b\"; } F().Wait();"),
    ];
}
