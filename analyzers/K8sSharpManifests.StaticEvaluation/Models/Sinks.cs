using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>The methods of the Kubernetes client that send an object to the API server: what they get is finished.</summary>
internal static class Sinks
{
    public static bool IsSink(IMethodSymbol method) =>
        (method.Name.StartsWith("Create", StringComparison.Ordinal) || method.Name.StartsWith("Replace", StringComparison.Ordinal))
        && method.ContainingNamespace is { Name: "k8s", ContainingNamespace.IsGlobalNamespace: true }
        && method.DeclaringSyntaxReferences.IsEmpty;
}
