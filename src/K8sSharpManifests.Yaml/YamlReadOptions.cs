using K8sSharpManifests.Core;

namespace K8sSharpManifests.Yaml;

/// <summary>Ways to read that kubectl does not have.</summary>
public sealed record YamlReadOptions
{
    /// <summary>
    /// Gives tags of one's own, as <c>!open</c>, a meaning: of a tag and the node as it is without, what shall stand there, or null where the tag means
    /// nothing. Without it such a tag changes nothing but that a scalar is a string.
    /// </summary>
    public Func<string, Node, Node?>? Tags { get; init; }

    /// <summary>
    /// Whether a number in JSON's own grammar keeps its text, for what <see cref="YamlWriter"/> wrote. Else it has the text in which kubectl sends it: 1e3
    /// is 1000.
    /// </summary>
    public bool KeepsNumbers { get; init; }
}
