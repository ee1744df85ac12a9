using K8sSharpManifests.Core;
using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.FluentApi.Model;

/// <summary>One model record, and its kind where it is a top-level object.</summary>
internal sealed class ModelType
{
    public ModelType(INamedTypeSymbol symbol)
    {
        Symbol = symbol;
        Name = symbol.Name;
        IsPreview = IsPreviewName(Name);
        DocumentationId = symbol.GetDocumentationCommentId()!;
        HasMetadata = symbol.AllInterfaces.Any(i => i is { Name: "IMetadata", TypeArguments: [{ Name: "V1ObjectMeta" }] });
        Kind = ModelKind.From(symbol);
        Properties =
        [
            .. symbol.GetMembers().OfType<IPropertySymbol>().Select(ModelProperty.From).OfType<ModelProperty>()
                .Where(p => !ServerSetFields.Contains(Name, Kind is not null, p.JsonName)),
        ];
    }

    public INamedTypeSymbol Symbol { get; }

    public string Name { get; }

    public bool IsPreview { get; }

    public string DocumentationId { get; }

    /// <summary>Whether it implements IMetadata&lt;V1ObjectMeta&gt;: then the generic metadata methods are its own.</summary>
    public bool HasMetadata { get; }

    /// <summary>The kind, or null for a part of other objects.</summary>
    public ModelKind? Kind { get; }

    /// <summary>The properties that a manifest may set, in schema order.</summary>
    public IReadOnlyList<ModelProperty> Properties { get; }

    /// <summary>The model records that a property leads to.</summary>
    public IEnumerable<INamedTypeSymbol> References => Properties.Select(p => p.ElementType).Where(IsModel).Cast<INamedTypeSymbol>();

    public ModelProperty? Property(string jsonName) => Properties.FirstOrDefault(p => p.JsonName == jsonName);

    /// <summary>Whether a type is a record of k8s.Models that holds fields; quantities and int-or-string values are scalars to a manifest.</summary>
    public static bool IsModel(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class, IsRecord: true, IsGenericType: false }
        && type.ContainingNamespace is { Name: "Models", ContainingNamespace.Name: "k8s" }
        && type.Name is not ("IntOrString" or "ResourceQuantity");

    private static bool IsPreviewName(string name)
    {
        var digits = 1;
        while (digits < name.Length && char.IsDigit(name[digits]))
        {
            digits++;
        }

        return name[0] == 'V' && digits > 1
            && (string.CompareOrdinal(name, digits, "alpha", 0, 5) == 0 || string.CompareOrdinal(name, digits, "beta", 0, 4) == 0);
    }
}
