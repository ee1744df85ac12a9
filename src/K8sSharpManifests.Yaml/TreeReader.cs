using K8sSharpManifests.Core;

namespace K8sSharpManifests.Yaml;

/// <summary>
/// Reads YAML into the manifest tree, as kubectl reads it: sigs.k8s.io/yaml on go-yaml v2, after the stream was split as k8s.io/apimachinery does. Every
/// node knows its place. Nothing throws: what is wrong with the text is a problem with a place, and the other documents are read all the same.
/// </summary>
public static class TreeReader
{
    /// <summary>Reads the documents of a text, whatever they hold.</summary>
    /// <param name="text">YAML, or JSON as kubectl takes it.</param>
    /// <param name="file">How origins and problems name the file.</param>
    /// <param name="options">Ways to read that kubectl does not have.</param>
    /// <returns>The documents and the problems.</returns>
    public static YamlDocuments Read(string text, string file = "", YamlReadOptions? options = null)
    {
        var stream = new YamlStreamReader(file, options ?? new());
        stream.Read(text);
        return Documents([.. stream.Roots.Select(root => new YamlRoot(root, ""))], stream);
    }

    /// <summary>
    /// Reads the Kubernetes objects of a text: a list gives its items, and what has no kind is a problem. Here a document becomes an object of a kind.
    /// </summary>
    /// <param name="text">YAML, or JSON as kubectl takes it.</param>
    /// <param name="file">How origins and problems name the file.</param>
    /// <param name="schema">What is known of the API; null for Kubernetes itself, without custom resources.</param>
    /// <returns>The objects, each a <see cref="Mapping"/>, and the problems.</returns>
    public static YamlDocuments ReadObjects(string text, string file = "", ApiSchema? schema = null)
    {
        var stream = new YamlStreamReader(file, new());
        stream.Read(text);
        var objects = new ObjectList(stream.Problems, schema);
        foreach (var root in stream.Roots)
        {
            objects.Add(root);
        }

        return Documents(objects.Objects, stream);
    }

    private static YamlDocuments Documents(IReadOnlyList<YamlRoot> roots, YamlStreamReader stream) =>
        new(roots, stream.Starts, [.. stream.Problems.OrderBy(p => p.Span.Line).ThenBy(p => p.Span.Column)], stream.Comments);
}
