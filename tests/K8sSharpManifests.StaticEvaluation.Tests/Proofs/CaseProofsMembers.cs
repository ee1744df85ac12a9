using static K8sSharpManifests.StaticEvaluation.Tests.Proofs.ProofProgram;

namespace K8sSharpManifests.StaticEvaluation.Tests.Proofs;

/// <summary>Members of the framework, one by one.</summary>
internal static class CaseProofsMembers
{
    private const string Numbers = "new List<int> { 3, 1, 2 }";

    public static readonly ProofProgram[] All =
    [
        Text("StringBuilder that begins empty", "B()", "private static string B() { var b = new System.Text.StringBuilder(); b.Append(\"a\").Append(5); return b.ToString(); }"),
        Text("StringBuilder with a capacity", "B()", "private static string B() { var b = new System.Text.StringBuilder(16); b.Append(\"a\"); return b.ToString(); }"),
        Text("StringBuilder that begins with a text", "B()", "private static string B() { var b = new System.Text.StringBuilder(\"a\"); return $\"{b.Length}\" + b.ToString(); }"),
        Text("AppendJoin of a StringBuilder", "B()", "private static string B() { var b = new System.Text.StringBuilder(\"a\"); b.AppendJoin(\",\", new[] { \"x\", \"y\" }); return b.ToString(); }"),
        Text("Clear of a StringBuilder", "B()", "private static string B() { var b = new System.Text.StringBuilder(\"a\"); b.Clear(); b.Append(\"b\"); return b.ToString(); }"),
        Text("Insert of a StringBuilder", "B()", "private static string B() { var b = new System.Text.StringBuilder(\"a\"); b.Insert(0, \"!\"); return b.ToString(); }"),
        Text("StringBuilder in a hole", "B()", "private static string B() { var b = new System.Text.StringBuilder(\"a\"); return $\"{b}:1\"; }"),
        Text("Abs", "$\"x:{Math.Abs(N)}\"", "private static int N => -3;"),
        Text("ToString of an object", "B(new System.Text.StringBuilder(\"a\"))", "private static string B(object o) => o.ToString()!;"),
        Text("ToString of a port through object", "B(\"http\")", "private static string B(IntOrString p) { object o = p; return o.ToString()!; }"),
        Text("GetValueOrDefault of a number", "B(5)", "private static string B(int? n) => $\"x:{n.GetValueOrDefault()}\";"),
        Text("GetValueOrDefault of a number, with another", "B(5)", "private static string B(int? n) => $\"x:{n.GetValueOrDefault(7)}\";"),
        Text("GetValueOrDefault of null, with another", "B(null)", "private static string B(int? n) => $\"x:{n.GetValueOrDefault(7)}\";"),
        Text("IsLower", "$\"x:{char.IsLower('a')}\""),
        Text("IsWhiteSpace", "$\"x:{char.IsWhiteSpace(' ')}\""),
        Text("IsDigit", "$\"x:{char.IsDigit('1')}\""),
        Text("IsLetter", "$\"x:{char.IsLetter('1')}\""),
        Text("ToUpperInvariant of a character", "$\"x:{char.ToUpperInvariant('i')}\""),
        Text("Activator.CreateInstance of a type", "Activator.CreateInstance<App>().Name", "private sealed class App { public string Name { get; set; } = \"web\"; }"),
        Text("Contains of an array", "$\"x:{new[] { \"a\" }.Contains(\"a\")}\""),
        Text("GetString of UTF-8", "System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(\"aé\"))"),
        Text("Invoke of a delegate by name", "B(s => s + \":1\")", "private static string B(Func<string, string> f) => f.Invoke(\"a\");"),
        OnPod("Assert with an object", "System.Diagnostics.Debug.Assert(pod.Kind == \"Pod\", \"a\", \"b {0}\", pod);"),
        Text("ReferenceEquals of one object", "B(new object())", "private static string B(object a) { var b = a; return $\"x:{object.ReferenceEquals(a, b)}\"; }"),
        Text("ReferenceEquals of two objects", "$\"x:{object.ReferenceEquals(new List<int>(), new List<int>())}\""),
        Text("GetEnumerator of a list that is handed on", "string.Concat(new Names([\"a\", \"b\"]))", "private sealed class Names(List<string> all) : IEnumerable<string> { private readonly IEnumerable<string> _all = all; public IEnumerator<string> GetEnumerator() => _all.GetEnumerator(); System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => _all.GetEnumerator(); }"),
        Text("GetEnumerator of a dictionary that is handed on", "B(new Env())", "private sealed class Env { private readonly Dictionary<string, string> _all = new() { [\"a\"] = \"1\" }; public Dictionary<string, string>.Enumerator GetEnumerator() => _all.GetEnumerator(); } private static string B(Env env) { var t = \"\"; foreach (var e in env) { t += e.Key + e.Value; } return t; }"),
        Text("IReadOnlyDictionary", "B(new Dictionary<string, string> { [\"a\"] = \"1\" })", "private static string B(IReadOnlyDictionary<string, string> m) => $\"{m.ContainsKey(\"a\")}{string.Concat(m.Keys)}\";"),
        Text("IReadOnlyList", "B(new List<string> { \"a\" })", "private static string B(IReadOnlyList<string> l) => $\"{l[0]}{l.Count}\";"),
        Text("ISet", "B(new HashSet<string>())", "private static string B(ISet<string> s) { s.Add(\"a\"); return $\"x:{s.Add(\"a\")}{s.Count}\"; }"),
        Text("DistinctBy", "string.Concat(new[] { \"a\", \"bb\", \"c\" }.DistinctBy(s => s.Length))"),
        Text("ToHashSet", "string.Concat(new[] { \"b\", \"a\", \"b\" }.ToHashSet())"),
        Text("Contains of a query", "$\"x:{" + Numbers + ".Select(n => n + 1).Contains(4)}\""),
        Text("Any of a list", "$\"x:{" + Numbers + ".Any()}{new List<int>().Any()}\""),
        Text("Sum", "$\"x:{" + Numbers + ".Sum()}\""),
        Text("Sum of what a lambda gives", "$\"x:{" + Numbers + ".Sum(n => n * 2)}\""),
        Text("SequenceEqual", "$\"x:{" + Numbers + ".SequenceEqual(" + Numbers + ")}\""),
        Text("Max and Min", "$\"x:{" + Numbers + ".Max()}{" + Numbers + ".Min()}\""),
        Text("Max and Min of what a lambda gives", "$\"x:{" + Numbers + ".Max(n => n * 2)}{" + Numbers + ".Min(n => n * 2)}\""),
        Text("ElementAt", "$\"x:{" + Numbers + ".Select(n => n + 1).ElementAt(1)}\""),
        Text("Contains of a list", "$\"x:{" + Numbers + ".Contains(4)}\""),
        Text("IndexOf of a list", "$\"x:{" + Numbers + ".IndexOf(2)}\""),
        Text("AsReadOnly", "string.Concat(" + Numbers + ".AsReadOnly())"),
        Text("Exists", "$\"x:{" + Numbers + ".Exists(n => n > 2)}\""),
        Text("Sort of numbers", "B()", "private static string B() { var l = " + Numbers + "; l.Sort(); return string.Concat(l); }"),
        Text("Reverse of a list", "B()", "private static string B() { var l = " + Numbers + "; l.Reverse(); return string.Concat(l); }"),
        Text("RemoveAll", "B()", "private static string B() { var l = " + Numbers + "; return $\"{l.RemoveAll(n => n > 2)}\" + string.Concat(l); }"),
        Text("set of a sequence", "string.Concat(new HashSet<string>(new[] { \"b\", \"a\", \"b\" }))"),
        Text("dictionary of tuples", "new[] { (\"a\", \"1\"), (\"b\", \"2\") }.ToDictionary()[\"b\"]"),
        Text("string.Equals of two", "$\"x:{string.Equals(\"a\", \"b\")}\""),
        Text("Split at the characters of an array", "\"a:b\".Split(new[] { ':' })[1]"),
        Text("Split without empty parts", "string.Join('-', \"a,,b\".Split(',', StringSplitOptions.RemoveEmptyEntries))"),
        Text("PadRight with blanks", "\"a\".PadRight(3) + \"b\""),
        Text("Contains of a character", "$\"x:{\"ab\".Contains('b')}\""),
        Text("EndsWith a character", "$\"x:{\"ab\".EndsWith('b')}\""),
        Text("Equals of a text", "$\"x:{\"ab\".Equals(\"b\")}\""),
    ];
}
