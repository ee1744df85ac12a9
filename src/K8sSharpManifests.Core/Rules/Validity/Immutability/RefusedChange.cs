namespace K8sSharpManifests.Core.Rules;

/// <summary>A field that is another one, and that the API server does not change.</summary>
/// <param name="finding">What is told of it.</param>
/// <param name="changeable">Keys below it that may be changed, at any depth.</param>
internal sealed class RefusedChange(Finding finding, IReadOnlyList<string> changeable)
{
    private static readonly char[] Separators = ['.', '['];

    /// <summary>What is told of it.</summary>
    public Finding Finding { get; } = finding;

    /// <summary>Whether a difference at a place is one that is refused.</summary>
    /// <param name="path">The place, such as <c>spec.selector.matchLabels.app</c>.</param>
    public bool Covers(string path)
    {
        var field = Finding.Path;
        return path.StartsWith(field, StringComparison.Ordinal)
            && (path.Length == field.Length || Separators.Contains(path[field.Length]))
            && !path.Substring(field.Length).Split(Separators).Any(changeable.Contains);
    }
}
