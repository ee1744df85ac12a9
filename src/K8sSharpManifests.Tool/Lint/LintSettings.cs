namespace K8sSharpManifests.Tool.Lint;

/// <summary>What a run is asked for.</summary>
/// <param name="Paths">The paths, as they were given.</param>
/// <param name="Selection">The rules that count.</param>
/// <param name="Overrides">What is set for all files, whatever their configuration says.</param>
/// <param name="IsComplete">Whether what is given is all that is applied.</param>
internal sealed record LintSettings(IReadOnlyList<string> Paths, RuleSelection Selection, OptionOverrides Overrides, bool IsComplete)
{
    /// <summary>Files, folders and patterns with the definitions by which custom resources are judged.</summary>
    public IReadOnlyList<string> DefinitionPaths { get; init; } = [];
}
