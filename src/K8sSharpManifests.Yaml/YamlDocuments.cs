using K8sSharpManifests.Core;

namespace K8sSharpManifests.Yaml;

/// <summary>What a YAML text holds, and what is wrong with it.</summary>
public sealed class YamlDocuments
{
    private readonly Lazy<IReadOnlyList<YamlComment>> _comments;

    internal YamlDocuments(IReadOnlyList<YamlRoot> roots, IReadOnlyList<YamlSpan> starts, IReadOnlyList<YamlProblem> problems, Lazy<IReadOnlyList<YamlComment>> comments)
    {
        Places = roots;
        Roots = [.. roots.Select(root => root.Node)];
        Starts = starts;
        Problems = problems;
        _comments = comments;
    }

    /// <summary>The documents that could be read, in order, without empty ones. Each node's origin is a <see cref="YamlOrigin"/>.</summary>
    public IReadOnlyList<Node> Roots { get; }

    /// <summary>The same with what tells where each stands in the text.</summary>
    public IReadOnlyList<YamlRoot> Places { get; }

    /// <summary>Where the documents start that hold something, also where that cannot be read.</summary>
    public IReadOnlyList<YamlSpan> Starts { get; }

    /// <summary>What is wrong, in the order of the text.</summary>
    public IReadOnlyList<YamlProblem> Problems { get; }

    /// <summary>The comments, in the order of the text; in a broken document up to where it breaks. They are made when somebody asks.</summary>
    public IReadOnlyList<YamlComment> Comments => _comments.Value;

    /// <summary>The document that a place is in, counted from 0.</summary>
    /// <param name="place">The place.</param>
    /// <returns>The index in <see cref="Starts"/> of the last one that starts at the place or before it; 0 where none does.</returns>
    public int DocumentAt(YamlSpan place)
    {
        var (first, last) = (0, Starts.Count - 1);
        while (first < last)
        {
            var middle = (first + last + 1) / 2;
            var start = Starts[middle];
            var isBefore = start.Line < place.Line || (start.Line == place.Line && start.Column <= place.Column);
            (first, last) = isBefore ? (middle, last) : (first, middle - 1);
        }

        return first;
    }
}

/// <summary>A document that was read, or an object of one.</summary>
/// <param name="Node">What was read.</param>
/// <param name="Path">Where it is in its document: empty for the document itself, <c>items[1]</c> for an object of a list.</param>
public sealed record YamlRoot(Node Node, string Path);
