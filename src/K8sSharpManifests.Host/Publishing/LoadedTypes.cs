using System.Reflection.Metadata;
using System.Text;

namespace K8sSharpManifests.Host.Publishing;

/// <summary>
/// The types that the runtime cannot load without an assembly that is not published. <c>Assembly.GetTypes()</c> throws where there is one, and frameworks ask for all types: MVC looks for
/// controllers so. What is only loaded when a member is used (the type of a field that is a class, parameters, results) does no harm.
/// </summary>
internal static class LoadedTypes
{
    /// <summary>Says which type cannot be loaded, and for want of what; null where all can.</summary>
    public static string? Find(MetadataReader reader, TypeMentions mentions, IReadOnlySet<string> missing)
    {
        foreach (var handle in reader.TypeDefinitions)
        {
            var type = reader.GetTypeDefinition(handle);
            if (Missing(reader, type, mentions) is { } name)
            {
                return $"the type {MethodName.Of(reader, handle)} needs {name}";
            }
        }

        return OfAttributes(reader, mentions, missing);
    }

    private static string? Missing(MetadataReader reader, TypeDefinition type, TypeMentions mentions)
    {
        var names = new List<TypeMention> { mentions.Of(reader, type.BaseType) };
        names.AddRange(type.GetInterfaceImplementations().Select(i => mentions.Of(reader, reader.GetInterfaceImplementation(i).Interface)));
        names.AddRange(type.GetGenericParameters().SelectMany(p => reader.GetGenericParameter(p).GetConstraints()).Select(c => mentions.Of(reader, reader.GetGenericParameterConstraint(c).Type)));
        names.AddRange(type.GetFields().Select(f => reader.GetFieldDefinition(f).DecodeSignature(mentions, null)).Where(f => f.IsLoaded));

        // What overrides by name and not by signature (another's interface, a narrower result) is matched when the type is loaded.
        foreach (var handle in type.GetMethodImplementations())
        {
            var implementation = reader.GetMethodImplementation(handle);
            names.Add(Signature(reader, implementation.MethodBody, mentions));
            names.Add(Signature(reader, implementation.MethodDeclaration, mentions));
        }

        return names.FirstOrDefault(name => name.Missing is not null)?.Missing;
    }

    private static TypeMention Signature(MetadataReader reader, EntityHandle method, TypeMentions mentions)
    {
        if (method.Kind == HandleKind.MethodDefinition)
        {
            return TypeMentions.Of(reader.GetMethodDefinition((MethodDefinitionHandle)method).DecodeSignature(mentions, null));
        }

        var member = reader.GetMemberReference((MemberReferenceHandle)method);
        return mentions.Of(reader, member.Parent).And(TypeMentions.Of(member.DecodeMethodSignature(mentions, null)));
    }

    // Whoever asks for a type's attributes gets all of them, with the types that they name.
    private static string? OfAttributes(MetadataReader reader, TypeMentions mentions, IReadOnlySet<string> missing)
    {
        foreach (var handle in reader.CustomAttributes)
        {
            var attribute = reader.GetCustomAttribute(handle);
            if (attribute.Parent.Kind is HandleKind.TypeDefinition or HandleKind.AssemblyDefinition or HandleKind.ModuleDefinition
                && (OfConstructor(reader, attribute.Constructor, mentions) ?? NamedIn(reader.GetBlobBytes(attribute.Value), missing)) is { } name)
            {
                return $"an attribute of {(attribute.Parent.Kind == HandleKind.TypeDefinition ? MethodName.Of(reader, (TypeDefinitionHandle)attribute.Parent) : "the assembly")} needs {name}";
            }
        }

        return null;
    }

    private static string? OfConstructor(MetadataReader reader, EntityHandle constructor, TypeMentions mentions) =>
        constructor.Kind == HandleKind.MemberReference ? mentions.Of(reader, reader.GetMemberReference((MemberReferenceHandle)constructor).Parent).Missing : null;

    // A type argument stands there as text, with its assembly's name.
    private static string? NamedIn(byte[] value, IReadOnlySet<string> missing)
    {
        var text = Encoding.UTF8.GetString(value);
        return missing.FirstOrDefault(name => text.Contains($", {name}, Version=", StringComparison.Ordinal));
    }
}
