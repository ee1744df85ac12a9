using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.FluentApi.Model;

/// <summary>How a property's value is built, which decides what methods it gets.</summary>
internal enum PropertyShape
{
    /// <summary>A string, number, date, quantity or anything else that is set as a whole.</summary>
    Scalar,

    /// <summary>Another model record.</summary>
    Object,

    /// <summary>A list.</summary>
    List,

    /// <summary>A dictionary from strings.</summary>
    Map,
}

/// <summary>One property of a model record.</summary>
internal sealed class ModelProperty
{
    private ModelProperty(IPropertySymbol symbol, string jsonName)
    {
        DeclaringType = symbol.ContainingType.Name;
        ClrName = symbol.Name;
        JsonName = jsonName;
        Name = FluentName(symbol.Name, jsonName);
        Type = symbol.Type;
        (Shape, ElementType) = ShapeOf(symbol.Type);
        DocumentationId = symbol.GetDocumentationCommentId()!;
    }

    /// <summary>The name of the record that has it, like <c>V1ObjectMeta</c>.</summary>
    public string DeclaringType { get; }

    /// <summary>The name of the C# property, like <c>NamespaceProperty</c>.</summary>
    public string ClrName { get; }

    /// <summary>The field's name in JSON and YAML, like <c>namespace</c>.</summary>
    public string JsonName { get; }

    /// <summary>The name in method names, like <c>Namespace</c>: the models append "Property" where a name is a C# keyword.</summary>
    public string Name { get; }

    public ITypeSymbol Type { get; }

    public PropertyShape Shape { get; }

    /// <summary>The type of a list's items or a dictionary's values; the type itself for the other shapes.</summary>
    public ITypeSymbol ElementType { get; }

    /// <summary>What an inheritdoc comment refers to for the field's own text.</summary>
    public string DocumentationId { get; }

    public static ModelProperty? From(IPropertySymbol symbol)
    {
        if (symbol.IsStatic || symbol.DeclaredAccessibility != Accessibility.Public || symbol.SetMethod is null)
        {
            return null;
        }

        var json = symbol.GetAttributes().FirstOrDefault(a => a.AttributeClass?.Name == "JsonPropertyNameAttribute");
        return json?.ConstructorArguments[0].Value is string name ? new(symbol, name) : null;
    }

    private static string FluentName(string clrName, string jsonName)
    {
        const string Suffix = "Property";
        return clrName.EndsWith(Suffix, StringComparison.Ordinal) && !jsonName.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase)
            ? clrName.Substring(0, clrName.Length - Suffix.Length)
            : clrName;
    }

    private static (PropertyShape Shape, ITypeSymbol ElementType) ShapeOf(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { Name: "IList", TypeArguments: [var item] } => (PropertyShape.List, item),
        INamedTypeSymbol { Name: "IDictionary", TypeArguments: [{ SpecialType: SpecialType.System_String }, var value] } =>
            (PropertyShape.Map, value),
        _ when ModelType.IsModel(type) => (PropertyShape.Object, type),
        _ => (PropertyShape.Scalar, type),
    };
}
