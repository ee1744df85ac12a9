using static K8sSharpManifests.StaticEvaluation.Tests.Proofs.ProofProgram;

namespace K8sSharpManifests.StaticEvaluation.Tests.Proofs;

/// <summary>Structs are copied when they are assigned, passed, captured, boxed and read from readonly places.</summary>
internal static class StructFaults
{
    private const string Box = "private struct Box { public int N; public string? T; public void Up() => N++; public Box Upped() { N++; return this; } public readonly int Twice() => N * 2; public int Next => ++N; }";

    public static readonly ProofProgram[] All =
    [
        Body("copy by assignment", """var a = new Box { N = 1 }; var b = a; b.N = 2; a.T = "x"; return Pod("p", $"{a.N}{b.N}{b.T}");""", Box),
        Body("copy by argument", """var a = new Box { N = 1 }; Change(a); return Pod("p", $"{a.N}");""", Box + " private static void Change(Box b) { b.N = 9; b.Up(); }"),
        Body("copy by return", """var a = new Box { N = 1 }; var b = Same(a); b.N = 9; return Pod("p", $"{a.N}{b.N}");""", Box + " private static Box Same(Box b) => b;"),
        Body("method that changes", """var a = new Box { N = 1 }; a.Up(); a.Up(); return Pod("p", $"{a.N}");""", Box),
        Body("method that changes and returns a copy", """var a = new Box { N = 1 }; a.Upped().Up(); var b = a.Upped(); b.Up(); return Pod("p", $"{a.N}{b.N}");""", Box),
        Body("getter that changes", """var a = new Box { N = 1 }; var s = $"{a.Next}{a.Next}"; return Pod("p", $"{s}{a.N}");""", Box),
        Body("readonly field is copied before the call", """var h = new Holder(); h.R.Up(); h.W.Up(); return Pod("p", $"{h.R.N}{h.W.N}{h.R.Next}{h.R.N}");""", Box + " private sealed class Holder { public readonly Box R = new() { N = 1 }; public Box W = new() { N = 1 }; }"),
        Body("property gives a copy", """var h = new Holder(); h.P.Up(); var p = h.P; p.N = 7; return Pod("p", $"{h.P.N}");""", Box + " private sealed class Holder { public Box P { get; set; } = new() { N = 1 }; }"),
        Body("element of an array is a place", """var a = new Box[2]; a[0].N = 5; a[0].Up(); a[1].T = "x"; return Pod("p", $"{a[0].N}{a[1].N}{a[1].T}");""", Box),
        Body("element of a list is a copy", """var l = new List<Box> { new() { N = 1 } }; l[0].Up(); var b = l[0]; b.N = 9; return Pod("p", $"{l[0].N}");""", Box),
        Body("foreach gives copies", """var a = new Box[] { new() { N = 1 } }; foreach (var b in a) { b.Up(); } return Pod("p", $"{a[0].N}");""", Box),
        Body("foreach by ref", """var a = new Box[] { new() { N = 1 } }; foreach (ref var b in a.AsSpan()) { b.Up(); } return Pod("p", $"{a[0].N}");""", Box),
        Body("boxed copy", """var a = new Box { N = 1 }; object o = a; a.N = 2; ((Box)o).Up(); return Pod("p", $"{((Box)o).N}{a.N}");""", Box),
        Body("boxed as an interface", """IUp u = new Up { N = 1 }; var v = u; u.Do(); return Pod("p", $"{v.Value}");""", "private interface IUp { void Do(); int Value { get; } } private struct Up : IUp { public int N; public void Do() => N++; public int Value => N; }"),
        Body("constraint does not box", """var u = new Up { N = 1 }; Twice(u); TwiceRef(ref u); return Pod("p", $"{u.N}");""", "private interface IUp { void Do(); } private struct Up : IUp { public int N; public void Do() => N++; } private static void Twice<T>(T u) where T : IUp { u.Do(); u.Do(); } private static void TwiceRef<T>(ref T u) where T : IUp { u.Do(); u.Do(); }"),
        Body("captured struct is shared", """var a = new Box { N = 1 }; Action f = () => a.Up(); f(); f(); return Pod("p", $"{a.N}");""", Box),
        Body("delegate of a struct's method has a copy", """var a = new Box { N = 1 }; Action f = a.Up; f(); f(); return Pod("p", $"{a.N}");""", Box),
        Body("this is assigned", """var a = new Swap { N = 1 }; a.Reset(); return Pod("p", $"{a.N}");""", "private struct Swap { public int N; public void Reset() => this = new Swap { N = 7 }; }"),
        Body("with copies", """var a = new Box { N = 1 }; var b = a with { T = "x" }; b.N++; return Pod("p", $"{a.N}{b.N}{a.T}{b.T}");""", Box),
        Body("struct in a struct", """var o = new Outer(); o.In.N = 5; var p = o; p.In.Up(); o.In.Up(); o.In.Up(); return Pod("p", $"{o.In.N}{p.In.N}");""", Box + " private struct Outer { public Box In; }"),
        Body("struct that holds a list", """var a = new Bag([1]); var b = a; b.L.Add(2); b = new Bag([9]); return Pod("p", string.Concat(a.L) + string.Concat(b.L));""", "private readonly record struct Bag(List<int> L);"),
        Body("struct in a tuple", """var t = (B: new Box { N = 1 }, X: 0); t.B.Up(); var u = t; u.B.Up(); return Pod("p", $"{t.B.N}{u.B.N}");""", Box),
        Body("nullable struct", """Box? a = new Box { N = 1 }; var b = a.Value; b.Up(); a?.Up(); a.Value.Up(); return Pod("p", $"{a.Value.N}{b.N}");""", Box),
        Body("struct as a key", """var m = new Dictionary<Box, string>(); var k = new Box { N = 1 }; m[k] = "a"; k.N = 2; m[k] = "b"; return Pod("p", $"{m.Count}{m[new Box { N = 1 }]}");""", Box),
        Body("struct in a record", """var r = new R(new Box { N = 1 }); var b = r.B; b.Up(); var s = r with { B = b }; return Pod("p", $"{r.B.N}{s.B.N}");""", Box + " private sealed record R(Box B);"),
        Body("in parameter is copied before the call", """var a = new Box { N = 1 }; return Pod("p", $"{Change(in a)}{a.N}");""", Box + " private static int Change(in Box b) { b.Up(); return b.N; }"),
        Body("using of a struct", """var a = new Gone { L = [] }; using (a) { a.N = 5; } return Pod("p", string.Concat(a.L));""", "private struct Gone : IDisposable { public int N; public List<int> L; public void Dispose() => L.Add(N); }"),
        Body("using variable in a method call", """var l = new List<int>(); using (var g = new Gone { L = l, N = 3 }) { g.Up(); } return Pod("p", string.Concat(l));""", "private struct Gone : IDisposable { public int N; public List<int> L; public void Up() => N++; public void Dispose() => L.Add(N); }"),
        Body("default values", """var b = default(Box); Box c = default; var a = new Box[1]; return Pod("p", $"{b.N}{c.T is null}{a[0].N}{new Box().N}");""", Box),
        Body("list enumerator copied", """var l = new List<int> { 1, 2, 3 }; var e = l.GetEnumerator(); e.MoveNext(); var f = e; f.MoveNext(); return Pod("p", $"{e.Current}{f.Current}");"""),
        Body("readonly enumerator never moves", """var h = new Holder(new List<int> { 1, 2 }); h.Next(); h.Next(); return Pod("p", $"{h.Next()}");""", "private sealed class Holder(List<int> l) { private readonly List<int>.Enumerator _r = l.GetEnumerator(); private List<int>.Enumerator _w = l.GetEnumerator(); public string Next() { _r.MoveNext(); _w.MoveNext(); return $\"{_r.Current}{_w.Current}\"; } }"),
        Body("primary constructor's parameter of a struct", """var c = new Counter(5); c.Up(); var d = c; d.Up(); return Pod("p", $"{c.Value}{d.Value}");""", "private struct Counter(int n) { public void Up() => n++; public readonly int Value => n; }"),
        Body("indexer gives a copy", """var h = new Holder(); h[0].Up(); var b = h[0]; b.N = 9; h[0] = b with { T = "x" }; return Pod("p", $"{h[0].N}{h[0].T}");""", Box + " private sealed class Holder { private readonly Box[] _a = new Box[1]; public Box this[int i] { get => _a[i]; set => _a[i] = value; } }"),
        Body("inline array", """var b = new Four(); b[0] = 5; var c = b; c[0] = 7; b[1] = c[0]; return Pod("p", $"{b[0]}{b[1]}{c[1]}");""", "[System.Runtime.CompilerServices.InlineArray(4)] private struct Four { private int _n; }"),
        Body("DateTime and TimeSpan are values", """var a = new DateTime(2020, 1, 1); a.AddDays(1); var b = a.AddDays(1); return Pod("p", $"{a.Day}{b.Day}");"""),
    ];
}
