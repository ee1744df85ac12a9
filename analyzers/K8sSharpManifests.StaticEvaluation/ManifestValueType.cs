using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Tells whether values of a type can be manifests: a Kubernetes object, or a sequence of them.</summary>
internal static class ManifestValueType
{
    private const string UseObject = "declare the object's own type, or k8s.IKubernetesObject";
    private const string UseSequence = "declare IEnumerable<k8s.IKubernetesObject>";

    /// <summary>What is wrong with the type, and the way out; null where nothing is.</summary>
    public static string? Problem(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            type = nullable.TypeArguments[0];
        }

        // What does not bind is the compiler's to report.
        if (type.TypeKind == TypeKind.Error)
        {
            return null;
        }

        if (IsObject(type))
        {
            return ObjectProblem(type);
        }

        ITypeSymbol? item = null;
        foreach (var candidate in ItemTypes(type))
        {
            if (candidate.TypeKind == TypeKind.Error || (IsObject(candidate) && ObjectProblem(candidate) is null))
            {
                return null;
            }

            item ??= candidate;
        }

        return item is null ? NoObjectProblem(type) : ItemProblem(type, item);
    }

    private static string? ObjectProblem(ITypeSymbol type)
    {
        if (Interfaces(type).Any(i => i.Name == "IItems" && IsIn(i, "k8s", "Models")))
        {
            return $"a {Show(type)} is what an API server answers with: return its items, as an array or another sequence";
        }

        // IKubernetesObject itself may be anything; a model that has no object's metadata (a Status, an API group) is nothing that one applies.
        var isKnownModel = type.TypeKind == TypeKind.Class && IsIn(type, "k8s", "Models");
        return isKnownModel && !Interfaces(type).Any(HasObjectMetadata) ? $"a {Show(type)} is nothing that one can apply: return an object that has a name"
            : OwnShape.IsOwn(type) && !ManifestMembers.IsOurs((INamedTypeSymbol)type) ? OwnProblem(new(type), type)
            : null;
    }

    // The ObjectReader says the same where the declared type does not tell.
    private static string? OwnProblem(OwnShape shape, ITypeSymbol type) =>
        Core.TypeForms.Problem(shape) is { } problem ? $"in a {Show(type)}, {problem}" : null;

    private static bool HasObjectMetadata(INamedTypeSymbol type) =>
        type.Name == "IMetadata" && IsIn(type, "k8s", "Models") && type.TypeArguments is [{ Name: "V1ObjectMeta" }];

    private static string ItemProblem(ITypeSymbol type, ITypeSymbol item)
    {
        if (IsObject(item))
        {
            return ObjectProblem(item)!;
        }

        if (item is INamedTypeSymbol { Name: "KeyValuePair" })
        {
            return $"{Show(type)} is a sequence of pairs: return its values";
        }

        if (type.SpecialType == SpecialType.System_String)
        {
            return $"a string is no Kubernetes object: {UseObject}";
        }

        if (ItemTypes(item).Any(IsObject))
        {
            return $"{Show(type)} is a sequence of sequences: flatten it with SelectMany";
        }

        return $"{Show(item)} is no Kubernetes object: {UseSequence}";
    }

    private static string NoObjectProblem(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_Void } => "it returns nothing: return the object",
        { SpecialType: SpecialType.System_Object } or { TypeKind: TypeKind.Dynamic } =>
            $"{Show(type)} does not say what it holds: {UseObject}",
        INamedTypeSymbol { IsTupleType: true } => $"a tuple is no sequence: {UseSequence} or an array",
        { TypeKind: TypeKind.Delegate } => $"{Show(type)} is not called by the build: return what it returns",
        INamedTypeSymbol { Name: "Task" or "ValueTask" } => $"the build does not wait for a {Show(type)}: return the object itself",
        INamedTypeSymbol { Name: "IAsyncEnumerable" } => $"the build does not wait for an {Show(type)}: {UseSequence}",
        INamedTypeSymbol { Name: "IEnumerable" } => $"{Show(type)} does not say what it holds: {UseSequence}",
        _ => $"{Show(type)} is no Kubernetes object and no sequence of them: {UseObject}",
    };

    private static bool IsObject(ITypeSymbol type) => Interfaces(type).Any(i => i.Name == "IKubernetesObject" && IsIn(i, "k8s"));

    private static IEnumerable<ITypeSymbol> ItemTypes(ITypeSymbol type) =>
        from i in Interfaces(type)
        where i.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T
        select i.TypeArguments[0];

    private static IEnumerable<INamedTypeSymbol> Interfaces(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Interface } self ? type.AllInterfaces.Insert(0, self) : type.AllInterfaces;

    private static bool IsIn(ISymbol symbol, params string[] path)
    {
        var scope = symbol.ContainingNamespace;
        for (var i = path.Length - 1; i >= 0; i--)
        {
            if (scope?.Name != path[i])
            {
                return false;
            }

            scope = scope.ContainingNamespace;
        }

        return scope is { IsGlobalNamespace: true };
    }

    private static string Show(ITypeSymbol type) =>
        type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
