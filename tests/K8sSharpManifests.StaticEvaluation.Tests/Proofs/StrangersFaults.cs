namespace K8sSharpManifests.StaticEvaluation.Tests.Proofs;

/// <summary>Programs by somebody who did not know the code, and that it proved wrong once: of events, queries and initialisers.</summary>
internal static class StrangersFaults
{
    /// <summary>What each of them has.</summary>
    public const string Made = """
         private static V1Pod R(string a, string b = null, string c = null) => new V1Pod { Metadata = new() { Name = "p" }, Spec = new() { NodeName = a, Hostname = b, Subdomain = c, Containers = [new V1Container { Name = "c", Image = "i" }] } };
         private static bool T => Environment.ProcessId > 0; private static bool F => Environment.ProcessId < 0;
        """;

    public static readonly ProofProgram[] All =
    [
        new("read-only member that an initialiser gives out", Made + """
             [Manifest] public static V1Pod A() { return R(S.V); } static class S { public static readonly string V = "a"; static readonly int q = Side(out V); static int Side(out string v) { v = "b"; return 1; } }
            """),
        new("own list, counted and copied", Made + """
             [Manifest] public static V1Pod A() { int n = 0; var c = new My(); var a = c.ToList(); var b = new List<string>(c); var d = c.Count(); var e = c.Last(); var f = c.First(); var g = c.Contains("q"); var h = c.Any(); return R(string.Join(",", a) + d + e + f + g + h, string.Join(",", b), string.Join(",", [.. c])); } class My : IList<string> { public int Count => 3; public string this[int i] { get => "i" + i; set { } } public bool IsReadOnly => false; public bool Contains(string s) => true; public void CopyTo(string[] a, int i) { a[i] = "c"; } public IEnumerator<string> GetEnumerator() { yield return "e1"; yield return "e2"; } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); public void Add(string s) { } public void Clear() { } public bool Remove(string s) => false; public int IndexOf(string s) => 7; public void Insert(int i, string s) { } public void RemoveAt(int i) { } }
            """),
        new("own list, asked by its index", Made + """
             [Manifest] public static V1Pod A() { var c = new My(); return R(c.First() + c.Last() + c.ElementAt(1), c.Skip(1).First() + c.Contains("q") + c.Count(), string.Join(",", c.Select(x => x)) + c.Any()); } class My : IList<string> { public int Count => 3; public string this[int i] { get => "i" + i; set { } } public bool IsReadOnly => false; public bool Contains(string s) => true; public void CopyTo(string[] a, int i) { a[i] = "c"; } public IEnumerator<string> GetEnumerator() { yield return "e1"; yield return "e2"; } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); public void Add(string s) { } public void Clear() { } public bool Remove(string s) => false; public int IndexOf(string s) => 7; public void Insert(int i, string s) { } public void RemoveAt(int i) { } }
            """),
        new("struct that is a loop's variable", Made + """
             [Manifest] public static V1Pod A() { var s = new[] { new M(), new M() }; string r = ""; foreach (var m in s) { m.Inc(); m.Inc(); r += m.N; } return R(r); } struct M { public int N; public void Inc() => N++; }
            """),
        new("own text of a hole", Made + """
             [Manifest] public static V1Pod A() { return R($"{new F1()}", $"{(object)new F1()}", new System.Text.StringBuilder().Append(new F1()).Append($"{new F1()}").AppendFormat("{0}", new F1()).ToString()); } class F1 : ISpanFormattable { public override string ToString() => "ts"; public string ToString(string f, IFormatProvider p) => "fmt" + f; public bool TryFormat(Span<char> d, out int n, ReadOnlySpan<char> f, IFormatProvider p) { d[0] = 'S'; n = 1; return true; } }
            """),
        new("text of a query that is not understood", Made + """
             [Manifest] public static V1Pod A() { string x = "a"; var q = new[] { 1, 2 }.CountBy(c => { x = "b"; return c + ""; }); x = "c"; var s = string.Join(",", q); return R(x); }
            """),
        new("handler of a collection's event", Made + """
             [Manifest] public static V1Pod A() { string x = "a"; var oc = new System.Collections.ObjectModel.ObservableCollection<string>(["a"]); oc.CollectionChanged += (s, e) => x = "b"; x = "c"; oc[0] = "q"; return R(x); }
            """),
        new("handler of a framework event", Made + """
             [Manifest] public static V1Pod A() { string x = "a"; var oc = new System.Collections.ObjectModel.ObservableCollection<string>(["a","b"]); ((System.Collections.Specialized.INotifyCollectionChanged)oc).CollectionChanged += (s, e) => x = "b"; x = "c"; oc.Clear(); return R(x); } class Q(string s) { public string S => s; public override string ToString() => s; }
            """),
        new("handler of an own event", Made + """
             [Manifest] public static V1Pod A() { string x = "a"; var p = new Pub(); p.Ev += () => x = "d"; x = "c"; p.Go(); return R(x); } class Q(string s) { public string S => s; public override string ToString() => s; } static bool T0() => Environment.ProcessId > 0; interface IPub { event Action Ev; void Go(); } class Pub : IPub { public event Action Ev; public void Go() => Ev(); public async void Go2() { Ev(); } } class Pub2 { Action a; public event Action Ev { add { a = value; value(); } remove { } } public void Go() => a?.Invoke(); } class Pub3 { public static event Action Ev; public static void Go() => Ev(); } class Pub4 { static Action a; public static event Action Ev { add { goto A; A: a = value; } remove { } } public static void Go() => a?.Invoke(); } class Pub5 { public static Action Ev; public static async void Go() => Ev(); }
            """),
        new("event with code", Made + """
             [Manifest] public static V1Pod A() { string x = "a"; var p = new Pub2(); p.Ev += () => x = "d"; x = "c"; p.Go(); return R(x); } class Q(string s) { public string S => s; public override string ToString() => s; } static bool T0() => Environment.ProcessId > 0; interface IPub { event Action Ev; void Go(); } class Pub : IPub { public event Action Ev; public void Go() => Ev(); public async void Go2() { Ev(); } } class Pub2 { Action a; public event Action Ev { add { a = value; value(); } remove { } } public void Go() => a?.Invoke(); } class Pub3 { public static event Action Ev; public static void Go() => Ev(); } class Pub4 { static Action a; public static event Action Ev { add { goto A; A: a = value; } remove { } } public static void Go() => a?.Invoke(); } class Pub5 { public static Action Ev; public static async void Go() => Ev(); }
            """),
        new("static event", Made + """
             [Manifest] public static V1Pod A() { string x = "a"; Pub3.Ev += () => x = "d"; x = "c"; Pub3.Go(); return R(x); } class Q(string s) { public string S => s; public override string ToString() => s; } static bool T0() => Environment.ProcessId > 0; interface IPub { event Action Ev; void Go(); } class Pub : IPub { public event Action Ev; public void Go() => Ev(); public async void Go2() { Ev(); } } class Pub2 { Action a; public event Action Ev { add { a = value; value(); } remove { } } public void Go() => a?.Invoke(); } class Pub3 { public static event Action Ev; public static void Go() => Ev(); } class Pub4 { static Action a; public static event Action Ev { add { goto A; A: a = value; } remove { } } public static void Go() => a?.Invoke(); } class Pub5 { public static Action Ev; public static async void Go() => Ev(); }
            """),
        new("handler of the application's event", Made + """
             [Manifest] public static V1Pod A() { string x = "a"; AppDomain.CurrentDomain.FirstChanceException += (a, b) => x = "d"; x = "c"; try { throw new Exception("q"); } catch { }; return R(x); } class Q(string s) { public string S => s; public override string ToString() => s; } static bool T0() => Environment.ProcessId > 0; interface IPub { event Action Ev; void Go(); } class Pub : IPub { public event Action Ev; public void Go() => Ev(); public async void Go2() { Ev(); } } class Pub2 { Action a; public event Action Ev { add { a = value; value(); } remove { } } public void Go() => a?.Invoke(); } class Pub3 { public static event Action Ev; public static void Go() => Ev(); } class Pub4 { static Action a; public static event Action Ev { add { goto A; A: a = value; } remove { } } public static void Go() => a?.Invoke(); } class Pub5 { public static Action Ev; public static async void Go() => Ev(); }
            """),
        new("event of an interface", Made + """
             [Manifest] public static V1Pod A() { string x = "a"; IPub p = new Pub(); p.Ev += () => x = "d"; x = "c"; p.Go(); return R(x); } class Q(string s) { public string S => s; public override string ToString() => s; } static bool T0() => Environment.ProcessId > 0; interface IPub { event Action Ev; void Go(); } class Pub : IPub { public event Action Ev; public void Go() => Ev(); public async void Go2() { Ev(); } } class Pub2 { Action a; public event Action Ev { add { a = value; value(); } remove { } } public void Go() => a?.Invoke(); } class Pub3 { public static event Action Ev; public static void Go() => Ev(); } class Pub4 { static Action a; public static event Action Ev { add { goto A; A: a = value; } remove { } } public static void Go() => a?.Invoke(); } class Pub5 { public static Action Ev; public static async void Go() => Ev(); }
            """),
        new("list of a query that is not understood", Made + """
             [Manifest] public static V1Pod A() { string x = "a"; var q = new[] { 1 }.GroupJoin(new[] { 2 }, z => { x = "b"; return z; }, z => z, (z, y) => new { z, y }); x = "c"; _ = q.ToList(); return R(x); }
            """),
        new("array of a query that is not understood", Made + """
             [Manifest] public static V1Pod A() { string x = "a"; var q = new[] { 1 }.CountBy(c => { x = "b"; return c; }); x = "c"; _ = new List<KeyValuePair<int,int>>(q); return R(x); }
            """),
        new("iterator behind a query that is not understood", Made + """
             [Manifest] public static V1Pod A() { string x = "a"; IEnumerable<int> G() { x = "b"; yield return 1; } var q = G().Chunk(2); x = "c"; var l = q.ToList(); return R(x); }
            """),
        new("lambda behind a query that is not understood", Made + """
             [Manifest] public static V1Pod A() { string x = "a"; var q = new[] { "a" }.Select(z => x = z + "b").Chunk(2); x = "c"; var l = q.ToArray(); return R(x); }
            """),
        new("copy of a set with a gap", Made + """
             [Manifest] public static V1Pod A() { var h = new HashSet<string> { "a", "b", "c" }; h.Remove("a"); var g = new HashSet<string>(h); g.Add("d"); h.Add("d"); return R(string.Join(",", h), string.Join(",", g), string.Join(",", h.ToHashSet().Append("z"))); }
            """),
        new("copy of a set with gaps by ToHashSet", Made + """
             [Manifest] public static V1Pod A() { var h = new HashSet<string> { "a", "b", "c" }; h.Remove("a"); var g = h.ToHashSet(); g.Add("d"); return R(string.Join(",", g)); }
            """),
        new("copy of a set with a gap through an interface", Made + """
             [Manifest] public static V1Pod A() { var h = new HashSet<string> { "a", "b", "c" }; h.Remove("a"); ISet<string> i = h; var g = new HashSet<string>(i); g.Add("d"); return R(string.Join(",", g)); }
            """),
        new("interface's code on a struct", Made + """
             [Manifest] public static V1Pod A() { I1 i = new St(); var s = new St(); return R(i.Def() + i.Def(), s.N + "" + Gx(s) + s.N, ((I1)s).Def()); } interface I1 { int Up(); string Def() => "d" + Up() + Up(); } struct St : I1 { public int N; public int Up() => ++N; } static string Gx<TT>(TT t) where TT : I1 => t.Def() + t.Up();
            """),
        new("list that another list holds, changed by an initialiser", Made + """
             [Manifest] public static V1Pod A() { return R(S.V[0], S.V.Count + ""); } static class S { static readonly List<List<string>> All = []; public static readonly List<string> V = Mk(); static List<string> Mk() { var l = new List<string> { "a" }; All.Add(l); return l; } static readonly int q = Fill(); static int Fill() { foreach (var l in All) l.Insert(0, "z"); return 1; } }
            """),
        new("read-only member that an initialiser assigns", Made + """
             [Manifest] public static V1Pod A() { return R(S.V, S.W); } static class S { public static readonly string V = "a"; public static readonly string W = (V = "z") + "w"; }
            """),
        new("property without a setter that an initialiser assigns", Made + """
             [Manifest] public static V1Pod A() { return R(S.V, S.W); } static class S { public static string V { get; } = "a"; public static string W { get; } = (V = "z") + "w"; }
            """),
        new("read-only struct that an initialiser changes", Made + """
             [Manifest] public static V1Pod A() { return R(S.V.A + "", S.W); } static class S { public static readonly Pt V = new() { A = 1 }; public static readonly string W = "" + V.Inc(); } struct Pt { public int A; public int Inc() => ++A; }
            """),
    ];
}
