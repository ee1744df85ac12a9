using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using k8s.Models;
using K8sSharpManifests.Core;

namespace K8sSharpManifests.Tests;

/// <summary>
/// What Kubernetes' own OpenAPI definitions say of the models' properties. They are no part of the repository: they are used where some folder beside it
/// holds them, as a file like v1.36.0.json.
/// </summary>
internal sealed partial class ApiDescriptions
{
    public const string Absent = "No folder beside the repository holds Kubernetes' OpenAPI definitions (a file like v1.36.0.json).";

    private static readonly Lazy<ApiDescriptions?> Loaded = new(() => Find() is { } file ? new(file) : null);

    private readonly JsonElement _definitions;

    private ApiDescriptions(string file) => _definitions = JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("definitions");

    public static ApiDescriptions? Instance => Loaded.Value;

    /// <summary>The property of a field like <c>V1Container.ImagePullPolicy</c>.</summary>
    public static PropertyInfo? Property(string field) => field.Split('.') is [var type, var property]
        ? typeof(V1Pod).Assembly.GetType("k8s.Models." + type)?.GetProperty(property)
        : null;

    /// <summary>The description of a field like <c>V1Container.ImagePullPolicy</c>; empty where it has none.</summary>
    public string Of(string field)
    {
        var property = Property(field)!;
        return Assert.Single(Definitions(property.DeclaringType!)).GetProperty("properties").TryGetProperty(JsonName(property), out var schema)
            && schema.TryGetProperty("description", out var text)
                ? text.GetString()!
                : "";
    }

    /// <summary>Whether the API requires a property; false as well for one of a type that is not described.</summary>
    public bool IsRequired(PropertyInfo property) => Definitions(property.DeclaringType!).Any(d => Required(d).Contains(JsonName(property)));

    /// <summary>How the items of a list are told apart; null for a field that is not described.</summary>
    public (string MapKeys, bool IsSet)? Schema(string field)
    {
        var property = Property(field)!;
        var schema = Definitions(property.DeclaringType!).Select(d => d.TryGetProperty("properties", out var properties)
            && properties.TryGetProperty(JsonName(property), out var described) ? described : default).FirstOrDefault();
        return schema.ValueKind == JsonValueKind.Undefined ? null : (
            schema.TryGetProperty("x-kubernetes-list-map-keys", out var keys) ? string.Join(',', keys.EnumerateArray().Select(k => k.GetString())) : "",
            schema.TryGetProperty("x-kubernetes-list-type", out var list) && list.GetString() == "set");
    }

    private IEnumerable<JsonElement> Definitions(Type type)
    {
        // Where several groups have a type of one name, the models put the group before the version: Rbacv1Subject.
        var name = TypeName().Match(type.Name);
        var (group, end) = (name.Groups["group"].Value.ToLowerInvariant(), $".{name.Groups["version"].Value.ToLowerInvariant()}.{name.Groups["name"].Value}");
        return _definitions.EnumerateObject().Where(d => d.Name.EndsWith(end, StringComparison.Ordinal) && d.Name.Contains($"{group}.")).Select(d => d.Value);
    }

    private static string JsonName(PropertyInfo property) => property.GetCustomAttribute<JsonPropertyNameAttribute>()!.Name;

    /// <summary>The fields that an object lacks although the API requires them, in it and in what it holds; null for a kind that is not described.</summary>
    public IReadOnlyList<string>? MissingFields(Mapping manifest)
    {
        var definition = _definitions.EnumerateObject().FirstOrDefault(d =>
            d.Value.TryGetProperty("x-kubernetes-group-version-kind", out var kinds) && kinds.EnumerateArray().Any(k =>
                manifest["kind"].Is(k.GetProperty("kind").GetString()!).IsTrue
                && manifest["apiVersion"].Is($"{k.GetProperty("group").GetString()}/{k.GetProperty("version").GetString()}".TrimStart('/')).IsTrue));
        return definition.Value.ValueKind == JsonValueKind.Undefined ? null : [.. MissingFields(definition.Value, manifest, "")];
    }

    private IEnumerable<string> MissingFields(JsonElement schema, Node node, string path)
    {
        while (schema.TryGetProperty("$ref", out var reference))
        {
            schema = _definitions.GetProperty(reference.GetString()!.Split('/')[^1]);
        }

        return node switch
        {
            Mapping map => Required(schema).Where(f => map[f].Exists.IsFalse).Select(f => $"{path}{f}").Concat(map.Entries
                .Where(e => schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(e.Key, out _))
                .SelectMany(e => MissingFields(schema.GetProperty("properties").GetProperty(e.Key), e.Value, $"{path}{e.Key}."))),
            Sequence list when schema.TryGetProperty("items", out var item) => list.Items.SelectMany((n, i) => MissingFields(item, n, $"{path}{i}.")),
            _ => [],
        };
    }

    private static IEnumerable<string> Required(JsonElement schema) =>
        schema.TryGetProperty("required", out var required) ? required.EnumerateArray().Select(r => r.GetString()!) : [];

    private static string? Find([CallerFilePath] string test = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(test)!);
        while (folder is not null && folder.GetFiles("*.sln").Length == 0)
        {
            folder = folder.Parent;
        }

        var accessible = new EnumerationOptions { IgnoreInaccessible = true };
        return folder?.Parent?.EnumerateDirectories("*", accessible)
            .SelectMany(d => d.EnumerateDirectories("*", accessible))
            .SelectMany(d => d.EnumerateFiles("v1.*.json", accessible))
            .FirstOrDefault(f => File.ReadAllText(f.FullName).Contains("\"io.k8s.api.core.v1.Pod\""))?.FullName;
    }

    [GeneratedRegex(@"^(?<group>([A-Z][a-z]+)?)(?<version>[Vv]\d+((alpha|beta)\d+)?)(?<name>[A-Z]\w*)")]
    private static partial Regex TypeName();
}
