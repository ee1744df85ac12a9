using static K8sSharpManifests.StaticEvaluation.Tests.Proofs.ProofProgram;

namespace K8sSharpManifests.StaticEvaluation.Tests.Proofs;

/// <summary>B9: a reference to a place: a local, a field, an element.</summary>
internal static class RefFaults
{
    public static readonly ProofProgram[] All =
    [
        Body("B9 ref local of a local", """var image = "nginx:1.0"; ref var r = ref image; r = "nginx:1.27"; return Pod("p", image);"""),
        Body("B9 ref local of a ref local", """var image = "a"; ref var r = ref image; ref var s = ref r; s += "b"; r += "c"; return Pod("p", image + r + s);"""),
        Body("B9 ref local sees what its local gets", """var image = "a"; ref var r = ref image; image = "b"; return Pod("p", r);"""),
        Body("B9 ref local that is reassigned", """var a = "a"; var b = "b"; ref var r = ref a; r += "1"; r = ref b; r += "2"; return Pod("p", a + b);"""),
        Body("B9 ref local of an element", """var l = new[] { "a", "b" }; ref var r = ref l[1]; r = "c"; l[1] += "d"; return Pod("p", string.Concat(l) + r);"""),
        Body("B9 ref local of an element, array replaced", """var l = new[] { "a", "b" }; ref var r = ref l[1]; l = ["x", "y"]; r = "c"; return Pod("p", string.Concat(l) + r);"""),
        Body("B9 ref local of an element, index changed", """var l = new[] { "a", "b" }; var i = 0; ref var r = ref l[i]; i = 1; r = "c"; return Pod("p", string.Concat(l));"""),
        Body("B9 ref local of a field", """var b = new Box(); ref var r = ref b.Text; r = "b"; var old = b; b = new(); r += "c"; return Pod("p", b.Text + old.Text);""", """private sealed class Box { public string Text = "a"; }"""),
        Body("B9 ref local of a field of a struct", """var b = new Box { N = 1 }; ref var r = ref b.N; r = 2; var c = b; r = 3; return Pod("p", $"{b.N}{c.N}");""", "private struct Box { public int N; }"),
        Body("B9 ref local of a struct", """var b = new Box { N = 1 }; ref var r = ref b; r.N = 2; r = new Box { N = r.N + 5 }; return Pod("p", $"{b.N}");""", "private struct Box { public int N; }"),
        Body("B9 ref ternary", """var a = "a"; var b = "b"; (a.Length > 5 ? ref a : ref b) = "c"; return Pod("p", a + b);"""),
        Body("B9 ref ternary of an unknown condition", """var a = "a"; var b = "b"; ref var r = ref Environment.ProcessId > 0 ? ref a : ref b; r = "c"; return Pod("p", a + b);"""),
        Body("B9 ref return of an element", """var l = new[] { "a", "b" }; At(l, 1) = "c"; return Pod("p", string.Concat(l));""", "private static ref string At(string[] l, int i) => ref l[i];"),
        Body("B9 ref return of a field", """var b = new Box(); b.Slot() = "b"; b.Slot() += "c"; return Pod("p", b.Text);""", """private sealed class Box { public string Text = "a"; public ref string Slot() => ref Text; }"""),
        Body("B9 ref return of an argument", """var a = "a"; var b = "b"; Longer(ref a, ref b) = "c"; return Pod("p", a + b);""", "private static ref string Longer(ref string a, ref string b) => ref a.Length > b.Length ? ref a : ref b;"),
        Body("B9 ref property", """var b = new Box(); b.Slot = "b"; b.Slot += "c"; return Pod("p", b.Text);""", """private sealed class Box { public string Text = "a"; public ref string Slot => ref Text; }"""),
        Body("B9 ref indexer", """var b = new Box(); b[1] = "x"; b[0] += "y"; return Pod("p", b.Text);""", """private sealed class Box { private readonly string[] _l = ["a", "b"]; public ref string this[int i] => ref _l[i]; public string Text => string.Concat(_l); }"""),
        Body("B9 copy of a ref return is no ref", """var l = new[] { "a", "b" }; var s = At(l, 1); s = "c"; return Pod("p", string.Concat(l) + s);""", "private static ref string At(string[] l, int i) => ref l[i];"),
        Body("B9 ref foreach of a span", """var l = new[] { 1, 2 }; foreach (ref var n in l.AsSpan()) { n *= 5; } return Pod("p", string.Join('-', l));"""),
        Body("B9 ref argument", """var a = "a"; Change(ref a); Change(ref a); return Pod("p", a);""", """private static void Change(ref string s) => s += "b";"""),
        Body("B9 ref argument twice", """var a = 1; return Pod("p", $"{Both(ref a, ref a)}{a}");""", "private static int Both(ref int x, ref int y) { x += 1; y *= 5; return x; }"),
        Body("B9 ref argument and captured", """var a = 1; Action f = () => a *= 3; Change(ref a, f); return Pod("p", $"{a}");""", "private static void Change(ref int n, Action f) { n++; f(); n++; }"),
        Body("B9 ref argument of a helper of a helper", """var a = 1; One(ref a); return Pod("p", $"{a}");""", "private static void One(ref int n) { n++; Two(ref n); n++; } private static void Two(ref int n) => n *= 10;"),
        Body("B9 ref element argument, evaluated once", """var l = new[] { 1, 2 }; var i = 0; Change(ref l[i++]); return Pod("p", string.Join('-', l) + i);""", "private static void Change(ref int n) => n += 5;"),
        Body("B9 ref field argument", """var b = new Box(); Change(ref b.N); return Pod("p", $"{b.N}");""", "private sealed class Box { public int N = 1; } private static void Change(ref int n) => n += 5;"),
        Body("B9 ref argument that is an object", """var pod = Pod("p", "x"); var q = pod; Change(ref pod); pod.Spec.Priority = 1; return q;""", """private static void Change(ref V1Pod p) { p.Spec.NodeName = "n"; p = Pod("q", "y"); }"""),
        Body("B9 in argument is a reference", """var n = 1; return Pod("p", $"{Read(in n, () => n = 7)}");""", "private static int Read(in int n, Action f) { f(); return n; }"),
        Body("B9 in argument by value of another type", """var n = 1; return Pod("p", $"{Read(n, () => n = 7)}");""", "private static long Read(in long n, Action f) { f(); return n; }"),
        Body("B9 out argument", """string s; Make(out s); Make(out var t); return Pod("p", s + t);""", """private static void Make(out string s) { s = "a"; s += "b"; }"""),
        Body("B9 out argument that is read elsewhere", """var s = "a"; var r = Make(out s, () => s); return Pod("p", s + r);""", """private static string Make(out string s, Func<string> f) { s = "b"; return f(); }"""),
        Body("B9 out discard", """Make(out _); return Pod("p", Make(out string? _));""", """private static string Make(out string? s) { s = "b"; return s + "r"; }"""),
        Body("B9 ref local in a loop", """var l = new[] { 1, 2, 3 }; for (var i = 0; i < l.Length; i++) { ref var n = ref l[i]; n += i * 10; } return Pod("p", string.Join('-', l));"""),
        Body("B9 ref extension method", """var n = 1; n.Up(); n.Up(); return Pod("p", $"{n}");""", "private static void Up(ref this int n) => n += 5;"),
        Body("B9 ref extension of a struct", """var b = new Box(); b.Up(); var c = b; c.Up(); return Pod("p", $"{b.N}{c.N}");""", "public struct Box { public int N; } private static void Up(ref this Box b) => b.N++;"),
        Body("B9 ref field of a ref struct", """var n = 1; var v = new View(ref n); v.N = 5; v.N++; return Pod("p", $"{n}");""", "private ref struct View { public ref int N; public View(ref int n) => N = ref n; }"),
        Body("B9 ref to a value in a dictionary", """var m = new Dictionary<string, int> { ["a"] = 1 }; ref var r = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(m, "b", out _); r = 5; return Pod("p", $"{m["b"]}");"""),
        Body("B9 span of a list", """var l = new List<int> { 1, 2 }; System.Runtime.InteropServices.CollectionsMarshal.AsSpan(l)[0] = 9; return Pod("p", string.Join('-', l));"""),
        Body("B9 pointer", """var n = 1; unsafe { int* p = &n; *p = 5; p[0]++; } return Pod("p", $"{n}");"""),
        Body("B9 Unsafe", """var n = 1; System.Runtime.CompilerServices.Unsafe.As<int, int>(ref n) = 5; return Pod("p", $"{n}");"""),
        Body("B9 Interlocked and Volatile", """var n = 1; System.Threading.Interlocked.Add(ref n, 4); System.Threading.Volatile.Write(ref n, n * 2); var old = System.Threading.Interlocked.Exchange(ref n, 3); return Pod("p", $"{n}{old}");"""),
        Body("B9 Array.Resize", """var l = new[] { 1, 2 }; var old = l; Array.Resize(ref l, 3); l[0] = 9; return Pod("p", string.Join('-', l) + string.Join('-', old));"""),
        Body("B9 swap by deconstruction of elements", """var l = new[] { 1, 2, 3 }; (l[0], l[2]) = (l[2], l[0]); return Pod("p", string.Join('-', l));"""),
        Body("B9 ref readonly", """var n = 1; ref readonly var r = ref n; n = 5; return Pod("p", $"{r}");"""),
        Body("B9 ref local of a model's place in an array", """var l = new[] { Pod("a", "x") }; ref var r = ref l[0]; r = r.WithName("b"); r.Spec.NodeName = "n"; return l[0];"""),
        Body("B9 static array by ref", """Slot(1) = "z"; return Pod("p", string.Concat(Words));""", """private static readonly string[] Words = ["a", "b"]; private static ref string Slot(int i) => ref Words[i];"""),
    ];
}
