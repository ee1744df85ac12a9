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

    /// <summary>The namespace of the nearest [ManifestNamespace].</summary>
    public static string? Namespace(ISymbol symbol) => Around(symbol)
        .SelectMany(s => s.GetAttributes())
        .Where(a => Is(a, NamespaceAttribute))
        .Select(a => Arguments(a) is [string name] ? name : null)
        .LastOrDefault(name => name is not null);

    /// <summary>The labels of all [ManifestLabel]s, the outermost first. A nearer one changes a value, not its place.</summary>
    public static EquatableArray<MetadataEntry> Labels(ISymbol symbol) => Entries(symbol, LabelAttribute);

    /// <summary>The annotations of all [ManifestAnnotation]s, the outermost first. A nearer one changes a value, not its place.</summary>
    public static EquatableArray<MetadataEntry> Annotations(ISymbol symbol) => Entries(symbol, AnnotationAttribute);

    /// <summary>Whether an attribute is one of the DSL's.</summary>
    public static bool Is(AttributeData attribute, string name) =>
        attribute.AttributeClass is { } type && type.Name == name && ManifestMembers.IsOurs(type);

    /// <summary>The plain values of an attribute's arguments. Half-typed code has argument errors, whose Value would throw for arrays.</summary>
    public static object?[] Arguments(AttributeData attribute) =>
        [.. attribute.ConstructorArguments.Select(a => a.Kind == TypedConstantKind.Primitive ? a.Value : null)];

    private static EquatableArray<MetadataEntry> Entries(ISymbol symbol, string name)
    {
        var entries = new List<MetadataEntry>();
        foreach (var attribute in Around(symbol).SelectMany(s => s.GetAttributes()))
        {
            if (Is(attribute, name) && Arguments(attribute) is [string key, string value])
            {
                var index = entries.FindIndex(l => l.Key == key);
                if (index < 0)
                {
                    entries.Add(new(key, value));
                }
                else
                {
                    entries[index] = new(key, value);
                }
            }
        }

        return new(entries);
    }

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
