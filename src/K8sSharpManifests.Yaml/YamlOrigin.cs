namespace K8sSharpManifests.Yaml;

/// <summary>A part of a file. Lines and columns count from 1, columns in UTF-16 units as editors do; the end is the first place after it.</summary>
/// <param name="Line">The line where it starts.</param>
/// <param name="Column">The column where it starts.</param>
/// <param name="EndLine">The line where it ends.</param>
/// <param name="EndColumn">The column after its last character.</param>
public readonly record struct YamlSpan(int Line, int Column, int EndLine, int EndColumn)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Line}:{Column}-{EndLine}:{EndColumn}";
}

/// <summary>Where a node stands: the <see cref="Core.Node.Origin"/> of every node that <see cref="TreeReader"/> reads.</summary>
/// <param name="file">The file, as the caller named it.</param>
/// <param name="span">The node's own place. Of an alias it is where the alias stands; what lies below stands at the anchor.</param>
/// <param name="key">The place of the key that the node stands under; null for an item of a list and for a root.</param>
public sealed class YamlOrigin(string file, YamlSpan span, YamlSpan? key = null)
{
    /// <summary>The file, as the caller named it.</summary>
    public string File { get; } = file;

    /// <summary>The node's own place.</summary>
    public YamlSpan Span { get; } = span;

    /// <summary>The place of the key that the node stands under; null for an item of a list and for a root.</summary>
    public YamlSpan? Key { get; } = key;

    /// <inheritdoc/>
    public override string ToString() => $"{File}({Span})";
}
