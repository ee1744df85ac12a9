using K8sSharpManifests.Core;
using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>A record of k8s.Models, or of a custom resource: its fields, and its kind where it is a top-level object.</summary>
internal sealed class ModelType
{
    /// <summary>The name of the DSL's type for objects of any kind.</summary>
    public const string Untyped = "UntypedObject";

    private readonly Dictionary<string, ModelProperty> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ModelProperty> _byKey = new(StringComparer.Ordinal);

    public ModelType(INamedTypeSymbol symbol)
    {
        Name = symbol.Name;
        IsCustom = CustomModel.Is(symbol);
        ApiType = IsCustom ? CustomModel.TypeOf(symbol) : ApiSchema.Kubernetes.Type(Name);
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "KubernetesEntityAttribute")
            {
                string Argument(string name) => attribute.NamedArguments.FirstOrDefault(a => a.Key == name).Value.Value as string ?? "";
                Kind = Argument("Kind");
                ApiVersion = Argument("Group") is { Length: > 0 } group ? $"{group}/{Argument("ApiVersion")}" : Argument("ApiVersion");
            }
        }

        foreach (var member in symbol.GetMembers())
        {
            if (member is IPropertySymbol { IsStatic: false } property && ModelProperty.From(this, property) is { } field)
            {
                _byName[field.Name] = field;
                _byKey[field.Key] = field;
            }
        }

        var position = 0;
        foreach (var field in _byKey.Values.OrderBy(field => IsCustom ? CustomPosition(field.Key) : FieldOrder.Position(Name, Kind is not null, field.Key)))
        {
            field.Position = position++;
        }
    }

    /// <summary>The record's name, like <c>V1Pod</c>.</summary>
    public string Name { get; }

    /// <summary>Whether it is one of a custom resource.</summary>
    public bool IsCustom { get; }

    /// <summary>What the API's schema says of it; null for a record that is newer than the schema.</summary>
    public ApiType? ApiType { get; }

    /// <summary>The kind; null for a part of other objects.</summary>
    public string? Kind { get; }

    /// <summary>Group and version of the kind.</summary>
    public string? ApiVersion { get; }

    /// <summary>Whether its objects are of any kind, and have all fields but the metadata by their places.</summary>
    public bool IsUntyped => Name == Untyped;

    public Dictionary<string, ModelProperty>.ValueCollection Properties => _byKey.Values;

    private int CustomPosition(string key) => Kind is not null && key is "apiVersion" or "kind" ? -1 : ApiType?.Field(key)?.Position ?? int.MaxValue;

    /// <summary>The field that a C# property is.</summary>
    public ModelProperty? ByName(string name) => _byName.TryGetValue(name, out var property) ? property : null;

    /// <summary>The field of a JSON name.</summary>
    public ModelProperty? ByKey(string key) => _byKey.TryGetValue(key, out var property) ? property : null;
}
