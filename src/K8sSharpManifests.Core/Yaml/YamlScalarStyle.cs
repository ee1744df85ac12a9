namespace K8sSharpManifests.Core;

/// <summary>How a string is written.</summary>
internal enum YamlScalarStyle
{
    /// <summary>As it is.</summary>
    Plain,

    /// <summary>Between apostrophes, which are doubled within.</summary>
    SingleQuoted,

    /// <summary>Between quotation marks, with escapes.</summary>
    DoubleQuoted,

    /// <summary>Line by line below a <c>|</c>.</summary>
    Literal,

    /// <summary>Not at all: it holds a lone surrogate.</summary>
    Impossible,
}
