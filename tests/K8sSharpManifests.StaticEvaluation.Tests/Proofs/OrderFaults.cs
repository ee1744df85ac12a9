using static K8sSharpManifests.StaticEvaluation.Tests.Proofs.ProofProgram;

namespace K8sSharpManifests.StaticEvaluation.Tests.Proofs;

/// <summary>B6, B15: in which order things are evaluated, and which argument is for which parameter.</summary>
internal static class OrderFaults
{
    // Each call says its name; what it said in the end is the image.
    private const string Say = """private static readonly List<string> Log = []; private static T Say<T>(string text, T value) { Log.Add(text); return value; } private static string Said() { var text = string.Join('-', Log); Log.Clear(); return text; }""";

    private const string Box = """ private sealed class Box { public int this[int i] { get => Say($"get{i}", i); set => Say($"set{i}={value}", 0); } public int P { get => Say("getP", 1); set => Say($"setP={value}", 0); } }""";

    public static readonly ProofProgram[] All =
    [
        Body("B6 named arguments of Add", """var m = new Dictionary<string, string>(); m.Add(value: "info", key: "log"); return Pod("p", string.Concat(m.Keys) + m["log"]);"""),
        Body("B6 named arguments of a pair", """var e = new KeyValuePair<string, string>(value: "v", key: "k"); return Pod("p", e.Key + e.Value);"""),
        Body("B6 named arguments of KeyValuePair.Create", """var e = KeyValuePair.Create(value: "v", key: "k"); return Pod("p", e.Key + e.Value);"""),
        Body("B6 named arguments of Insert", """var l = new List<int> { 5, 6 }; l.Insert(item: 0, index: 1); return Pod("p", string.Join('-', l));"""),
        Text("B6 named arguments of Replace", """ "abc".Replace(newValue: "x", oldValue: "b")"""),
        Text("B6 named arguments of Substring", """ "abcdef".Substring(length: 2, startIndex: 1)"""),
        Text("B6 named arguments of PadLeft", """ "1".PadLeft(paddingChar: '0', totalWidth: 3)"""),
        Text("B6 named arguments of Join", """ string.Join(value: new[] { "a", "b" }, separator: "-")"""),
        Text("B6 named arguments of Concat", """ string.Concat(str1: "b", str0: "a")"""),
        Text("B6 named arguments of Math", """ $"{Math.Max(val2: 1, val1: 2)}{Math.Clamp(max: 5, value: 9, min: 1)}" """),
        Text("B6 named arguments of Range", """ string.Join('-', Enumerable.Range(count: 2, start: 5))"""),
        Text("B6 named arguments of an extension", """ string.Join('-', Enumerable.Zip(second: new[] { 1 }, first: new[] { 2 }).Select(t => t.First * 10 + t.Second))"""),
        Text("B6 named arguments of Concat of sequences", """ string.Concat(Enumerable.Concat(second: ["a"], first: ["b"]))"""),
        Text("B6 named arguments of a static equality", """ string.Equals(comparisonType: StringComparison.OrdinalIgnoreCase, a: "A", b: "a") ? "same" : "different" """),
        Text("B6 named arguments of a helper", """Make(second: "b", first: "a")""", "private static string Make(string first, string second) => first + second;"),
        Text("B6 named and optional arguments", """Make(third: "c", first: "a")""", """private static string Make(string first, string second = "B", string third = "C") => first + second + third;"""),
        Text("B6 named argument in its place", """Make(first: "a", "b", third: "c")""", """private static string Make(string first, string second = "B", string third = "C") => first + second + third;"""),
        Text("B6 named params", """Make(rest: ["x", "y"], first: "a")""", "private static string Make(string first, params string[] rest) => first + string.Concat(rest);"),
        Text("B6 named arguments of a constructor", """new R(B: "b", A: "a").ToString()""", "private sealed record R(string A, string B) { public override string ToString() => A + B; }"),
        Text("B6 named arguments of a base constructor", """new Child("a", "b").Text""", "private class Parent(string a, string b) { public string Text => a + b; } private sealed class Child(string x, string y) : Parent(b: x, a: y);"),
        Text("B6 named arguments of this", """new Box("a").Text""", """private sealed class Box(string a, string b) { public Box(string x) : this(b: x, a: "z") { } public string Text => a + b; }"""),
        Text("B6 named arguments of an indexer", """new Box()[y: "b", x: "a"]""", "private sealed class Box { public string this[string x, string y] => x + y; }"),
        Body("B6 named arguments of a delegate", """Make f = (x, y) => x + y; return Pod("p", f(second: "b", first: "a"));""", "private delegate string Make(string first, string second);"),
        Body("B6 named arguments of an override", """Parent p = new Child(); return Pod("p", p.Make(b: "b", a: "a") + new Child().Make(b: "b", a: "a"));""", "private class Parent { public virtual string Make(string a, string b) => a + b; } private sealed class Child : Parent { public override string Make(string b, string a) => b + \"!\" + a; }"),
        Body("B6 default of the static type", """Parent p = new Child(); return Pod("p", p.Make() + new Child().Make());""", "private class Parent { public virtual string Make(string a = \"p\") => a; } private sealed class Child : Parent { public override string Make(string a = \"c\") => a + \"!\"; }"),
        Body("B6 named arguments are evaluated as written", """var x = Two(b: Say("b", 1), a: Say("a", 2)); return Pod("p", Said() + x);""", Say + " private static string Two(int a, int b) => $\"{a}{b}\";"),
        Body("B6 named arguments that change a variable", """var n = 0; return Pod("p", Two(b: ++n, a: ++n));""", "private static string Two(int a, int b) => $\"{a}{b}\";"),
        Body("B6 receiver before arguments", """var l = new List<int> { 1 }; var x = Take(l).Remove(Say("arg", 1)); return Pod("p", Said() + x);""", Say + " private static List<int> Take(List<int> l) => Say(\"receiver\", l);"),
        Body("B6 receiver that is replaced by an argument", """var s = "a"; var x = s.Replace("a", s = "b"); return Pod("p", x + s);"""),
        Body("B6 argument that changes an earlier one", """var n = 1; var x = Two(n, n = 5); var l = new List<int>(); return Pod("p", x + Count(l, Add(l)));""", "private static string Two(int a, int b) => $\"{a}{b}\"; private static List<int> Add(List<int> l) { l.Add(1); return l; } private static string Count(List<int> a, List<int> b) => $\"{a.Count}{b.Count}\";"),
        Body("B15 index after an assignment of the tuple", """var n = 0; int[] a = [7, 8, 9, 10]; int i; (i, a[n]) = (2, 9); return Pod("p", string.Join('-', a) + i);"""),
        Body("B15 index of the assigned variable", """var i = 0; int[] a = [7, 8, 9]; (i, a[i]) = (2, 5); return Pod("p", string.Join('-', a) + i);"""),
        Body("B15 order of a deconstructing assignment", """var b = new Box(); (b[Say("i", 1)], b.P) = (Say("x", 5), Say("y", 6)); return Pod("p", Said());""", Say + Box),
        Body("B15 order of an assignment", """var b = new Box(); b[Say("i", 1)] = Say("v", 2); return Pod("p", Said());""", Say + Box),
        Body("B15 order of a compound assignment", """var b = new Box(); b[Say("i", 1)] += Say("v", 2); b.P *= Say("w", 3); return Pod("p", Said());""", Say + Box),
        Body("B15 order of ++", """var b = new Box(); var x = b[Say("i", 1)]++ + ++b.P; return Pod("p", Said() + x);""", Say + Box),
        Body("B15 ++ in an index", """int[] a = [1, 2, 3]; var i = 0; a[i++] = a[i++] + 10; a[i] += i; return Pod("p", string.Join('-', a) + i);"""),
        Body("B15 compound assignment reads first", """var n = 1; n += (n = 5) + n; return Pod("p", $"{n}");"""),
        Body("B15 compound assignment of a text that its right side changes", """var s = "a"; s += Change(); string Change() { s = "z"; return "b"; } return Pod("p", s);"""),
        Body("B15 compound assignment of an element that its right side changes", """int[] a = [1]; a[0] += Change(); int Change() { a[0] = 50; return 2; } return Pod("p", $"{a[0]}");"""),
        Body("B15 element of an array that is replaced on the right", """int[] a = [1], old = a; a[0] = (a = [7])[0] + 1; return Pod("p", $"{a[0]}{old[0]}");"""),
        Body("B15 field of an object that is replaced on the right", """var pod = Pod("p", "x"); var old = pod; pod.Spec.NodeName = (pod = Pod("q", "y")).Metadata.Name; return old;"""),
        Body("B15 operands from left to right", """var n = 1; return Pod("p", $"{n++ + n * 10}{n-- - --n}{n}");"""),
        Body("B15 operands and a call that changes one", """var n = 1; int Up() => n += 5; return Pod("p", $"{n + Up() + n}");"""),
        Body("B15 interpolation from left to right", """var n = 1; return Pod("p", $"{n}{n += 1}{n}{(n *= 5)}{n}");"""),
        Body("B15 concatenation from left to right", """var s = "a"; return Pod("p", s + (s += "b") + s);"""),
        Body("B15 collection expression from left to right", """var l = new List<int> { 1 }; int[] a = [l.Count, .. l, Add(l), .. l]; return Pod("p", string.Join('-', a));""", "private static int Add(List<int> l) { l.Add(9); return l.Count; }"),
        Body("B15 object initialiser from left to right", """var n = 0; var pod = new V1Pod { Metadata = new() { Name = $"{n++}" }, Spec = new() { NodeName = $"{n++}" } }; return pod.WithNamespace($"{n}");"""),
        Body("B15 initialiser that reads its own local", """V1Pod? p = null; p = new V1Pod { Metadata = new() { Name = p is null ? "null" : "set" } }; return p;"""),
        Body("B15 with reads before it writes", """var r = new R(1, 2); r = r with { A = r.B, B = r.A }; return Pod("p", $"{r.A}{r.B}");""", "private sealed record R(int A, int B);"),
        Body("B15 assignments from the right", """int a, b, c; a = b = c = 5; a += b *= c -= 1; return Pod("p", $"{a}{b}{c}");"""),
        Body("B15 swap", """var (a, b, c) = (1, 2, 3); (a, b, c) = (c, a, b); return Pod("p", $"{a}{b}{c}");"""),
        Body("B15 deconstruction that writes one twice", """int a; (a, a) = (1, 2); return Pod("p", $"{a}");"""),
        Body("B15 nested deconstruction", """int a = 0, b = 0, c = 0; (a, (b, c)) = (b + 1, (a + 2, a + 3)); return Pod("p", $"{a}{b}{c}");"""),
        Body("B15 conditional and its side effects", """var n = 0; var s = n++ == 0 ? $"a{n}" : $"b{n}"; var t = n++ == 0 || n++ == 2; var u = n == 0 && n++ == 0; return Pod("p", $"{s}{t}{u}{n}");"""),
        Body("B15 ?? and its side effects", """var n = 0; string? F() => n++ > 0 ? "x" : null; var s = F() ?? F() ?? F(); return Pod("p", $"{s}{n}");"""),
        Body("B15 ??= evaluates its target once", """var n = 0; var l = new string?[3]; l[n++] ??= "a"; l[n++] ??= "b"; return Pod("p", $"{string.Concat(l)}{n}");"""),
        Body("B15 ?. skips its arguments", """var n = 0; string? s = null; var t = s?.PadLeft(n++); s = "x"; var u = s?.PadLeft(++n); return Pod("p", $"{t}{u}{n}");"""),
    ];
}
