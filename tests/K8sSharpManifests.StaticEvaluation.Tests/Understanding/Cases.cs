using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>All examples, in one compilation.</summary>
internal static class Cases
{
    /// <summary>What the examples share. The code behind a label is beyond evaluation.</summary>
    private const string Shared = """
        private const string Registry = "registry.acme.io";
        private const int Port = 8080;
        private static readonly V1Container Common = new() { Image = "common" };
        private static readonly string[] Words = ["a", "b"];
        private static readonly Dictionary<string, string> Map = new() { ["a"] = "1", ["b"] = "2" };
        private static readonly Dictionary<string, V1EnvVar> Shelf = new() { ["a"] = new() { Name = "x" } };
        private static readonly string Early = "early-" + Late;
        private static readonly string Late = "late";
        private static readonly string Later2 = "later-" + Late;
        private static V1Container GetOnly { get; } = new() { Image = "get-only" };
        private static V1Container Settable { get; set; } = new() { Image = "settable" };
        private static V1Container Computed => new() { Image = Config.Image };
        private static string Block { get { var half = Port / 2; return $"{half}"; } }
        private static V1Container Named(string name, string image = "default", params string[] args) => new() { Name = name, Image = image, Args = args };
        private static V1Container Apply(Func<V1Container, V1Container> change) => change(new());
        private static V1Container CountDown(int count) => count == 0 ? new() : CountDown(count - 1).AddArg($"{count}");
        private static V1Container Endless() => Endless().AddArg("a");
        private static V1Container Read(V1Container container) => container.WithName(container.Image);
        private static V1Pod With(V1Pod pod, Func<V1Container, V1Container> change) => pod.AddContainer("x", "y", change);
        private static V1Pod Testing(V1Pod pod, Func<V1Container, V1Container>? change = null) => change is null ? pod : pod.AddContainer(change(new V1Container()));
        private static V1Pod Comparing(V1Pod pod, Func<V1Container, V1Container>? change = null) => change == null ? pod : pod.AddContainer(change(new V1Container()));
        private static V1JSONSchemaProps Nested(int times) { var s = new V1JSONSchemaProps { Title = "t" }; for (var i = 0; i < times; i++) { s = new() { Not = s }; } return s; }
        private static void Do(Action action) => action();
        private static V1Container Tagged((string Name, string Tag) image) => new() { Image = $"{image.Name}:{image.Tag}" };
        private static V1Container Same(V1Container container) => container;
        private static string Twice(string text) => text + text;
        private static readonly Func<V1ResourceRequirements, V1ResourceRequirements> Configure = Environment.TickCount > 0 ? r => r : r => new();
        private static T Of<T>(T value) => value;
        private static T Labelled<T>(this T self, string value = "x") where T : class, IMetadata<V1ObjectMeta> => self.AddLabel("labelled", value);
        private static V1Container Limited(this V1Container self, string cpu = "1") => self.WithLimits(cpu: cpu);
        private static IEnumerable<string> Generated() { yield return "a"; if (Port > 1) { yield return "b"; } if (Port > 9000) { yield return "never"; } foreach (var w in Words) { yield return w + w; } }
        private static IEnumerable<string> Stopped() { yield return "a"; if (Port > 1) { yield break; } yield return "b"; }
        private static async Task<string> Later() { await Task.Yield(); return "later"; }

        // What the compiler cannot see, though it is what the test knows.
        private static V1Container Loaded() { goto made; made: return new() { Image = "loaded" }; }
        private static string Text() { goto made; made: return "x"; }
        private static string Amount() { goto made; made: return "1Gi"; }
        private static int Number() { goto made; made: return 1; }
        private static bool Flag() { goto made; made: return true; }
        private static IEnumerable<string> List() { goto made; made: return ["x"]; }

        private sealed record Service(string Name, int Port, params string[] Hosts)
        {
            public string Address => $"{Name}:{Port}";
            public string Scheme { get; init; } = "http";
        }

        private static class Config { public const string Image = "config:1"; public static readonly Service Db = new("db", 5432, "one", "two"); }

        private abstract class Part
        {
            protected Part(string name) { Name = name; Short = name[..1]; }
            public string Name { get; }
            public string Short { get; }
            public string Full => Name + ":1";
            public virtual string Manner { get; } = "part";
            public virtual string Style { get; } = "part";
            public string Kind { get; init; } = "part";
            public virtual string Role => "part";
            public abstract string Shout();
        }

        private sealed class Web(string name, int port) : Part(name + "-web")
        {
            private readonly string _path = "/" + name;
            public string Path => _path + port;
            public override string Role => "web";
            public override string Manner => "web";
            public override string Style { get; } = "web";
            public override string Shout() => Name + "!";
        }

        private interface INamed { string Name { get; } }
        private readonly record struct Pair(string Left, string Right = "r") : INamed { public string Name => Left + Right; }
        private struct Counter { public int Count; public long Long; public double Part; public bool On; public char Other; }
        private sealed class Bare { public string? Name { get; set; } public int Count { get; set; } }
        private sealed class Holder { public V1PodSpec Spec { get; } = new(); public List<string> Items { get; } = []; }
        private sealed class Boxed { public Boxed(V1Container c) { Container = c; } public V1Container Container { get; } }
        private sealed class Fielded { public V1Container Kept = new(); }
        private sealed class Closing(string name) : IDisposable { public string Name { get; set; } = name; public void Dispose() { } }
        private sealed class Failed(V1Container container) : Exception(container.Image);
        private static class Own { public sealed class IntOrString(string text) { public override string ToString() => text; public static implicit operator IntOrString(string text) => new(text + "!"); } }
        private sealed class Odd { public string Raised { get => field + "!"; init; } = "none"; public string? Plain { get; init; } }
        private sealed class Money { public static bool operator ==(Money a, Money b) => true; public static bool operator !=(Money a, Money b) => false; public override bool Equals(object? o) => true; public override int GetHashCode() => 0; }

        extension(V1Container container)
        {
            public V1Container Extended(string name) => container.WithName(name);
            public string Title => container.Image + "?";
        }
        """;

    /// <summary>What changes objects that others see, too: of what static members hold, less is known beside it.</summary>
    private const string Changing = """
        private static readonly V1Container Reset = new() { Image = "a" };
        private static readonly List<string> Grown = ["a"];
        private static readonly string[] Replaced = ["a"];
        private static readonly string[] Given = ["a"];
        private static readonly V1ContainerPort Raised = new() { ContainerPort = 1 };
        private static readonly V1ContainerPort Lowered = new() { ContainerPort = 1 };
        private static V1Container Bracketed { get; } = new() { Image = "a" };
        private static V1Container Asserted { get; } = new() { Image = "a" };
        private static readonly V1Container Again = new() { Image = "a" };
        private static V1Container Altered(string name) { var container = Again; container.Image ??= "b"; container.Name = name; return container; }
        private static readonly V1Container Listed = new() { Image = "a" };
        private static V1Container Relisted(string name) { var list = new List<V1Container> { Listed }; list[0].Name = name; return list[0]; }
        private static void Initialise() { Reset.Image = "b"; Examples.Grown.Add("b"); Replaced[0] = "b"; Replace(ref Given[0]); Raised.ContainerPort++; --Lowered.ContainerPort; (Bracketed).Image = "b"; Asserted!.Image = "b"; }
        private static readonly V1Container Configured = new V1Container().WithSecurityContext(s => { s.Privileged = true; return s; });
        private static V1Container Arranged { get; } = new V1Container().WithSecurityContext(s => { s.Privileged = true; return s; });
        private static void Change(V1Container container) => container.Image = "changed";
        private static V1Container Changed(V1Container container) { container.Image = "changed"; return container; }
        private static void Replace(ref string text) => text = "z";
        private sealed class Vague { public Vague() { Name = "a"; Kept = this; } public string Name { get; } public string Other { get; } = "b"; public static Vague? Kept; }
        private sealed class Keeper { public Keeper(V1Container c) { Kept = c; Kept.Image = "kept"; } public V1Container Kept { get; } }
        private class Leaking { public Leaking() { Name = "a"; Announce(this); } public string Name { get; set; } }
        private sealed class Leaked : Leaking;
        private static void Announce(Leaking leaking) { goto made; made: leaking.Name = "z"; }
        private abstract class Calling { protected Calling() { Name = "a"; Call(); } public string Name { get; protected set; } protected virtual void Call() { } }
        private sealed class Called : Calling { protected override void Call() => Name = "z"; }
        private sealed class Box(V1Container c) { public V1Container Container => c; public void Change() => c.Image = "z"; }
        """;

    private static readonly Case[] Plain = [.. ValueCases.All, .. FunctionCases.All];

    private static readonly Case[] Changes = [.. StatementCases.All, .. LimitCases.All];

    public static IReadOnlyList<Case> All { get; } = [.. Plain, .. Changes];

    /// <summary>The examples as code, those that change nothing that is shared apart; the file that roots are looked for in comes first.</summary>
    public static IReadOnlyList<CSharpCompilation> Compilations { get; } = [Code.Compile(Text(Plain, Shared)), Code.Compile(Text(Changes, Shared + "\n" + Changing))];

    /// <summary>The compilation that an example is in.</summary>
    public static int CompilationOf(int index) => index < Plain.Length ? 0 : 1;

    private static string Text(Case[] cases, string shared)
    {
        var code = new StringBuilder("public static class Examples\n{\n").AppendLine(shared);
        foreach (var (index, example) in cases.Index())
        {
            code.Append(example.Members(index));
        }

        return code.AppendLine("}").ToString();
    }
}
