using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Symbols as text that is the same in any compilation, and for a member of embedded text the same as for its compiled twin.</summary>
internal static class SymbolText
{
    private static readonly SymbolDisplayFormat Types = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters);

    private static readonly SymbolDisplayFormat Members = Types
        .WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints)
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeRef)
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeParamsRefOut);

    /// <summary>A symbol as text.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="moved">The assembly of embedded text, where the symbol may be from such.</param>
    /// <returns>The text.</returns>
    public static string Of(ISymbol? symbol, IAssemblySymbol? moved) => symbol switch
    {
        null => "",
        ITypeSymbol type => type.ToDisplayString(Types),
        IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction } or ILocalSymbol or IParameterSymbol => symbol.Name,
        { ContainingType: { } type } => $"{Container(type, moved)}.{symbol.ToDisplayString(Members)}",
        _ => symbol.ToDisplayString(Members),
    };

    private static string Container(INamedTypeSymbol type, IAssemblySymbol? moved)
    {
        if (moved is null || type.IsAnonymousType || !ReferenceEquals(type.ContainingAssembly, moved) || type is not { ContainingType: null, ContainingNamespace.IsGlobalNamespace: false })
        {
            return type.ToDisplayString(Types);
        }

        var outer = type.ContainingNamespace.ContainingNamespace;
        return outer.IsGlobalNamespace ? type.Name : $"{outer.ToDisplayString(Types)}.{type.Name}";
    }
}
