using System.Reflection.Metadata;

namespace K8sSharpManifests.Host.Publishing;

/// <summary>Methods and types as their author knows them.</summary>
internal static class MethodName
{
    public static string Of(MetadataReader reader, MethodDefinitionHandle handle)
    {
        var method = reader.GetMethodDefinition(handle);
        return $"{Of(reader, method.GetDeclaringType())}.{Plain(reader.GetString(method.Name))}";
    }

    public static string Of(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        var name = Plain(reader.GetString(type.Name));
        return type.GetDeclaringType() is { IsNil: false } outer ? $"{Of(reader, outer)}.{name}"
            : type.Namespace.IsNil ? name : $"{reader.GetString(type.Namespace)}.{name}";
    }

    // The compiler's <Main>$ and <Web>d__3 come from Main and Web.
    private static string Plain(string name) => name.StartsWith('<') && name.IndexOf('>') is > 1 and var end ? name[1..end] : name;
}
