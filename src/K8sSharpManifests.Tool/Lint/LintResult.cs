using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Yaml;

namespace K8sSharpManifests.Tool.Lint;

/// <summary>What came of a run.</summary>
/// <param name="Findings">What was found, in the order in which it is told.</param>
/// <param name="Faults">What could not be looked at.</param>
/// <param name="Files">How many files hold manifests, or should.</param>
/// <param name="Objects">How many objects were read.</param>
/// <param name="Foreign">How many files of folders and patterns say nothing of Kubernetes.</param>
/// <param name="Suppressed">How many findings comments have silenced.</param>
internal sealed record LintResult(IReadOnlyList<LintFinding> Findings, IReadOnlyList<string> Faults, int Files, int Objects, int Foreign, int Suppressed)
{
    /// <summary>How many of the objects were not judged, since their kind is not known.</summary>
    public int Unknown { get; init; }

    /// <summary>Which rules in CEL nobody here can evaluate, and why.</summary>
    public IReadOnlyList<string> NotEvaluated { get; init; } = [];
}

/// <summary>A finding and its place.</summary>
/// <param name="File">The file, as it was given.</param>
/// <param name="Document">The document in it, from 0.</param>
/// <param name="Span">The place.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Severity">How much it weighs for this file.</param>
/// <param name="Path">The place in the document, such as <c>spec.containers[0].image</c>; empty where it is about a whole document or its text.</param>
/// <param name="Message">What to tell, on one line.</param>
internal sealed record LintFinding(string File, int Document, YamlSpan Span, RuleInfo Rule, Severity Severity, string Path, string Message) : IComparable<LintFinding>
{
    /// <inheritdoc/>
    public int CompareTo(LintFinding? other)
    {
        if (other is null)
        {
            return 1;
        }

        var order = string.CompareOrdinal(File, other.File);
        order = order != 0 ? order : (Document, Span.Line, Span.Column).CompareTo((other.Document, other.Span.Line, other.Span.Column));
        order = order != 0 ? order : string.CompareOrdinal(Rule.Id, other.Rule.Id);
        order = order != 0 ? order : string.CompareOrdinal(Path, other.Path);
        return order != 0 ? order : string.CompareOrdinal(Message, other.Message);
    }
}
