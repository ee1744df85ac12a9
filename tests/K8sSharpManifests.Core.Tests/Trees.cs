using System.Text;

namespace K8sSharpManifests.Core.Tests;

/// <summary>Trees in few words.</summary>
internal static class Trees
{
    public static Mapping Map(params (string Key, Node Value)[] entries) => new(entries.Select(e => KeyValuePair.Create(e.Key, e.Value)));

    public static Mapping OpenMap(params (string Key, Node Value)[] entries) =>
        new(entries.Select(e => KeyValuePair.Create(e.Key, e.Value)), isOpen: true);

    public static Sequence List(params Node[] items) => new(items);

    public static Scalar Str(string text) => Scalar.String(text);

    public static string YamlOf(Mapping root) => Encoding.UTF8.GetString(YamlWriter.Write(root));
}
