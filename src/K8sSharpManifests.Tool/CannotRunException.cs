namespace K8sSharpManifests.Tool;

/// <summary>A command cannot do what it is asked for: a path that is not there, an option that says nothing.</summary>
/// <param name="problems">What to tell, a line each.</param>
internal sealed class CannotRunException(params IReadOnlyList<string> problems) : Exception(string.Join("\n", problems))
{
    /// <summary>What to tell, a line each.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
