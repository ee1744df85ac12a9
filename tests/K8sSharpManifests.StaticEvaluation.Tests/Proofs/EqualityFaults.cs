using static K8sSharpManifests.StaticEvaluation.Tests.Proofs.ProofProgram;

namespace K8sSharpManifests.StaticEvaluation.Tests.Proofs;

/// <summary>B14: what is the same, what is equal, and what a type says of it.</summary>
internal static class EqualityFaults
{
    private const string Tier = "private enum Tier { Dev, Prod, Same = 0 }";

    public static readonly ProofProgram[] All =
    [
        Text("B14 boxed numbers are different objects", """Same(5, 5)""", """private static string Same(object a, object b) => a == b ? "same" : "different";"""),
        Body("B14 one number boxed twice", """var n = 5; object a = n, b = n; return Pod("p", a == b ? "same" : "different");"""),
        Body("B14 one box is the same", """object a = 5; var b = a; return Pod("p", a == b ? "same" : "different");"""),
        Body("B14 boxed numbers are equal", """object a = 5, b = 5, c = 5L; return Pod("p", $"{a.Equals(b)}{Equals(a, b)}{a.Equals(c)}{ReferenceEquals(a, b)}");"""),
        Text("B14 casts to object", """(object)5 == (object)5 ? "same" : "different" """),
        Body("B14 texts made at run time as objects", """var s = "ab"; object a = s + s.Length, b = s + s.Length; return Pod("p", $"{a == b}{a.Equals(b)}{(string)a == (string)b}");"""),
        Body("B14 literals as objects are the same", """object a = "ab", b = "a" + "b"; return Pod("p", $"{a == b}");"""),
        Body("B14 == of type parameters", """return Pod("p", $"{Same("ab", new string(['a', 'b']))}");""", "private static bool Same<T>(T a, T b) where T : class => a == b;"),
        Body("B14 == of type parameters, of a text that is copied", """return Pod("p", $"{Same("ab", new string("ab"))}");""", "private static bool Same<T>(T a, T b) where T : class => a == b;"),
        Body("B14 == of objects, of a text that is copied", """object a = "ab", b = new string("ab"); return Pod("p", $"{a == b}{ReferenceEquals(a, b)}{(object)"ab" == (object)new string("ab")}");"""),
        Body("B14 EqualityComparer of type parameters", """return Pod("p", $"{Same("ab", new string(['a', 'b']))}{Same(1, 1)}");""", "private static bool Same<T>(T a, T b) => EqualityComparer<T>.Default.Equals(a, b);"),
        Body("B14 boxed enum is no number", """object o = Tier.Dev; return Pod("p", $"{o is 0}{o is Tier.Dev}{o is Tier}{o is int}{o.Equals(0)}");""", Tier),
        Body("B14 enum by another name", """var t = Tier.Same; return Pod("p", $"{t == Tier.Dev}{t is Tier.Dev}{(int)t}");""", Tier),
        Body("B14 switch on a boxed enum", """object o = Tier.Prod; return Pod("p", o switch { 1 => "one", Tier.Prod => "prod", _ => "none" });""", Tier),
        Body("B14 boxed number of another type", """object o = 5L; return Pod("p", $"{o is 5}{o is 5L}{o is int}{o is long}");"""),
        Body("B14 short and byte", """object o = (byte)5; short s = 5; return Pod("p", $"{o is 5}{o is (byte)5}{s == 5}{s.Equals(5)}{5.Equals(s)}");"""),
        Body("B14 unboxing to another type throws", """object o = 5; var s = "no"; try { s = $"{(long)o}"; } catch (InvalidCastException) { s = "thrown"; } return Pod("p", s);"""),
        Body("B14 NaN", """var n = double.NaN; return Pod("p", $"{n == n}{n.Equals(n)}{n != n}{n < n}{n is double.NaN}");"""),
        Body("B14 zero and minus zero", """var z = 0.0; var m = -z; return Pod("p", $"{z == m}{z.Equals(m)}{1 / z == 1 / m}");"""),
        Body("B14 NaN in a list", """var l = new List<double> { double.NaN }; return Pod("p", $"{l.Contains(double.NaN)}{l.Any(x => x == double.NaN)}");"""),
        Body("B14 null", """string? a = null, b = null; object? c = null; return Pod("p", $"{a == b}{Equals(a, c)}{a is null}{a == ""}{string.Equals(a, b)}");"""),
        Body("B14 nullable numbers", """int? a = null, b = null, c = 1; return Pod("p", $"{a == b}{a < b}{a >= b}{a != c}{c > a}{c == 1}{a.Equals(null)}{a.GetHashCode()}");"""),
        Body("B14 nullable booleans", """bool? a = null, t = true, f = false; return Pod("p", $"{a == true}{a != true}{(a & f) == false}{(a | t) == true}{(a & t) is null}");"""),
        Body("B14 boxed nullable", """int? a = null, b = 5; object? c = a, d = b; return Pod("p", $"{c is null}{d is int}{d is 5}");"""),
        Body("B14 records", """var a = new R("x", 1); var b = new R("x", 1); object c = b; return Pod("p", $"{a == b}{a.Equals(c)}{ReferenceEquals(a, b)}{a == (a with { })}{(object)a == c}");""", "private sealed record R(string Name, int N);"),
        Body("B14 records with lists", """var a = new R(["x"]); var b = new R(["x"]); return Pod("p", $"{a == b}{a == (a with { })}");""", "private sealed record R(List<string> Names);"),
        Body("B14 records of two types", """P1 a = new("x"), b = new P2("x"), c = new P2("x"); return Pod("p", $"{a == b}{b == c}{b.Equals(a)}{a.Equals(b)}");""", "private record P1(string Name); private sealed record P2(string Name) : P1(Name);"),
        Body("B14 record with an Equals of its own", """return Pod("p", $"{new R("x", 1) == new R("x", 2)}{new R("x", 1) == new R("y", 1)}");""", "private sealed record R(string Name, int N) { public bool Equals(R? other) => other?.Name == Name; public override int GetHashCode() => 0; }"),
        Body("B14 record with a further field", """var a = new R("x") { N = 1 }; var b = new R("x") { N = 2 }; return Pod("p", $"{a == b}{a == b with { N = 1 }}");""", "private sealed record R(string Name) { public int N { get; init; } }"),
        Body("B14 record with a computed property", """var a = new R("x"); _ = a.Next; var b = new R("x"); return Pod("p", $"{a == b}");""", "private sealed record R(string Name) { private int _n; public int Next => ++_n; }"),
        Body("B14 record structs", """var a = new S("x", 1); var b = new S("x", 1); return Pod("p", $"{a == b}{a.Equals((object)b)}{(object)a == (object)b}");""", "private readonly record struct S(string Name, int N);"),
        Body("B14 structs", """var a = new S { N = 1 }; var b = new S { N = 1 }; return Pod("p", $"{a.Equals(b)}{Equals(a, b)}{ReferenceEquals(a, b)}");""", "private struct S { public int N; }"),
        Body("B14 classes", """var a = new C("x"); var b = new C("x"); var c = a; return Pod("p", $"{a == b}{a == c}{a.Equals(b)}");""", "private sealed class C(string name) { public string Name => name; }"),
        Body("B14 class with Equals but no ==", """var a = new C("x"); var b = new C("x"); return Pod("p", $"{a == b}{a.Equals(b)}{new[] { a }.Contains(b)}{new List<C> { a }.IndexOf(b)}");""", "private sealed class C(string name) { public string Name => name; public override bool Equals(object? o) => o is C c && c.Name == Name; public override int GetHashCode() => 1; }"),
        Body("B14 == by the static type", """var a = new C("x"); var b = new C("x"); object c = a, d = b; return Pod("p", $"{a == b}{c == d}{c.Equals(d)}");""", "private sealed class C(string name) { public string Name => name; public static bool operator ==(C a, C b) => a.Name == b.Name; public static bool operator !=(C a, C b) => !(a == b); public override bool Equals(object? o) => false; public override int GetHashCode() => 1; }"),
        Body("B14 models are records", """var a = new V1EnvVar { Name = "x" }; var b = new V1EnvVar { Name = "x" }; return Pod("p", $"{a == b}{a == (a with { Value = "1" })}{ReferenceEquals(a, b)}");"""),
        Body("B14 models with lists", """var a = Pod("a", "x"); var b = Pod("a", "x"); return Pod("p", $"{a == b}{a == (a with { })}{a.Spec == (a with { }).Spec}");"""),
        Body("B14 models in Contains and Remove", """var l = new List<V1EnvVar> { new() { Name = "x" }, new() { Name = "y" } }; var found = l.Contains(new() { Name = "y" }); l.Remove(new() { Name = "x" }); return Pod("p", $"{found}{l.Count}{l[0].Name}");"""),
        Body("B14 models in Distinct", """var l = new[] { new V1EnvVar { Name = "x" }, new V1EnvVar { Name = "x" } }; return Pod("p", $"{l.Distinct().Count()}{l.ToHashSet().Count}");"""),
        Body("B14 model as a key that changes", """var k = new V1EnvVar { Name = "x" }; var m = new Dictionary<V1EnvVar, int> { [k] = 1 }; k.Name = "y"; return Pod("p", $"{m.ContainsKey(k)}{m.Count}");"""),
        Body("B14 arrays and lists", """int[] a = [1], b = [1]; return Pod("p", $"{a == b}{a.Equals(b)}{a.SequenceEqual(b)}{new List<int> { 1 }.Equals(new List<int> { 1 })}");"""),
        Body("B14 tuples", """var a = (1, "x"); var b = (1, "x"); return Pod("p", $"{a == b}{a.Equals(b)}{a != (2, "x")}{(1, (2, 3)) == (1, (2, 3))}{(1L, 2) == (1, 2L)}");"""),
        Body("B14 tuples of different boxes", """(object, int) a = (1, 2), b = (1, 2); return Pod("p", $"{a == b}{a.Equals(b)}");"""),
        Body("B14 anonymous types", """var a = new { N = 1 }; var b = new { N = 1 }; return Pod("p", $"{a == b}{a.Equals(b)}");"""),
        Body("B14 delegates", """Action a = F, b = F; Action c = () => { }, d = () => { }; return Pod("p", $"{a == b}{c == d}{a + b == a}");""", "private static void F() { }"),
        Body("B14 types", """object a = new List<int>(), b = ""; return Pod("p", $"{a is IEnumerable<int>}{a is IEnumerable<object>}{a is System.Collections.IEnumerable}{b is IEnumerable<char>}{a.GetType() == typeof(List<int>)}");"""),
        Body("B14 variance", """object a = new List<string>(), b = new string[1], c = new List<int>(); return Pod("p", $"{a is IEnumerable<object>}{b is object[]}{c is IEnumerable<object>}{a is List<object>}");"""),
        Body("B14 char and number", """object a = 'a'; char c = 'a'; return Pod("p", $"{a is 97}{c == 97}{a.Equals(97)}{c + 1}{(char)(c + 1)}");"""),
        Body("B14 text comparison", """return Pod("p", $"{"a" == "A"}{"a".Equals("A", StringComparison.OrdinalIgnoreCase)}{string.Equals("ß", "SS", StringComparison.OrdinalIgnoreCase)}{string.Equals("i", "İ", StringComparison.OrdinalIgnoreCase)}{"é" == "e\u0301"}");"""),
        Body("B14 quantities", """ResourceQuantity a = "1000m", b = "1"; return Pod("p", $"{a.Equals(b)}{a == b}");"""),
        Body("B14 IntOrString", """IntOrString a = 80, b = "80"; return Pod("p", $"{a.Equals(b)}{a == b}{a.Value}");"""),
        Body("B14 dates", """return Pod("p", $"{new DateTime(2020, 1, 1) == new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc)}{TimeSpan.FromSeconds(60) == TimeSpan.FromMinutes(1)}");"""),
        Body("B14 decimals", """return Pod("p", $"{1.0m == 1.00m}{1.0m.Equals(1m)}{0.1m + 0.2m == 0.3m}{0.1 + 0.2 == 0.3}");"""),
        Body("B14 versions", """return Pod("p", $"{new Version(1, 2) == new Version("1.2")}{new Version(1, 10) > new Version(1, 9)}");"""),
    ];
}
