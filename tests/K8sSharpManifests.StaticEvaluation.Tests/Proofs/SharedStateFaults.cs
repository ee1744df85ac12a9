namespace K8sSharpManifests.StaticEvaluation.Tests.Proofs;

/// <summary>B2b: what one member does to something shared is seen by the members that run after it.</summary>
internal static class SharedStateFaults
{
    public static readonly ProofProgram[] All =
    [
        new("B2b extension that changes and returns", """
            private static readonly V1Pod Base = Pod("base", "nginx:1.0");
            private static V1Pod Harden(this V1Pod p) { p.Spec.HostNetwork = false; p.Spec.Containers[0].Image += "-h"; return p; }
            [Manifest] public static V1Pod A => Base.Harden();
            [Manifest] public static V1Pod B => Base.WithName("b");
            """),
        new("B2b with, then changed", """
            private static readonly V1Pod Base = Pod("base", "nginx:1.0");
            [Manifest] public static V1Pod A { get { var p = Base with { Metadata = new() { Name = "a" } }; p.Spec.Containers[0].Image = "nginx:1.27"; return p; } }
            [Manifest] public static V1Pod B => Base with { Metadata = new() { Name = "b" } };
            """),
        new("B2b fluent, then changed", """
            private static readonly V1Pod Base = Pod("base", "nginx:1.0");
            [Manifest] public static V1Pod A() { var p = Base.WithName("a"); p.Metadata.Labels["x"] = "1"; return p; }
            [Manifest] public static V1Pod B() => Base.WithName("b");
            """),
        new("B2b shared list of variables", """
            private static readonly List<V1EnvVar> Env = [new() { Name = "LOG", Value = "info" }];
            private static V1Pod Make(string name) { var p = Pod(name, "nginx:1.0"); p.Spec.Containers[0].Env = Env; return p; }
            [Manifest] public static V1Pod A() { var p = Make("a"); p.Spec.Containers[0].Env.Add(new() { Name = "X", Value = "1" }); return p; }
            [Manifest] public static V1Pod B() => Make("b");
            """),
        new("B2b item of a shared list", """
            private static readonly List<V1EnvVar> Env = [new() { Name = "LOG", Value = "info" }];
            private static V1Pod Make(string name) { var p = Pod(name, "nginx:1.0"); p.Spec.Containers[0].Env = [.. Env]; return p; }
            [Manifest] public static V1Pod A() { var p = Make("a"); p.Spec.Containers[0].Env[0].Value = "debug"; return p; }
            [Manifest] public static V1Pod B() => Make("b");
            """),
        new("B2b shared container", """
            private static readonly V1Container Sidecar = new() { Name = "s", Image = "s:1" };
            [Manifest] public static V1Pod A() { var p = Pod("a", "nginx").AddContainer(Sidecar); foreach (var c in p.Spec.Containers) c.Image += ".1"; return p; }
            [Manifest] public static V1Pod B() => Pod("b", "nginx").AddContainer(Sidecar);
            """),
        new("B2b counter", """
            private static class Ports { private static int _next = 8000; public static int Next() => _next++; }
            [Manifest] public static V1Pod A => Pod("a", $"a:{Ports.Next()}");
            [Manifest] public static V1Pod B => Pod("b", $"b:{Ports.Next()}");
            """),
        new("B2b counter behind a getter", """
            private static class Ports { private static int _next = 8000; public static int Next => ++_next; }
            [Manifest] public static V1Pod A => Pod("a", $"a:{Ports.Next}{Ports.Next}");
            [Manifest] public static V1Pod B => Pod("b", $"b:{Ports.Next}");
            """),
        new("B2b counter in an object", """
            private sealed class Counter { private int _n; public int Next() => ++_n; }
            private static readonly Counter Ids = new();
            [Manifest] public static V1Pod A => Pod("a", $"a:{Ids.Next()}");
            [Manifest] public static V1Pod B => Pod("b", $"b:{Ids.Next()}");
            """),
        new("B2b counter in a closure", """
            private static Func<int> Make() { var n = 0; return () => ++n; }
            private static readonly Func<int> Next = Make();
            [Manifest] public static V1Pod A => Pod("a", $"a:{Next()}");
            [Manifest] public static V1Pod B => Pod("b", $"b:{Next()}");
            """),
        new("B2b counter in an array", """
            private static readonly int[] Next = [1];
            [Manifest] public static V1Pod A => Pod("a", $"a:{Next[0]++}");
            [Manifest] public static V1Pod B => Pod("b", $"b:{Next[0]++}");
            """),
        new("B2b counter in a dictionary", """
            private static readonly Dictionary<string, int> Next = new() { ["a"] = 1 };
            private static int Take(string key) { var n = Next[key]; Next[key] = n + 1; return n; }
            [Manifest] public static V1Pod A => Pod("a", $"a:{Take("a")}");
            [Manifest] public static V1Pod B => Pod("b", $"b:{Take("a")}");
            """),
        new("B2b counter by Interlocked", """
            private static int _next;
            [Manifest] public static V1Pod A => Pod("a", $"a:{System.Threading.Interlocked.Increment(ref _next)}");
            [Manifest] public static V1Pod B => Pod("b", $"b:{_next}");
            """),
        new("B2b queue", """
            private static readonly Queue<string> Names = new(["one", "two"]);
            [Manifest] public static V1Pod A => Pod(Names.Dequeue(), "a");
            [Manifest] public static V1Pod B => Pod(Names.Dequeue(), "b");
            """),
        new("B2b enumerator", """
            private static readonly IEnumerator<int> Numbers = Enumerable.Range(1, 9).GetEnumerator();
            private static int Next() { Numbers.MoveNext(); return Numbers.Current; }
            [Manifest] public static V1Pod A => Pod("a", $"a:{Next()}");
            [Manifest] public static V1Pod B => Pod("b", $"b:{Next()}");
            """),
        new("B2b StringBuilder", """
            private static readonly System.Text.StringBuilder Log = new("x");
            [Manifest] public static V1Pod A => Pod("a", Log.Append("a").ToString());
            [Manifest] public static V1Pod B => Pod("b", Log.Append("b").ToString());
            """),
        new("B2b static struct", """
            private struct State { public int N; public void Next() => N++; }
            private static State _state;
            [Manifest] public static V1Pod A { get { _state.Next(); return Pod("a", $"a:{_state.N}"); } }
            [Manifest] public static V1Pod B { get { _state.Next(); return Pod("b", $"b:{_state.N}"); } }
            """),
        new("B2b readonly static struct is copied", """
            private struct State { public int N; public int Next() => ++N; }
            private static readonly State Frozen = new();
            [Manifest] public static V1Pod A => Pod("a", $"a:{Frozen.Next()}{Frozen.Next()}{Frozen.N}");
            [Manifest] public static V1Pod B => Pod("b", $"b:{Frozen.N}");
            """),
        new("B2b static property that is set", """
            private static string Tag { get; set; } = "1.0";
            [Manifest] public static V1Pod A { get { Tag = "1.27"; return Pod("a", Tag); } }
            [Manifest] public static V1Pod B => Pod("b", Tag);
            """),
        new("B2b settings object", """
            private sealed class Settings { public string Tag { get; set; } = "1.0"; public static Settings Current { get; } = new(); }
            [Manifest] public static V1Pod A { get { var s = Settings.Current; s.Tag = "1.27"; return Pod("a", s.Tag); } }
            [Manifest] public static V1Pod B => Pod("b", Settings.Current.Tag);
            """),
        new("B2b settings object changed in a Select", """
            private sealed class Settings { public string Tag { get; set; } = "1.0"; }
            private static readonly Settings Current = new();
            [Manifest] public static IEnumerable<V1Pod> A => new[] { "x", "y" }.Select(n => { Current.Tag += n; return Pod(n, Current.Tag); });
            [Manifest] public static V1Pod B => Pod("b", Current.Tag);
            """),
        new("B2b static delegate", """
            private static Func<string> _tag = () => "1.0";
            [Manifest] public static V1Pod A { get { _tag = () => "1.27"; return Pod("a", _tag()); } }
            [Manifest] public static V1Pod B => Pod("b", _tag());
            """),
        new("B2b static event", """
            private static event Action<V1Pod>? Made;
            private static V1Pod Raise(V1Pod p) { Made?.Invoke(p); return p; }
            [Manifest] public static V1Pod A { get { Made += p => p.Spec.NodeName += "n"; return Raise(Pod("a", "x")); } }
            [Manifest] public static V1Pod B => Raise(Pod("b", "x"));
            """),
        new("B2b memo", """
            private static readonly Dictionary<string, V1Pod> Memo = [];
            private static V1Pod Get(string name) { if (!Memo.TryGetValue(name, out var p)) Memo[name] = p = Pod(name, $"i:{Memo.Count}"); return p; }
            [Manifest] public static V1Pod A => Get("a");
            [Manifest] public static V1Pod B { get { Get("b").Spec.NodeName = "n"; return Get("b"); } }
            """),
        new("B2b lazy", """
            private static readonly Lazy<V1Pod> Base = new(() => Pod("base", "nginx:1.0"));
            [Manifest] public static V1Pod A { get { Base.Value.Spec.NodeName = "n"; return Base.Value; } }
            [Manifest] public static V1Pod B => Base.Value.WithName("b");
            """),
        new("B2b get-only property holds one object, an expression a new one", """
            private static V1Pod Once { get; } = Pod("once", "x");
            private static V1Pod Each => Pod("each", "x");
            [Manifest] public static V1Pod A { get { Each.Spec.NodeName = "n"; Once.Spec.NodeName = "n"; return Each; } }
            [Manifest] public static V1Pod B => Once;
            """),
        new("B2b field keyword", """
            private static V1Pod Kept => field ??= Pod("kept", "x");
            [Manifest] public static V1Pod A { get { Kept.Spec.NodeName += "n"; return Kept; } }
            [Manifest] public static V1Pod B => Kept;
            """),
        new("B2b other manifest's object", """
            [Manifest] public static V1Pod A { get; } = Pod("a", "x");
            [Manifest] public static V1Pod B() { var p = A.WithName("b"); p.Spec.NodeName = "n"; return p; }
            """),
        new("B2b other manifest's field, in a sequence", """
            [Manifest] public static readonly V1Pod A = Pod("a", "x");
            [Manifest] public static IEnumerable<V1Pod> B() { foreach (var n in new[] { "b", "c" }) { A.Spec.NodeName += n; yield return A.WithName(n); } }
            """),
        new("B2b default of a parameter that is kept", """
            private static readonly V1PodSpec Default = new() { NodeName = "d" };
            private static V1Pod Make(string name, V1PodSpec? spec = null) => new() { Metadata = new() { Name = name }, Spec = spec ?? Default };
            [Manifest] public static V1Pod A() { var p = Make("a"); p.Spec.NodeName = "n"; return p; }
            [Manifest] public static V1Pod B() => Make("b");
            """),
        new("B2b static of a generic class", """
            private static class Of<T> { public static readonly List<string> Names = [typeof(T) == typeof(int) ? "int" : "other"]; }
            [Manifest] public static V1Pod A { get { Of<int>.Names.Add("a"); return Pod("a", string.Join('-', Of<int>.Names)); } }
            [Manifest] public static V1Pod B => Pod("b", string.Join('-', Of<int>.Names) + string.Join('-', Of<string>.Names));
            """),
        new("B2b record copied with its list", """
            private sealed record App(string Name, List<string> Tags);
            private static readonly App Base = new("base", ["1.0"]);
            [Manifest] public static V1Pod A { get { var a = Base with { Name = "a" }; a.Tags.Add("1.27"); return Pod(a.Name, string.Join('-', a.Tags)); } }
            [Manifest] public static V1Pod B => Pod(Base.Name, string.Join('-', Base.Tags));
            """),
        new("B2b array sorted in place", """
            private static readonly string[] Words = ["b", "c", "a"];
            [Manifest] public static V1Pod A { get { Array.Sort(Words, StringComparer.Ordinal); return Pod("a", string.Concat(Words)); } }
            [Manifest] public static V1Pod B => Pod("b", string.Concat(Words));
            """),
        new("B2b list reversed in place by a helper", """
            private static readonly List<string> Words = ["b", "c", "a"];
            private static List<string> Turned(List<string> l) { l.Reverse(); return l; }
            [Manifest] public static V1Pod A => Pod("a", string.Concat(Turned(Words)));
            [Manifest] public static V1Pod B => Pod("b", string.Concat(Words));
            """),
        new("B2b span over a static array", """
            private static readonly int[] Numbers = [1, 2, 3];
            [Manifest] public static V1Pod A { get { var s = Numbers.AsSpan(1); s[0] = 9; s.Reverse(); return Pod("a", string.Join('-', Numbers)); } }
            [Manifest] public static V1Pod B => Pod("b", string.Join('-', Numbers));
            """),
        new("B2b reflection", """
            private sealed class State { public string Tag = "1.0"; }
            private static readonly State Current = new();
            [Manifest] public static V1Pod A { get { typeof(State).GetField("Tag")!.SetValue(Current, "1.27"); return Pod("a", Current.Tag); } }
            [Manifest] public static V1Pod B => Pod("b", Current.Tag);
            """),
        new("B2b ref to a static", """
            private static string _tag = "1.0";
            private static ref string Tag() => ref _tag;
            [Manifest] public static V1Pod A { get { Tag() = "1.27"; return Pod("a", _tag); } }
            [Manifest] public static V1Pod B => Pod("b", _tag);
            """),
        new("B2b argument by ref", """
            private static V1Pod _base = Pod("base", "nginx:1.0");
            private static void Replace(ref V1Pod p) => p = p.WithName("replaced");
            [Manifest] public static V1Pod A { get { Replace(ref _base); return _base; } }
            [Manifest] public static V1Pod B => _base;
            """),
        new("B2b object that knows its list", """
            private abstract class Registered { public static readonly List<string> Names = []; protected Registered(string name) => Names.Add(name); }
            private sealed class App(string name) : Registered(name);
            [Manifest] public static V1Pod A { get { new App("a"); return Pod("a", string.Join('-', Registered.Names)); } }
            [Manifest] public static V1Pod B { get { new App("b"); return Pod("b", string.Join('-', Registered.Names)); } }
            """),
        new("B2b value that a type initialiser counts", """
            private static int _made;
            private sealed class Once { public static readonly string Text = $"t{++_made}"; static Once() { } }
            [Manifest] public static V1Pod A { get { _made = 5; return Pod("a", Once.Text); } }
            [Manifest] public static V1Pod B { get { var n = _made; return Pod("b", $"b{n}"); } }
            """),
        new("B2b thread static", """
            [ThreadStatic] private static int _n;
            [Manifest] public static V1Pod A { get { _n += 2; return Pod("a", $"a{_n}"); } }
            [Manifest] public static V1Pod B { get { _n *= 3; return Pod("b", $"b{_n}"); } }
            """),
    ];
}
