using static K8sSharpManifests.StaticEvaluation.Tests.Proofs.ProofProgram;

namespace K8sSharpManifests.StaticEvaluation.Tests.Proofs;

/// <summary>B12: code that runs without a call of its own, and changes the pod.</summary>
internal static class HiddenCallFaults
{
    private const string Harden = """ private static V1Pod Harden(V1Pod p) { p.Spec.NodeName += "n"; return p; }""";

    public static readonly ProofProgram[] All =
    [
        OnPod("B12 initialiser of a property, primary constructor", "var b = new Box(pod);", "private sealed class Box(V1Pod p) { public V1Pod Pod { get; } = Harden(p); }" + Harden),
        OnPod("B12 initialiser of a field, primary constructor", "_ = new Box(pod);", "private sealed class Box(V1Pod p) { public readonly V1Pod Pod = Harden(p); }" + Harden),
        OnPod("B12 initialiser of a record", "var b = new Box(pod);", "private sealed record Box(V1Pod P) { public V1Pod Pod { get; } = Harden(P); }" + Harden),
        OnPod("B12 initialiser of a record struct", "var b = new Box(pod);", "private readonly record struct Box(V1Pod P) { public V1Pod Pod { get; } = Harden(P); }" + Harden),
        OnPod("B12 base constructor, primary", "_ = new Child(pod);", "private class Parent { public Parent(V1Pod p) => Harden(p); } private sealed class Child(V1Pod p) : Parent(p);" + Harden),
        OnPod("B12 argument of the base constructor", "_ = new Child(pod);", "private class Parent(string name) { public string Name => name; } private sealed class Child(V1Pod p) : Parent(Harden(p).Kind);" + Harden),
        OnPod("B12 base of a base", "_ = new Child(pod);", "private class Top { public Top(V1Pod p) => Harden(p); } private class Parent(V1Pod p) : Top(p); private sealed class Child(V1Pod p) : Parent(p);" + Harden),
        OnPod("B12 this constructor", "_ = new Box(pod, 1);", "private sealed class Box { public Box(V1Pod p) => Harden(p); public Box(V1Pod p, int n) : this(p) { } }" + Harden),
        OnPod("B12 implicit base constructor", "_pod = pod; _ = new Child();", "private static V1Pod? _pod; private class Parent { public Parent() => Harden(_pod!); } private sealed class Child : Parent;" + Harden),
        OnPod("B12 field initialiser of a base", "_pod = pod; _ = new Child();", "private static V1Pod? _pod; private class Parent { public V1Pod Pod = Harden(_pod!); } private sealed class Child : Parent;" + Harden),
        OnPod("B12 base record", "_ = new Child(pod);", "private record Parent(V1Pod P) { public V1Pod Kept { get; } = Harden(P); } private sealed record Child(V1Pod P) : Parent(P);" + Harden),
        OnPod("B12 static constructor of what is used", "_pod = pod; _ = Box.N;", "private static V1Pod? _pod; private static class Box { public static readonly int N; static Box() { Harden(_pod!); N = 1; } }" + Harden),
        OnPod("B12 setter in an object initialiser", "_ = new Setter(pod) { Name = \"x\" };", "private sealed class Setter(V1Pod p) { public string Name { set => p.Spec.NodeName = value; } }"),
        OnPod("B12 init accessor", "_ = new Setter(pod) { Name = \"x\" };", "private sealed class Setter(V1Pod p) { public string Name { get; init { field = value; p.Spec.NodeName = value; } } = \"\"; }"),
        OnPod("B12 setter in a with", "_ = new Setter(pod) with { Name = \"x\" };", "private sealed record Setter(V1Pod P) { public string Name { get; init { field = value; P.Spec.NodeName = value; } } = \"\"; }"),
        OnPod("B12 inherited setter in an initialiser", "_ = new Child { Pod = pod };", "private class Parent { public V1Pod Pod { set => value.Spec.NodeName = \"n\"; } } private sealed class Child : Parent;"),
        OnPod("B12 virtual setter", "Parent x = new Child(); x.Pod = pod;", "private abstract class Parent { public abstract V1Pod Pod { set; } } private sealed class Child : Parent { public override V1Pod Pod { set => value.Spec.NodeName = \"n\"; } }"),
        OnPod("B12 interface setter", "ISink x = new Sink(); x.Pod = pod;", "private interface ISink { V1Pod Pod { set; } } private sealed class Sink : ISink { public V1Pod Pod { set => value.Spec.NodeName = \"n\"; } }"),
        OnPod("B12 default implementation in an interface", "ISink x = new Sink(); x.Take(pod);", "private interface ISink { void Take(V1Pod p) => p.Spec.NodeName = \"n\"; } private sealed class Sink : ISink;"),
        OnPod("B12 explicit implementation of an interface", "var s = new Sink(); s.Take(Pod(\"x\", \"y\")); ((ISink)s).Take(pod);", "private interface ISink { void Take(V1Pod p); } private sealed class Sink : ISink { public void Take(V1Pod p) { } void ISink.Take(V1Pod p) => p.Spec.NodeName = \"n\"; }"),
        OnPod("B12 setter in a deconstruction", "var s = new Setter(pod); (s.Name, _) = (\"x\", 1);", "private sealed class Setter(V1Pod p) { public string Name { set => p.Spec.NodeName = value; } }"),
        OnPod("B12 setter in a compound assignment", "var s = new Setter(pod); s.Name += \"x\"; s.Name ??= \"y\";", "private sealed class Setter(V1Pod p) { public string? Name { get => p.Spec.NodeName; set => p.Spec.NodeName = value + \"!\"; } }"),
        OnPod("B12 ++ of a property", "var s = new Setter(pod); s.N++; ++s.N;", "private sealed class Setter(V1Pod p) { public int N { get => p.Spec.Priority ?? 5; set => p.Spec.Priority = value * 2; } }"),
        OnPod("B12 nested initialiser", "_ = new Outer(pod) { Inner = { Name = \"x\" } };", "private sealed class Outer(V1Pod p) { public Inner Inner { get; } = new(p); } private sealed class Inner(V1Pod p) { public string Name { set => p.Spec.NodeName = value; } }"),
        OnPod("B12 Deconstruct", "var (a, b) = new Box(pod);", "private sealed class Box(V1Pod p) { public void Deconstruct(out int a, out int b) { p.Spec.NodeName = \"n\"; a = b = 1; } }"),
        OnPod("B12 Deconstruct of an extension", "var (a, b) = pod;", "private static void Deconstruct(this V1Pod p, out string a, out string b) { p.Spec.NodeName = \"n\"; a = b = \"x\"; }"),
        OnPod("B12 Deconstruct in a pattern", "if (new Box(pod) is (1, 1)) { }", "private sealed class Box(V1Pod p) { public void Deconstruct(out int a, out int b) { p.Spec.NodeName = \"n\"; a = b = 1; } }"),
        OnPod("B12 Deconstruct in a foreach", "foreach (var (a, b) in new[] { new Box(pod), new Box(pod) }) { }", "private sealed class Box(V1Pod p) { public void Deconstruct(out int a, out int b) { p.Spec.NodeName += \"n\"; a = b = 1; } }"),
        OnPod("B12 Deconstruct in a switch expression", "var n = new Box(pod) switch { (1, 2) => 1, _ => 2 };", "private sealed class Box(V1Pod p) { public void Deconstruct(out int a, out int b) { p.Spec.NodeName = \"n\"; a = b = 1; } }"),
        OnPod("B12 getter in a property pattern", "if (new Box(pod) is { Name: \"x\" }) { }", "private sealed class Box(V1Pod p) { public string Name { get { p.Spec.NodeName = \"n\"; return \"x\"; } } }"),
        OnPod("B12 getter in a negated property pattern", "if (new Box(pod) is not { Name: null }) { }", "private sealed class Box(V1Pod p) { public string Name { get { p.Spec.NodeName = \"n\"; return \"x\"; } } }"),
        OnPod("B12 getter in a nested pattern of a switch", "switch (new Box(pod)) { case { Name.Length: 7 }: break; default: pod.Spec.Priority = 1; break; }", "private sealed class Box(V1Pod p) { public string Name { get { p.Spec.NodeName = \"n\"; return \"x\"; } } }"),
        OnPod("B12 Count and indexer in a list pattern", "if (new Box(pod) is [1, ..]) { }", "private sealed class Box(V1Pod p) { public int Count { get { p.Spec.NodeName += \"c\"; return 1; } } public int this[int i] { get { p.Spec.NodeName += \"i\"; return 1; } } }"),
        OnPod("B12 Slice in a list pattern", "if (new Box(pod) is [_, .. var rest]) { pod.Spec.Priority = rest; }", "private sealed class Box(V1Pod p) { public int Length => 2; public int this[int i] => i; public int Slice(int a, int b) { p.Spec.NodeName = \"n\"; return a + b; } }"),
        OnPod("B12 getter that is not used", "_ = new Box(pod).Name;", "private sealed class Box(V1Pod p) { public string Name { get { p.Spec.NodeName = \"n\"; return \"x\"; } } }"),
        OnPod("B12 getter behind an abstract property", "Parent x = new Child(pod); var s = x.Name;", "private abstract class Parent { public abstract string Name { get; } } private sealed class Child(V1Pod p) : Parent { public override string Name { get { p.Spec.NodeName = \"n\"; return \"x\"; } } }"),
        OnPod("B12 getter behind an interface", "INamed x = new Box(pod); var s = x.Name + x.Name;", "private interface INamed { string Name { get; } } private sealed class Box(V1Pod p) : INamed { public string Name { get { p.Spec.NodeName += \"n\"; return \"x\"; } } }"),
        OnPod("B12 getter behind a generic constraint", "var s = Read(new Box(pod));", "private interface INamed { string Name { get; } } private static string Read<T>(T x) where T : INamed => x.Name; private sealed class Box(V1Pod p) : INamed { public string Name { get { p.Spec.NodeName = \"n\"; return \"x\"; } } }"),
        Body("B12 getter that changes its own object", "Parent x = new Child(); return Pod(\"p\", x.Next + x.Next + x.Last);", "private abstract class Parent { public string Last = \"\"; public abstract string Next { get; } } private sealed class Child : Parent { private int _n; public override string Next => Last = $\"{++_n}\"; }"),
        Body("B12 getter with field changes its own object", "var x = new Counter(); return Pod(\"p\", $\"{x.Next}{x.Next}\");", "private sealed class Counter { public int Next => ++field; }"),
        Body("B12 getter that makes its value once", "var x = new Once(); var a = x.List; x.List.Add(\"b\"); return Pod(\"p\", $\"{a.Count}{x.List.Count}\");", "private sealed class Once { private List<string>? _list; public List<string> List => _list ??= [\"a\"]; }"),
        Body("B12 getter that makes its value each time", "var x = new Each(); x.List.Add(\"b\"); return Pod(\"p\", $\"{x.List.Count}\");", "private sealed class Each { public List<string> List => [\"a\"]; }"),
        OnPod("B12 indexer", "var x = new Box(pod)[1];", "private sealed class Box(V1Pod p) { public int this[int i] { get { p.Spec.Priority = i; return i; } } }"),
        OnPod("B12 indexer's setter", "var x = new Box(pod); x[\"a\"] = \"b\"; x[\"c\"] += \"d\";", "private sealed class Box(V1Pod p) { public string this[string key] { get => key; set => p.Spec.NodeName += key + value; } }"),
        OnPod("B12 indexer in an initialiser", "_ = new Box(pod) { [\"a\"] = \"b\" };", "private sealed class Box(V1Pod p) { public string this[string key] { set => p.Spec.NodeName += key + value; } }"),
        OnPod("B12 index from the end", "var x = new Box(pod)[^1];", "private sealed class Box(V1Pod p) { public int Length { get { p.Spec.NodeName += \"l\"; return 4; } } public int this[int i] { get { p.Spec.Priority = i; return i; } } }"),
        OnPod("B12 range of a type of one's own", "var x = new Box(pod)[1..^1];", "private sealed class Box(V1Pod p) { public int Length => 4; public int Slice(int a, int b) { p.Spec.Priority = a * 10 + b; return 0; } }"),
        OnPod("B12 Add of a collection initialiser", "_ = new Box(pod) { 1, 2 };", "private sealed class Box(V1Pod p) : System.Collections.IEnumerable { public void Add(int n) => p.Spec.Priority = n; public System.Collections.IEnumerator GetEnumerator() => new int[0].GetEnumerator(); }"),
        OnPod("B12 Add of an extension", "_ = new Stack<V1Pod> { pod };", "private static void Add(this Stack<V1Pod> s, V1Pod p) => p.Spec.NodeName = \"n\";"),
        OnPod("B12 collection builder", "Box b = [1, 2, 3]; pod.Spec.Priority = b.Sum;", "[System.Runtime.CompilerServices.CollectionBuilder(typeof(Builder), \"Create\")] public sealed class Box(int sum) : IEnumerable<int> { public int Sum => sum; public IEnumerator<int> GetEnumerator() { yield break; } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); } public static class Builder { public static Box Create(ReadOnlySpan<int> items) { var n = 100; foreach (var i in items) n += i; return new(n); } }"),
        OnPod("B12 accessors of an event", "new Box(pod).Made += () => { };", "private sealed class Box(V1Pod p) { public event Action Made { add => p.Spec.NodeName = \"n\"; remove { } } }"),
        OnPod("B12 remove of an event", "new Box(pod).Made -= () => { };", "private sealed class Box(V1Pod p) { public event Action Made { add { } remove => p.Spec.NodeName = \"n\"; } }"),
        OnPod("B12 raising an event", "var b = new Box(); b.Made += p => p.Spec.NodeName = \"n\"; b.Raise(pod);", "private sealed class Box { public event Action<V1Pod>? Made; public void Raise(V1Pod p) => Made?.Invoke(p); }"),
    ];
}
