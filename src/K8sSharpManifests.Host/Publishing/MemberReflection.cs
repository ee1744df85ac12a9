using System.Reflection.Metadata;

namespace K8sSharpManifests.Host.Publishing;

/// <summary>
/// Calls that ask a type for its members: the runtime then loads the types that these name, and throws where one is not there. Types that are asked for nothing but their
/// attributes or their name do no harm.
/// </summary>
internal static class MemberReflection
{
    private static readonly string[] Askers =
    [
        "System.Type", "System.Reflection.TypeInfo", "System.Reflection.RuntimeReflectionExtensions", "System.Reflection.IReflect", "System.ComponentModel.TypeDescriptor",
    ];

    private static readonly string[] Members = ["Propert", "Field", "Method", "Member", "Constructor", "Event"];

    /// <summary>What a call asks with, as its author knows it; null where it asks for no members.</summary>
    public static string? Of(MetadataReader reader, EntityHandle token) =>
        Named(reader, token) is var (type, name) && Askers.Contains(type) && Members.Any(member => name.Contains(member, StringComparison.Ordinal))
            ? $"{type[(type.LastIndexOf('.') + 1)..]}.{(name.StartsWith("get_", StringComparison.Ordinal) ? name[4..] : name)}, which may come upon a manifest"
            : null;

    /// <summary>Whether a call is the one that <c>typeof</c> is compiled to.</summary>
    public static bool IsTypeOf(MetadataReader reader, EntityHandle token) => Named(reader, token) is ("System.Type", "GetTypeFromHandle");

    private static (string Type, string Name)? Named(MetadataReader reader, EntityHandle token)
    {
        if (token.Kind == HandleKind.MethodSpecification)
        {
            token = reader.GetMethodSpecification((MethodSpecificationHandle)token).Method;
        }

        if (token.Kind != HandleKind.MemberReference || reader.GetMemberReference((MemberReferenceHandle)token) is not { Parent.Kind: HandleKind.TypeReference } member)
        {
            return null;
        }

        var type = reader.GetTypeReference((TypeReferenceHandle)member.Parent);
        return ($"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}", reader.GetString(member.Name));
    }
}
