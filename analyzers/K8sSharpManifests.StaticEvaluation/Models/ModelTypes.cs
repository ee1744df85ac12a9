using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>
/// The models of one compilation. They are found by name, because the same model is another symbol in the compilation of the embedded sources.
/// </summary>
internal sealed class ModelTypes
{
    private readonly ConcurrentDictionary<string, ModelType> _types = new(StringComparer.Ordinal);

    /// <summary>The model that a type is; null for every other type.</summary>
    public ModelType? Of(ITypeSymbol? type) =>
        type is not INamedTypeSymbol named || !IsModel(named) ? null : _types.TryGetValue(named.Name, out var known) ? known : _types.GetOrAdd(named.Name, new ModelType(named));

    /// <summary>The model of a name, as far as it was asked for by its type; null for every other name.</summary>
    public ModelType? Named(string name) => _types.TryGetValue(name, out var known) ? known : null;

    /// <summary>Whether a type is a record of k8s.Models that holds fields; quantities and int-or-string values are scalars to a manifest.</summary>
    public static bool IsModel(ITypeSymbol? type) =>
        type is INamedTypeSymbol
        {
            TypeKind: TypeKind.Class, IsRecord: true, IsGenericType: false, Name: not ("IntOrString" or "ResourceQuantity"),
            ContainingNamespace: { Name: "Models", ContainingNamespace: { Name: "k8s", ContainingNamespace.IsGlobalNamespace: true } },
            DeclaringSyntaxReferences.IsEmpty: true,
        };
}
