using K8sSharpManifests.Core;
using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Records of custom resources, which a generator has written into this compilation, or into one that it references.</summary>
internal static class CustomModel
{
    /// <summary>Whether a type is one. Where the user has added a part to the record, it may do anything, and is none.</summary>
    public static bool Is(ITypeSymbol? type) =>
        type is INamedTypeSymbol
        {
            TypeKind: TypeKind.Class, IsRecord: true, IsSealed: true, IsGenericType: false, ContainingType: null, DeclaringSyntaxReferences.Length: <= 1,
            ContainingNamespace: { Name: "CustomResources", ContainingNamespace: { Name: "K8sSharpManifests", ContainingNamespace.IsGlobalNamespace: true } },
        }
        && type.Interfaces.Any(i => i.Name == "IManifestPart" && ManifestMembers.IsOurs(i));

    /// <summary>What the definition says of such a type; null where it carries none.</summary>
    public static ApiType? TypeOf(INamedTypeSymbol type)
    {
        foreach (var attribute in type.GetAttributes())
        {
            switch (attribute)
            {
                case { AttributeClass: { Name: "CustomResourceAttribute" } own, ConstructorArguments: [{ Value: string schema }, { Kind: TypedConstantKind.Array } longer] } when ManifestMembers.IsOurs(own):
                    return CustomResourceText.Read(schema, type.Name, [.. longer.Values.Select(v => v.Value).OfType<string>()]);
                case { AttributeClass: { Name: "CustomPartAttribute" } own, ConstructorArguments: [{ Value: INamedTypeSymbol resource }, { Kind: TypedConstantKind.Array } path] }
                    when ManifestMembers.IsOurs(own) && !SymbolEqualityComparer.Default.Equals(resource, type):
                    return TypeOf(resource) is { } root ? CustomResourceText.Part(root, path.Values.Select(v => v.Value).OfType<string>()) : null;
            }
        }

        return null;
    }

    /// <summary>Whether a class has the generated methods of custom resources.</summary>
    public static bool HasMethods(INamedTypeSymbol? type)
    {
        // Factories are in a block of extensions.
        var holder = type is { IsExtension: true } ? type.ContainingType : type;
        return holder is { IsStatic: true, DeclaringSyntaxReferences.Length: <= 1 } && ManifestMembers.IsOurs(holder) && Has(holder, "CustomMethodsAttribute") is not null;
    }

    /// <summary>The attribute of a factory; null for every other method.</summary>
    public static AttributeData? Factory(IMethodSymbol method) =>
        method is { IsStatic: true, Parameters.Length: 1 } && HasMethods(method.ContainingType) ? Has(method, "CustomFactoryAttribute") : null;

    /// <summary>What a factory makes.</summary>
    public static Value Make(Call call, bool hasSpec, Evaluation evaluation, SourceOrigin origin)
    {
        if (evaluation.Facts.Models.Of(call.Method.ReturnType) is not { Kind: { } kind, ApiVersion: { } apiVersion } model || evaluation.Facts.Models.Of(model.ByName("Metadata")?.Type) is not { } metadata)
        {
            return evaluation.Unknowns.Call(call.Arguments, origin);
        }

        var named = evaluation.Heap.New(RecordState.Of(metadata).With("name", call.Arguments[0]), origin);
        var made = RecordState.Of(model).With("apiVersion", new ConstantValue(apiVersion, origin)).With("kind", new ConstantValue(kind, origin)).With("metadata", named);
        return evaluation.Heap.New(hasSpec && evaluation.Facts.Models.Of(model.ByKey("spec")?.Type) is { } spec ? made.With("spec", evaluation.Heap.New(RecordState.Of(spec), origin)) : made, origin);
    }

    private static AttributeData? Has(ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(a => a.AttributeClass is { } type && type.Name == name && ManifestMembers.IsOurs(type));
}
