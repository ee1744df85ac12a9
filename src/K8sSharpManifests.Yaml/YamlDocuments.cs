using K8sSharpManifests.Core;

namespace K8sSharpManifests.Yaml;

/// <summary>What a YAML text holds, and what is wrong with it.</summary>
public sealed class YamlDocuments
{
    private readonly Lazy<IReadOnlyList<YamlComment>> _comments;

    internal YamlDocuments(IReadOnlyList<Node> roots, IReadOnlyList<YamlProblem> problems, Lazy<IReadOnlyList<YamlComment>> comments)
    {
        Roots = roots;
        Problems = problems;
        _comments = comments;
    }

    /// <summary>The documents that could be read, in order, without empty ones. Each node's origin is a <see cref="YamlOrigin"/>.</summary>
    public IReadOnlyList<Node> Roots { get; }

    /// <summary>What is wrong, in the order of the text.</summary>
    public IReadOnlyList<YamlProblem> Problems { get; }

    /// <summary>The comments, in the order of the text; in a broken document up to where it breaks. They are made when somebody asks.</summary>
    public IReadOnlyList<YamlComment> Comments => _comments.Value;
}
