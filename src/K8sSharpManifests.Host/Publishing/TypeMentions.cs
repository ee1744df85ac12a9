using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace K8sSharpManifests.Host.Publishing;

/// <summary>What a signature names.</summary>
/// <param name="Missing">A type of an assembly that is not published; null where there is none.</param>
/// <param name="IsLoaded">Whether the runtime loads that type to lay out a field: it is a value type, or a type argument of one.</param>
/// <param name="IsValueType">Whether the whole is a value type.</param>
/// <param name="Own">The assembly's own types.</param>
internal sealed record TypeMention(string? Missing, bool IsLoaded, bool IsValueType, ImmutableArray<TypeDefinitionHandle> Own)
{
    public static readonly TypeMention Nothing = new(null, false, false, []);

    /// <summary>All that several signatures name.</summary>
    public TypeMention And(TypeMention other) => new(Missing ?? other.Missing, IsLoaded || other.IsLoaded, IsValueType, Own.AddRange(other.Own));
}

/// <summary>Reads signatures.</summary>
/// <param name="isMissing">Whether an assembly is not published.</param>
internal sealed class TypeMentions(Func<AssemblyReferenceHandle, bool> isMissing) : ISignatureTypeProvider<TypeMention, object?>
{
    private const byte ValueType = 0x11;

    /// <summary>What a type's handle names: a definition, a reference or a signature.</summary>
    public TypeMention Of(MetadataReader reader, EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeReference => GetTypeFromReference(reader, (TypeReferenceHandle)handle, 0),
        HandleKind.TypeDefinition => GetTypeFromDefinition(reader, (TypeDefinitionHandle)handle, 0),
        HandleKind.TypeSpecification => reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, null),
        _ => TypeMention.Nothing,
    };

    /// <summary>What a method's signature names.</summary>
    public static TypeMention Of(MethodSignature<TypeMention> signature) => signature.ParameterTypes.Aggregate(signature.ReturnType, (all, type) => all.And(type));

    public TypeMention GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeReference(handle);
        var name = $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
        var scope = type.ResolutionScope;
        while (scope.Kind == HandleKind.TypeReference)
        {
            scope = reader.GetTypeReference((TypeReferenceHandle)scope).ResolutionScope;
        }

        var isValue = rawTypeKind == ValueType;
        return scope.Kind == HandleKind.AssemblyReference && isMissing((AssemblyReferenceHandle)scope)
            ? new(name, isValue, isValue, [])
            : TypeMention.Nothing with { IsValueType = isValue };
    }

    public TypeMention GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => new(null, false, rawTypeKind == ValueType, [handle]);

    public TypeMention GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) => Of(reader, handle);

    // A generic class is loaded when it is used, a generic struct when its holder is.
    public TypeMention GetGenericInstantiation(TypeMention genericType, ImmutableArray<TypeMention> typeArguments)
    {
        var all = typeArguments.Aggregate(genericType, (some, type) => some.And(type));
        return all with { IsLoaded = genericType.IsValueType && all.Missing is not null, IsValueType = genericType.IsValueType };
    }

    public TypeMention GetSZArrayType(TypeMention elementType) => elementType with { IsLoaded = false, IsValueType = false };

    public TypeMention GetArrayType(TypeMention elementType, ArrayShape shape) => GetSZArrayType(elementType);

    public TypeMention GetByReferenceType(TypeMention elementType) => elementType;

    public TypeMention GetPointerType(TypeMention elementType) => elementType;

    public TypeMention GetPinnedType(TypeMention elementType) => elementType;

    public TypeMention GetModifiedType(TypeMention modifier, TypeMention unmodifiedType, bool isRequired) => unmodifiedType;

    public TypeMention GetFunctionPointerType(MethodSignature<TypeMention> signature) => Of(signature);

    public TypeMention GetGenericMethodParameter(object? genericContext, int index) => TypeMention.Nothing;

    public TypeMention GetGenericTypeParameter(object? genericContext, int index) => TypeMention.Nothing;

    public TypeMention GetPrimitiveType(PrimitiveTypeCode typeCode) => TypeMention.Nothing;
}
