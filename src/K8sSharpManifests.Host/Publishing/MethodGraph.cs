using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace K8sSharpManifests.Host.Publishing;

/// <summary>What each method of an assembly names: other methods of it, and types that are not published.</summary>
internal sealed class MethodGraph
{
    private readonly PEReader _file;
    private readonly MetadataReader _reader;
    private readonly TypeMentions _mentions;
    private readonly Dictionary<TypeDefinitionHandle, MethodDefinitionHandle[]> _instanceMethods = [];
    private readonly Dictionary<MethodDefinitionHandle, MethodNames> _names = [];

    /// <summary>Reads an assembly.</summary>
    /// <param name="file">Its file.</param>
    /// <param name="reader">Its metadata.</param>
    /// <param name="mentions">Reads signatures.</param>
    public MethodGraph(PEReader file, MetadataReader reader, TypeMentions mentions)
    {
        _file = file;
        _reader = reader;
        _mentions = mentions;
        foreach (var handle in reader.TypeDefinitions)
        {
            _instanceMethods.Add(handle, [.. reader.GetTypeDefinition(handle).GetMethods().Where(m => (reader.GetMethodDefinition(m).Attributes & MethodAttributes.Static) == 0)]);
        }

        foreach (var handle in reader.MethodDefinitions)
        {
            _names.Add(handle, Read(handle));
        }
    }

    /// <summary>What a method names.</summary>
    public MethodNames this[MethodDefinitionHandle method] => _names[method];

    /// <summary>All methods.</summary>
    public IEnumerable<MethodDefinitionHandle> Methods => _names.Keys;

    /// <summary>The instance methods of a type.</summary>
    public MethodDefinitionHandle[] InstanceMethods(TypeDefinitionHandle type) => _instanceMethods[type];

    /// <summary>The methods that make objects of a type.</summary>
    public MethodDefinitionHandle[] Constructors(TypeDefinitionHandle type) => [.. _instanceMethods[type].Where(IsConstructor)];

    // Of a struct there are objects without a constructor.
    private bool IsStruct(TypeDefinitionHandle type) =>
        _reader.GetTypeDefinition(type).BaseType is { Kind: HandleKind.TypeReference } super && _reader.StringComparer.Equals(_reader.GetTypeReference((TypeReferenceHandle)super).Name, "ValueType");

    private bool IsConstructor(MethodDefinitionHandle method) => _reader.StringComparer.Equals(_reader.GetMethodDefinition(method).Name, ".ctor");

    private MethodNames Read(MethodDefinitionHandle handle)
    {
        var method = _reader.GetMethodDefinition(handle);
        var types = TypeMentions.Of(method.DecodeSignature(_mentions, null));
        var (called, others) = (new HashSet<MethodDefinitionHandle>(), new HashSet<MethodDefinitionHandle>());
        if (method.RelativeVirtualAddress != 0 && (method.ImplAttributes & MethodImplAttributes.CodeTypeMask) == MethodImplAttributes.IL)
        {
            var body = _file.GetMethodBody(method.RelativeVirtualAddress);
            if (!body.LocalSignature.IsNil)
            {
                types = _reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(_mentions, null).Aggregate(types, (all, type) => all.And(type));
            }

            foreach (var region in body.ExceptionRegions)
            {
                types = region.CatchType.IsNil ? types : types.And(_mentions.Of(_reader, region.CatchType));
            }

            var tokens = IlTokens.Of(body.GetILReader());
            for (var i = 0; i < tokens.Count; i++)
            {
                types = types.And(Read(tokens[i], called));
                if (MemberReflection.Of(_reader, tokens[i]) is { } reflection && !LooksAtOthers(tokens, i))
                {
                    types = types.And(TypeMention.Nothing with { Missing = reflection });
                }
            }
        }

        // Whoever has a type can have objects of it, and who makes an object can have all of its methods called.
        others.UnionWith(types.Own.Distinct().SelectMany(type => IsStruct(type) ? _instanceMethods[type] : Constructors(type)));
        if (IsConstructor(handle))
        {
            others.UnionWith(_instanceMethods[method.GetDeclaringType()]);
        }

        return new(called, others, types.Missing);
    }

    // As in typeof(Order).GetProperties(), where nothing of Order is missing. Of what comes another way nobody knows what it is.
    private bool LooksAtOthers(List<EntityHandle> tokens, int call) =>
        call > 1 && MemberReflection.IsTypeOf(_reader, tokens[call - 1]) && _mentions.Of(_reader, tokens[call - 2]) is { Missing: null } type
        && tokens[call - 2].Kind is HandleKind.TypeReference or HandleKind.TypeDefinition && !type.Own.Any(HasMissingMember);

    private bool HasMissingMember(TypeDefinitionHandle handle)
    {
        for (var type = _reader.GetTypeDefinition(handle); ; type = _reader.GetTypeDefinition((TypeDefinitionHandle)type.BaseType))
        {
            if (type.GetFields().Any(f => _reader.GetFieldDefinition(f).DecodeSignature(_mentions, null).Missing is not null)
                || type.GetMethods().Any(m => TypeMentions.Of(_reader.GetMethodDefinition(m).DecodeSignature(_mentions, null)).Missing is not null))
            {
                return true;
            }

            if (type.BaseType.IsNil || type.BaseType.Kind != HandleKind.TypeDefinition)
            {
                return !type.BaseType.IsNil && _mentions.Of(_reader, type.BaseType) is not { Missing: null, Own: [] };
            }
        }
    }

    private TypeMention Read(EntityHandle token, HashSet<MethodDefinitionHandle> called)
    {
        switch (token.Kind)
        {
            case HandleKind.MethodDefinition:
                var own = (MethodDefinitionHandle)token;
                called.Add(own);
                UseType(_reader.GetMethodDefinition(own).GetDeclaringType(), called);
                return TypeMention.Nothing;
            case HandleKind.FieldDefinition:
                var field = _reader.GetFieldDefinition((FieldDefinitionHandle)token);
                UseType(field.GetDeclaringType(), called);
                return field.DecodeSignature(_mentions, null);
            case HandleKind.MethodSpecification:
                var generic = _reader.GetMethodSpecification((MethodSpecificationHandle)token);
                return generic.DecodeSignature(_mentions, null).Aggregate(Read(generic.Method, called), (all, type) => all.And(type));
            case HandleKind.MemberReference:
                var member = _reader.GetMemberReference((MemberReferenceHandle)token);
                var parent = _mentions.Of(_reader, member.Parent);
                foreach (var type in parent.Own)
                {
                    UseType(type, called);
                    called.UnionWith(_reader.GetTypeDefinition(type).GetMethods().Where(m => _reader.GetString(_reader.GetMethodDefinition(m).Name) == _reader.GetString(member.Name)));
                }

                return parent.And(member.GetKind() == MemberReferenceKind.Field ? member.DecodeFieldSignature(_mentions, null) : TypeMentions.Of(member.DecodeMethodSignature(_mentions, null)));
            default:
                return _mentions.Of(_reader, token);
        }
    }

    // Using a type runs its static constructor.
    private void UseType(TypeDefinitionHandle type, HashSet<MethodDefinitionHandle> called) =>
        called.UnionWith(_reader.GetTypeDefinition(type).GetMethods().Where(m => _reader.StringComparer.Equals(_reader.GetMethodDefinition(m).Name, ".cctor")));
}

/// <summary>What a method names.</summary>
/// <param name="Called">The methods that its code names, and the static constructors of their types.</param>
/// <param name="Reachable">More methods that may run because of it: those of the objects that it makes, or may have.</param>
/// <param name="Missing">A type that is not published; null where it names none.</param>
internal sealed record MethodNames(IReadOnlySet<MethodDefinitionHandle> Called, IReadOnlySet<MethodDefinitionHandle> Reachable, string? Missing);
