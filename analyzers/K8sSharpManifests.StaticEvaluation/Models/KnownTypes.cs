using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Finds types by their names, also where several references define one.</summary>
public static class KnownTypes
{
    private const string Models = "KubernetesClient";

    /// <summary>The V1Pod of the models; null where a compilation has none, and so no manifests.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <returns>The type.</returns>
    public static INamedTypeSymbol? Pod(Compilation compilation) => Find(compilation, "k8s.Models.V1Pod");

    /// <summary>A type.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="name">Its metadata name.</param>
    /// <returns>The one that the compiler would take, or of several that of the models' own package, then the first that is public; null where there is none.</returns>
    public static INamedTypeSymbol? Find(Compilation compilation, string name)
    {
        if (compilation.GetTypeByMetadataName(name) is { } only)
        {
            return only;
        }

        var all = compilation.GetTypesByMetadataName(name);
        return all.FirstOrDefault(type => type.ContainingAssembly.Name == Models) ?? all.FirstOrDefault(type => type.DeclaredAccessibility == Accessibility.Public);
    }

    /// <summary>Whether a type is the record of a custom resource, or of a part of one.</summary>
    /// <param name="type">Any type.</param>
    /// <returns>True where it is.</returns>
    public static bool IsOfCustomResource(ITypeSymbol? type) => CustomModel.Is(type);

    /// <summary>Whether a class has the generated methods of custom resources.</summary>
    /// <param name="type">Any type.</param>
    /// <returns>True where it has.</returns>
    public static bool HasCustomMethods(INamedTypeSymbol? type) => CustomModel.HasMethods(type);
}
