namespace K8sSharpManifests.StaticEvaluation.Tests.Proofs;

/// <summary>What code of the compilation may write to what statics hold, and what it surely does not.</summary>
internal static class CaseProofsStatics
{
    private const string Base = "private static readonly V1Pod Base = Pod(\"base\", \"nginx:1.0\");\n";

    private const string Names = "private static readonly List<string> Names = [\"a\", \"b\"];\n";

    private const string Tally = "private interface IAdd { void Add(int n); } private struct Tally : IAdd { public int Sum; public void Add(int n) => Sum += n; } ";

    public static readonly ProofProgram[] All =
    [
        Read("Select", "string.Join('-', Names.Select(n => n))"),
        Read("Count", "$\"x:{Names.Count}\""),
        Read("index", "Names[0]"),
        Read("loop", "B()", "private static string B() { var t = \"\"; foreach (var n in Names) { t += n; } return t; }"),
        Read("query", "string.Concat(from n in Names select n)"),
        Read("spread", "string.Concat((List<string>)[.. Names])"),
        Read("argument", "string.Concat(Names)"),
        Read("copy", "string.Concat(new List<string>(Names))"),
        Read("nameof", "nameof(Names) + string.Concat(Names)"),
        Read("lock", "B()", "private static string B() { lock (Names) { return Names[0]; } }"),
        Kept("this in a constructor", "private sealed class Box { public string Name; public Box(string name) { this.Name = name; } } private static readonly Box One = new(\"a\"); [Manifest] public static V1Pod B => Pod(One.Name, \"x\");"),
        Kept("parentheses", "private static readonly Dictionary<string, string> Tags = []; private static void F() => (Tags)[\"a\"] = \"b\";"),
        Kept("exclamation mark", "private static readonly Dictionary<string, string>? Tags = []; private static void F() => Tags![\"a\"] = \"b\";"),
        Kept("question mark", "private sealed class Box { public Dictionary<string, string> Tags = []; } private static void F(Box b) => b?.Tags.Add(\"a\", \"b\");"),
        Kept("new object", "private static void F() => new Dictionary<string, string>().Add(\"a\", \"b\");"),
        Kept("new object of an argument", "private static void F() => System.Runtime.InteropServices.CollectionsMarshal.SetCount<string>(new(), 1);"),
        Kept("null as an argument", "private static void Fill(string[]? l) { } private static void F() => Fill(null);"),
        Kept("chain of Add", "private static void F() => System.Collections.Immutable.ImmutableList<string>.Empty.Add(\"a\").Add(\"b\");"),
        Kept("new array", "private static void F() { var a = new string[1]; a[0] = \"b\"; }"),
        Kept("with", "private static V1Pod F() { var p = Base with { Kind = \"k\" }; p.Kind = \"l\"; return p; }"),
        Kept("ToList", "private static void F(IEnumerable<string> l) { var m = l.ToList(); m.Add(\"b\"); }"),
        Kept("K8s", "private static V1Pod F() { var p = K8s.Pod(\"a\"); p.Kind = \"l\"; return p; }"),
        Kept("Remove of a text", "private static string F(string s) => s.Remove(1);"),
        Kept("member of another type", "private sealed class Box { public string? NodeName; } private static void F(Box b) => b.NodeName = \"n\";"),
        Kept("list of nullable numbers", "private static void F(List<int?> l) => l.Add(1);"),
        Kept("array of numbers", "private static void F(int[] l) => l[0] = 1;"),
        Kept("list of numbers", "private static void F(List<int> l) => l.Add(1);"),
        Kept("dictionary of numbers", "private static void F(Dictionary<string, int> l) => l.Add(\"a\", 1);"),
        Kept("quantities", "private static readonly V1Container One = new() { Name = \"a\", Resources = new() { Limits = new Dictionary<string, ResourceQuantity> { [\"cpu\"] = new(\"1\") } } }; [Manifest] public static V1Pod B => new() { Spec = new() { Containers = [One] } }; private static void F(int[] l) => l[0] = 1;"),
        Kept("ports", "private sealed record Box(List<IntOrString> Ports); private static readonly Box One = new([80]); [Manifest] public static V1Pod B => Pod(\"p\", One.Ports[0]); private static void F(int[] l) => l[0] = 1;"),
        Kept("records", "private sealed record App(string Name); private sealed record Box(List<App> Apps); private static readonly Box One = new([new(\"a\")]); [Manifest] public static V1Pod B => Pod(\"p\", One.Apps[0].Name); private static void F(int[] l) => l[0] = 1;"),
        Lost("parentheses", "(Base.Kind) = \"k\";"),
        Lost("parentheses around a choice", "(Environment.ProcessId > 0 ? ref Slot() : ref Slot()) = \"k\";", "private static string? _slot; private static ref string? Slot() { Base.Kind = \"k\"; return ref _slot; }"),
        Lost("member after a question mark", "Base?.Kind = \"k\";"),
        Lost("labels of a method", "L()[\"x\"] = \"1\";", "private static IDictionary<string, string> L() => Base.Metadata.Labels;"),
        Lost("type parameter", "F(new Bag(Base), \"b\");", "private interface IAdd { void Add(string s); } private sealed class Bag(V1Pod p) : IAdd { public void Add(string s) => p.Kind = s; } private static void F<T>(T t, string s) where T : IAdd => t.Add(s);"),
        Lost("object", "Fill(Get());", "private static object Get() => Base.Metadata.Labels; private static void Fill(object o) => ((IDictionary<string, string>)o)[\"a\"] = \"b\";"),
        Lost("dynamic", "F(Base.Metadata.Labels);", "private static void F(dynamic d) => d.Add(\"x\", \"1\");"),
        Lost("collection expression", "Fill([\"a\"]);", "private static void Fill(string[] l) => l[0] = \"b\";"),
        Lost("span", "Fill(new string[] { \"a\" });", "private static void Fill(Span<string> l) => l[0] = \"b\";"),
        Lost("list without a type", "F([]);", "private static void F(System.Collections.ArrayList l) => l.Add(\"a\");"),
        Lost("list of a type parameter", "F([], \"a\");", "private static void F<T>(List<T> l, T t) => l.Add(t);"),
        Lost("list of objects", "F([]);", "private static void F(List<object> l) => l.Add(1);"),
        Lost("list of an interface", "F([]);", "private static void F(List<IDisposable?> l) => l.Add(null);"),
        Lost("list of dynamic", "F([]);", "private static void F(List<dynamic> l) => l.Add(1);"),
        Lost("list of lists", "F([]);", "private static void F(List<List<int>> l) => l.Add([]);"),
        Lost("list of a class that others may derive from", "F([]);", "private class App; private static void F(List<App> l) => l.Add(new());"),
        Lost("collection of pairs", "F(Base.Metadata.Labels);", "private static void F(ICollection<KeyValuePair<string, string>> l) => l.Add(new(\"x\", \"1\"));"),
        Lost("local and a parameter of that name", "{ var p = new V1Pod(); p.Kind = \"x\"; } Action<V1Pod> f = p => p.Kind = \"k\"; f(Base);"),
        Lost("local and a pattern of that name", "{ var p = new V1Pod(); p.Kind = \"x\"; } { if (Base is { } p) { p.Kind = \"k\"; } }"),
        Lost("local and a loop of that name", "{ var p = new V1Pod(); p.Kind = \"x\"; } foreach (var p in new[] { Base }) { p.Kind = \"k\"; }"),
        Lost("local that goes by reference", "var p = new V1Pod(); Set(ref p); p.Kind = \"k\";", "private static void Set(ref V1Pod p) => p = Base;"),
        Lost("local with a reference", "var p = new V1Pod(); ref var r = ref p; r = Base; p.Kind = \"k\";"),
        Lost("local in a deconstruction", "var p = new V1Pod(); (p, _) = (Base, 1); p.Kind = \"k\";"),
        Lost("local that gets another value", "var p = new V1Pod(); p = Base; p.Kind = \"k\";"),
        Changed("local that gets the list later", "List<string> l; l = Names; l.Add(\"c\");"),
        Changed("out variable", "Get(out var l); l.Add(\"c\");", "private static void Get(out List<string> l) => l = Names;"),
        Changed("variable of a loop", "foreach (var l in new[] { Names }) { l.Add(\"c\"); }"),
        Of("this outside of a constructor", "Box", "new(\"a\")", "One.Name", "One.Set();", "private sealed class Box { public string Name; public Box(string name) { Name = name; } public void Set() { this.Name = \"b\"; } }"),
        Of("array of structs", "Tally[]", "[new()]", "$\"x:{One[0].Sum}\"", "One[0].Add(2);", Tally),
        Of("array of structs, by a member", "Tally[]", "[new()]", "$\"x:{One[0].Sum}\"", "One[0].Sum = 2;", Tally),
        Of("struct in an object", "Box", "new()", "$\"x:{One.Sum.Sum}\"", "One.Sum.Add(2);", Tally + "private sealed class Box { public Tally Sum; }"),
        Of("struct in this object", "Box", "new()", "$\"x:{One.Sum.Sum}\"", "One.Set();", Tally + "private sealed class Box { public Tally Sum; public void Set() { this.Sum.Add(2); } }"),
        Of("box", "object", "new Tally()", "$\"x:{((Tally)One).Sum}\"", "((IAdd)One).Add(2);", Tally),
        Of("parameter of a primary constructor", "Box", "new(\"a\")", "One.Name", "One.Set();", "private sealed class Box(string name) { public string Name => name; public void Set() => name = \"b\"; }"),
        Of("list of an enum", "Box", "new([Tier.Dev])", "string.Join('-', One.Tiers)", "F(One.Tiers);", "private enum Tier { Dev, Prod } private sealed record Box(List<Tier> Tiers); private static void F(List<Tier> l) => l.Add(Tier.Prod);"),
        Of("bytes", "byte[]", "System.Text.Encoding.UTF8.GetBytes(\"a\")", "System.Text.Encoding.UTF8.GetString(One)", "One[0] = 66;"),
        Of("builder", "System.Text.StringBuilder", "new(\"a\")", "One.ToString()", "One.Append(\"b\");"),
        Of("closure", "Func<int>", "Make()", "$\"x:{One()}\"", "One();", "private static Func<int> Make() { var n = 0; return () => ++n; }"),
    ];

    /// <summary>A list that is only read stays known, though lists of texts change elsewhere.</summary>
    private static ProofProgram Read(string name, string expression, string members = "") =>
        new("list that is only read: " + name, Names + "[Manifest] public static V1Pod A => Pod(\"p\", " + expression + ");\n" + members + " private static void Spoil(List<string> l) => l.Add(\"x\");");

    /// <summary>Code that changes nothing of the base.</summary>
    private static ProofProgram Kept(string name, string members) =>
        new("base that stays: " + name, Base + "[Manifest] public static V1Pod A => Base;\n" + members);

    /// <summary>Code that changes the base, or may.</summary>
    private static ProofProgram Lost(string name, string statements, string members = "") =>
        new("base that changes: " + name, Base + "[Manifest] public static V1Pod A() { " + statements + " return Base; }\n[Manifest] public static V1Pod B => Base;\n" + members);

    /// <summary>Code that changes a list of texts.</summary>
    private static ProofProgram Changed(string name, string statements, string members = "") =>
        new("list that changes: " + name, Names + "[Manifest] public static V1Pod A() { " + statements + " return Pod(\"p\", string.Concat(Names)); }\n[Manifest] public static V1Pod B => Pod(\"q\", string.Concat(Names));\n" + members);

    /// <summary>Code that changes another kind of object.</summary>
    private static ProofProgram Of(string name, string type, string value, string text, string statement, string members = "") =>
        new("object that changes: " + name, $"private static readonly {type} One = {value};\n[Manifest] public static V1Pod A() {{ {statement} return Pod(\"p\", {text}); }}\n[Manifest] public static V1Pod B => Pod(\"q\", {text});\n{members}");
}
