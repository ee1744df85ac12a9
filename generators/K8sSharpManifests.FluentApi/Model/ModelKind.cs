using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.FluentApi.Model;

/// <summary>Group, version and kind of a top-level object.</summary>
internal sealed class ModelKind
{
    private ModelKind(string group, string version, string kind)
    {
        Group = group;
        Version = version;
        Name = kind;
    }

    public string Group { get; }

    public string Version { get; }

    public string Name { get; }

    public string ApiVersion => Group.Length == 0 ? Version : $"{Group}/{Version}";

    public static ModelKind? From(INamedTypeSymbol symbol)
    {
        var attribute = symbol.GetAttributes().FirstOrDefault(a => a.AttributeClass?.Name == "KubernetesEntityAttribute");
        if (attribute is null)
        {
            return null;
        }

        string Argument(string name) => attribute.NamedArguments.FirstOrDefault(a => a.Key == name).Value.Value as string ?? "";
        return new(Argument("Group"), Argument("ApiVersion"), Argument("Kind"));
    }
}
