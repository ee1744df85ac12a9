using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Tells which types can hold which: what happens to a list of containers does not happen to a container.</summary>
internal sealed class Holders
{
    private readonly ConcurrentDictionary<(string, string), bool> _known = new();

    /// <summary>Whether an object of one type can be, or lead to, one of another.</summary>
    public bool MayHold(ITypeSymbol? holder, ITypeSymbol? held) =>
        holder is null || held is null || _known.GetOrAdd((Name(holder), Name(held)), _ => Find(holder, held));

    /// <summary>Whether nothing can change an object of a type.</summary>
    public static bool IsImmutable(ITypeSymbol? type) => type switch
    {
        { TypeKind: TypeKind.Enum } or { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_String } => true,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } => IsImmutable(inner),
        { Name: "IntOrString" or "ResourceQuantity" } => true,
        _ => false,
    };

    private static bool Find(ITypeSymbol holder, ITypeSymbol held)
    {
        var sought = Name(held);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<ITypeSymbol>();
        pending.Push(holder);
        while (pending.Count > 0)
        {
            var type = pending.Pop();
            var name = Name(type);
            if (name == sought || IsAnything(type) || IsAnything(held))
            {
                return true;
            }

            if (!seen.Add(name) || type.SpecialType is not SpecialType.None)
            {
                continue;
            }

            foreach (var part in Parts(type))
            {
                pending.Push(part);
            }
        }

        return false;
    }

    private static IEnumerable<ITypeSymbol> Parts(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            return [array.ElementType];
        }

        var arguments = type is INamedTypeSymbol { TypeArguments: var given } ? given : [];
        var isOwn = !type.DeclaringSyntaxReferences.IsEmpty || ModelTypes.IsModel(type) || type.IsTupleType;
        return !isOwn ? arguments : arguments.Concat(type.GetMembers().Select(m => m switch
        {
            IFieldSymbol { IsStatic: false } field => field.Type,
            IPropertySymbol { IsStatic: false } property => property.Type,
            _ => null,
        }).OfType<ITypeSymbol>()).Concat(type.BaseType is { SpecialType: SpecialType.None } baseType ? [baseType] : []);
    }

    // A delegate may have caught anything, and any object can be behind an interface, a type parameter or a class that others derive from.
    private static bool IsAnything(ITypeSymbol type) =>
        type is { SpecialType: SpecialType.System_Object, TypeKind: TypeKind.Class } or { TypeKind: TypeKind.Delegate or TypeKind.TypeParameter or TypeKind.Dynamic or TypeKind.Error }
        || (type is { TypeKind: TypeKind.Interface } && !IsCollection(type)) || type is { TypeKind: TypeKind.Class, IsSealed: false, IsAnonymousType: false, DeclaringSyntaxReferences.IsEmpty: false };

    private static bool IsCollection(ITypeSymbol type) => type is { ContainingNamespace: { Name: "Generic", ContainingNamespace.Name: "Collections" } };

    /// <summary>Collections go by what they hold: the same list is a List here and an IList there.</summary>
    private static string Name(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => "[" + Name(array.ElementType),
        INamedTypeSymbol { Arity: > 0 } named when IsCollection(type) => "[" + string.Join(",", named.TypeArguments.Select(Name)),
        _ => type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
    };
}
