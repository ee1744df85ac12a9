using System.Text.Json;
using K8sSharpManifests.Core;

namespace K8sSharpManifests.Host;

/// <summary>JSON as a tree, for rules that look into what a manifest holds as text. The rules run in compilers, too, which bring no reader of JSON.</summary>
internal static class JsonTree
{
    /// <summary>Reads a text.</summary>
    /// <returns>Null where it is no JSON.</returns>
    public static Node? Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return Node(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Node Node(JsonElement element) => element.ValueKind switch
    {
        // Of a key that stands twice, the last counts, as for the kubelet.
        JsonValueKind.Object => new Mapping(element.EnumerateObject().GroupBy(p => p.Name, p => p.Value).Select(g => KeyValuePair.Create(g.Key, Node(g.Last())))),
        JsonValueKind.Array => new Sequence([.. element.EnumerateArray().Select(Node)]),
        JsonValueKind.String => Scalar.String(element.GetString()!),
        _ => Missing.Value,
    };
}
