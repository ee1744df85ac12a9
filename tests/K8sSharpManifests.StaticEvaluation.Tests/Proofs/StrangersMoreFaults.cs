namespace K8sSharpManifests.StaticEvaluation.Tests.Proofs;

/// <summary>Programs by somebody who did not know the code, and that it proved wrong once: of members that share, structs, views and bytes.</summary>
internal static class StrangersMoreFaults
{
    public static readonly ProofProgram[] All =
    [
        new("read-only struct that replaces itself", StrangersFaults.Made + """
             [Manifest] public static V1Pod A() { return R(S.V.A + "", S.W); } static class S { public static readonly Pt V = new() { A = 1 }; public static readonly string W = "" + V.Inc(); } struct Pt { public int A; public int Inc() { this = new() { A = A + 1 }; return A; } }
            """),
        new("read-only member that goes out", StrangersFaults.Made + """
             [Manifest] public static V1Pod A() { return R(S.V); } static class S { public static readonly string V = "a"; public static readonly bool W = new Dd() is var d && d.Get(out V) == 1; } class Dd { public int Get(out string s) { s = "dd"; return 1; } }
            """),
        new("list that another list holds", StrangersFaults.Made + """
             [Manifest] public static V1Pod A() { return R(S.V[0], S.V.Count + ""); } static class S { static readonly List<List<string>> All = []; public static readonly List<string> V = Mk(); static List<string> Mk() { var l = new List<string> { "a" }; All.Add(l); return l; } public static int Fill() { foreach (var l in All) l.Insert(0, "z"); return 1; } } [Manifest] public static V1Pod B() { S.Fill(); return R("x"); }
            """),
        new("list of a registry", StrangersFaults.Made + """
             [Manifest] public static V1Pod A() { return R(S.V["a"], S.V.Count + ""); } static class S { static readonly List<Dictionary<string, string>> D = []; public static readonly Dictionary<string, string> V = Reg(new() { ["a"] = "1" }); static readonly bool z = Do(); static Dictionary<string, string> Reg(Dictionary<string, string> d) { D.Add(d); return d; } static bool Do() { D.ForEach(x => x["a"] = "2"); return true; } }
            """),
        new("dictionary that another member holds", StrangersFaults.Made + """
             [Manifest] public static V1Pod A() { return R(S.V["a"], S.V.Count + ""); } static class S { static Dictionary<string, string> last; public static readonly Dictionary<string, string> V = Reg(new() { ["a"] = "1" }); static readonly bool z = Do(); static Dictionary<string, string> Reg(Dictionary<string, string> d) { last = d; return d; } static bool Do() { last["a"] = "2"; return true; } }
            """),
        new("getter of a loop's variable", StrangersFaults.Made + """
             [Manifest] public static V1Pod A() { Func<int> f = new Pt().Inc; object o = new Pt(); var i = (I1)o; string s = ""; foreach (var x in new[] { new Pt() }) s += x.Inc() + "" + x.A; return R("" + f() + f(), "" + i.Inc() + i.Inc() + ((Pt)o).A, s); } interface I1 { int Inc(); } struct Pt : I1 { public int A; public int Inc() { this = new() { A = A + 1 }; return A; } }
            """),
        new("indexer of a loop's variable", StrangersFaults.Made + """
             [Manifest] public static V1Pod A() { string s = ""; foreach (var (p, i) in new[] { (new Pt(), 1) }) { s += p.Inc() + "" + p.A; } foreach (var x in new List<Pt> { new() }) s += x.Inc() + "" + x.A; using (var d = new Pt()) s += d.Inc() + "" + d.A; return R(s); } struct Pt : IDisposable { public int A; public int Inc() => ++A; public void Dispose() { } }
            """),
        new("loop's variable, captured", StrangersFaults.Made + """
             [Manifest] public static V1Pod A() { string s = ""; foreach (var x in new[] { new Pt() }) { s += x.P + "" + x.P + x[0] + x; s += $"{x}" + x.ToString(); var (a, b) = x; s += a + b + x.A; } return R(s); } struct Pt { public int A; public int P => ++A; public int this[int i] => A += 10; public override string ToString() => "t" + A++; public void Deconstruct(out int x, out int y) { x = A++; y = A; } }
            """),
        new("struct out of a box", StrangersFaults.Made + """
             [Manifest] public static V1Pod A() { string s = ""; var p = new Pt(); if (p is var q) { q.Inc(); s += q.A; } if (p is Pt r && r.Inc() == 1) s += r.A; switch (p) { case { A: 0 } z: z.Inc(); s += z.A; break; } object o = p; if (o is Pt w) { w.Inc(); s += w.A + "" + ((Pt)o).A; } return R(s, p.A + ""); } struct Pt { public int A; public int Inc() => ++A; }
            """),
        new("reference that a struct keeps, moved", StrangersFaults.Made + """
             [Manifest] public static V1Pod A() { int x = 1; var s = new Rs(ref x); s.Set(5); var t = s; t.Set(6); s.R = ref s.R; int y = 9; s.R = ref y; s.Set(10); return R(x + "", y + "", t.R + ""); } ref struct Rs(ref int r) { public ref int R = ref r; public void Set(int v) => R = v; }
            """),
        new("reference that a struct keeps", StrangersFaults.Made + """
             [Manifest] public static V1Pod A() { int x = 1; new Rs(ref x).Set(5); return R(x + ""); } ref struct Rs(ref int r) { public ref int R = ref r; public void Set(int v) => R = v; }
            """),
        new("reference that a generic struct keeps", StrangersFaults.Made + """
             [Manifest] public static V1Pod A() { string x = "a"; var r = new Rs<string>(ref x); x = "b"; var z = r.R; r.R += "c"; M(r); return R(x, z); } ref struct Rs<TT>(ref TT r) { public ref TT R = ref r; } static void M(Rs<string> r) => r.R += "m";
            """),
        new("struct out of a box, by a case", StrangersFaults.Made + """
             [Manifest] public static V1Pod A() { object o = new Pt(); string s = ""; switch (o) { case Pt w: w.Inc(); s += w.A; break; } s += ((Pt)o).A; return R(s); } struct Pt { public int A; public int Inc() => ++A; }
            """),
        new("struct out of a box, by an arm", StrangersFaults.Made + """
             [Manifest] public static V1Pod A() { object o = new Pt(); string s = ""; s += o switch { Pt w => w.Inc(), _ => 0 }; s += ((Pt)o).A; return R(s); } struct Pt { public int A; public int Inc() => ++A; }
            """),
        new("bytes of a query", StrangersFaults.Made + """
             [Manifest] public static V1Secret A() { var b = System.Text.Encoding.UTF8.GetBytes("abc"); return new V1Secret { Metadata = new() { Name = "s" }, Data = new Dictionary<string, byte[]> { ["a"] = b, ["b"] = b[1..], ["c"] = [.. b, 65], ["d"] = b.Concat(b).ToArray(), ["e"] = [], ["f"] = new byte[2], ["g"] = "lit"u8.ToArray(), ["h"] = b.Reverse().ToArray() } }; }
            """),
        new("list that grows behind Take", StrangersFaults.Made + """
             [Manifest] public static V1Pod A() { string s = ""; var l = new List<string> { "a", "b" }; foreach (var x in l.Take(4)) { if (l.Count < 6) l.Add("c"); s += x; } return R(s, l.Count + ""); }
            """),
        new("bytes of lists", StrangersFaults.Made + """
             static V1Secret Mk(params byte[][] bs) => new V1Secret { Metadata = new() { Name = "s" }, Data = bs.Select((b, i) => ("k" + i, b)).ToDictionary(x => x.Item1, x => x.b) }; [Manifest] public static V1Secret A() { var b = System.Text.Encoding.UTF8.GetBytes("abc"); return Mk(b.Append((byte)65).ToArray(), b.Where(x => x > 97).ToArray(), b.Select(x => x).ToArray(), b.Take(2).ToArray(), b.Skip(1).ToArray()); } [Manifest] public static V1Secret B() { var l = new List<byte> { 65, 66 }; return Mk([.. l], l.ToArray(), Enumerable.Repeat((byte)65, 3).ToArray(), new byte[] { 65 }, [65, 66]); } [Manifest] public static V1Secret C() { byte[] b = [65, 66]; b[0]++; var c = (byte[])b.Clone(); return Mk(b, c, "abc".Select(x => (byte)x).ToArray(), new[] { b, c }.SelectMany(x => x).ToArray(), b.Distinct().ToArray()); } [Manifest] public static V1Secret D() => new V1Secret { Metadata = new() { Name = "s" }, Data = new Dictionary<string, byte[]> { ["d"] = System.Text.Encoding.UTF8.GetBytes("a").Union(System.Text.Encoding.UTF8.GetBytes("b")).ToArray() } }; [Manifest] public static V1Secret E() => new V1Secret { Metadata = new() { Name = "s" }, Data = new Dictionary<string, byte[]> { ["d"] = Enumerable.Range(65, 2).Select(x => (byte)x).ToArray() } }; [Manifest] public static V1Secret G() => new V1Secret { Metadata = new() { Name = "s" }, Data = new Dictionary<string, byte[]> { ["d"] = Array.Empty<byte>(), ["e"] = Enumerable.Empty<byte>().ToArray() } }; [Manifest] public static V1Secret H() => new V1Secret { Metadata = new() { Name = "s" }, Data = new Dictionary<string, byte[]> { ["d"] = new List<byte> { 65 }.ToArray(), ["e"] = (byte[])[.. new List<byte> { 65 }] } }; [Manifest] public static V1Secret I() => new V1Secret { Metadata = new() { Name = "s" }, Data = new Dictionary<string, byte[]> { ["e"] = "ab".ToCharArray().Select(c => (byte)(c + 1)).Reverse().ToArray() } };
            """),
        new("list that grows behind Skip", StrangersFaults.Made + """
             [Manifest] public static V1Pod A() { string s = ""; IList<string> l = new List<string> { "a", "b" }; foreach (var x in l.Skip(0)) { if (l.Count < 6) l.Add("c"); s += x; } return R(s, l.Count + ""); }
            """),
        new("list that shrinks behind Take", StrangersFaults.Made + """
             [Manifest] public static V1Pod A() { string s = ""; var l = new List<string> { "a", "b", "c" }; foreach (var x in l.Take(3)) { l.Remove(x); s += x; } return R(s, l.Count + ""); }
            """),
        new("list that changes behind Skip", StrangersFaults.Made + """
             [Manifest] public static V1Pod A() { string s = ""; var l = new List<string> { "a", "b", "c" }; foreach (var x in l.Skip(1)) { l[2] = "z"; s += x; } return R(s, l.Count + ""); }
            """),
        new("Dispose of what is not disposable", StrangersFaults.Made + """
             [Manifest] public static V1Pod A() { var l = new List<string>(); using (var d = new Rd(l)) { l.Add("x"); } foreach (var q in new En(l)) l.Add(q); return R(string.Join(",", l)); } ref struct Rd(List<string> l) { public void Dispose() => l.Add("rd"); } class En(List<string> l) { public En GetEnumerator() => this; int n; public string Current => "c" + n; public bool MoveNext() => n++ < 2; public void Dispose() => l.Add("never?"); }
            """),
        new("lifted operators", StrangersFaults.Made + """
             [Manifest] public static V1Pod A() { Mt? a = new Mt(2), b = null; var c = a + b; var d = a + a; Mt? e = 5; int? i = (int?)a; var g = b == null; b++; a++; bool? lt = a < b; return R((c == null) + "" + d.Value.V + e?.V + i + g, (b?.V ?? -9) + 20 + "", a.Value.V + "" + (lt == true)); } struct Mt(int v) { public int V => v; public static Mt operator +(Mt a, Mt b) => new(a.V + b.V); public static Mt operator ++(Mt a) => new(a.V + 10); public static implicit operator Mt(int i) => new(i); public static explicit operator int(Mt m) => m.V; public static bool operator ==(Mt a, Mt b) => true; public static bool operator !=(Mt a, Mt b) => false; public static bool operator <(Mt a, Mt b) => true; public static bool operator >(Mt a, Mt b) => true; }
            """),
        new("handler that changes a list", StrangersFaults.Made + """
             [Manifest] public static V1Pod A() { var p = new Pub(); string s = ""; p.Ev += x => s += "1" + x; p.Ev += x => s += "2" + x; p.Raise("q"); var t = s; s = ""; p.Raise("z"); return R(t, s); } class Pub { public event Action<string> Ev; public void Raise(string x) => Ev?.Invoke(x); }
            """),
        new("handler of a property's change", StrangersFaults.Made + """
             [Manifest] public static V1Pod A() { var v = new Vm(); var log = "none"; v.PropertyChanged += (o, e) => log = e.PropertyName; log = "start"; v.Name = "x"; return R(log, v.Name); } class Vm : System.ComponentModel.INotifyPropertyChanged { public event System.ComponentModel.PropertyChangedEventHandler PropertyChanged; public string Name { get; set { field = value; PropertyChanged?.Invoke(this, new(nameof(Name))); } } }
            """),
        new("static event of the own class", StrangersFaults.Made + """
             [Manifest] public static V1Pod A() { string s = "a"; Ev0 += () => s = "b"; s = "c"; Ev0(); return R(s); } static event Action Ev0;
            """),
    ];
}
