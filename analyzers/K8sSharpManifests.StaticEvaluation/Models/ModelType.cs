using K8sSharpManifests.Core;
using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>A record of k8s.Models: its fields, and its kind where it is a top-level object.</summary>
internal sealed class ModelType
{
    private readonly Dictionary<string, ModelProperty> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ModelProperty> _byKey = new(StringComparer.Ordinal);

    public ModelType(INamedTypeSymbol symbol)
    {
        Name = symbol.Name;
        ApiType = ApiSchema.Kubernetes.Type(Name);
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
        foreach (var field in _byKey.Values.OrderBy(field => FieldOrder.Position(Name, Kind is not null, field.Key)))
        {
            field.Position = position++;
        }
    }

    /// <summary>The record's name, like <c>V1Pod</c>.</summary>
    public string Name { get; }

    /// <summary>What the API's schema says of it; null for a record that is newer than the schema.</summary>
    public ApiType? ApiType { get; }

    /// <summary>The kind; null for a part of other objects.</summary>
    public string? Kind { get; }

    /// <summary>Group and version of the kind.</summary>
    public string? ApiVersion { get; }

    public Dictionary<string, ModelProperty>.ValueCollection Properties => _byKey.Values;

    /// <summary>The field that a C# property is.</summary>
    public ModelProperty? ByName(string name) => _byName.TryGetValue(name, out var property) ? property : null;

    /// <summary>The field of a JSON name.</summary>
    public ModelProperty? ByKey(string key) => _byKey.TryGetValue(key, out var property) ? property : null;
}
