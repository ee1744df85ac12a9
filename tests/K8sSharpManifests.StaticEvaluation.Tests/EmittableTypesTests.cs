using k8s;

namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>What K8S902 says of a class of the user's own while one types, the ObjectReader says when the build reads an object of it, and nothing else.</summary>
public class EmittableTypesTests
{
    private const string Metadata = "public string ApiVersion { get; set; } = \"example.com/v1\"; public string Kind { get; set; } = \"Widget\"; public V1ObjectMeta Metadata { get; set; } = new() { Name = \"w\" };";

    private const string WayOut = "use texts, booleans, numbers, lists, dictionaries with text keys, types of k8s.Models or classes of your own, or leave it out with [JsonIgnore]";

    /// <summary>The members of the class, the types beside it, and what is wrong with them.</summary>
    public static TheoryData<string, string, string?> Programs => new()
    {
        { "public string? Text { get; set; } public int? Number { get; set; } public decimal Money { get; set; } public DateTime? When { get; set; } public Guid Id { get; set; }", "", null },
        { "public Action? Hook { get; set; }", "", $"'hook' (Widget.Hook) is a Action, which has no form in a manifest: {WayOut}" },
        { "[System.Text.Json.Serialization.JsonIgnore] public Action? Hook { get; set; }", "", null },
        { "public Spec? Spec { get; set; }", "public class Spec { public System.IO.Stream? Data { get; set; } }", $"'spec.data' (Spec.Data) is a Stream, which has no form in a manifest: {WayOut}" },
        { "public List<Spec>? Specs { get; set; }", "public class Spec { public Func<int, string>? Make { get; set; } }", $"'specs[].make' (Spec.Make) is a Func<int, string>, which has no form in a manifest: {WayOut}" },
        { "public Dictionary<int, string>? Ports { get; set; }", "", "'ports' (Widget.Ports) is a Dictionary<int, string>, whose keys are no texts, and those of a manifest are: use a dictionary with string keys" },
        { "public IReadOnlyDictionary<string, Spec>? Specs { get; set; }", "public struct Spec { public IntPtr Handle { get; set; } }", $"'specs[*].handle' (Spec.Handle) is a IntPtr, which has no form in a manifest: {WayOut}" },
        { "public Task<string>? Later { get; set; }", "", $"'later' (Widget.Later) is a Task<string>, which has no form in a manifest: {WayOut}" },
        { "public Type? Of { get; set; }", "", $"'of' (Widget.Of) is a Type, which has no form in a manifest: {WayOut}" },
        { "public (int A, int B) Pair { get; set; }", "", $"'pair' (Widget.Pair) is a ValueTuple<int, int>, which has no form in a manifest: {WayOut}" },
        { "public char Letter { get; set; }", "", $"'letter' (Widget.Letter) is a Char, which has no form in a manifest: {WayOut}" },
        { "public Node? Root { get; set; }", "public class Node { public Node? Next { get; set; } public List<Node> Children { get; set; } = []; }", null },
        { "public object? Any { get; set; } public IShape? Shape { get; set; }", "public interface IShape { Action Hook { get; } }", null },
        { "public Mode Mode { get; set; } public byte[]? Bytes { get; set; } public System.Text.Json.Nodes.JsonObject? Json { get; set; }", "public enum Mode { Fast }", null },
        { "public V1PodTemplateSpec? Template { get; set; } public ResourceQuantity? Size { get; set; } public IntOrString? Port { get; set; } public IList<V1EnvVar>? Env { get; set; }", "", null },
        { "[System.Text.Json.Serialization.JsonPropertyName(\"a b\")] public System.Threading.CancellationToken Token { get; set; }", "", $"'a b' (Widget.Token) is a CancellationToken, which has no form in a manifest: {WayOut}" },
        { "[System.Text.Json.Serialization.JsonInclude] public System.Version? Version;", "", $"'version' (Widget.Version) is a Version, which has no form in a manifest: {WayOut}" },
        { "public System.Version? Version;", "", null },
        { "private Action? Hidden { get; set; }", "", null },
        { "public Outer<Action>? Outer { get; set; }", "public class Outer<T> { public T? Inner { get; set; } }", $"'outer.inner' (Outer<Action>.Inner) is a Action, which has no form in a manifest: {WayOut}" },
        { "public System.Collections.Hashtable? Table { get; set; } public System.Collections.ArrayList? List { get; set; } public HashSet<string>? Set { get; set; }", "", null },
        { "public IAsyncEnumerable<int>? Stream { get; set; }", "", $"'stream' (Widget.Stream) is a IAsyncEnumerable<int>, which has no form in a manifest: {WayOut}" },
        { "[System.Text.Json.Serialization.JsonConverter(typeof(Plain))] public System.Version? Version { get; set; }",
            "public class Plain : System.Text.Json.Serialization.JsonConverter<System.Version> { public override System.Version Read(ref System.Text.Json.Utf8JsonReader r, Type t, System.Text.Json.JsonSerializerOptions o) => new(); public override void Write(System.Text.Json.Utf8JsonWriter w, System.Version v, System.Text.Json.JsonSerializerOptions o) => w.WriteStringValue(\"v\"); }", null },
        { "public Spec Spec { get; set; } = new();", "public class Base { public virtual Action? Hook { get; set; } } public class Spec : Base { [System.Text.Json.Serialization.JsonIgnore] public override Action? Hook { get; set; } }", null },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public void ClassThatHasNoForm_IsRefusedAlike(string members, string types, string? problem)
    {
        var compilation = Code.Compile($$"""
            public static class Shop
            {
                [Manifest]
                public static Widget Value => new();
            }

            public class Widget : IKubernetesObject<V1ObjectMeta> { {{Metadata}} {{members}} }
            {{types}}
            """);
        var member = compilation.GetTypeByMetadataName("Shop")!.GetMembers("Value")[0];
        var assembly = Running.Load(compilation);

        var refused = Record.Exception(() => ObjectReader.Read((IKubernetesObject)assembly.GetType("Shop")!.GetProperty("Value")!.GetValue(null)!));

        Assert.Equal(problem is null ? [] : [$"in a Widget, {problem}"], ManifestMembers.Classify(member).Problems);
        Assert.Equal(problem, refused?.Message);
    }
}
