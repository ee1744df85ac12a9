using System.Text;

namespace K8sSharpManifests.Analyzers.Tests;

/// <summary>Code that nobody writes, but that generators, mistakes and merges make. Each file has a pod that the analyzer finds fault with, too.</summary>
internal static class HostileCode
{
    public static IReadOnlyDictionary<string, string> Files { get; } = new Dictionary<string, string>
    {
        ["LongChain.cs"] = Class("LongChain", $"[Manifest] public static V1Pod Chain => K8s.Pod(\"a\"){Repeat(3000, i => $".AddLabel(\"l{i}\", \"v\")")};"),
        ["LongSum.cs"] = Class("LongSum", $"[Manifest] public static V1Pod Sum => K8s.Pod({Repeat(2000, i => $"\"a{i}\" + ")}\"b\");"),
        ["DeepParentheses.cs"] = Class("DeepParentheses", $"[Manifest] public static V1Pod Deep => K8s.Pod({new string('(', 300)}\"a\"{new string(')', 300)});"),
        ["DeepConditions.cs"] = Class("DeepConditions", $"private static bool Flag => DateTime.Now.Ticks > 0; [Manifest] public static V1Pod Deep => K8s.Pod({Repeat(300, i => $"Flag ? \"a{i}\" : ")}\"b\");"),
        ["DeepLambdas.cs"] = Class("DeepLambdas", $"[Manifest] public static V1Pod Deep => K8s.Pod(\"a\").AddContainer(\"a\", \"nginx\", c => {Repeat(60, i => $"c.AddEnv(\"E{i}\", new Func<string>(() => ")}\"v\"{Repeat(60, _ => ")())")});"),
        ["Exponential.cs"] = Class("Exponential", $"{Repeat(64, i => $"private static string F{i}(string s) => F{i + 1}(s) + F{i + 1}(s);\n")} private static string F64(string s) => s; [Manifest] public static V1Pod Pod => K8s.Pod(F0(\"a\"));"),
        ["Cycles.cs"] = Class("Cycles", """
            private const string A = B + "a", B = A + "b";
            private static readonly string First = Second, Second = First;
            private static string Ping(string s) => Pong(s) + "i";
            private static string Pong(string s) => Ping(s) + "o";
            private static V1Pod Itself => Itself.AddLabel("a", "b");
            [Manifest] public static V1Pod Constant => K8s.Pod(A);
            [Manifest] public static V1Pod Field => K8s.Pod(First);
            [Manifest] public static V1Pod Helper => K8s.Pod(Ping("a"));
            [Manifest] public static V1Pod Property => Itself;
            [Manifest] public static V1Pod Loop { get { for (;;) { } } }
            [Manifest] public static IEnumerable<V1Pod> Endless() { while (true) { yield return K8s.Pod("a"); } }
            """),
        ["LargeArray.cs"] = Class("LargeArray", $"private static readonly int[] Numbers = [{Repeat(100_000, i => $"{i},")}]; [Manifest] public static IEnumerable<V1Pod> Pods => Numbers.Select(n => K8s.Pod($\"a{{n}}\"));"),
        ["LargeText.cs"] = Class("LargeText", $"private const string Text = \"{new string('x', 1_000_000)}\"; [Manifest] public static V1ConfigMap Map => new() {{ Metadata = new() {{ Name = Text }}, Data = new Dictionary<string, string> {{ [Text] = Text + Text }} }};"),
        ["ManyMembers.cs"] = Class("ManyMembers", Repeat(400, i => $"[Manifest] public static V1Service S{i} => new() {{ Metadata = new() {{ Name = \"s{i}\" }} }};\n")),
        ["Conditional.cs"] = "#define A\n#if A\n" + WrongPod("Conditional") + "\n#elif B\n#error no\n#else\n" + WrongPod("Other") + "\n#endif\n#if NEVER\npublic class {{{\n#endif\n",
        ["Unsafe.cs"] = Class("Unsafe", """
            private static unsafe string Pointers(int* p, delegate*<int, void> f) { fixed (char* c = "abc") { f(*p); return new string(c, 0, *p) + sizeof(int) + (*c).ToString(); } }
            private static ref int Ref(ref int i) { Span<int> s = stackalloc int[4]; ref int r = ref s[i]; r = 1; return ref i; }
            [Manifest] public static unsafe V1Pod Pod { get { int i = 1; return K8s.Pod(Pointers(&i, null) + Ref(ref i) + i); } }
            """),
        ["Modern.cs"] = Class("Modern", """"
            private static async Task<V1Pod> Later() { await Task.Yield(); return K8s.Pod("a"); }
            private static async IAsyncEnumerable<V1Pod> Many() { yield return await Later(); }
            private static string Of(object o) => o switch { V1Pod { Spec.Containers: [{ Name: var n }, .. var rest] } when rest.Count > 0 => n, [1, .., > 2 and < 9 or 12] => "list", (int a, var b) => $"{a}{b}", null or not string => "x", string s => s };
            [Manifest] public static V1Pod Awaited => Later().Result;
            [Manifest] public static V1Pod Matched => K8s.Pod(Of(new object()), throw new Exception());
            [Manifest] public static V1Pod Raw => K8s.Pod($$"""a{{1 + (stackalloc int[] { 1 }).Length}}""");
            [Manifest] public static V1Pod Query => (from a in new[] { 1 } join b in new[] { 2 } on a equals b into g let c = g.Count() orderby c select K8s.Pod($"a{c}")).First();
            [Manifest] public static V1Pod Local { get { goto end; end: lock (new object()) { try { checked { return K8s.Pod("a"); } } catch (Exception e) when (e is { }) { throw; } finally { } } } }
            [Manifest] public static dynamic Dynamic => ((dynamic)1).Pod("a").Spec[0]?.B;
            """"),
        ["Incomplete.cs"] = WrongPod("Before") + """

            public static class Incomplete
            {
                [Manifest] public static V1Pod A => K8s.
                [Manifest] public static V1Pod B => K8s.Pod("b").AddContainer("b", "nginx", c => c.With
                [Manifest] public static V1Pod C => new V1Pod { Spec = new() { Containers = [ new V1Container { Image = "nginx:latest", ImagePullPolicy = 
            """,
        ["Conflict.cs"] = WrongPod("Conflict") + "\n<<<<<<< HEAD\npublic static class X { [Manifest] public static V1Pod A => K8s.Pod(\"a\"); }\n=======\npublic static class X { [Manifest] public static V1Pod A => K8s.Pod(\"b\");\n>>>>>>> branch\n",
        ["Twice.cs"] = WrongPod("Twice") + "\npublic static partial class Twin { [Manifest] public static V1Pod Pod => K8s.Pod(\"a\"); [Manifest] public static V1Pod Pod => K8s.Pod(\"b\"); public static V1Pod Pod() => Pod; }",
        ["Shadows.cs"] = WrongPod("Shadows") + "\nnamespace k8s.Models.Fake { public class V1Pod { public V1PodSpec? Spec; public V1Pod With(V1Pod p) => p; } public static class U { [Manifest] public static V1Pod P => new V1Pod().With(new()); } }",
        ["Styles.cs"] = Class("Styles", """
            private static readonly string Policy = "IfNotPresent";

            [Manifest]
            public static V1Pod Pod => new()
            {
                Metadata = new() { Name = "web", Labels = new Dictionary<string, string> { ["app"] = "web" } },
                Spec = new() { Containers = [new() { Name = "web", Image = $"nginx:{1}", ImagePullPolicy = Policy }, .. Others()] },
            };

            [Manifest]
            public static IEnumerable<IKubernetesObject> All()
            {
                foreach (var name in new[] { "a", "b" })
                {
                    var pod = K8s.Pod(name).AddContainer(name, "nginx");
                    yield return name switch { "a" => pod, _ => pod with { Spec = pod.Spec with { HostNetwork = true } } };
                }
            }

            private static IEnumerable<V1Container> Others() => [new V1Container { Name = "b", Image = "nginx" }.WithImagePullPolicy(Policy ?? "Always")];
            """),
    };

    /// <summary>A class with a pod that is wrong.</summary>
    public static string WrongPod(string name) => Class(name, "");

    private static string Class(string name, string members) => $$"""
        public static class {{name}}
        {
            [Manifest] public static V1Pod Wrong => K8s.Pod("bad").AddContainer("bad", "nginx:latest", c => c.WithImagePullPolicy("IfNotPresent"));

            {{members}}
        }
        """;

    private static string Repeat(int count, Func<int, string> text) => Enumerable.Range(0, count).Aggregate(new StringBuilder(), (all, i) => all.Append(text(i))).ToString();
}
