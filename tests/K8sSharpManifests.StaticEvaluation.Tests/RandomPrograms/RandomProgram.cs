using k8s;
using k8s.Models;

namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>A [Manifest] member, made up at random of what people write, and the members that it uses.</summary>
internal sealed class RandomProgram
{
    /// <summary>What all programs share. The code behind a label is beyond evaluation.</summary>
    public const string Shared = """
        private const int Port = 8080;
        private const string Registry = "registry.acme.io";
        private static readonly string[] Words = ["web", "api"];
        private static readonly string? Nothing = null;
        private static string Team { get; } = "shop";
        private static bool Coin => Flip() > 0;
        private static int Flip() { goto made; made: return 1; }
        private static T Same<T>(T value) => value;
        private static string Suffixed(string text, string suffix = "-x", params string[] more) => text + suffix + string.Concat(more);
        private static string Tagged((string Name, string Tag) image) => $"{image.Name}:{image.Tag}";
        private static IEnumerable<string> Listed() { yield return "one"; if (Port > 1) { yield return "two"; } }
        private static class Settings { public const string Domain = "acme.io"; public static readonly Service Db = new("db", 5432) { Tag = "16" }; }
        private sealed record Service(string Name, int Port = 80) { public string Tag { get; init; } = "latest"; public string Image => $"{Name}:{Tag}"; }
        private sealed class Release(string version) { public string Version { get; } = version; public string Of(string name) => $"{Registry}/{name}:{Version}"; }

        """;

    private static readonly Type[] Common =
    [
        typeof(V1Pod), typeof(V1Pod), typeof(V1Deployment), typeof(V1Deployment), typeof(V1StatefulSet), typeof(V1DaemonSet), typeof(V1Job), typeof(V1CronJob), typeof(V1Service), typeof(V1Ingress),
        typeof(V1ConfigMap), typeof(V1Secret), typeof(V2HorizontalPodAutoscaler), typeof(V1NetworkPolicy), typeof(V1Role), typeof(V1RoleBinding), typeof(V1PersistentVolumeClaim), typeof(V1CustomResourceDefinition),
    ];

    private static readonly Type[] Kinds =
        [.. typeof(K8s).GetMethods().Select(m => m.ReturnType).Where(t => t.IsAssignableTo(typeof(IKubernetesObject<V1ObjectMeta>)) && t != typeof(UntypedObject)).Distinct().OrderBy(t => t.Name, StringComparer.Ordinal)];

    private readonly List<string> _members = [];
    private readonly int _number;
    private int _names;

    /// <summary>Makes a program.</summary>
    /// <param name="seed">What decides everything in it.</param>
    /// <param name="number">What its members' names have in them.</param>
    public RandomProgram(int seed, int number)
    {
        _number = number;
        Random = new(seed);
        Texts = new(this);
        Values = new(this);
        Objects = new(this);
        Statements = new(this);
        var kind = Chance(0.2) ? One(Kinds) : One(Common);
        var value = Objects.Of(kind, 0);
        _members.Add($"[Manifest] public static {kind.Name} Value{number} => {value};");
    }

    public Random Random { get; }

    public RandomTexts Texts { get; }

    public RandomValues Values { get; }

    public RandomObjects Objects { get; }

    public RandomStatements Statements { get; }

    /// <summary>The strings that the code at hand may use by name: parameters and loop variables.</summary>
    public List<string> Scope { get; private set; } = [];

    /// <summary>The members as code.</summary>
    public string Code => string.Join("\n", _members);

    public bool Chance(double chance) => Random.NextDouble() < chance;

    public T One<T>(params IReadOnlyList<T> choices) => choices[Random.Next(choices.Count)];

    /// <summary>A name that no other has.</summary>
    public string Name(string kind) => $"{kind}{_number}_{_names++}";

    /// <summary>Adds a member, made where only its own strings are in scope, and returns its name.</summary>
    public string Member(string kind, Func<string, string> declare, params List<string> scope)
    {
        var name = Name(kind);
        var outer = Scope;
        Scope = scope;
        _members.Add(declare(name));
        Scope = outer;
        return name;
    }

    /// <summary>Code in which one more string has a name.</summary>
    public string Within(string variable, Func<string> write)
    {
        Scope.Add(variable);
        var code = write();
        Scope.Remove(variable);
        return code;
    }
}
