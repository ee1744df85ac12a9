using K8sSharpManifests.Core;

namespace K8sSharpManifests.Yaml;

/// <summary>Gives tags of one's own a meaning. Without one, a tag that is none of YAML's own changes nothing but that a scalar is a string, as for kubectl.</summary>
/// <param name="tag">The tag, as in <c>!open</c>.</param>
/// <param name="node">The node as it is without the tag.</param>
/// <returns>What shall stand there; null where the tag means nothing.</returns>
public delegate Node? YamlTags(string tag, Node node);
