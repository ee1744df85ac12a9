using System.IO.Compression;
using System.Text;
using K8sSharpManifests.Core.CustomResources;

namespace K8sSharpManifests.Core;

/// <summary>
/// What the record of a custom resource carries of its definition, as text in an attribute: so those who have the assembly alone, such as the analyzers of a project that references it and the
/// build, know what its objects may be. Descriptions are left out, and it is packed, because the schemas of operators are large.
/// </summary>
public static class CustomResourceText
{
    // What was read stays: each compilation asks for the same ones again.
    private const int MaxKnown = 512;

    private static readonly Dictionary<string, ApiType?> Known = new(StringComparer.Ordinal);

    /// <summary>Writes a version of a definition.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="version">Its version.</param>
    /// <returns>The text.</returns>
    public static string Write(CustomDefinition definition, CustomVersion version)
    {
        var tree = new Mapping([
            new("apiVersion", Scalar.String(CustomDefinition.DefinitionApiVersion)),
            new("kind", Scalar.String(CustomDefinition.DefinitionKind)),
            new("spec", new Mapping([
                new("group", Scalar.String(definition.Group)),
                new("scope", Scalar.String(definition.IsNamespaced ? "Namespaced" : "Cluster")),
                new("names", new Mapping([new("kind", Scalar.String(definition.Kind)), new("plural", Scalar.String(definition.Plural))])),
                new("versions", new Sequence([new Mapping([
                    new("name", Scalar.String(version.Name)),
                    new("served", Scalar.True),
                    new("subresources", new Mapping(version.HasStatus ? [new("status", new Mapping([]))] : [])),
                    new("schema", new Mapping([new("openAPIV3Schema", Schema(version.Schema.Node, ""))])),
                ])])),
            ])),
        ]);
        using var packed = new MemoryStream();
        using (var stream = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            var bytes = new UTF8Encoding(false).GetBytes(JsonText.Of(tree));
            stream.Write(bytes, 0, bytes.Length);
        }

        return Convert.ToBase64String(packed.ToArray());
    }

    /// <summary>Reads what was written.</summary>
    /// <param name="text">The text.</param>
    /// <param name="clrName">The name of the record that carries it.</param>
    /// <param name="longerNames">The names of other records that begin with that one.</param>
    /// <returns>The type of its objects; null for what was not written here.</returns>
    public static ApiType? Read(string text, string clrName, IReadOnlyCollection<string> longerNames)
    {
        var key = string.Join("\n", new[] { text, clrName }.Concat(longerNames));
        lock (Known)
        {
            if (!Known.TryGetValue(key, out var type))
            {
                if (Known.Count >= MaxKnown)
                {
                    Known.Clear();
                }

                Known.Add(key, type = Unpack(text) is { } json && JsonReader.Parse(json) is { } tree && CustomDefinition.Read(tree) is { Versions: [var version] } definition
                    ? CustomTypes.Kind(definition, version, clrName, longerNames)
                    : null);
            }

            return type;
        }
    }

    /// <summary>The type of a part of a custom resource.</summary>
    /// <param name="root">The type of the resource.</param>
    /// <param name="path">The fields that lead to it.</param>
    /// <returns>Null where there is none.</returns>
    public static ApiType? Part(ApiType root, IEnumerable<string> path) => CustomTypes.Part(root, path);

    private static string? Unpack(string text)
    {
        try
        {
            using var stream = new DeflateStream(new MemoryStream(Convert.FromBase64String(text)), CompressionMode.Decompress);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            return reader.ReadToEnd();
        }
        catch (Exception e) when (e is FormatException or InvalidDataException)
        {
            return null;
        }
    }

    // Only of a key of a Secret or a ConfigMap the words tell what it is (CoreParts).
    private static Node Schema(Node node, string key) => node switch
    {
        Mapping mapping => new Mapping([.. mapping.Entries.Where(e => e.Key != "description" || e.Value is not Scalar || key == "key").Select(e => Entry(e, key))]),
        Sequence list => new Sequence([.. list.Items.Select(item => Schema(item, ""))]),
        _ => node,
    };

    private static KeyValuePair<string, Node> Entry(KeyValuePair<string, Node> entry, string key) => new(entry.Key, entry switch
    {
        { Key: "description", Value: Scalar text } when key == "key" => Scalar.String(text.Text.IndexOf("secret", StringComparison.OrdinalIgnoreCase) >= 0 ? "secret" : ""),

        // Values are kept as they are, whatever they are called.
        { Key: "default" or "example" or "enum" } => entry.Value,
        _ => Schema(entry.Value, entry.Key),
    });
}
