using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Reads what the classes around a member, and its assembly, say about all their manifests.</summary>
internal static class EnclosingAttributes
{
    /// <summary>The attribute of the namespace.</summary>
    public const string NamespaceAttribute = "ManifestNamespaceAttribute";

    /// <summary>The attribute of a label.</summary>
    public const string LabelAttribute = "ManifestLabelAttribute";

    /// <summary>The attribute of an annotation.</summary>
    public const string AnnotationAttribute = "ManifestAnnotationAttribute";

    /// <summary>The attribute's argument that says which environments it is for.</summary>
    public const string EnvironmentsArgument = "Environments";

    /// <summary>The values of all [ManifestNamespace]s.</summary>
    public static EquatableArray<MetadataEntry> Namespaces(ISymbol symbol) => Entries(symbol, NamespaceAttribute);

    /// <summary>The labels of all [ManifestLabel]s.</summary>
    public static EquatableArray<MetadataEntry> Labels(ISymbol symbol) => Entries(symbol, LabelAttribute);

    /// <summary>The annotations of all [ManifestAnnotation]s.</summary>
    public static EquatableArray<MetadataEntry> Annotations(ISymbol symbol) => Entries(symbol, AnnotationAttribute);

    /// <summary>The environments that an attribute is for, with commas between them; empty for all.</summary>
    public static string Environments(AttributeData attribute)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument is { Key: EnvironmentsArgument, Value: { Kind: TypedConstantKind.Primitive, Value: string text } })
            {
                return text;
            }
        }

        return "";
    }

    /// <summary>Whether an attribute is one of the DSL's.</summary>
    public static bool Is(AttributeData attribute, string name) =>
        attribute.AttributeClass is { } type && type.Name == name && ManifestMembers.IsOurs(type);

    /// <summary>The plain values of an attribute's arguments. Half-typed code has argument errors, whose Value would throw for arrays.</summary>
    public static object?[] Arguments(AttributeData attribute) =>
        [.. attribute.ConstructorArguments.Select(a => a.Kind == TypedConstantKind.Primitive ? a.Value : null)];

    // The outermost first, so that the nearest wins; and of one class what it says of some environments last, so that it wins over what it says of all.
    private static EquatableArray<MetadataEntry> Entries(ISymbol symbol, string name) => new(
        from around in Around(symbol)
        from entry in around.GetAttributes().Where(attribute => Is(attribute, name)).Select(Entry).OfType<MetadataEntry>().OrderBy(entry => entry.Environments.Length > 0)
        select entry);

    private static MetadataEntry? Entry(AttributeData attribute) => Arguments(attribute) switch
    {
        [string value] => new("", value, Environments(attribute)),
        [string key, string value] => new(key, value, Environments(attribute)),
        _ => null,
    };

    /// <summary>The assembly, and the classes from the outermost to the nearest.</summary>
    private static IEnumerable<ISymbol> Around(ISymbol symbol)
    {
        var types = new Stack<ISymbol>();
        for (var type = symbol.ContainingType; type is not null; type = type.ContainingType)
        {
            types.Push(type);
        }

        return symbol.ContainingAssembly is { } assembly ? types.Prepend(assembly) : types;
    }
}
