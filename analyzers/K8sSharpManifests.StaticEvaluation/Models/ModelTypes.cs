using System.Collections.Concurrent;
using K8sSharpManifests.Core.CustomResources;
using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>
/// The models of one compilation. They are found by name, because the same model is another symbol in the compilation of the embedded sources.
/// </summary>
/// <param name="shared">Those of Kubernetes, which compilations with the same models share; null for them themselves.</param>
internal sealed class ModelTypes(ModelTypes? shared = null)
{
    private readonly ConcurrentDictionary<string, ModelType> _types = new(StringComparer.Ordinal);

    /// <summary>The model that a type is; null for every other type.</summary>
    public ModelType? Of(ITypeSymbol? type) =>
        type is not INamedTypeSymbol named || !IsModel(named) ? null
        : CustomModel.Is(named) ? Known(CustomNames.Namespace + "." + named.Name, named)
        : (shared ?? this).Known(named.Name, named);

    /// <summary>The model of a name, as far as it was asked for by its type; null for every other name.</summary>
    public ModelType? Named(string name) => _types.TryGetValue(name, out var known) ? known : shared?.Named(name);

    // A custom resource may be called as a model is, and is another one as soon as its definition is.
    private ModelType Known(string key, INamedTypeSymbol type) => _types.TryGetValue(key, out var known) ? known : _types.GetOrAdd(key, new ModelType(type));

    /// <summary>
    /// Whether a type is a record of k8s.Models that holds fields, of a custom resource, or the DSL's own for objects without a type; quantities and int-or-string values are scalars to a manifest.
    /// </summary>
    public static bool IsModel(ITypeSymbol? type) => IsOfModels(type) || IsUntyped(type) || CustomModel.Is(type);

    /// <summary>Whether a type is that of objects without a type.</summary>
    public static bool IsUntyped(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: ModelType.Untyped, TypeKind: TypeKind.Class, DeclaringSyntaxReferences.IsEmpty: true } named && ManifestMembers.IsOurs(named);

    private static bool IsOfModels(ITypeSymbol? type) =>
        type is INamedTypeSymbol
        {
            TypeKind: TypeKind.Class, IsRecord: true, IsGenericType: false, Name: not ("IntOrString" or "ResourceQuantity"),
            ContainingNamespace: { Name: "Models", ContainingNamespace: { Name: "k8s", ContainingNamespace.IsGlobalNamespace: true } },
            DeclaringSyntaxReferences.IsEmpty: true,
        };
}
