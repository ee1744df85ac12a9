using static K8sSharpManifests.StaticEvaluation.Tests.Proofs.ProofProgram;

namespace K8sSharpManifests.StaticEvaluation.Tests.Proofs;

/// <summary>Queries and iterators run when they are read: later than they were made, as far as they are read, and each time again.</summary>
internal static class LazyFaults
{
    public static readonly ProofProgram[] All =
    [
        Body("list changed after the query was made", """var l = new List<string> { "a" }; var q = l.Select(w => w + w); l.Add("b"); return Pod("p", string.Concat(q));"""),
        Body("list changed after ToList", """var l = new List<string> { "a" }; var q = l.Select(w => w + w).ToList(); l.Add("b"); return Pod("p", string.Concat(q));"""),
        Body("list replaced after the query was made", """var l = new List<string> { "a" }; var q = l.Select(w => w + w); l = ["z"]; return Pod("p", string.Concat(q) + string.Concat(l));"""),
        Body("item changed after the query was made", """var c = new V1Container { Name = "c", Image = "a" }; var q = new[] { c }.Select(x => x.Image); c.Image = "b"; return Pod("p", string.Concat(q));"""),
        Body("captured variable changed after the query was made", """var n = 1; var q = new[] { 1, 2, 3 }.Where(x => x > n); n = 2; return Pod("p", string.Concat(q));"""),
        Body("captured variable changed between two runs", """var n = 1; var q = new[] { 1, 2, 3 }.Where(x => x > n); var s = string.Concat(q); n = 2; return Pod("p", s + "-" + string.Concat(q));"""),
        Body("query syntax", """var n = 1; var q = from x in new[] { 1, 2, 3 } where x > n let y = x * 10 select y + n; n = 2; return Pod("p", string.Concat(q));"""),
        Body("source of query syntax changed", """var l = new List<int> { 1 }; var q = from x in l from y in l select x * 10 + y; l.Add(2); return Pod("p", string.Join('-', q));"""),
        Body("query run twice counts twice", """var n = 0; var q = new[] { 1, 2 }.Select(x => x + n++); return Pod("p", string.Concat(q) + string.Concat(q) + n);"""),
        Body("query never run", """var n = 0; var q = new[] { 1, 2 }.Select(x => { n++; return x; }); return Pod("p", $"{n}");"""),
        Body("query run by Count", """var n = 0; var q = new[] { 1, 2 }.Where(x => { n++; return x > 1; }); var c = q.Count(); return Pod("p", $"{n}{c}");"""),
        Body("Select over an array is not run by Count or is", """var n = 0; var q = new[] { 1, 2 }.Select(x => n++); var c = q.Count(); return Pod("p", $"{n}{c}");"""),
        Body("Any stops", """var n = 0; var b = new[] { 1, 2, 3 }.Any(x => { n++; return x == 2; }); return Pod("p", $"{n}{b}");"""),
        Body("All stops", """var n = 0; var b = new[] { 1, 2, 3 }.All(x => { n++; return x < 2; }); return Pod("p", $"{n}{b}");"""),
        Body("First stops", """var n = 0; var b = new[] { 1, 2, 3 }.Select(x => { n++; return x; }).First(); return Pod("p", $"{n}{b}");"""),
        Body("Last of a list runs backwards", """var s = ""; var b = new List<int> { 1, 2, 3 }.Last(x => { s += x; return x < 3; }); return Pod("p", $"{s}{b}");"""),
        Body("Single runs to the end or to the second", """var s = ""; var b = new[] { 1, 2, 3 }.Single(x => { s += x; return x == 1; }); return Pod("p", $"{s}{b}");"""),
        Body("Take stops", """var s = ""; var l = new[] { 1, 2, 3 }.Select(x => { s += x; return x; }).Take(1).ToList(); return Pod("p", s + l.Count);"""),
        Body("Take of a filter stops", """var s = ""; var l = new[] { 1, 2, 3, 4 }.Where(x => { s += x; return x % 2 == 0; }).Take(1).ToList(); return Pod("p", s + l.Count);"""),
        Body("Skip runs or not", """var s = ""; var l = new[] { 1, 2, 3 }.Select(x => { s += x; return x; }).Skip(1).ToList(); return Pod("p", s + l.Count);"""),
        Body("TakeWhile and SkipWhile", """var s = ""; var l = new[] { 1, 2, 3, 4 }.Select(x => { s += x; return x; }).SkipWhile(x => x < 2).TakeWhile(x => x < 3).ToList(); return Pod("p", s + l.Count);"""),
        Body("stages are interleaved", """var s = ""; var l = new[] { 1, 2 }.Select(x => { s += $"a{x}"; return x; }).Where(x => { s += $"b{x}"; return true; }).Select(x => { s += $"c{x}"; return x; }).ToList(); return Pod("p", s);"""),
        Body("OrderBy runs all before the first", """var s = ""; var l = new[] { 2, 1 }.Select(x => { s += $"a{x}"; return x; }).OrderBy(x => { s += $"k{x}"; return x; }).Select(x => { s += $"c{x}"; return x; }).ToList(); return Pod("p", s);"""),
        Body("Reverse runs all before the first", """var s = ""; foreach (var x in new[] { 1, 2 }.Select(x => { s += $"a{x}"; return x; }).Reverse()) { s += $"b{x}"; } return Pod("p", s);"""),
        Body("consumer is interleaved with Select", """var s = ""; foreach (var x in new[] { 1, 2 }.Select(x => { s += $"a{x}"; return x; })) { s += $"b{x}"; } return Pod("p", s);"""),
        Body("break stops a query", """var s = ""; foreach (var x in new[] { 1, 2, 3 }.Select(x => { s += $"a{x}"; return x; })) { if (x == 2) break; } return Pod("p", s);"""),
        Body("consumer changes what the query reads", """var n = 10; var s = ""; foreach (var x in new[] { 1, 2 }.Select(x => x + n)) { n *= 2; s += $"{x}-"; } return Pod("p", s);"""),
        Body("iterator is interleaved with its consumer", """var s = ""; IEnumerable<int> F() { s += "a"; yield return 1; s += "b"; yield return 2; s += "c"; } foreach (var x in F()) { s += x; } return Pod("p", s);"""),
        Body("iterator starts when it is read", """var s = "0"; IEnumerable<int> F() { s += "a"; yield return 1; } var q = F(); s += "1"; var l = q.ToList(); return Pod("p", s);"""),
        Body("iterator that is never read", """var s = "0"; IEnumerable<int> F() { s += "a"; yield return 1; } var q = F(); return Pod("p", s);"""),
        Body("iterator runs again", """var s = ""; IEnumerable<int> F() { s += "a"; yield return s.Length; } var q = F(); return Pod("p", string.Concat(q) + string.Concat(q) + s);"""),
        Body("iterator's finally at break", """var s = ""; IEnumerable<int> F() { try { yield return 1; yield return 2; } finally { s += "f"; } } foreach (var x in F()) { s += x; break; } s += "e"; return Pod("p", s);"""),
        Body("iterator's finally at First", """var s = ""; IEnumerable<int> F() { try { yield return 1; yield return 2; } finally { s += "f"; } } s += F().First(); return Pod("p", s);"""),
        Body("iterator reads a parameter of its own", """static IEnumerable<int> F(int n) { yield return n++; yield return n; } var n = 5; var q = F(n); n = 7; return Pod("p", string.Concat(q) + string.Concat(q));"""),
        Body("iterator sees what its consumer changes", """var pod = Pod("p", "x"); IEnumerable<string> F() { yield return pod.Metadata.Name; yield return pod.Metadata.Name; } var s = ""; foreach (var x in F()) { s += x; pod.Metadata.Name += "q"; } return Pod("p", s);"""),
        Body("iterator that throws halfway", """var s = ""; IEnumerable<int> F() { yield return 1; throw new InvalidOperationException(); } try { foreach (var x in F()) { s += x; } } catch (InvalidOperationException) { s += "!"; } return Pod("p", s);"""),
        Body("iterator checks its arguments late", """static IEnumerable<int> F(string? s) { if (s is null) throw new ArgumentNullException(nameof(s)); yield return 1; } var t = "none"; try { var q = F(null); t = "made"; _ = q.Count(); } catch (ArgumentNullException) { t += "thrown"; } return Pod("p", t);"""),
        Body("endless iterator", """static IEnumerable<int> F() { for (var n = 1; ; n *= 2) { yield return n; } } return Pod("p", string.Join('-', F().Take(4)) + F().First(n => n > 20));"""),
        Body("iterator of itself", """static IEnumerable<int> F(int n) { if (n == 0) yield break; yield return n; foreach (var x in F(n - 1)) yield return x; } return Pod("p", string.Concat(F(3)));"""),
        Body("enumerator by hand", """var e = new List<int> { 1, 2 }.Select(x => x * 10).GetEnumerator(); e.MoveNext(); var a = e.Current; e.MoveNext(); return Pod("p", $"{a}{e.Current}{e.MoveNext()}");"""),
        Body("Concat of a list that grows", """var l = new List<int> { 1 }; var q = l.Concat(l).Append(9); l.Add(2); return Pod("p", string.Concat(q));"""),
        Body("Zip stops with the shorter", """var s = ""; var l = new[] { 1, 2 }.Select(x => { s += "a"; return x; }).Zip(new[] { 1 }.Select(x => { s += "b"; return x; })).ToList(); return Pod("p", s + l.Count);"""),
        Body("DefaultIfEmpty, Cast and OfType are lazy", """var l = new List<object>(); var q = l.OfType<string>().DefaultIfEmpty("none"); l.Add("a"); l.Add(5); return Pod("p", string.Concat(q));"""),
        Body("GroupBy is lazy, its groups are kept", """var l = new List<string> { "a1" }; var q = l.GroupBy(w => w[0]); l.Add("a2"); var g = q.First(); l.Add("a3"); return Pod("p", string.Concat(g) + string.Concat(q.First()));"""),
        Body("Distinct is lazy", """var l = new List<int> { 1, 1 }; var q = l.Distinct(); l.Add(2); return Pod("p", string.Concat(q));"""),
        Body("SelectMany is interleaved", """var s = ""; var l = new[] { 1, 2 }.SelectMany(x => { s += $"a{x}"; return new[] { x, x }; }).Select(x => { s += "b"; return x; }).Take(3).ToList(); return Pod("p", s);"""),
        Body("Aggregate, Sum and Max run at once", """var n = 0; var s = new[] { 1, 2 }.Sum(x => x + n++) + new[] { 1, 2 }.Max(x => n++ * x) + new[] { 1, 2 }.Aggregate(0, (a, x) => a + x + n++); return Pod("p", $"{s}-{n}");"""),
        Body("Append within its own query", """IEnumerable<int> q = [1]; q = q.Append(q.Count()); q = q.Append(q.Count()); return Pod("p", string.Concat(q));"""),
        Body("filter that captures the variable of its query", """IEnumerable<int> q = [1, 2, 3]; for (var i = 1; i < 3; i++) { q = q.Where(x => x != i); } return Pod("p", string.Concat(q));"""),
        Body("filter that captures the variable of a foreach", """IEnumerable<int> q = [1, 2, 3]; foreach (var i in new[] { 1, 2 }) { q = q.Where(x => x != i); } return Pod("p", string.Concat(q));"""),
        Body("delegates that capture the variable of a for", """var l = new List<Func<int>>(); for (var i = 0; i < 3; i++) { var j = i; l.Add(() => i * 10 + j); } return Pod("p", string.Join('-', l.Select(f => f())));"""),
        OnPod("changes in a query that runs twice", """var q = pod.Spec.Containers.Select(c => { c.Image += "!"; return c; }); var a = q.ToList(); var b = q.Any();"""),
        OnPod("changes in a query that another query runs", """var q = new[] { "a", "b" }.Select(n => { pod.Spec.NodeName += n; return n; }); var r = q.Where(n => n == "a"); var s = r.ToList();"""),
        Body("objects are made again in each run", """var q = new[] { "a" }.Select(n => new V1Container { Name = n, Image = n }); q.First().Image = "z"; return new() { Spec = new() { Containers = q.ToList() } };"""),
        Body("objects of a list are kept", """var q = new[] { "a" }.Select(n => new V1Container { Name = n, Image = n }).ToList(); q.First().Image = "z"; return new() { Spec = new() { Containers = q.ToList() } };"""),
        new("manifests that are changed while they are yielded", """
            [Manifest] public static IEnumerable<V1Pod> A() { var pod = Pod("p", "x"); yield return pod; pod.Spec.NodeName = "n"; yield return pod; pod.Metadata.Name = "late"; }
            [Manifest] public static IEnumerable<V1Pod> B() { var pod = Pod("p", "x"); V1Pod[] all = [pod, pod]; pod.Spec.NodeName = "n"; return all; }
            """),
        new("manifests of a query that counts", """
            private static int _n;
            [Manifest] public static IEnumerable<V1Pod> A => new[] { "a", "b" }.Select(n => Pod(n, $"x:{++_n}"));
            [Manifest] public static IEnumerable<V1Pod> B { get { var l = new List<V1Pod>(); foreach (var p in A) { p.Spec.Priority = _n; l.Add(p); } return l; } }
            """),
        new("manifests of a query in a field", """
            private static readonly List<string> Names = ["a"];
            [Manifest] public static readonly IEnumerable<V1Pod> A = Names.Select(n => Pod(n, $"x:{Names.Count}"));
            [Manifest] public static V1Pod B { get { Names.Add("b"); return Pod("p", "x"); } }
            """),
        new("manifests of an iterator with a counter", """
            private static int _n;
            private static IEnumerable<V1Pod> Make(string name) { while (_n < 2) { _n++; yield return Pod(name, $"x:{_n}"); } }
            [Manifest] public static IEnumerable<V1Pod> A() => Make("a");
            [Manifest] public static IEnumerable<V1Pod> B() => Make("b").Concat([Pod("last", $"x:{_n}")]);
            """),
    ];
}
