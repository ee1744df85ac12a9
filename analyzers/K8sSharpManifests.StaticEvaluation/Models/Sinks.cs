using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>The methods of the Kubernetes client that send an object to the API server: what they get is finished.</summary>
internal static class Sinks
{
    public static bool IsSink(IMethodSymbol method) =>
        IsName(method.Name)
        && method.ContainingNamespace is { Name: "k8s", ContainingNamespace.IsGlobalNamespace: true }
        && method.DeclaringSyntaxReferences.IsEmpty;

    /// <summary>Whether such a method may have a name.</summary>
    public static bool IsName(string method) => method.StartsWith("Create", StringComparison.Ordinal) || method.StartsWith("Replace", StringComparison.Ordinal);
}
