namespace K8sSharpManifests.Yaml;

/// <summary>What kind of problem a YAML text has.</summary>
public enum YamlProblemKind
{
    /// <summary>It is no YAML, or holds what JSON cannot: kubectl refuses the document, and it is not among those read.</summary>
    Unreadable,

    /// <summary>It is a template that nobody rendered: the document is not among those read.</summary>
    Template,

    /// <summary>A key stands twice. The document is read, with the value that kubectl takes.</summary>
    DuplicateKey,

    /// <summary>kubectl skips this part of the text without a word.</summary>
    Ignored,

    /// <summary>It is data, but no Kubernetes object, though it says that it is one.</summary>
    NotAnObject,

    /// <summary>It is data, and says nothing of Kubernetes: it has neither apiVersion nor kind, or a kind alone.</summary>
    Foreign,
}

/// <summary>Something that is wrong with a YAML text, with its place and the way out.</summary>
/// <param name="Kind">What kind of problem it is.</param>
/// <param name="File">The file, as the caller named it.</param>
/// <param name="Span">The place.</param>
/// <param name="Message">What is wrong, and the way out: one sentence or two, without file and place.</param>
public sealed record YamlProblem(YamlProblemKind Kind, string File, YamlSpan Span, string Message)
{
    /// <summary>The problem as a compiler would print it.</summary>
    public override string ToString() => $"{File}({Span.Line},{Span.Column}): {Message}";
}
