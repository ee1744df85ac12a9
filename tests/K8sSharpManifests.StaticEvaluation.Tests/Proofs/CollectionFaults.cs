using static K8sSharpManifests.StaticEvaluation.Tests.Proofs.ProofProgram;

namespace K8sSharpManifests.StaticEvaluation.Tests.Proofs;

/// <summary>B7, B15: the order of dictionaries and sets, covariance of arrays, and what the methods of collections do in place.</summary>
internal static class CollectionFaults
{
    private const string Map = """ var m = new Dictionary<string, string> { ["a"] = "1", ["b"] = "2", ["c"] = "3" }; """;

    private const string Keys = """ return Pod("p", string.Join('-', m.Select(e => e.Key + e.Value)));""";

    public static readonly ProofProgram[] All =
    [
        Body("B7 Remove and index", Map + """m.Remove("a"); m["d"] = "4";""" + Keys),
        Body("B7 Remove and Add", Map + """m.Remove("b"); m.Add("d", "4"); m.Add("e", "5");""" + Keys),
        Body("B7 two removed, two added", Map + """m.Remove("a"); m.Remove("b"); m["d"] = "4"; m["e"] = "5"; m["f"] = "6";""" + Keys),
        Body("B7 removed and added again", Map + """m.Remove("a"); m["a"] = "9";""" + Keys),
        Body("B7 Remove by its value and TryAdd", Map + """if (m.Remove("b", out var old)) m.TryAdd("d", old);""" + Keys),
        Body("B7 Remove of what is not there", Map + """m.Remove("x"); m["d"] = "4";""" + Keys),
        Body("B7 Clear and Add", Map + """m.Clear(); m["z"] = "1"; m["y"] = "2";""" + Keys),
        Body("B7 Remove all, then Add", Map + """m.Remove("a"); m.Remove("b"); m.Remove("c"); m["x"] = "1"; m["y"] = "2"; m["z"] = "3";""" + Keys),
        Body("B7 copy after Remove", Map + """m.Remove("a"); var n = new Dictionary<string, string>(m); n["d"] = "4"; m = n;""" + Keys),
        Body("B7 ToDictionary after Remove", Map + """m.Remove("a"); m = m.ToDictionary(e => e.Key, e => e.Value); m["d"] = "4";""" + Keys),
        Body("B7 change of a value keeps the place", Map + """m["a"] = "9"; m["d"] = "4"; m["b"] += "!";""" + Keys),
        Body("B7 renamed key in a loop", Map + """foreach (var k in m.Keys.ToList()) { var v = m[k]; m.Remove(k); m[k + k] = v; }""" + Keys),
        Body("B7 growth after Remove", Map + """m.Remove("b"); for (var i = 0; i < 9; i++) m[$"k{i}"] = $"{i}";""" + Keys),
        Body("B7 labels", """var pod = Pod("p", "x"); pod.Metadata.Labels.Add("b", "2"); pod.Metadata.Labels.Remove("app"); pod.Metadata.Labels["c"] = "3"; return pod;"""),
        Body("B7 labels and a fluent method", """var pod = Pod("p", "x"); pod.Metadata.Labels.Add("b", "2"); pod.Metadata.Labels.Remove("app"); return pod.AddLabel("c", "3").AddLabel("d", "4");"""),
        new("B7 data", """[Manifest] public static V1ConfigMap A() { var m = new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" }; m.Remove("a"); m["c"] = "3"; return new() { Data = m }; }"""),
        Body("B7 in a helper", Map + """Rename(m, "a", "z");""" + Keys, """private static void Rename(Dictionary<string, string> m, string from, string to) { if (m.Remove(from, out var v)) { m[to] = v; } }"""),
        Body("B7 set after Remove", """var s = new HashSet<string> { "a", "b", "c" }; s.Remove("a"); s.Add("d"); return Pod("p", string.Concat(s));"""),
        Body("B7 set operations", """var s = new HashSet<string> { "a", "b", "c" }; s.ExceptWith(["a"]); s.UnionWith(["d", "b"]); return Pod("p", string.Concat(s));"""),
        Body("B7 sorted dictionary", """var m = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["b"] = "1", ["a"] = "2", ["B"] = "3" }; m.Remove("a"); m["c"] = "4";""" + Keys),
        Body("B7 ordered dictionary", """var m = new OrderedDictionary<string, string> { ["a"] = "1", ["b"] = "2" }; m.Remove("a"); m["c"] = "3";""" + Keys),
        Body("B7 comparer", """var m = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["a"] = "1", ["A"] = "2" }; m["B"] = "3"; m["b"] = "4";""" + Keys),
        Body("B7 comparer is not copied", """var m = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["a"] = "1" }; var n = new Dictionary<string, string>(m); var o = m.ToDictionary(); return Pod("p", $"{n.ContainsKey("A")}{o.ContainsKey("A")}{m.ContainsKey("A")}");"""),
        Body("B7 number keys", """var m = new Dictionary<int, string> { [3] = "a", [1] = "b", [2] = "c" }; m.Remove(1); m[9] = "d"; return Pod("p", string.Concat(m.Keys) + string.Concat(m.Values));"""),
        Body("B7 duplicate keys throw", """var s = "none"; try { var m = new Dictionary<string, string> { { "a", "1" }, { "a", "2" } }; s = m["a"]; } catch (ArgumentException) { s = "thrown"; } return Pod("p", s);"""),
        Body("B7 missing key throws", """var s = "none"; try { s = new Dictionary<string, string>()["a"]; } catch (KeyNotFoundException) { s = "thrown"; } return Pod("p", s);"""),
        Body("B7 changed in a foreach throws", Map + """var s = ""; try { foreach (var e in m) { s += e.Key; m["z" + s] = "1"; } } catch (InvalidOperationException) { s += "!"; } return Pod("p", s);"""),
        Body("B7 Remove in a foreach", Map + """var s = ""; foreach (var e in m) { s += e.Key; m.Remove(e.Key); } return Pod("p", $"{s}{m.Count}");"""),
        Body("B7 list changed in a foreach throws", """var l = new List<int> { 1, 2 }; var s = ""; try { foreach (var n in l) { s += n; l.Add(n); } } catch (InvalidOperationException) { s += "!"; } return Pod("p", $"{s}{l.Count}");"""),
        Body("B15 array covariance", """string[] a = ["x", "y"]; object[] o = a; o[0] = "z"; return Pod("p", string.Concat(a));"""),
        Body("B15 array covariance throws", """string[] a = ["x", "y"]; object[] o = a; var s = "none"; try { o[0] = 5; } catch (ArrayTypeMismatchException) { s = "thrown"; } return Pod("p", s + a[0]);"""),
        Body("B15 array covariance of an argument", """string[] a = ["x", "y"]; Set(a); return Pod("p", string.Concat(a));""", """private static void Set(object[] o) => o[1] = "z";"""),
        Body("B15 array covariance of models", """V1Pod[] a = [Pod("a", "x")]; IKubernetesObject[] o = a; ((V1Pod)o[0]).Spec.NodeName = "n"; o[0] = ((V1Pod)o[0]).WithName("b"); return a[0];"""),
        Body("B15 array as a list", """string[] a = ["x", "y"]; IList<string> l = a; l[0] = "z"; var s = "none"; try { l.Add("w"); } catch (NotSupportedException) { s = "thrown"; } return Pod("p", string.Concat(a) + s);"""),
        Body("B15 list as another interface", """var l = new List<string> { "x" }; ICollection<string> c = l; c.Add("y"); IReadOnlyList<string> r = l; l[0] = "z"; return Pod("p", r[0] + r.Count);"""),
        Body("B15 collection expression of an interface", """IList<string> l = ["a"]; l.Add("b"); IReadOnlyList<string> r = ["x"]; var s = "none"; try { ((IList<string>)r).Add("z"); } catch (NotSupportedException) { s = "thrown"; } return Pod("p", string.Concat(l) + s);"""),
        Body("B15 Reverse in place", """var l = new List<int> { 1, 2, 3 }; l.Reverse(); l.Reverse(0, 2); return Pod("p", string.Concat(l));"""),
        Body("B15 Reverse that gives another", """IEnumerable<int> l = new List<int> { 1, 2, 3 }; _ = l.Reverse(); return Pod("p", string.Concat(l) + string.Concat(l.Reverse()));"""),
        Body("B15 Sort in place", """var l = new List<int> { 3, 1, 2 }; l.Sort(); var s = string.Concat(l); l.Sort((a, b) => b - a); return Pod("p", s + string.Concat(l));"""),
        Body("B15 OrderBy gives another", """var l = new List<int> { 3, 1, 2 }; _ = l.OrderBy(n => n).ToList(); var o = l.Order().ToList(); return Pod("p", string.Concat(l) + string.Concat(o));"""),
        Body("B15 Append gives another", """IEnumerable<int> l = new List<int> { 1 }; l.Append(2); return Pod("p", string.Concat(l) + string.Concat(l.Append(3)));"""),
        Body("B15 AddRange of itself", """var l = new List<int> { 1, 2 }; l.AddRange(l); l.InsertRange(1, l); return Pod("p", string.Concat(l));"""),
        Body("B15 GetRange copies", """var l = new List<int> { 1, 2, 3 }; var r = l.GetRange(1, 2); r[0] = 9; l[1..][0] = 8; return Pod("p", string.Concat(l) + string.Concat(r));"""),
        Body("B15 range of an array copies, of a span does not", """int[] a = [1, 2, 3]; var r = a[1..]; r[0] = 9; var s = a.AsSpan()[1..]; s[1] = 7; return Pod("p", string.Concat(a));"""),
        Body("B15 RemoveAll, RemoveAt, RemoveRange", """var l = Enumerable.Range(1, 9).ToList(); l.RemoveAll(n => n % 3 == 0); l.RemoveAt(0); l.RemoveRange(1, 2); return Pod("p", string.Concat(l));"""),
        Body("B15 Remove takes the first only", """var l = new List<int> { 1, 2, 1 }; var a = l.Remove(1); var b = l.Remove(7); return Pod("p", $"{string.Concat(l)}{a}{b}");"""),
        Body("B15 CopyTo", """var l = new List<int> { 1, 2 }; var a = new int[4]; l.CopyTo(a, 1); a[1]++; return Pod("p", string.Concat(a) + string.Concat(l));"""),
        Body("B15 Clone", """int[] a = [1, 2]; var b = (int[])a.Clone(); b[0] = 9; var c = a; c[1] = 8; return Pod("p", string.Concat(a) + string.Concat(b));"""),
        Body("B15 Array.Copy and Clear", """int[] a = [1, 2, 3, 4]; Array.Copy(a, 0, a, 1, 3); Array.Clear(a, 0, 1); return Pod("p", string.Concat(a));"""),
        Body("B15 jagged arrays", """var a = new[] { new[] { 1 }, new[] { 2 } }; a[0][0]++; var r = a[1]; r[0] = 9; a[1] = [5]; return Pod("p", $"{a[0][0]}{a[1][0]}{r[0]}");"""),
        Body("B15 arrays of two dimensions", """var a = new int[2, 2]; a[0, 1] = 5; a[1, 0] += a[0, 1]; return Pod("p", $"{a[0, 1]}{a[1, 0]}{a.Length}{a.GetLength(0)}");"""),
        Body("B15 array of defaults", """var a = new string?[2]; var b = new int[2]; var c = new (int N, string? S)[1]; return Pod("p", $"{a[0] ?? "null"}{b[1]}{c[0].S ?? "null"}{c[0].N}");"""),
        Body("B15 index out of range throws", """var s = "none"; try { s = new[] { "a" }[1]; } catch (IndexOutOfRangeException) { s = "array"; } try { s += new List<string> { "a" }[1]; } catch (ArgumentOutOfRangeException) { s += "list"; } return Pod("p", s);"""),
        Body("B15 queue, stack, linked list", """var q = new Queue<int>([1, 2]); var s = new Stack<int>([1, 2]); var l = new LinkedList<int>([1, 2]); l.AddFirst(0); q.Enqueue(3); s.Push(3); return Pod("p", string.Concat(q) + string.Concat(s) + string.Concat(l));"""),
        Body("B15 priority queue", """var q = new PriorityQueue<string, int>(); q.Enqueue("a", 3); q.Enqueue("b", 1); return Pod("p", q.Dequeue() + q.Count);"""),
        Body("B15 immutable collections give others", """var l = System.Collections.Immutable.ImmutableList.Create(1); l.Add(2); var m = l.Add(3); return Pod("p", string.Concat(l) + string.Concat(m));"""),
        Body("B15 TryGetValue leaves a default", """var m = new Dictionary<string, string?> { ["a"] = "1" }; var s = "x"; var found = m.TryGetValue("b", out s); return Pod("p", $"{found}{s ?? "null"}{m.GetValueOrDefault("b", "d")}{m.GetValueOrDefault("a")}");"""),
        Body("B15 lookup", """var l = new[] { "ab", "c", "ad" }.ToLookup(w => w[0]); return Pod("p", string.Join('-', l['a']) + l.Count + l['z'].Count());"""),
        Body("B15 list with its capacity", """var l = new List<int>(10); var n = l.Count; l.AddRange([1, 2]); l.Capacity = 2; return Pod("p", $"{n}{l.Count}");"""),
        Body("B15 user's own List in a collection expression", """List<int> l = [1, 2]; return Pod("p", $"{l.Count}{l.Sum()}");""", "public sealed class List<T> : IEnumerable<T> { private readonly System.Collections.Generic.List<T> _l = []; public int Count => _l.Count * 10; public void Add(T x) { _l.Insert(0, x); _l.Add(x); } public IEnumerator<T> GetEnumerator() => _l.GetEnumerator(); System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }"),
    ];
}
