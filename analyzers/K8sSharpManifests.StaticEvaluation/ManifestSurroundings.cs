using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Reads what the classes around a member say about all their manifests.</summary>
internal static class ManifestSurroundings
{
    /// <summary>The namespace of the nearest [ManifestNamespace].</summary>
    public static string? Namespace(ISymbol symbol)
    {
        for (var type = symbol.ContainingType; type is not null; type = type.ContainingType)
        {
            foreach (var attribute in type.GetAttributes())
            {
                if (Is(attribute, "ManifestNamespaceAttribute") && Arguments(attribute) is [string name])
                {
                    return name;
                }
            }
        }

        return null;
    }

    /// <summary>The labels of all [ManifestLabel]s, outermost class first. An inner class changes a value, not its place.</summary>
    public static EquatableArray<ManifestLabel> Labels(ISymbol symbol)
    {
        var types = new Stack<INamedTypeSymbol>();
        for (var type = symbol.ContainingType; type is not null; type = type.ContainingType)
        {
            types.Push(type);
        }

        var labels = new List<ManifestLabel>();
        foreach (var attribute in types.SelectMany(t => t.GetAttributes()))
        {
            if (Is(attribute, "ManifestLabelAttribute") && Arguments(attribute) is [string key, string value])
            {
                var index = labels.FindIndex(l => l.Key == key);
                if (index < 0)
                {
                    labels.Add(new(key, value));
                }
                else
                {
                    labels[index] = new(key, value);
                }
            }
        }

        return new(labels);
    }

    private static bool Is(AttributeData attribute, string name) =>
        attribute.AttributeClass is { } type && type.Name == name && ManifestMembers.IsOurs(type);

    // Half-typed code has argument errors, whose Value would throw for arrays: only plain values count.
    private static object?[] Arguments(AttributeData attribute) =>
        [.. attribute.ConstructorArguments.Select(a => a.Kind == TypedConstantKind.Primitive ? a.Value : null)];
}
