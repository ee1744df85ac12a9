using static K8sSharpManifests.StaticEvaluation.Tests.Proofs.ProofProgram;

namespace K8sSharpManifests.StaticEvaluation.Tests.Proofs;

/// <summary>B8: members of one's own that are called like the framework's, or like the DSL's.</summary>
internal static class NameFaults
{
    public static readonly ProofProgram[] All =
    [
        Text("B8 HasValue of a text", """$"{"".HasValue}{"a".HasValue}" """, "extension(string? s) { public bool HasValue => !string.IsNullOrWhiteSpace(s); }"),
        Text("B8 Value of a text", """ "a".Value""", "extension(string s) { public string Value => s + s; }"),
        Text("B8 Value and HasValue of a number", """$"{5.Value}{5.HasValue}" """, "extension(int n) { public int Value => n * 2; public bool HasValue => n == 0; }"),
        Text("B8 Count of a text", """$"{"abc".Count}" """, "extension(string s) { public int Count => s.Length * 2; }"),
        Text("B8 Count of an array", """$"{new[] { 1, 2 }.Count}" """, "extension<T>(T[] a) { public int Count => a.Length * 10; }"),
        Text("B8 Length of a list", """$"{new List<int> { 1, 2 }.Length}" """, "extension<T>(List<T> l) { public int Length => l.Count * 10; }"),
        Text("B8 Length of a number", """$"{12345.Length}" """, "extension(int n) { public int Length => $\"{n}\".Length; }"),
        Text("B8 Keys and Values of a list", """string.Concat(new List<string> { "a" }.Keys) + string.Concat(new List<string> { "a" }.Values)""", "extension(List<string> l) { public IEnumerable<string> Keys => l.Select(x => x + \"k\"); public IEnumerable<string> Values => l.Select(x => x + \"v\"); }"),
        Text("B8 Key and Value of a text", """ "a=b".Key + "a=b".Value""", "extension(string s) { public string Key => s.Split('=')[0]; public string Value => s.Split('=')[1]; }"),
        Text("B8 Item1 of a text", """ "ab".Item1""", "extension(string s) { public string Item1 => s[1..]; }"),
        Text("B8 Image of a pod", """Pod("p", "x").Image""", "extension(V1Pod p) { public string Image => p.Spec.Containers[0].Image + \"!\"; }"),
        Text("B8 property of an extension, static", """string.Blank + "x" """, "extension(string) { public static string Blank => \"_\"; }"),
        Body("B8 extension property with a setter", """var pod = Pod("p", "x"); pod.Node = "n"; pod.Node += "m"; return pod;""", "extension(V1Pod p) { public string Node { get => p.Spec.NodeName; set => p.Spec.NodeName = value + \".\"; } }"),
        Text("B8 extension operator", """$"{new List<int> { 1 } + 2}" """, "extension(List<int> l) { public static int operator +(List<int> a, int b) => a[0] * 10 + b; }"),
        Text("B8 ToUpperInvariant with an argument", """ "a".ToUpperInvariant(2)""", "private static string ToUpperInvariant(this string s, int n) => s + n;"),
        Text("B8 Trim with another argument", """ "a".Trim("x")""", "private static string Trim(this string s, string t) => t + s;"),
        Text("B8 Replace with another argument", """ "a".Replace("a", 5)""", "private static string Replace(this string s, string t, int n) => s + t + n;"),
        Text("B8 Join of one's own", """new[] { "a", "b" }.Join("-")""", "private static string Join(this IEnumerable<string> l, string s) => string.Join(s, l.Reverse());"),
        Text("B8 Select of one's own", """string.Concat(new[] { "a", "b" }.Select(x => x + "!"))""", "private static IEnumerable<string> Select(this string[] l, Func<string, string> f) => [f(l[0])];"),
        Text("B8 Where of one's own in a query", """string.Concat(from x in new[] { 1, 2, 3 } where x > 1 select x)""", "private static IEnumerable<int> Where(this int[] l, Func<int, bool> f) => Enumerable.Where(l, x => !f(x));"),
        Text("B8 ToList of one's own", """string.Concat(new[] { 1, 2 }.ToList())""", "private static List<int> ToList(this int[] l) => [.. l, 9];"),
        Text("B8 Add of one's own", """string.Concat(Added(["a"]))""", "private static List<string> Added(List<string> l) { l.Add(\"b\", 2); return l; } private static void Add(this List<string> l, string s, int n) { for (var i = 0; i < n; i++) l.Add(s + i); }"),
        Text("B8 Contains of one's own", """$"{new[] { "a" }.Contains("A")}" """, "private static bool Contains(this string[] l, string s) => l.Any(x => string.Equals(x, s, StringComparison.OrdinalIgnoreCase));"),
        Text("B8 First of one's own", """new List<string> { "a", "b" }.First()""", "private static string First(this List<string> l) => l[^1];"),
        Text("B8 class Enumerable", """string.Join('-', Enumerable.Range(1, 3))""", "private static class Enumerable { public static IEnumerable<int> Range(int a, int b) { for (var i = a; i <= b; i += 2) yield return i; } }"),
        Text("B8 class String", """String.Join("-", "a", "b") + string.Join("-", "a", "b")""", "private static class String { public static string Join(string s, string a, string b) => b + s + a; }"),
        Text("B8 class Math", """$"{Math.Max(1, 2)}" """, "private static class Math { public static int Max(int a, int b) => a < b ? a : b; }"),
        Text("B8 class Convert", """Convert.ToBase64String([1])""", "private static class Convert { public static string ToBase64String(byte[] b) => \"mine\"; }"),
        Text("B8 class Dictionary", """string.Concat(new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" }.Keys)""", "private sealed class Dictionary<K, V> where K : notnull { private readonly List<K> _k = []; public V this[K k] { set => _k.Insert(0, k); } public IEnumerable<K> Keys => _k; }"),
        Text("B8 class KeyValuePair", """KeyValuePair.Create("k", "v").Key""", "private static class KeyValuePair { public static KeyValuePair<string, string> Create(string a, string b) => new(b, a); }"),
        Text("B8 class Nullable", """new Nullable<int>(5).Value + "" """, "private sealed class Nullable<T>(T v) { public string Value => $\"<{v}>\"; }"),
        Text("B8 class IntOrString", """new IntOrString("a").Value""", "private sealed class IntOrString(string s) { public string Value => s + s; }"),
        Text("B8 class V1Container", """new V1Container { Image = "a" }.Image""", "private sealed class V1Container { public string Image { get => field + \"!\"; set; } = \"\"; }"),
        Body("B8 class V1ObjectMeta that derives", """return new() { Metadata = new Named("x") { Labels = new Dictionary<string, string>() } };""", "private sealed record Named : V1ObjectMeta { public Named(string n) => Name = n + \"!\"; }"),
        Body("B8 WithName of one's own", """return Pod("p", "x").WithName("a");""", "private static V1Pod WithName(this V1Pod p, string n) { p.Metadata.Name = n + \"!\"; return p; }"),
        Body("B8 AddContainer of one's own", """return Pod("p", "x").AddContainer("a", "b");""", "private static V1Pod AddContainer(this V1Pod p, string n, string i) { p.Spec.Containers.Insert(0, new() { Name = i, Image = n }); return p; }"),
        Body("B8 class K8s", """return K8s.Pod("p");""", "private static class K8s { public static V1Pod Pod(string n) => new() { Metadata = new() { Name = n + \"!\" } }; }"),
        Body("B8 extension of the class K8s", """return K8s.Worker("p");""", "extension(K8s) { public static V1Pod Worker(string n) => K8s.Pod(n + \"-worker\"); }"),
        Text("B8 shadowed local and member", """Shadow("a") + Name""", "private const string Name = \"m\"; private static string Shadow(string Name) { Func<string, string> f = static Name => Name + \"l\"; return f(Name) + P(); string P() { var Name = \"p\"; return Name; } }"),
        Text("B8 nameof and caller", """Caller() + nameof(System.Text) + Expr(1 + 1)""", "private static string Caller([System.Runtime.CompilerServices.CallerMemberName] string m = \"\") => m; private static string Expr(int n, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(n))] string e = \"\") => e;"),
        Text("B8 indexer called by another name", """new Box()["a"] + new Box().Get("b")""", "private sealed class Box { [System.Runtime.CompilerServices.IndexerName(\"Get_\")] public string this[string s] => s + \"i\"; public string Get(string s) => s + \"g\"; }"),
        Text("B8 local function called like a method", """Twice()""", "private static string Say() => \"m\"; private static string Twice() { var a = Say(); string Say() => \"l\"; return a + OwnClass.Say(); }"),
        Text("B8 keyword names", """new Box { @class = "a" }.@class + @if("b")""", "private sealed class Box { public string @class { get; set => field = value + \"!\"; } = \"\"; } private static string @if(string @else) => @else;"),
        Text("B8 conditional methods are not called", """Log()""", "private static string _s = \"a\"; [System.Diagnostics.Conditional(\"NEVER\")] private static void Trace(string s) => _s = s; private static string Log() { Trace(\"b\"); return _s; }"),
        Text("B8 Debug.Assert and its argument", """Log()""", "private static string Log() { var n = 1; System.Diagnostics.Trace.Assert(true); [System.Diagnostics.Conditional(\"NEVER\")] static void T(int x) { } T(n++); return $\"{n}\"; }"),
        Text("B8 partial method without a body", """Run()""", "private static partial class Parts { static partial void Hook(ref string s); public static string Go() { var s = \"a\"; Hook(ref s); return s; } } private static string Run() => Parts.Go();"),
        Text("B8 partial method with a body", """Run()""", "private static partial class Parts { static partial void Hook(ref string s); public static string Go() { var s = \"a\"; Hook(ref s); return s; } } private static partial class Parts { static partial void Hook(ref string s) => s += \"b\"; } private static string Run() => Parts.Go();"),
    ];
}
