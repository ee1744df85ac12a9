using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.FluentApi.Emit;

/// <summary>Types as the generated files write them: by their short names, since those files import the models' namespace.</summary>
internal static class TypeText
{
    public static string Of(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    /// <summary>The type, with a question mark where null is a value: setting null takes the field away again.</summary>
    public static string Nullable(ITypeSymbol type) => type.IsReferenceType ? Of(type) + "?" : Of(type);
}
