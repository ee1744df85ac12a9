using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>What the type parameters of a method, and of the class that it belongs to, stand for.</summary>
internal static class Generics
{
    public static IReadOnlyDictionary<ITypeSymbol, ITypeSymbol>? Of(IMethodSymbol method, Value? instance, Frame frame)
    {
        var type = instance is Reference { Target.State: RecordState { Type: { } own } } ? Base(own, method.ContainingType) : method.ContainingType;
        if (method.TypeArguments.IsEmpty && type?.IsGenericType != true)
        {
            return null;
        }

        var known = new Dictionary<ITypeSymbol, ITypeSymbol>(SymbolEqualityComparer.Default);
        for (var i = 0; i < method.TypeArguments.Length; i++)
        {
            known[method.OriginalDefinition.TypeParameters[i]] = frame.Resolve(method.TypeArguments[i])!;
        }

        for (var around = type; around is not null; around = around.ContainingType)
        {
            for (var i = 0; i < around.TypeArguments.Length; i++)
            {
                known[around.OriginalDefinition.TypeParameters[i]] = frame.Resolve(around.TypeArguments[i])!;
            }
        }

        return known;
    }

    /// <summary>The class that a member belongs to, as the object's own type derives from it.</summary>
    private static INamedTypeSymbol? Base(INamedTypeSymbol type, INamedTypeSymbol? declaring)
    {
        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, declaring?.OriginalDefinition))
            {
                return candidate;
            }
        }

        return declaring;
    }
}
