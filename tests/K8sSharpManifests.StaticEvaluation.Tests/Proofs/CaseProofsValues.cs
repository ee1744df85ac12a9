using static K8sSharpManifests.StaticEvaluation.Tests.Proofs.ProofProgram;

namespace K8sSharpManifests.StaticEvaluation.Tests.Proofs;

/// <summary>Kinds of values, conversions and operators, one by one.</summary>
internal static class CaseProofsValues
{
    private const string Tally = "private interface IAdd { void Add(int n); int Sum { get; } } private struct Tally : IAdd { public int Sum { get; private set; } public void Add(int n) => Sum += n; } ";

    public static readonly ProofProgram[] All =
    [
        Text("index that is converted", "new[] { \"a\", \"b\" }[(Index)1]"),
        Text("collection expression with a spread into longs", "B([1, 2])", "private static string B(int[] l) { long[] m = [.. l]; return $\"{m[0]}{m[1] is long}\"; }"),
        Text("collection expression with a spread of boxes", "B([(1, 2)])", "private static string B((int, int)[] l) { List<object> m = [.. l]; var o = m[0]; return $\"x:{ReferenceEquals(o, m[0])}\"; }"),
        Text("array with a spread of boxes", "B([(1, 2)])", "private static string B((int, int)[] l) { object[] m = [.. l]; var o = m[0]; return $\"x:{ReferenceEquals(o, m[0])}\"; }"),
        Text("number that nobody has set", "new App().Text", "private sealed class App { public int? Port { get; set; } public string Text => $\"x:{Port ?? 80}\"; }"),
        Text("enum that nobody has set", "new App().Text", "private enum Tier { Dev, Prod } private sealed class App { public Tier Tier { get; set; } public string Text => $\"x:{Tier}\"; }"),
        Text("tuple that nobody has set", "new App().Text", "private sealed class App { public (int Port, string? Name) Pair { get; set; } public string Text => $\"x:{Pair.Port}{Pair.Name}\"; }"),
        Text("number as a character", "B(65)", "private static string B(int n) => $\"x{(char)n}\";"),
        Text("items of another type in a loop", "B(\"ab\")", "private static string B(string s) { var t = \"x\"; foreach (int c in s) { t += c; } return t; }"),
        Text("boxes of tuples in a loop", "B([(1, 2)])", "private static string B((int, int)[] l) { var t = \"x\"; foreach (object o in l) { var p = o; t += ReferenceEquals(o, p); } return t; }"),
        Text("boxes of structs in a loop", "B([new()])", Tally + "private static string B(Tally[] l) { var t = \"x\"; foreach (IAdd o in l) { o.Add(2); o.Add(3); t += o.Sum; } return t + l[0].Sum; }"),
        Text("boxes of structs as objects", "B([new()])", Tally + "private static string B(Tally[] l) { var t = \"x\"; foreach (object o in l) { var p = o; t += ReferenceEquals(o, p); } return t; }"),
        Text("type of a boolean", "B(true)", "private static string B(object o) => $\"x:{o is bool}{o is int}\";"),
        Text("type of a character", "B('c')", "private static string B(object o) => $\"x:{o is char}{o is int}\";"),
        Text("type of a long", "B(5L)", "private static string B(object o) => $\"x:{o is long}{o is int}\";"),
        Text("type of a double", "B(1.5)", "private static string B(object o) => $\"x:{o is double}{o is int}\";"),
        Text("type of a boxed struct", "B(new Tally())", Tally + "private static string B(object o) => $\"x:{o is Tally}{o is IAdd}\";"),
        Text("type of a struct", "B(new Tally())", Tally + "private static string B<T>(T o) => $\"x:{o is Tally}{o is IAdd}\";"),
        Text("type of either of two objects", "B(Environment.ProcessId < 0 ? new App(\"a\") : new App(\"b\"))", "private sealed record App(string Name); private static string B(object o) => $\"x:{o is App}\";"),
        Text("boxed struct behind an interface", "B(new App(\"a\"))", "private interface INamed { string Name { get; } } private readonly struct App(string name) : INamed { public string Name { get; } = name; } private static string B(INamed n) => n.Name;"),
        Text("parameters of two primary constructors", "new Web(\"a\").Text", "private class App(string name) { public string Name => name; } private sealed class Web(string name) : App(\"b\") { public string Text => name + Name; }"),
        Text("parameter of a primary constructor that nobody has called", "B(default)", "private struct App(int port) { public readonly int Port => port; } private static string B(App app) => $\"x:{app.Port}\";"),
        Text("metadata of either of two", "B(Environment.ProcessId < 0 ? Pod(\"a\", \"x\") : Pod(\"a\", \"y\"))", "private static string B(IMetadata<V1ObjectMeta> m) => m.Metadata.Name;"),
        Text("item of either of two lists", "B(Environment.ProcessId < 0 ? [\"a\", \"b\"] : [\"a\", \"c\"])", "private static string B(List<string> l) => l[0];"),
        Text("item of either of two lists gets another value", "B([\"a\", \"b\"])", "private static string B(List<string> l) { var m = Environment.ProcessId < 0 ? l : [\"c\"]; m[0] = \"z\"; return l[1]; }"),
        Text("item under an unknown index gets another value", "B([\"a\", \"b\"])", "private static string B(List<string> l) { l[Environment.ProcessId < 0 ? 0 : 1] = \"z\"; return $\"x:{l.Count}\"; }"),
        Text("item under an unknown index", "B([\"a\", \"b\"])", "private static string B(List<string> l) { _ = l[Environment.ProcessId < 0 ? 0 : 1]; return l[0]; }"),
        Text("items of either of two lists", "B(Environment.ProcessId < 0 ? [\"a\", \"b\"] : [\"a\", \"b\"])", "private static string B(List<string> l) { var t = \"\"; foreach (var s in l) { t += s; } return t; }"),
        Text("struct that can be gone through", "B(new([\"a\", \"b\"]))", "private readonly struct Names(List<string> all) { public List<string>.Enumerator GetEnumerator() => all.GetEnumerator(); } private static string B(Names names) { var t = \"\"; foreach (var s in names) { t += s; } return t; }"),
        Text("either of two models in a with", "B(Environment.ProcessId < 0 ? Pod(\"a\", \"x\") : Pod(\"a\", \"y\"))", "private static string B(V1Pod pod) { var p = pod with { Kind = \"k\" }; return p.Kind + p.Metadata.Name; }"),
        Text("and, or, xor of booleans", "B(true, false)", "private static string B(bool a, bool b) => $\"x:{a & b}\" + (a | b) + (a ^ b);"),
        Text("and of numbers", "B(12, 10)", "private static string B(int a, int b) => $\"x:{a & b}\";"),
        Text("or of numbers", "B(12, 10)", "private static string B(int a, int b) => $\"x:{a | b}\";"),
        Text("shift of a number", "B(12, 2)", "private static string B(int a, int b) => $\"x:{a << b}\";"),
        Text("text that is null, compared", "B(null)", "private static string B(string? s) => $\"x:{s == \"a\"}\" + (s == null);"),
        Text("record that is compared with itself", "B(new(Pod(\"a\", \"x\")))", "private sealed record App(V1Pod Pod); private static string B(App a) { var b = a; return $\"x:{a == b}\"; }"),
        Text("objects that are compared", "B(new())", "private sealed class App; private static string B(App a) { var b = a; return $\"x:{a == b}\"; }"),
        Text("texts that are compared", "B(\"a\")", "private static string B(string s) => $\"x:{s == \"a\"}{s != \"a\"}\";"),
        Text("list pattern on a text", "B(\"ab\")", "private static string B(string s) => $\"x:{s is ['a', 'b']}{s is ['b', ..]}\";"),
        Text("tuple under other names by reference", "B((1, 2))", "private static void Set(ref (int X, int Y) t) => t.X = 5; private static string B((int A, int B) t) { Set(ref t); return $\"x:{t.A}{t.B}\"; }"),
        Text("struct of a variable in a loop", "B([new()])", Tally + "private sealed class Box { public Tally Sum; } private struct Holder { public Tally Sum; } private static string B(Holder[] l) { var t = \"x:\"; foreach (var h in l) { h.Sum.Add(2); t += h.Sum.Sum; } return t; }"),
        Text("struct behind a method by reference", "B(new())", Tally + "private sealed class Box { private Tally _sum; public ref Tally Sum() => ref _sum; } private static string B(Box box) { box.Sum().Add(2); return $\"x:{box.Sum().Sum}\"; }"),
        Text("either of two structs by reference", "B(true)", Tally + "private static string B(bool first) { Tally a = new(), b = new(); (first ? ref a : ref b).Add(2); return $\"x:{a.Sum}{b.Sum}\"; }"),
        Text("break and continue in an iterator", "string.Concat(B())", "private static IEnumerable<string> B() { foreach (var s in new[] { \"a\", \"b\", \"c\" }) { if (s == \"a\") { continue; } if (s == \"c\") { break; } yield return s; } }"),
        Text("while in an iterator", "string.Concat(B())", "private static IEnumerable<string> B() { var n = 0; while (n < 2) { yield return $\"{n}\"; n++; } }"),
        Text("static of an enum", "$\"x:{T}\"", "private enum Tier { Dev, Prod } private static readonly Tier T = Tier.Prod;"),
        Text("joined boxes", "B()", Tally + "private static string B() { IAdd t = new Tally(); if (Environment.ProcessId > 0) { t.Add(1); } else { t.Add(1); } return $\"x:{t.Sum}\"; }"),
        Text("joined builders", "B()", "private static string B() { var b = new System.Text.StringBuilder(); if (Environment.ProcessId > 0) { b.Append(\"a\"); } else { b.Append(\"a\"); } return b.ToString(); }"),
        Text("joined bytes", "B()", "private static string B() { var b = System.Text.Encoding.UTF8.GetBytes(Environment.ProcessId > 0 ? \"a\" : \"a\"); return System.Text.Encoding.UTF8.GetString(b); }"),
        Text("joined tuples", "B(Environment.ProcessId > 0 ? (1, 2) : (1, 3))", "private static string B((int A, int B) t) => $\"x:{t.A}\";"),
    ];
}
