using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Which member a call runs, if any.</summary>
internal static class Dispatch
{
    /// <summary>The member that runs: for one that is overridden, what the object's own type says. Null where that is not known.</summary>
    public static ISymbol? Actual(ISymbol member, Value? instance, ITypeSymbol? constrained = null)
    {
        // The static member of a type parameter is that of the type.
        if (member is { IsStatic: true, ContainingType.TypeKind: TypeKind.Interface } && (member.IsAbstract || member.IsVirtual))
        {
            return constrained is not null and not ITypeParameterSymbol && constrained.FindImplementationForInterfaceMember(member) is { IsAbstract: false } own ? own : null;
        }

        if (!IsReplaceable(member))
        {
            return member;
        }

        var type = (instance is Reference { Target.State: BoxState box } ? box.Value : instance)?.OwnType;
        if (member.ContainingType.TypeKind == TypeKind.Interface)
        {
            return type is null ? null
                : type.FindImplementationForInterfaceMember(member) is { } implementation
                    ? SymbolEqualityComparer.Default.Equals(implementation.ContainingType, member.ContainingType) ? implementation.IsAbstract ? null : implementation : Actual(implementation, instance)
                    : null;
        }

        for (; type is not null; type = type.BaseType)
        {
            foreach (var candidate in type.GetMembers(member.Name))
            {
                if (SymbolEqualityComparer.Default.Equals(Declared(candidate), Declared(member)))
                {
                    return candidate.IsAbstract ? null : candidate;
                }
            }
        }

        return null;
    }

    /// <summary>Whether the compiler makes a call of what stands there; null where that is not known.</summary>
    public static bool? IsCompiled(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (!method.ReturnsVoid)
        {
            return true;
        }

        if (method is { IsPartialDefinition: true, PartialImplementationPart: null })
        {
            return false;
        }

        var attributes = method.OriginalDefinition.GetAttributes();
        return attributes.IsEmpty ? true : IsCompiled(call, [.. attributes.Where(a => a.AttributeClass is { Name: "ConditionalAttribute" }).Select(a => a.ConstructorArguments.FirstOrDefault().Value as string)]);
    }

    private static bool? IsCompiled(IInvocationOperation call, string?[] symbols) => symbols.Length == 0 ? true
        : call.Syntax.SyntaxTree.GetRoot().ContainsDirectives ? null
        : symbols.Any(s => call.Syntax.SyntaxTree.Options.PreprocessorSymbolNames.Contains(s));

    /// <summary>Whether a member may be another one when it runs.</summary>
    private static bool IsReplaceable(ISymbol member) =>
        !member.IsStatic && (member.IsAbstract || member.IsExtern || ((member.IsVirtual || member.IsOverride) && !member.IsSealed && !member.ContainingType.IsSealed));

    /// <summary>The member that begins a line of overrides.</summary>
    private static ISymbol Declared(ISymbol member) => member switch
    {
        IMethodSymbol { OverriddenMethod: { } overridden } => Declared(overridden),
        IPropertySymbol { OverriddenProperty: { } overridden } => Declared(overridden),
        _ => member.OriginalDefinition,
    };
}
